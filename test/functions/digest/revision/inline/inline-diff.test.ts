import { describe, expect, test } from "vitest";
import { inlineDiff } from "../../../../../functions/digest/revision/inline/inline-diff.ts";
import type { WordChange } from "../../../../../functions/digest/revision/types.ts";
import { boundedDiff } from "../../../../../functions/digest/text/bounded-diff.ts";
import { fc } from "../../../../support/laws.ts";
import { anyText, sentence } from "../arbitraries.ts";

const marks = { kept: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;

function show(words: readonly WordChange[] | undefined): string | undefined {
  return words?.map(({ type, text }) => marks[type].join(text)).join("");
}

function side(words: readonly WordChange[], other: "removed" | "added"): string {
  return words
    .filter((word) => word.type !== other)
    .map((word) => word.text)
    .join("");
}

describe("inlineDiff", () => {
  test.each([
    ["12 people died.", "19 people died.", "[-12-]{+19+} people died."],
    ["It cost $1.5 million.", "It cost $15 million.", "It cost [-$1.5-]{+$15+} million."],
    ["It was -5 degrees.", "It was 5 degrees.", "It was [--5-]{+5+} degrees."],
    ["The crew left.", "The whole crew left early.", "The{+ whole+} crew left{+ early+}."],
    ["It won’t sail today.", "It won't sail today.", "It [-won’t-]{+won't+} sail today."],
    ["He was freed.", "He was not freed.", "He was{+ not+} freed."],
    [
      "The port in the north was shut.",
      "The quay in Oslo was shut.",
      "The [-port in the north-]{+quay in Oslo+} was shut.",
    ],
  ])("diffs %j and %j", (before, after, expected) => {
    expect(show(inlineDiff(before, after).words)).toBe(expected);
  });

  test("gives no diff if less than 40 % is common", () => {
    expect(inlineDiff("The crew left at dawn.", "Nobody knows what happened.").words).toBeUndefined();
  });

  test("gives up past its bound, and sets truncated", () => {
    const before = Array.from({ length: 50 }, (_, n) => `word${n}`).join(" ");
    const after = before.split(" ").reverse().join(" ");
    expect(inlineDiff(before, after, boundedDiff(1, 1_000, 10))).toMatchObject({ truncated: true });
    expect(inlineDiff(before, after, boundedDiff(1, 1_000, 10)).words).toBeUndefined();
  });

  test("does not diff a text too long to be a sentence", () => {
    const long = "word ".repeat(5_000);
    expect(inlineDiff(long, `${long}end`)).toMatchObject({ truncated: true, common: expect.closeTo(1, 2) });
  });

  test("is lossless: kept and removed rebuild before, kept and added rebuild after", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, anyText), fc.oneof(sentence, anyText), (before, after) => {
        const { words } = inlineDiff(before, after);
        if (words === undefined) {
          return;
        }
        expect(side(words, "added")).toBe(before);
        expect(side(words, "removed")).toBe(after);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("keeps every word of a text compared with itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words = [] } = inlineDiff(text, text);
        expect(words.filter((word) => word.type !== "kept")).toEqual([]);
      }),
      { seed: 3 },
    );
  });
});
