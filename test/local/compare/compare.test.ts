import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { MAX_STORY_BYTES } from "../../../functions/digest/story/story.ts";
import { PROJECT } from "../../../local/runner/options.ts";
import { FERRY, TRAM } from "../../support/comparisons.ts";
import { docx, paragraph, run, styled } from "../../support/docx.ts";
import { runInProcess } from "../../support/in-process.ts";

const SCRIPT = join(PROJECT, "local", "late-edition.ts");
const word = (n: number) =>
  docx(styled("Title", "Storm reaches the coast") + paragraph(run(`Some ${n} boats were lost off Tarn.`)));

let desk = "";
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), "late-edition-compare-"));
  const files: Record<string, string | Uint8Array> = {
    "monday.txt": FERRY.before,
    "tuesday.txt": FERRY.after,
    "copy.txt": FERRY.before,
    "typography.txt": FERRY.before.replaceAll(" ", "  "),
    "tram.txt": TRAM.after,
    "monday.docx": word(12),
    "tuesday.docx": word(19),
    "page.html": `<html><body><nav>Home</nav><article><h1>Storm reaches the coast</h1><p>Some 19 boats were lost off Tarn.</p></article></body></html>`,
    "fields.json": JSON.stringify({
      meta: { name: "Storm reaches the coast" },
      lines: ["Some 12 boats were lost off Tarn."],
    }),
    "empty.txt": "",
    "picture.png": "x",
    "large.txt": "a ".repeat(MAX_STORY_BYTES / 2 + 1),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(desk, name), content);
  }
  linkSync(join(desk, "monday.txt"), join(desk, "link.txt"));
  mkdirSync(join(desk, "folder"));
});

afterAll(() => rmSync(desk, { recursive: true, force: true }));

/** In a process of its own. */
function compareIn(env: Readonly<Record<string, string>>, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, "compare", ...args], {
    cwd: desk,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
  return { code: status, stdout, stderr };
}

const compare = (...args: readonly string[]) =>
  runInProcess(["compare", ...args], { cwd: desk, env: { PATH: process.env.PATH } });

it("prints what a revision did, and ends with 1", () => {
  const { code, stdout, stderr } = compareIn({}, ["monday.txt", "tuesday.txt"]);
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(/^Before {2}monday\.txt \(plain text, 62 words\)\n/);
  expect(stdout).toContain("\nSubstantive: 2 sentences edited, ");
  expect(stdout).toContain("  ~ At least [-12-]{+19+} people died in Vellmouth on Monday.\n");
});

it("has colours where they are asked for", async () => {
  const compareWith = (FORCE_COLOR: string) =>
    runInProcess(["compare", "monday.txt", "tuesday.txt"], { cwd: desk, env: { FORCE_COLOR } });
  expect((await compareWith("1")).stdout).toContain("\u001b[31m");
  expect((await compareWith("0")).stdout).toContain("[-12-]");
});

it.each([
  ["the same text", "copy.txt", "No difference: both versions have the same text.\n"],
  ["other white space", "typography.txt", "Cosmetic: only spacing changed.\n"],
  ["one file twice", "monday.txt", "the same text.\nBoth names lead to the same file.\n"],
  ["one file by two names", "link.txt", "the same text.\nBoth names lead to the same file.\n"],
])("ends with 0 for %s", async (_, after, answer) => {
  const { code, stdout } = await compare("monday.txt", after);
  expect(code).toBe(0);
  expect(stdout.endsWith(answer)).toBe(true);
});

it("says that two files may be two stories", async () => {
  const { code, stdout } = await compare("monday.txt", "tram.txt");
  expect(code).toBe(1);
  expect(stdout).toContain("\nThese may be two different stories: ");
});

it("reads every format, also one against another", async () => {
  expect((await compare("monday.docx", "tuesday.docx")).stdout).toContain(
    "  figure     Some 12 → 19 boats were lost off Tarn\n",
  );
  expect((await compare("monday.docx", "page.html")).stdout).toContain("Some [-12-]{+19+} boats");
  const fields = ["--json-fields", "headline=meta.name,body=lines"];
  expect((await compare("fields.json", "page.html", ...fields)).stdout).toContain("Some [-12-]{+19+} boats");
});

