import { describe, expect, it } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";
import { differingWindows } from "../../../../functions/digest/facts/windows.ts";

const FILLERS = {
  en: (n: number) => `the harbour office of pier ${n} wrote down the names of all boats, `,
  de: (n: number) => `das Hafenamt an Pier ${n} schrieb die Namen aller Boote auf, `,
  fr: (n: number) => `le bureau du port au quai ${n} nota le nom de tous les bateaux, `,
  es: (n: number) => `la oficina del puerto en el muelle ${n} anotó los nombres de los barcos, `,
  zh: (n: number) => `港务局在第${n}号码头登记了所有船只的名称，`,
} as const;

/** A sentence of more than 20,000 letters, with these in the places given as shares of its length. */
function giant(
  lang: keyof typeof FILLERS,
  places: readonly (readonly [share: number, words: string])[],
): string {
  const parts = Array.from({ length: 1_000 }, (_, n) => FILLERS[lang](n));
  for (const [share, words] of places) {
    parts[Math.floor(share * 999)] += words;
  }
  return parts.join("");
}

const factsIn = (before: string, after: string) =>
  compareSentences(before, after).facts.map((fact) => [fact.before, fact.after]);

describe("a sentence of more than 20,000 letters", () => {
  it.each([
    ["en", "and it counted 412 passengers, ", "and it counted 481 passengers, ", ["412", "481"]],
    ["de", "und zählte 412 Fahrgäste, ", "und zählte 481 Fahrgäste, ", ["412", "481"]],
    ["fr", "et compta 412 passagers, ", "et compta 481 passagers, ", ["412", "481"]],
    ["es", "y contó 412 pasajeros, ", "y contó 481 pasajeros, ", ["412", "481"]],
    [
      "en",
      "and it took 1.2 million dollars, ",
      "and it took 13 million dollars, ",
      ["1.2 million", "13 million"],
    ],
    ["en", "and on 3 May it closed, ", "and on 14 May it closed, ", ["3 May", "14 May"]],
  ] as const)("has its facts, wherever they stand: %s", (lang, before, after, values) => {
    for (const share of [0, 0.3, 0.99]) {
      const facts = factsIn(giant(lang, [[share, before]]), giant(lang, [[share, after]]));
      expect(facts, String(share)).toHaveLength(1);
      expect(facts[0]?.[0]).toContain(values[0]);
      expect(facts[0]?.[1]).toContain(values[1]);
    }
  });

  it("has those of several places far apart, also where words came and went between them", () => {
    const before = giant("en", [
      [0.01, "and it counted 412 passengers, "],
      [0.5, "and that was long ago, "],
      [0.98, "and it sold 70 tickets, "],
    ]);
    const after = giant("en", [
      [0.01, "and it counted 481 passengers, "],
      [0.98, "and it sold 75 tickets, "],
    ]);
    expect(factsIn(before, after)).toEqual([
      ["412", "481"],
      ["70", "75"],
    ]);
  });

  it("has none where only its form changed, and none that only moved within it", () => {
    const text = giant("en", []);
    expect(compareSentences(text, text.replaceAll("pier 500 ", "pier  500 ")).facts).toEqual([]);
    expect(compareSentences(text, text.replace("names of all boats", "Names of all boats")).facts).toEqual(
      [],
    );
  });

  it("is of substance where it does not agree again", () => {
    const [a, b] = [giant("en", []), giant("de", [])];
    expect(compareSentences(a, b)).toEqual({ facts: [], weight: "substance" });
    expect(differingWindows(a, b).isWhole).toBe(false);
  });

  it("that differs everywhere takes no time", () => {
    const [a, b] = ["ab".repeat(2_000_000), "ba".repeat(2_000_000)];
    expect(differingWindows(a, b).windows.length).toBeLessThanOrEqual(20);
    expect(differingWindows("a ".repeat(1_000_000), "b ".repeat(1_000_000)).isWhole).toBe(false);
  });
});
