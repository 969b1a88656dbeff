import { expect, test } from "vitest";
import { countOrphans } from "../../bench/data/orphans.ts";

const sentences = [
  "The quay burned.",
  "It was old.",
  "But ships came.",
  "Oslo mourns.",
  "“They were young.”",
];

test.each([
  ["the sentence before is taken", [0, 1], 0],
  ["the sentence before is left out", [0, 2], 1],
  ["a sentence leans on a taken one that leans on one left out", [1, 2], 1],
  ["the opener stands behind a quotation mark", [0, 4], 1],
  ["nothing leans", [0, 3], 0],
  ["nothing is taken", [], 0],
])("where %s, counts the orphans of %j as %i", (_, indices, orphans) => {
  expect(
    countOrphans(
      indices.map((index) => sentences[index] ?? ""),
      sentences,
    ),
  ).toBe(orphans);
});

test("leans on nothing in the first sentence of a story", () => {
  expect(countOrphans(["It was old."], ["It was old.", "Oslo mourns."])).toBe(0);
});
