import { describe, expect, test, vi } from "vitest";
import { cutAnew } from "../../../../../functions/digest/revision/align/cut-anew.ts";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import { fold } from "../../../../../functions/digest/text/fold.ts";
import { makeStory } from "../make-story.ts";

const RATINGS = ["Rating", "Score", "Critical", "9.0 – 10.0", "High", "7.0 – 8.9"];

function cut(before: readonly string[], after: readonly string[]) {
  const whole = { i: 0, j: 0, rows: before.length, columns: after.length };
  const { leading, rest, trailing } = cutAnew(whole, { before, after, folded: fold });
  const sizes = (blocks: typeof leading) => blocks.map(({ rows, columns }) => [rows, columns]);
  return { leading: sizes(leading), rest: [rest.rows, rest.columns], trailing: sizes(trailing) };
}

describe("cutAnew", () => {
  test.each([
    [
      "lines that became a paragraph",
      RATINGS,
      [RATINGS.join(" ")],
      { leading: [[6, 1]], rest: [0, 0], trailing: [] },
    ],
    [
      "a paragraph that became lines",
      [RATINGS.join(" ")],
      RATINGS,
      { leading: [[1, 6]], rest: [0, 0], trailing: [] },
    ],
    [
      "other marks between",
      ["One, two", "three."],
      ["One", "two; three"],
      { leading: [[2, 2]], rest: [0, 0], trailing: [] },
    ],
    [
      "both ends of a gap",
      ["a", "b", "x", "c", "d"],
      ["a b", "y", "c d"],
      { leading: [[2, 1]], rest: [1, 1], trailing: [[2, 1]] },
    ],
    ["a word more", ["a", "b"], ["a b c"], { leading: [], rest: [2, 1], trailing: [] }],
    ["part of a word", ["a", "bc"], ["a b", "c"], { leading: [], rest: [2, 2], trailing: [] }],
    ["nothing on one side", [], ["a"], { leading: [], rest: [0, 1], trailing: [] }],
    [
      "words of letters beyond the first plane",
      ["𝒜 e\u0301", "b"],
      ["𝒜", "e\u0301; b"],
      { leading: [[2, 2]], rest: [0, 0], trailing: [] },
    ],
    [
      "a word of two lines",
      ["a", "𝒜"],
      ["x", "y", "𝒜 —", "…"],
      { leading: [], rest: [1, 2], trailing: [[1, 2]] },
    ],
    ["lines without words", ["—", "a"], ["a"], { leading: [[2, 1]], rest: [0, 0], trailing: [] }],
  ])("%s", (_, before, after, blocks) => {
    expect(cut(before, after)).toEqual(blocks);
    const turned = (sizes: readonly number[][]) => sizes.map((size) => size.toReversed());
    expect(cut(after, before)).toEqual({
      leading: turned(blocks.leading),
      rest: blocks.rest.toReversed(),
      trailing: turned(blocks.trailing),
    });
  });

  test("a sentence of any length that opens and closes otherwise is not read whole", () => {
    const steps = (words: number) => {
      const spied = vi.spyOn(RegExp.prototype, "exec");
      cut([`a ${"x ".repeat(words)}y`], [`b ${"x ".repeat(words)}z`]);
      const { length } = spied.mock.calls;
      spied.mockRestore();
      return length;
    };
    expect(steps(1000)).toBe(steps(10));
  });

  test("a list that became a paragraph is no change, unless a figure did", () => {
    const story = (paragraphs: readonly string[]) =>
      makeStory(["Ratings of the port follow.", ...paragraphs, "They hold for a year."]);
    const { edits, facts } = compareStories(story(RATINGS), story([RATINGS.join(" ")]));
    expect(edits.every(({ edit }) => edit === "kept")).toBe(true);
    expect(facts).toEqual([]);
    const changed = compareStories(story(RATINGS), story([RATINGS.join(" ").replace("7.0", "7,0")]));
    expect(changed.edits.some(({ edit }) => edit !== "kept")).toBe(true);
  });
});
