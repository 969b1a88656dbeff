import { expect, test } from "vitest";
import { plainBlocks } from "../../../../../../functions/digest/story/formats/markdown/plain-markdown.ts";

test.each([
  ["at the start of the note", "[^12]: Annex 2 as amended.", "Annex 2 as amended."],
  ["in the text", "Annex 2[^12] applies[^a].", "Annex 2 applies."],
  ["before a colon of the text", "The annex says[^12]: no ships.", "The annex says: no ships."],
])("text that is too long for the lexer is read without the marks of footnotes: %s", (_, source, text) => {
  expect(plainBlocks(source).map((block) => block.text)).toEqual([text]);
});
