import { describe, expect, it } from "vitest";
import { compareSentences } from "../../../../../functions/digest/facts/facts.ts";
import { LANGUAGES } from "../../../../../functions/digest/facts/reading/numbers/number-languages.ts";
import { UNITS } from "../../../../../functions/digest/facts/reading/numbers/units.ts";
import { readingOf } from "../../../../../functions/digest/facts/reading/reading.ts";
import { valueAt } from "../../../../../functions/digest/facts/reading/values.ts";
import { fc } from "../../../../support/laws.ts";

const NUMBER_WORDS = Object.values(LANGUAGES)
  .flatMap((lists) => Object.values(lists).flat())
  .flatMap((list) => list.split(/[ /]/));
const OTHERS = "12 3.5 1.2.3 18F 2031 May lunedì - – : . , / % $ € ( ) and et y bis to no. 7th half".split(
  " ",
);

function toldOf(lang: string, before: string, after: string): string[] {
  return compareSentences(before, after, { lang }).facts.map((fact) => `${fact.before} → ${fact.after}`);
}

describe("reading a sentence", () => {
  it("goes on from every value, whatever number words follow each other", () => {
    const word = fc.constantFrom(...NUMBER_WORDS, ...UNITS.keys(), ...OTHERS, ...OTHERS);
    const words = fc.array(fc.tuple(word, fc.constantFrom(" ", " ", "", "-")), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(...Object.keys(LANGUAGES)), (pairs, lang) => {
        const reading = readingOf(pairs.flat().join(""), lang);
        for (const at of reading.tokens.keys()) {
          expect(valueAt(reading, at)?.to ?? at + 1).toBeGreaterThan(at);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[lang: string, before: string, after: string, facts: readonly string[]]>([
    ["en", "About 12 hundred boats left.", "About 13 hundred boats left.", ["12 hundred → 13 hundred"]],
    ["en", "It sank 12hundred boats.", "It sank 14hundred boats.", ["12hundred → 14hundred"]],
    [
      "en",
      "The quay cost 5 hundred dollars.",
      "The quay cost 7 hundred dollars.",
      ["5 hundred dollars → 7 hundred dollars"],
    ],
    [
      "en",
      "They left at 12 hundred hours.",
      "They left at 14 hundred hours.",
      ["12 hundred hours → 14 hundred hours"],
    ],
    ["en", "Some 3 hundred and 4 gulls came.", "Some 6 hundred and 4 gulls came.", ["3 hundred → 6 hundred"]],
    ["de", "Rund 7 hundert Boote fuhren aus.", "Rund 9 hundert Boote fuhren aus.", ["7 hundert → 9 hundert"]],
    ["nl", "Er voeren 6 honderd boten uit.", "Er voeren 8 honderd boten uit.", ["6 honderd → 8 honderd"]],
    ["da", "Der sejlede 5 hundrede både.", "Der sejlede 6 hundrede både.", ["5 hundrede → 6 hundrede"]],
    ["fr", "Le billet coûte 12 cents.", "Le billet coûte 15 cents.", ["12 cents → 15 cents"]],
    ["fr", "Le billet coûte 12cents.", "Le billet coûte 15cents.", ["12cents → 15cents"]],
    ["en", "The ticket costs 50 cents.", "The ticket costs 60 cents.", ["50 cents → 60 cents"]],
    ["en", "About 12 hundred boats left.", "About 1,200 boats left.", []],
    ["en", "About twelve hundred boats left.", "About 12 hundred boats left.", []],
    ["de", "Rund 7 hundert Boote fuhren aus.", "Rund 700 Boote fuhren aus.", []],
  ])("reads figures with hundreds in words (%s): %s", (lang, before, after, facts) => {
    expect(toldOf(lang, before, after)).toEqual(facts);
  });
});
