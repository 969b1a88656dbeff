import { expect, test } from "vitest";
import { stem, stemReader, stemsOf } from "../../../../functions/digest/text/stems.ts";

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

test.each([
  ["passes", "pass"],
  ["pass", "pass"],
  ["campus", "campus"],
  ["tennis", "tennis"],
  ["earliest", "earli"],
  ["earlier", "earli"],
  ["carried", "carri"],
  ["happily", "happi"],
  ["play", "play"],
  ["city", "citi"],
  ["creators", "creat"],
  ["payments", "pay"],
  ["seemingly", "seem"],
  ["reportedly", "report"],
  ["openings", "open"],
  ["runners", "run"],
  ["rubbed", "rub"],
  ["slowly", "slow"],
  ["bees", "bees"],
  ["ing", "ing"],
  ["église", "églis"],
  ["1990s", "1990s"],
])("cuts %s to %s", (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test("reads sentences that share words as each alone", () => {
  const sentences = [
    "The ships of the ferry line sailed",
    "Ferry ships sail, ships wait",
    "北部で地震 ferry",
  ];
  const read = stemReader();
  expect(sentences.map((sentence) => read(sentence))).toEqual(sentences.map((sentence) => stemsOf(sentence)));
});

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
