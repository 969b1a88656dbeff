import { expect, it } from "vitest";
import { isSpelling } from "../../../../../functions/digest/changes/terms/spelling.ts";

const STORY = "harbour ferries council receive variety trial austria illegal legal closes".split(" ");

function isSpelled(wrong: string, right: string): boolean {
  const [before, after] = [new Set([...STORY, wrong]), new Set([...STORY, right])];
  return isSpelling(wrong, right, () => ({ before, after }));
}

it.each([
  ["habrour", "harbour"],
  ["habour", "harbour"],
  ["recieve", "receive"],
  ["varety", "variety"],
  ["couuncil", "council"],
])("%s is %s spelled wrong", (wrong, right) => {
  expect(isSpelled(wrong, right)).toBe(true);
});

it.each([
  ["can", "can't"],
  ["legal", "illegal"],
  ["illegal", "legal"],
  ["australia", "austria"],
  ["closed", "closes"],
  ["trail", "trial"],
  ["lead", "led"],
  ["boats", "ferries"],
  ["proscribe", "prescribe"],
])("%s → %s is another word, or may be", (before, after) => {
  expect(isSpelled(before, after)).toBe(false);
});

it("is another word if the story still has the first one", () => {
  const words = new Set(["varety", "variety"]);
  expect(isSpelling("varety", "variety", () => ({ before: words, after: words }))).toBe(false);
});

it.each([
  ["colour", "color"],
  ["favourable", "favorable"],
  ["neighbours", "neighbors"],
  ["cancelled", "canceled"],
  ["travelling", "traveling"],
  ["organise", "organize"],
  ["organisations", "organizations"],
  ["analysed", "analyzed"],
  ["centre", "center"],
  ["theatres", "theaters"],
  ["licence", "license"],
  ["programme", "program"],
])("%s and %s are one word of two countries", (british, american) => {
  const words = () => ({ before: new Set([british]), after: new Set([american]) });
  expect(isSpelling(british, american, words)).toBe(true);
  expect(isSpelling(american, british, words)).toBe(true);
});

it.each([
  ["filled", "filed"],
  ["fourth", "forth"],
  ["course", "corse"],
  ["prise", "prize"],
  ["tour", "tor"],
  ["poller", "poler"],
  ["residence", "resident"],
  ["canceled", "cancels"],
  ["organised", "organises"],
  ["tired", "tried"],
  ["programmes", "programmer"],
])("%s and %s are two words", (before, after) => {
  const words = () => ({ before: new Set([before]), after: new Set([after]) });
  expect(isSpelling(before, after, words)).toBe(false);
});
