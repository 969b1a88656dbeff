import { expect, test } from "vitest";
import { seededRandom } from "../../../../../bench/data/random.ts";
import { countChoices, noChoices, toldStories } from "../../../../../bench/figures/model/choices.ts";
import { lossesOf } from "../../../../../bench/measures/lost-words.ts";
import { reach } from "../../../../support/reach.ts";

const ANSWERS_A_STORY = reach(80, 1_200);

test("of answers made to mislead, nothing is told that is not in the story, and nothing is lost that changes its claims", () => {
  const [random, counts] = [seededRandom(7), noChoices()];
  for (const story of toldStories()) {
    countChoices(story, ANSWERS_A_STORY, random, counts);
  }
  expect(counts.seen).toEqual([]);
  expect(counts).toMatchObject({ strange: 0, lost: 0 });
  expect(counts.answers).toBeGreaterThan(8 * ANSWERS_A_STORY);
});

test("honest answers are told, and plain asides cut", () => {
  const [random, counts] = [seededRandom(8), noChoices()];
  for (const story of toldStories()) {
    countChoices(story, ANSWERS_A_STORY, random, counts);
  }
  expect(counts.honestTold / counts.honest).toBeGreaterThan(0.9);
  expect(counts.asides).toBeGreaterThan(20);
  expect(counts.asidesCut / counts.asides).toBeGreaterThan(0.9);
});

test.each([
  ["a word of its own", ["The mayor of Velm may not go home."], { strange: 1 }],
  ["words in another order", ["The mayor of Velm may not today resign."], { strange: 1 }],
  ["a lost negation", ["The mayor of Velm may resign today."], { lost: ["not"] }],
  ["a lost hedge", ["The mayor of Velm not resign today."], { lost: ["may"] }],
  ["words that tell nothing", ["The mayor may not resign."], { lost: [], deleted: 3 }],
])("the measure sees %s", (_, told, expected) => {
  const source = "The mayor of Velm may not resign today.";
  expect(lossesOf(told, [source], { telling: "not may", names: [] })).toMatchObject(expected);
});

test("the measure sees a lost figure, a lost mark and half a name", () => {
  const source = "Ada Holt paid 12 crowns for “the boat” in Velm.";
  const of = (told: string) => lossesOf([told], [source], { telling: "", names: ["Ada Holt"] }).lost;
  expect(of("Ada Holt paid crowns for “the boat” in Velm.")).toEqual(["12"]);
  expect(of("Ada paid 12 crowns for “the boat” in Velm.")).toEqual(["Ada Holt"]);
  expect(of("Ada Holt paid 12 crowns for the boat in Velm.")).toEqual(["a quotation mark"]);
});
