import { expect, it } from "vitest";
import { significanceOfRemoval } from "../../../../../functions/digest/changes/removals/significance.ts";

it.each([
  ["a short story that nobody remembers", { words: 40 }, {}, 40],
  ["one whose last text is lost", {}, {}, 40],
  ["one of 100 words", { words: 100 }, {}, 45],
  ["one of 299 words", { words: 299 }, {}, 45],
  ["one of 300 words", { words: 300 }, {}, 50],
  ["one of 600 characters, without spaces", { characters: 600 }, {}, 50],
  ["one of 599 characters", { characters: 599 }, {}, 45],
  ["one that shared its thread", { words: 40 }, { hasThread: true }, 50],
  ["one that was new in the edition before", { words: 40 }, { before: 30 }, 55],
  ["one that was revised by far", { words: 40 }, { before: 75 }, 78],
  ["one that was killed", { words: 40 }, { before: 100 }, 80],
  ["one that has everything", { words: 900 }, { before: 100, hasThread: true }, 100],
])("of %s is as printed", (_, length, known, expected) => {
  expect(significanceOfRemoval(length, { hasThread: false, ...known })).toBe(expected);
});
