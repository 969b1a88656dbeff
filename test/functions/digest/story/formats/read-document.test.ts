import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  isUnread,
  type ReadOptions,
  readDocument,
} from "../../../../../functions/digest/story/formats/read-document.ts";
import { docx, paragraph } from "../../../../support/docx.ts";

const OPTIONS: ReadOptions = { maxBytes: 100_000 };
const read = (key: string, bytes: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
  readDocument(key, typeof bytes === "string" ? Buffer.from(bytes) : bytes, { ...OPTIONS, ...options });

describe("a document", () => {
  it("is read from plain text, also packed", () => {
    const text = "Storm reaches the coast\r\n\r\nThe ferry stayed in port.";
    const unified = text.replaceAll("\r\n", "\n");
    const blocks = [{ text: "Storm reaches the coast" }, { text: "The ferry stayed in port." }];
    expect(read("a.txt", text)).toMatchObject({ document: { format: "text", blocks }, text: unified });
    expect(read("a", text, { contentType: "binary/octet-stream" })).toMatchObject({
      document: { format: "text", blocks },
      text: unified,
    });
    expect(read("a.txt.gz", gzipSync(text))).toMatchObject({
      document: { format: "text", blocks },
      text: unified,
    });
  });

  it("is read from DOCX, by its name, its content or its type, also packed", () => {
    const bytes = docx(paragraph("The ferry stayed in port."));
    const blocks = [{ kind: "paragraph", text: "The ferry stayed in port." }];
    for (const key of ["a.docx", "a", "a.txt"]) {
      expect(read(key, bytes)).toMatchObject({ document: { format: "docx", blocks } });
    }
    expect(read("a.docx.gz", gzipSync(bytes))).toMatchObject({ document: { format: "docx", blocks } });
  });

  it.each([
    ["a.docx", "The ferry stayed in port.", "DOCX, broken or encrypted"],
    ["a.docx", docx(paragraph("x")).subarray(0, 300), "DOCX, broken or encrypted"],
    ["a.docx", "", "empty"],
    ["a.docx", docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "DOCX without a story"],
    ["a.html", "<html><body><nav>Home</nav></body></html>", "HTML without a story"],
    ["a.json", "{}", "JSON without a story"],
    ["a.txt", "", "empty"],
    ["a.txt", " \n ", "empty"],
    ["a.pdf", "%PDF-1.7", "PDF, not read"],
    ["a.png", "x", "image"],
    ["a.txt.gz", "no gzip", "broken gzip"],
    ["a.txt", "x".repeat(100_001), "too large"],
    ["a.txt.gz", gzipSync("x".repeat(100_001)), "too large"],
    ["news/", "", "empty"],
  ])("%s is not read, with a reason: %#", (key, bytes, unread) => {
    const reading = read(key, bytes);
    expect(reading).toEqual({ unread });
    expect(isUnread(reading)).toBe(true);
  });
});
