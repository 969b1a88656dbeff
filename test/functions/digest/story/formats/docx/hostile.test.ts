import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../../../../functions/digest/story/formats/docx/docx.ts";
import { archive, documentXml, docx, paragraph } from "../../../../../support/docx.ts";

const WHOLE = docx(paragraph("The ferry stayed in port."));
/** What takes quadratic time at this length runs into the time limit of the test. */
const LARGE = 4_000_000;

const changed = (change: (bytes: Buffer) => void): Uint8Array => {
  const bytes = Buffer.from(WHOLE);
  change(bytes);
  return bytes;
};
const filled = (part: string, bytes = LARGE): string => part.repeat(Math.floor(bytes / part.length));

describe("a DOCX file that is broken", () => {
  it("is not read if anything is missing at its end or start", () => {
    expect(readDocx(WHOLE)).toBeDefined();
    for (let length = 0; length < WHOLE.length; length += 3) {
      expect(readDocx(WHOLE.subarray(0, length))).toBeUndefined();
    }
    expect(readDocx(WHOLE.subarray(10))).toBeUndefined();
  });

  it("never throws, whichever byte is another", () => {
    for (let index = 0; index < WHOLE.length; index++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const read = readDocx(changed((bytes) => bytes.writeUInt8(value, index)));
        expect(read === undefined || read.format === "docx").toBe(true);
      }
    }
  });

  it.each([
    ["no archive", Buffer.from("The ferry stayed in port.")],
    ["empty", new Uint8Array()],
    ["an archive without a document", archive({ "a.txt": "x" })],
    ["an archive of nothing", zipSync({})],
    ["encrypted", changed((bytes) => bytes.writeUInt8(1, bytes.lastIndexOf("PK\x01\x02") + 8))],
    ["packed otherwise", changed((bytes) => bytes.writeUInt8(14, bytes.lastIndexOf("PK\x01\x02") + 10))],
    ["cut off in the XML", archive({ "word/document.xml": documentXml(paragraph("x")).slice(0, -20) })],
    ["another XML", archive({ "word/document.xml": "<html><body>x</body></html>" })],
    ["no XML", archive({ "word/document.xml": "x" })],
    ["larger than it says", sizeOf(archive({ "word/document.xml": documentXml(filled("x", 9999)) }), 999)],
    ["smaller than it says", sizeOf(archive({ "word/document.xml": documentXml("x") }), 9_999)],
    ["by its own word too large", sizeOf(archive({ "word/document.xml": documentXml("x") }), 20_000_001)],
  ])("is not read: %s", (_, bytes) => {
    expect(readDocx(bytes)).toBeUndefined();
  });

  it("is read with a comment after the archive, and with entries that are not needed and broken", () => {
    const noted = Buffer.concat([WHOLE, Buffer.from("note")]);
    noted.writeUInt16LE(4, WHOLE.length - 2);
    expect(readDocx(noted)).toBeDefined();
    const picture = Buffer.from(docx(paragraph("x"), { "word/media/a.png": "x".repeat(999) }));
    picture.fill(0xff, picture.indexOf("a.png") + 5, picture.indexOf("a.png") + 9);
    expect(readDocx(picture)).toBeDefined();
  });
});

/** The archive with another size in the directory for its last entry. */
function sizeOf(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(size, copy.lastIndexOf("PK\x01\x02") + 24);
  return copy;
}

describe("a hostile DOCX file is bounded", () => {
  it.each([
    ["a bomb of zeros", "\0".repeat(21_000_000)],
    ["many paragraphs", documentXml(filled(paragraph("a")))],
    ["many empty elements", documentXml(filled("<a/>"))],
    ["one long text", documentXml(paragraph(filled("x y ")))],
    ["one long text of line ends", documentXml(paragraph(filled("\n ")))],
    ["one long text of references", documentXml(paragraph(filled("&amp;")))],
    ["line breaks", documentXml(paragraph(`<w:r>${"<w:br/>".repeat(290_000)}</w:r>`))],
    ["deep nesting", `${"<w:p>".repeat(100_000)}${"</w:p>".repeat(100_000)}`],
    [
      "tables in tables",
      documentXml(
        `${"<w:tbl><w:tr><w:tc>".repeat(80)}${paragraph("x")}${"</w:tc></w:tr></w:tbl>".repeat(80)}`.repeat(
          1500,
        ),
      ),
    ],
    [
      "many attributes",
      documentXml(`<w:p ${Array.from({ length: 200_000 }, (_, index) => `a${index}=""`).join(" ")}/>`),
    ],
    ["a long comment", documentXml(`<!--${filled("- ")}-->`)],
    ["open brackets", documentXml(filled("<"))],
    ["end tags without a start", documentXml(`${"<a>".repeat(200)}${filled("</b>")}${"</a>".repeat(200)}`)],
    [
      "fewer end tags without a start",
      documentXml(`${"<a>".repeat(120)}${"</b>".repeat(200_000)}${"</a>".repeat(120)}`),
    ],
    ["deleted paragraph marks", documentXml(paragraph("x", "<w:rPr><w:del/></w:rPr>").repeat(37_000))],
    [
      "entities that contain each other",
      `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${documentXml(paragraph("&b;"))}`,
    ],
  ])("%s", (_, xml) => {
    const bytes = archive({ "word/document.xml": xml });
    const read = readDocx(bytes);
    const length = read?.blocks.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    expect(length).toBeLessThanOrEqual(5_000_000);
  });

  it("expands no entity of its own", () => {
    const xml = `<!DOCTYPE d [<!ENTITY a "aaaa">]>${documentXml(paragraph("x&a;y"))}`;
    expect(readDocx(archive({ "word/document.xml": xml }))?.blocks[0]?.text).not.toContain("aaaa");
  });

  it("an archive of many entries", () => {
    const names = Array.from({ length: 6_000 }, (_, index) => [`x${index}`, new Uint8Array()]);
    const bytes = zipSync(Object.fromEntries(names), { level: 0 });
    expect(readDocx(bytes)).toBeUndefined();
  });
});
