import { describe, expect, test } from "vitest";
import { haveSameFigures } from "../../../../functions/digest/facts/facts.ts";
import { isSameText } from "../../../../functions/digest/revision/same-text.ts";
import { fold } from "../../../../functions/digest/text/fold.ts";
import { fc } from "../../../support/laws.ts";
import { makeStory } from "./make-story.ts";

const LINES = [
  "Ships wait.",
  "- The quay",
  "— the “old” pier",
  "–",
  "",
  "12 boats",
  "12 000 tons",
  "it's",
  "'",
];

const storyOf = (lines: readonly string[]) => makeStory([], { text: lines.join("\n") });

describe("isSameText", () => {
  test("compares the lines between the same ends as it would the whole texts", () => {
    const line = fc.constantFrom(
      ...LINES,
      "Ships  wait.",
      "— The quay",
      "—the pier",
      "-the pier",
      '- the "old" pier',
      "13 boats",
      "12,000 tons",
    );
    const lines = fc.array(line, { maxLength: 4 });
    fc.assert(
      fc.property(lines, lines, lines, lines, (start, before, after, end) => {
        const [a, b] = [before, after].map((middle) => storyOf([...start, ...middle, ...end]));
        if (a === undefined || b === undefined) {
          throw new Error("two stories are compared");
        }
        const isSame = fold(a.text) === fold(b.text) && haveSameFigures(a.text, b.text);
        expect(isSameText(a, b)).toBe(isSame);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["three films of the pier", "Three Films Of The Pier", true],
    ["Two boats, SIX crews", "two boats, six crews", true],
    ["A line of 5 mW", "A line of 5 MW", false],
    ["A line of 5 boats", "A line of 6 boats", false],
  ])("%j and %j: %j", (before, after, isSame) => {
    expect(isSameText(storyOf([before]), storyOf([after]))).toBe(isSame);
  });
});
