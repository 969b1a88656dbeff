/**
 * How well the Markdown posts of a Git repository, and edits of them that change markup only, are read.
 * `node bench/markdown-posts.ts DIR [PREFIX…]`: DIR is a checkout or a bare repository, and a prefix a folder of posts in
 * it; five misses of each kind are printed, or as many as `SHOWN` in the environment says.
 */
import { execFileSync } from "node:child_process";
import type { Document } from "../functions/digest/story/formats/document.ts";
import { readMarkdown } from "../functions/digest/story/formats/markdown/read-markdown.ts";

const LARGEST_OUTPUT = 2 ** 30;
const POST = /\.(?:md|mdx|markdown)$/;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\n[\s\S]*?\n(?:---|\+\+\+)[ \t]*(?:\n|$)/;
/** What no reader of a story should see in it; code aside. */
const MARKUP =
  /\{\{|\{%|\{:|\{[.#]\w|<\/?[a-zA-Z][^<>]*>|<!--|\]\(|\]\[|\[\^|\*\*|(?<!\w)__(?!\w)|^#{1,6} |`|!\[|&#?\w+;|^\[[^\]]+\]: |^:::|~~/;

const HTML =
  /<\/?(?:a|b|i|em|strong|p|div|span|br|img|figure|figcaption|center|small|su[pb]|h\d|[uo]l|li|table|t[rdh]|tbody|thead|iframe|code|details|summary|hr|blockquote|section)(?:[\s/][^>]*)?>/gi;

interface Edit {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

function git(folder: string, args: readonly string[], input?: string): Buffer {
  return execFileSync("git", ["-C", folder, ...args], {
    maxBuffer: LARGEST_OUTPUT,
    input,
    stdio: ["pipe", "pipe", "ignore"],
  });
}

/** The texts of blobs by their ids; those that the copy lacks are left out. */
function blobsOf(folder: string, ids: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const output = git(folder, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [id = "", type, size] = output.toString("utf8", at, end).split(" ");
    const length = type === "blob" ? Number(size) : -1;
    if (length >= 0) {
      texts.set(id, output.toString("utf8", end + 1, end + 1 + length));
    }
    at = end + 1 + (length >= 0 ? length + 1 : 0);
  }
  return texts;
}

function postsOf(folder: string, prefixes: readonly string[]): Map<string, string> {
  const entries = git(folder, ["ls-tree", "-r", "HEAD", "--", ...prefixes])
    .toString("utf8")
    .trim()
    .split("\n");
  const ids = new Map(
    entries.flatMap((entry) => {
      const [head = "", path = ""] = entry.split("\t");
      return POST.test(path) ? [[path, head.split(" ")[2] ?? ""] as const] : [];
    }),
  );
  const texts = blobsOf(folder, [...ids.values()]);
  return new Map(
    [...ids].flatMap(([path, id]) => {
      const text = texts.get(id) ?? "";
      return FRONT_MATTER.test(text) ? [[path, text] as const] : [];
    }),
  );
}

function editsOf(folder: string, prefixes: readonly string[]): Edit[] {
  const raw = git(folder, [
    "log",
    "--no-merges",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--diff-filter=M",
    "--format=",
    "--",
    ...prefixes,
  ]);
  const changes = raw
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [head = "", ...paths] = line.split("\t");
      const [, , before = "", after = ""] = head.split(" ");
      const path = paths.at(-1) ?? "";
      return POST.test(path) && before !== after ? [{ path, before, after }] : [];
    });
  const texts = blobsOf(folder, [...new Set(changes.flatMap(({ before, after }) => [before, after]))]);
  return changes.flatMap(({ path, before, after }) => {
    const edit = { path, before: texts.get(before) ?? "", after: texts.get(after) ?? "" };
    return FRONT_MATTER.test(edit.before) && FRONT_MATTER.test(edit.after) ? [edit] : [];
  });
}

/** The source without what may look like markup and is text: code, escapes, references. */
function withoutCode(source: string): string {
  return source
    .replaceAll(/^([ \t>]*(?:[-*+] |\d+\. )?)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n[ \t>]*\2[`~]*[ \t]*$/gm, "$1")
    .replaceAll(/\\[!-/:-@[-`{-~]|&#?\w+;|(?<!`)(`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)/g, (text) =>
      text.startsWith("`") ? "code" : "",
    );
}

/** What of a source is text, after a few rules that share nothing with the reader: for telling markup from wording. */
function wording(source: string): string {
  return source
    .replace(FRONT_MATTER, "")
    .replaceAll(/<!--[\s\S]*?-->|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{[:.#][^}\n]*\}/g, "")
    .replaceAll(/^ {0,3}\[[^\]\n]+\]:[^\n]*$/gm, "")
    .replaceAll(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "")
    .replaceAll(/\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]/g, "")
    .replaceAll(HTML, "")
    .replaceAll(/^ {0,3}(?:`{3,}|~{3,}|[=-]{2,}[ \t]*$|\|?[ :|-]{3,}$)[^\n]*$/gm, "")
    .replaceAll(/^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t]|#{1,6}[ \t])+/gm, "")
    .replaceAll(/[*_`~|\\[\]]/g, "")
    .replaceAll(/\s*\n\s*\n\s*/g, "¶")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?¶[ ¶]*/g, "¶")
    .trim();
}

function told(document: Document): string {
  return document.blocks.map(({ text }) => text.replaceAll(/\s+/g, " ")).join("\n");
}

function leaks(source: string): string[] {
  const { headline, deck, blocks } = readMarkdown(withoutCode(source));
  const texts = blocks.filter(({ kind }) => kind !== "code").map(({ text }) => text);
  return [headline ?? "", deck ?? "", ...texts].filter((text) => MARKUP.test(text));
}

function differences(edit: Edit): string[] {
  const [before, after] = [readMarkdown(edit.before), readMarkdown(edit.after)].map((read) =>
    told(read).split("\n"),
  );
  const lines = new Set(before);
  const others = new Set(after);
  return [
    ...(before ?? [])
      .filter((line) => !others.has(line))
      .slice(0, 2)
      .map((line) => `- ${line.slice(0, 200)}`),
    ...(after ?? [])
      .filter((line) => !lines.has(line))
      .slice(0, 2)
      .map((line) => `+ ${line.slice(0, 200)}`),
  ];
}

function share(count: number, of: number): string {
  return `${count} of ${of} (${of === 0 ? "–" : ((100 * count) / of).toFixed(1)} %)`;
}

function measurePosts(posts: ReadonlyMap<string, string>, shown: number): void {
  const start = process.cpuUsage();
  const headlines = [...posts].map(([path, source]) => [path, readMarkdown(source).headline] as const);
  const { user, system } = process.cpuUsage(start);
  const without = headlines.filter(([, headline]) => headline === undefined).map(([path]) => path);
  const leaking = [...posts]
    .map(([path, source]) => [path, leaks(source)] as const)
    .filter(([, found]) => found.length > 0);
  const unclean = new Set([...without, ...leaking.map(([path]) => path)]);
  console.log(`clean headline, no markup: ${share(posts.size - unclean.size, posts.size)}`);
  console.log(`CPU a post: ${((user + system) / 1000 / Math.max(1, posts.size)).toFixed(2)} ms`);
  for (const path of without.slice(0, shown)) {
    console.log(`  no headline: ${path}`);
  }
  for (const [path, found] of leaking.slice(0, shown)) {
    const text = found[0] ?? "";
    const at = Math.max(0, (MARKUP.exec(text)?.index ?? 0) - 60);
    console.log(`  markup: ${path}: ${JSON.stringify(text.slice(at, at + 140))}`);
  }
}

function measureEdits(edits: readonly Edit[], shown: number): void {
  const bodies = edits.filter(
    ({ before, after }) => before.replace(FRONT_MATTER, "") !== after.replace(FRONT_MATTER, ""),
  );
  const cosmetic = bodies.filter(({ before, after }) => wording(before) === wording(after));
  const changed = cosmetic.filter(
    ({ before, after }) => told(readMarkdown(before)) !== told(readMarkdown(after)),
  );
  console.log(`edits of a front matter only: ${edits.length - bodies.length} of ${edits.length}`);
  console.log(
    `markup-only edits read as identical: ${share(cosmetic.length - changed.length, cosmetic.length)}`,
  );
  for (const edit of changed.slice(0, shown)) {
    console.log(`  changed: ${edit.path}`, differences(edit));
  }
}

const [folder, ...prefixes] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error("usage: node bench/markdown-posts.ts DIR [PREFIX…]");
}
const shown = Number(process.env.SHOWN ?? "5");
measurePosts(postsOf(folder, prefixes), shown);
measureEdits(editsOf(folder, prefixes), shown);
