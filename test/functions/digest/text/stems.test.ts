import { expect, test } from "vitest";
import { stem, stemsOf } from "../../../../functions/digest/text/stems.ts";

test.each([
  ["attack", "attacks", "attacked", "attacking"],
  ["stop", "stops", "stopped", "stopping"],
  ["city", "cities"],
  ["negotiate", "negotiates", "negotiated", "negotiating", "negotiation", "negotiations", "negotiator"],
  ["close", "closes", "closed", "closing"],
])("gives %s and its forms one stem", (...words) => {
  expect(new Set(words.map(stem)).size).toBe(1);
});

test.each([["news"], ["2025"], ["ties"], ["bus"], ["glass"]])(
  "keeps at least three letters of %s",
  (word) => {
    expect(stem(word).length).toBeGreaterThanOrEqual(3);
  },
);

test("drops stop words, and the genitive of names", () => {
  expect(stemsOf("The mayor’s ship is in the harbour, and it isn't on fire")).toEqual(
    ["mayor", "ship", "harbour", "fire"].map(stem),
  );
});

test("cuts a Cyrillic word to six letters", () => {
  expect(stemsOf("пожарные пожарных", "ru")).toEqual(["пожарн", "пожарн"]);
});

test("drops the short words of other languages, but not numbers", () => {
  expect(stemsOf("Un port de la ville, 12 morts", "fr")).toEqual(["port", "ville", "12", "morts"].map(stem));
});

test("keeps combining marks with their letters", () => {
  expect(stemsOf("हिन्दी", "hi")).toEqual(["हिन्दी"]);
});
