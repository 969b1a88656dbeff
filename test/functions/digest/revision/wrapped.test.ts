import { describe, expect, it } from "vitest";
import { readStory } from "../../../../bench/data/read-story.ts";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { wrapAt } from "../story/formats/wrapping/wrap-text.ts";

const PARAGRAPHS = [
  "The keepers of the lighthouse at Vellmouth walked out on Monday, and the lamp will stay dark until the council pays them. Some 12 boats were towed into the harbour after dark. The council meets tonight.",
  "Fishermen had warned that nobody would see the reef. “We sail by the stars now,” said Odo Quill, who owns two trawlers and a skiff, and whose father kept the lamp.",
  "The tower was built by a widow a long time ago. Her sons kept the lamp for two generations, and then the town took it over.",
];
const revision = (before: string, after: string) =>
  compareStories(readStory("a.txt", before), readStory("a.txt", after));
const WIDTHS = [35, 42, 50, 60, 72, 80, 95, 110];
const story = (paragraphs: readonly string[]) =>
  ["Keepers of the old lighthouse walk out", ...paragraphs].join("\n\n");
const wrapped = (width: number, paragraphs = PARAGRAPHS) =>
  story(paragraphs.map((text) => wrapAt(text, width)));
const edited = PARAGRAPHS.map((text) => text.replace("Some 12 boats", "Some 19 boats"));

describe.each(WIDTHS)("a text wrapped at %i columns", (width) => {
  it("is the same text as one that is not wrapped, or at another width", () => {
    expect(revision(wrapped(width), story(PARAGRAPHS)).kind).toBe("cosmetic");
    expect(revision(wrapped(width), wrapped(width + 17)).kind).toBe("cosmetic");
  });

  it("is the same text where one paragraph is no longer wrapped", () => {
    const one = story(PARAGRAPHS.map((text, index) => (index === 1 ? text : wrapAt(text, width))));
    expect(revision(wrapped(width), one).kind).toBe("cosmetic");
  });

  it.each([
    ["at the same width", (text: string) => wrapAt(text, width)],
    ["at another", (text: string) => wrapAt(text, width + 9)],
    ["no more", (text: string) => text],
  ])("has an edit told alone, wrapped %s", (_, wrap) => {
    expect(revision(wrapped(width), story(edited.map(wrap)))).toMatchObject({
      kind: "substantive",
      counts: { edited: 1, added: 0, removed: 0, moved: 0 },
      facts: [{ before: "12", after: "19" }],
    });
  });
});