test.each([
  [["none.txt", "monday.txt"], "cannot read none.txt: it does not exist"],
  [["folder", "monday.txt"], "cannot read folder: it is a folder, expected a file"],
  [["monday.txt", "empty.txt"], "cannot compare empty.txt: it is empty"],
  [["monday.txt", "picture.png"], "cannot compare picture.png: image file, not a story"],
  [["large.txt", "monday.txt"], "cannot compare large.txt: file too large (more than 5 MB)"],
  [["fields.json", "page.html"], "cannot compare fields.json: no story found in this JSON file"],
  [
    ["monday.txt", "tuesday.txt", "--html", "--out", "no/page.html"],
    "cannot write the page no/page.html: its folder does not exist; make it first",
  ],
])("%j ends with 2 and one line", async (args, line) => {
  expect(await compare(...args)).toEqual({ code: 2, stdout: "", stderr: `compare: ${line}\n` });
});

test.each([
  [["monday.txt"], "expected two files, the earlier version and the later one, found 1"],
  [
    ["monday.txt", "tuesday.txt", "--html", "--out", "link.txt"],
    "--out is link.txt, which is compared: name another file",
  ],
  [
    ["monday.txt", "tuesday.txt", "--json-fields", "title=a"],
    'cannot read jsonFields: "title" is no field of a story;',
  ],
])("%j ends with 2 and says where the help is", async (args, line) => {
  const { code, stdout, stderr } = await compare(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.startsWith(`compare: ${line}`)).toBe(true);
  expect(stderr).toMatch(/\(see npm run compare -- --help\)\n$/);
  expect(readFileSync(join(desk, "monday.txt"), "utf8")).toBe(FERRY.before);
});

it("lets no control character of a file's name through", async () => {
  expect((await compare("\u001b[31mnone.txt", "monday.txt")).stderr).toBe(
    "compare: cannot read [31mnone.txt: it does not exist\n",
  );
});

describe("the page", () => {
  it("goes to standard output", async () => {
    const { code, stdout } = await compare("monday.txt", "tuesday.txt", "--html");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    expect(stdout).toContain("<bdi>monday.txt</bdi>");
  });

  it("or to a file, with the verdict on standard output", async () => {
    const { code, stdout } = await compare("monday.txt", "tuesday.txt", "--html", "--out", "page-out.html");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Substantive: [\s\S]*\nSaved in page-out\.html\.\n$/);
    expect(readFileSync(join(desk, "page-out.html"), "utf8")).toContain("<del>12</del> <ins>19</ins>");
  });
});

describe("the JSON", () => {
  it("is the revision in one line, with its versions", async () => {
    const { code, stdout } = await compare("monday.txt", "tuesday.txt", "--json");
    expect(code).toBe(1);
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(JSON.parse(stdout)).toMatchObject({
      before: {
        file: "monday.txt",
        format: "text",
        headline: "Ferry strikes breakwater, twelve dead",
        lang: "en",
      },
      after: { file: "tuesday.txt" },
      kind: "substantive",
      mayBeAnotherStory: false,
      counts: { before: 10, after: 10, kept: 6, edited: 2, added: 1, removed: 1, moved: 1 },
      facts: [{ kind: "number", before: "12", after: "19" }],
      headlineChange: { after: "Ferry strikes breakwater, nineteen dead" },
      truncated: false,
    });
  });

  it("says why it is cosmetic, and that texts may be two stories", async () => {
    expect(JSON.parse((await compare("monday.txt", "typography.txt", "--json")).stdout)).toMatchObject({
      kind: "cosmetic",
      cosmetic: ["white space"],
    });
    expect(JSON.parse((await compare("monday.txt", "tram.txt", "--json")).stdout)).toMatchObject({
      kind: "rewritten",
      mayBeAnotherStory: true,
    });
  });

  it("escapes what steers a terminal", async () => {
    writeFileSync(
      join(desk, "steering.txt"),
      "A headline \u0085 of \u202emirrors\u202c\n\nIt \u009bis \u007fhere \u2028 now.\n",
    );
    const { stdout } = await compare("monday.txt", "steering.txt", "--json");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
    expect(stdout.trimEnd().match(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/g)).toBeNull();
    expect(JSON.parse(stdout)).toMatchObject({ kind: "rewritten" });
  });
});
