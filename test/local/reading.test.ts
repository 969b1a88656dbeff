import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../../local/runner/options.ts";
import { coreXml, docx, paragraph, run, styled, table } from "../support/docx.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SCRIPT = join(PROJECT, "local", "late-edition.ts");
function write(name: string, bytes: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

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

it("shows what a story says of itself, its blocks, and what was left out and why", () => {
  const [story, picture] = files();
  expect(read(story, picture)).toBe(`${story}: DOCX
  headline    Storm reaches the coast
  deck        Ferries stay in port
  byline      Anna Berg
  updated     2026-11-20T07:00:00Z
  language    en-GB
  status      draft

  heading     On the islands
  paragraph   The ferry stayed.
  table row   Easton | 12 [Easton]

Left out:
  deleted in a tracked change: It sank.

${picture}: held back: image
`);
});

it("prints one JSON object a file with --json", () => {
  const [file, other] = files();
  const [story = "", picture = ""] = read("--json", file, other).trimEnd().split("\n");
  expect(JSON.parse(story)).toMatchObject({
    file,
    format: "docx",
    headline: "Storm reaches the coast",
    blocks: [{ kind: "heading" }, { kind: "paragraph" }, { kind: "table row", label: "Easton" }],
  });
  expect(JSON.parse(picture)).toEqual({ file: other, unread: "image" });
});

it("names the file that it cannot open", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [SCRIPT, "read", join(temporaryFolder(), "none.txt")],
    {
      encoding: "utf8",
    },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^read: cannot read the story .*none\.txt: ENOENT: no such file or directory/);
});
