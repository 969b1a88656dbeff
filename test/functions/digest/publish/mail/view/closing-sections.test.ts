import { expect, test } from "vitest";
import { renderEdition } from "../../../../../../functions/digest/publish/mail/render.ts";
import { makeEdition } from "../../../../../../local/preview/sample-editions.ts";

const OPTIONS = { timeZone: "UTC", storyUrl: "" };

test.each([
  ["encoding", "Character encoding"],
  ["typography, white space", "Typography and spacing"],
  ["white space, case, boilerplate", "Spacing, capital letters and page clutter"],
  ["boilerplate", "Page clutter"],
  ["case, of its own kind", "Case, of its own kind"],
])("a formatting change with the reason %j is listed under %j", (reason, title) => {
  const { text } = renderEdition(makeEdition({ cosmetic: [{ key: "a.txt", reason }] }), OPTIONS);
  expect(text).toContain(`\n- ${title}: a.txt\n`);
});

test("both words for page clutter are one reason", () => {
  const cosmetic = [
    { key: "a.txt", reason: "boilerplate" },
    { key: "b.txt", reason: "boilerplate" },
  ];
  const { text } = renderEdition(makeEdition({ cosmetic }), OPTIONS);
  expect(text).toContain("\n- Page clutter: a.txt and b.txt\n");
});

test.each([
  ["empty", "empty"],
  ["not text", "not a text file"],
  ["too large", "file too large"],
  ["too many paragraphs", "file with too many paragraphs"],
  ["broken gzip", "damaged gzip file"],
  ["merge conflict", "file with an unresolved merge conflict"],
  ["access denied", "access denied"],
  ["PDF, not read", "PDF file (not supported)"],
  ["office file", "Office file (not supported)"],
  ["image", "image file, not a story"],
  ["audio or video", "audio or video file, not a story"],
  ["archive", "archive file, not a story"],
  ["script or style sheet", "script or style sheet, not a story"],
  ["editor backup", "backup copy made by an editor"],
  ["system file", "system file, not a story"],
  ["folder marker", "folder, not a story"],
  ["binary", "not a text file"],
  ["DOCX, broken or encrypted", "damaged or password-protected Word file"],
  ["DOCX without a story", "no story found in this Word file"],
  ["plain text without a story", "no story found in this text file"],
  ["HTML without a story", "no story found in this HTML file"],
  ["Markdown without a story", "no story found in this Markdown file"],
  ["JSON without a story", "no story found in this JSON file"],
  ["XML without a story", "no story found in this XML file"],
  ["cut by 83 %", "shortened by 83%"],
])("a story held back with the reason %j is listed with %j", (reason, words) => {
  const { text } = renderEdition(makeEdition({ heldBack: [{ key: "a.txt", reason }] }), OPTIONS);
  expect(text).toContain(`\n- a.txt: ${words}`);
});

test("a story that was held back is told with its headline, its length before, and what came in its place", () => {
  const heldBack = [
    { key: "notes/broken.png", reason: "image" },
    {
      key: `wire/2026/11/20/${"very-long-".repeat(12)}name.txt`,
      reason: "cut by 83 %",
      headline: "Ferry runs aground off Velm",
      words: 412,
      left: { words: 66, text: "This page was withdrawn." },
    },
    { key: "c.txt", reason: "empty", headline: "渡轮搁浅", characters: 300 },
  ];
  const { text } = renderEdition(makeEdition({ heldBack }), OPTIONS);
  expect(text.replaceAll(/\s+/g, " ")).toContain(
    "- Ferry runs aground off Velm shortened by 83%; it had 412 words, now 66 words: “This page was withdrawn.”",
  );
  expect(text).toMatch(/- 渡轮搁浅\n {2}empty; it had 300 characters\n/u);
  expect(text.indexOf("渡轮搁浅")).toBeLessThan(text.indexOf("broken"));
});
