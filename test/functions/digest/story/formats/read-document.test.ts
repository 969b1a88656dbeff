import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  isUnread,
  type ReadOptions,
  readDocument,
} from "../../../../../functions/digest/story/formats/read-document.ts";
import { cpuMs } from "../../../../support/cpu-time.ts";
import { docx, paragraph } from "../../../../support/docx.ts";

const OPTIONS: ReadOptions = { maxBytes: 100_000 };
const read = (key: string, bytes: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
  readDocument(key, typeof bytes === "string" ? Buffer.from(bytes) : bytes, { ...OPTIONS, ...options });

const CONFLICT = "<<<<<<< HEAD\nThe ferry sails.\n=======\nThe ferry stays.\n>>>>>>> quay\n";

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
    ["a.json", "null", "JSON without a story"],
    ["a.json", '{"headline": "Half a sto', "JSON, broken"],
    ["a.json", '{"headline": "A", "body_text": "One.",}', "JSON, broken"],
    ["a.txt", '{"headline": "A", "body_text": "One."}\n{"headline": "B"}', "JSON, broken"],
    ["a.txt", "", "empty"],
    ["a.txt", " \n ", "empty"],
    ["a.pdf", "%PDF-1.7", "PDF, not read"],
    ["a.png", "x", "image"],
    ["a.txt.gz", "no gzip", "broken gzip"],
    ["a.txt", "x".repeat(100_001), "too large"],
    ["a.txt.gz", gzipSync("x".repeat(100_001)), "too large"],
    ["news/", "", "empty"],
    ["a.txt", `Ferry\n\n${CONFLICT}`, "merge conflict"],
    ["a.txt", `Ferry\n\n${CONFLICT}`.replaceAll("\n", "\r\n"), "merge conflict"],
    ["a.md", `# Ferry\n\n\`\`\`\nls\n\`\`\`\n\n${CONFLICT}`, "merge conflict"],
    ["a.md", `# Ferry\n\n${CONFLICT.replace("=======", "||||||| base\nOld.\n=======")}`, "merge conflict"],
    ["a.html", `<h1>Ferry</h1>\n${CONFLICT}`, "merge conflict"],
    ["a.json", `{\n${CONFLICT}}`, "merge conflict"],
  ])("%s is not read, with a reason: %#", (key, bytes, unread) => {
    const reading = read(key, bytes);
    expect(reading).toEqual({ unread });
    expect(isUnread(reading)).toBe(true);
  });
});

describe("what a server sends in place of a page", () => {
  const page = (headline: string, text: string): string =>
    `<!doctype html><html><head><title>${headline}</title></head><body><h1>${headline}</h1><p>${text}</p></body></html>`;
  const APOLOGY = "We are sorry. Please try again later, or go to the front page.";

  it.each([
    "404 Not Found",
    "Error 404",
    "404 – Page not found",
    "HTTP Error 502: Bad Gateway",
    "503 Service Temporarily Unavailable",
    "Page not found | The Courier",
    "Sorry, the page you were looking for could not be found.",
    "Oops! Page not found",
    "Seite nicht gefunden",
    "Page introuvable – Le Phare",
    "Página no encontrada",
    "Just a moment...",
    "Redirecting…",
  ])("is no story: %s", (headline) => {
    expect(read("a.html", page(headline, APOLOGY))).toEqual({ unread: "HTML without a story" });
  });

  it.each([
    ["404 Not Found", APOLOGY.repeat(12)],
    ["404 houses lost power", APOLOGY],
    ["503 jobs go at the dock", APOLOGY],
    ["Missing page of the log found", APOLOGY],
    ["Access denied to the pier for a week", APOLOGY],
    ["Redirecting the river costs $4 million", APOLOGY],
  ])("is not what a story can be called: %s", (headline, text) => {
    expect(read("a.html", page(headline, text))).toMatchObject({ document: { headline } });
  });
});

describe("text that only looks like a merge conflict", () => {
  it.each([
    ["shown in code", `# Ferry\n\n\`\`\`\n${CONFLICT}\`\`\`\n`],
    ["with a mark missing", `# Ferry\n\n${CONFLICT.replace(/>>>>>>>.*/, "")}`],
    ["in another order", "# Ferry\n\n>>>>>>> quay\n\nText.\n\n=======\n\n<<<<<<< HEAD\n"],
    ["within lines", `# Ferry\n\n${CONFLICT.replaceAll(/^/gm, "- ")}`],
  ])("is read: %s", (_, source) => {
    expect(isUnread(read("a.md", source))).toBe(false);
  });

  it("is read where it was archived before", () => {
    expect(isUnread(read("a.txt", CONFLICT, { isPlainText: true }))).toBe(false);
  });

  it("takes time in proportion to its length", () => {
    const lines = "<<<<<<< HEAD\n".repeat(300_000);
    expect(cpuMs(() => read("a.txt", lines, { maxBytes: 5_000_000 }))).toBeLessThan(3000);
  });
});
