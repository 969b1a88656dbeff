import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../../local/runner/options.ts";
import { coreXml, docx, paragraph, run, styled, table } from "../support/docx.ts";
import { runInProcess } from "../support/in-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SCRIPT = join(PROJECT, "local", "late-edition.ts");
function write(name: string, bytes: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

const readInProcess = async (...args: readonly string[]): Promise<string> =>
  (await runInProcess(["read", ...args])).stdout;

/** In a process of its own. */
const read = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [SCRIPT, "read", ...args], { encoding: "utf8" });

const STORY = docx(
  [
    styled("Title", "Storm reaches the coast"),
    styled("Subtitle", "Ferries stay in port"),
    styled("Heading2", "On the islands"),
    paragraph(`${run("The ferry stayed.")}<w:del><w:r><w:delText> It sank.</w:delText></w:r></w:del>`),
    table(["Easton", "12"]),
  ].join(""),
  {
    "docProps/core.xml": coreXml(
      "<dc:creator>Anna Berg</dc:creator><dcterms:modified>2026-11-20T07:00:00Z</dcterms:modified><dc:language>en-GB</dc:language><cp:contentStatus>Draft</cp:contentStatus>",
    ),
  },
);
const files = () => [write("storm.docx", STORY), write("storm.png", "x")] as const;

it("shows the headline and frame of a story as the job sees them, its blocks, and what was left out and why", () => {
  const [story, picture] = files();
  expect(read(story, picture)).toBe(`${story}: DOCX
  headline    Storm reaches the coast
  deck        Ferries stay in port
  byline      Anna Berg
  updated     2026-11-20T07:00:00Z
  language    en
  status      draft

  heading     On the islands
  paragraph   The ferry stayed.
  table row   Easton | 12 [Easton]

Left out:
  deleted in a tracked change: It sank.

${picture}: held back: image
`);
});

it("tells a headline that is made, the dateline, the character set, and what the frame left out", async () => {
  const text = Buffer.from(
    "EASTON (Coast Wire). The ferry Anna returned with its caf\xe9 to the bay on Monday, and so did all of its crew, the harbour office said.\n\nIt was late.\n\nShare this: Facebook X Email\n",
    "latin1",
  );
  const wire = write("wire.txt", text);
  const page = write(
    "page.html",
    `<html><head><meta name="author" content="Ann Holt"></head><body><nav>Home</nav><article><h1>Ferry returns</h1><p>By Ann Holt</p><p>It sails on <b>Monday</b> again.</p></article></body></html>`,
  );
  expect(await readInProcess(wire, page)).toBe(`${wire}: plain text in windows-1252
  headline    The ferry Anna returned with its café to the bay on Monday, and so did all of its crew, the harbour office said [from the first sentence]
  dateline    EASTON (Coast Wire)
  language    en

  paragraph   The ferry Anna returned with its café to the bay on Monday, and so did all of its crew, the harbour office said.
  paragraph   It was late.

Left out:
  boilerplate: Share this: Facebook X Email

${page}: HTML
  headline    Ferry returns
  byline      Ann Holt

  paragraph   It sails on Monday again.

Left out:
  navigation: Home
  headline: Ferry returns
  line before the story: By Ann Holt
`);
});

it("reads JSON as the setting jsonFields says", async () => {
  const file = write("a.json", JSON.stringify({ meta: { name: "Ferry returns" }, lines: ["It sails."] }));
  expect(await readInProcess(file)).toBe(`${file}: held back: JSON without a story\n`);
  expect(await readInProcess("--json-fields", "headline=meta.name,body=lines", file)).toBe(
    `${file}: JSON\n  headline    Ferry returns\n\n  paragraph   It sails.\n`,
  );
  const { code, stderr } = await runInProcess(["read", "--json-fields", "title=a", file]);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^read: cannot read jsonFields: "title" is no field of a story; .+--help\)\n$/),
  ]);
});

it("prints one JSON object a file with --json", async () => {
  const [file, other] = files();
  const [story = "", picture = ""] = (await readInProcess("--json", file, other)).trimEnd().split("\n");
  expect(JSON.parse(story)).toMatchObject({
    file,
    format: "docx",
    headline: "Storm reaches the coast",
    headlineSource: "given",
    leftOut: [{ reason: "deleted in a tracked change", text: "It sank." }],
    blocks: [{ kind: "heading" }, { kind: "paragraph" }, { kind: "table row", label: "Easton" }],
  });
  expect(JSON.parse(picture)).toEqual({ file: other, unread: "image" });
});

it("names the file that it cannot open", async () => {
  const { code, stderr } = await runInProcess(["read", join(temporaryFolder(), "none.txt")]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^read: cannot read the story .*none\.txt: ENOENT: no such file or directory/);
});
