/**
 * How much of the summaries of revised stories is old: `node bench/revised-summaries.ts PATH [PREFIX…]`. PATH is a file of days
 * (`{days: [{before: {key: text}, after: {key: text}}]}` as JSON, or gzipped), or a Git repository of Markdown with the folders
 * PREFIX. One JSON line a figure, then as many old sentences as `SHOWN` in the environment says.
 */
import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { array, object, parse, record, string } from "valibot";
import { compareStories } from "../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../functions/digest/story/story.ts";
import { summariseRevision } from "../functions/digest/summary/revised.ts";
import { markdownEdits } from "./data/git-history.ts";

interface TwoTexts {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

interface Told extends TwoTexts {
  readonly summary: readonly string[];
}

const Texts = record(string(), string());
const Days = object({ days: array(object({ before: Texts, after: Texts })) });
const GZIP = 0x1f;

function textsIn(path: string, prefixes: readonly string[]): readonly TwoTexts[] {
  if (statSync(path).isDirectory()) {
    return markdownEdits(path, prefixes);
  }
  const bytes = readFileSync(path);
  const { days } = parse(Days, JSON.parse((bytes[0] === GZIP ? gunzipSync(bytes) : bytes).toString("utf8")));
  return days.flatMap(({ before, after }) =>
    Object.entries(after).flatMap(([key, text]) => {
      const was = before[key];
      return was === undefined || was === text ? [] : [{ path: key, before: was, after: text }];
    }),
  );
}

/** The summary of a revision; none if it is only one of form. */
function toldOf(texts: TwoTexts): readonly Told[] {
  const [before, after] = [texts.before, texts.after].map((text) =>
    parseStory(texts.path, Buffer.from(text, "utf8")),
  );
  if (before === undefined || after === undefined || isUnreadable(before) || isUnreadable(after)) {
    return [];
  }
  const revision = compareStories(before, after);
  const plain = [before.headline, ...before.paragraphs].join(" ");
  return revision.kind === "cosmetic"
    ? []
    : [{ ...texts, before: plain, summary: summariseRevision(revision, { after }) }];
}

/** The words of a text in lower case, each with a blank on both sides: what a sentence is sought in, wherever lines and sentences end. */
function wordsIn(text: string): string {
  return ` ${(
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(" ")} `;
}

function measure(all: readonly Told[], shown: number): void {
  const sentences = all.flatMap(({ path, before, summary }) => {
    const was = wordsIn(before);
    return summary.map((sentence) => ({ path, sentence, isOld: was.includes(wordsIn(sentence)) }));
  });
  const old = sentences.filter(({ isOld }) => isOld);
  const empty = all.filter(({ summary }) => summary.length === 0).length;
  console.log(
    JSON.stringify({
      figure: "old sentences in summaries of revisions",
      value: old.length,
      of: sentences.length,
    }),
  );
  console.log(JSON.stringify({ figure: "revisions without a summary", value: empty, of: all.length }));
  for (const { path, sentence } of old.slice(0, shown)) {
    console.log(JSON.stringify({ old: sentence, path }));
  }
}

const [path, ...prefixes] = process.argv.slice(2);
if (path === undefined) {
  throw new Error("usage: node bench/revised-summaries.ts PATH [PREFIX…]");
}
measure(textsIn(path, prefixes).flatMap(toldOf), Number(process.env.SHOWN ?? "5"));
