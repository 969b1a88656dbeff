import { expect, it } from "vitest";
import { significanceOfRemoval } from "../../../../../functions/digest/changes/removals/significance.ts";

it.each([
  ["a short story that nobody remembers", { words: 40 }, {}, 7],
  ["one whose last text is lost", {}, {}, 7],
  ["one of 100 words", { words: 100 }, {}, 7.5],
  ["one of 299 words", { words: 299 }, {}, 7.5],
  ["one of 300 words", { words: 300 }, {}, 8],
  ["one of 600 characters, without spaces", { characters: 600 }, {}, 8],
  ["one of 599 characters", { characters: 599 }, {}, 7.5],
  ["one that shared its thread", { words: 40 }, { hasThread: true }, 8],
  ["one that was new in the edition before", { words: 40 }, { before: 30 }, 22],
  ["one that was revised by far", { words: 40 }, { before: 75 }, 27],
  ["one that was killed", { words: 40 }, { before: 100 }, 27],
  ["one that has everything", { words: 900 }, { before: 100, hasThread: true }, 29],
])("of %s is as printed", (_, length, known, expected) => {
  expect(significanceOfRemoval(length, { hasThread: false, ...known })).toBe(expected);
});
