import { expect, test } from "vitest";
import { bCubedF1 } from "../../bench/measures/b-cubed.ts";

const truth = new Map([
  ["a", "fire"],
  ["b", "fire"],
  ["c", "quake"],
  ["d", "quake"],
]);

/** Precision and recall of each case are worked out by hand. */
test.each([
  [
    "the true groups",
    [
      ["a", "b"],
      ["c", "d"],
    ],
    1,
    1,
  ],
  ["all alone", [["a"], ["b"], ["c"], ["d"]], 1, 1 / 2],
  ["all together", [["a", "b", "c", "d"]], 1 / 2, 1],
  ["one astray", [["a", "b", "c"], ["d"]], (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 1 / 2 + 1 / 2) / 4],
  ["members left out", [["a", "b"]], 1, (1 + 1 + 1 / 2 + 1 / 2) / 4],
])("is right for %s", (_, groups, precision, recall) => {
  expect(bCubedF1(groups, truth)).toBeCloseTo((2 * precision * recall) / (precision + recall));
});
