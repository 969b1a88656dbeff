import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveHeadline } from "../../../../functions/digest/story/derive-headline.ts";

describe("deriveHeadline", () => {
  test.each([
    ["keeps a short sentence", "The bridge opened on Monday.", "The bridge opened on Monday"],
    [
      "drops what leads up to the sentence",
      "On Monday in Easton, the harbour office opened the new bridge to the first forty cars and lorries.",
      "The harbour office opened the new bridge to the first forty cars",
    ],
    [
      "drops who said it at the end",
      "The new bridge will not open before the end of the year, two people at the office said on Monday.",
      "The new bridge will not open before the end of the year",
    ],
    [
      "drops a description between commas",
      "Ada Moor, the head of the harbour office for ten years, met the ferry crews in Easton.",
      "Ada Moor met the ferry crews in Easton",
    ],
    [
      "drops who announced it",
      "Tom Lin, a spokesman for the council, announced that Mayor Ann Cole would meet her colleague in Weston.",
      "Mayor Ann Cole would meet her colleague in Weston",
    ],
    [
      "keeps who claims it",
      "The company said that its new bridge is the safest of all bridges that were ever built here.",
      "The company said that its new bridge is the safest",
    ],
    [
      "drops asides",
      "The harbour office (founded in 1901) opened its new bridge — a steel one — to cars, buses and lorries on Monday.",
      "The harbour office opened its new bridge to cars, buses and lorries",
    ],
    [
      "passes over a sentence that is too short",
      "Wow. The bridge in Easton opened on Monday.",
      "The bridge in Easton opened on Monday",
    ],
    [
      "cuts a script without blanks at a clause",
      "市长周一在首都为新建成的大桥剪彩，居民表示热烈欢迎并且希望早日通车到达对岸的城市。",
      "市长周一在首都为新建成的大桥剪彩",
    ],
  ])("%s", (_, paragraph, headline) => {
    expect(deriveHeadline(paragraph)).toBe(headline);
  });

  test("is at most 12 words and never ends in a comma or a word that wants another", () => {
    const word = fc.constantFrom(
      "the",
      "of",
      "in",
      "and",
      "Ada",
      "Moor",
      "bridge",
      "opens",
      "harbour,",
      "Easton",
      "with",
      "which",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 60 }), (words) => {
        const headline = deriveHeadline(`Ferries ${words.join(" ")}.`);
        expect(headline.split(" ").length).toBeLessThanOrEqual(12);
        expect(headline).not.toMatch(/(?:,| the| of| in| and| with| which)$/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test("comes to an end on a sentence that could be divided in many ways", () => {
    const word = "a".repeat(70);
    expect(deriveHeadline(`${word}, ${word} said ${`${word} `.repeat(7)}.`)).not.toBe("");
    expect(deriveHeadline(`Ferries${", the".repeat(2000)}`)).not.toBe("");
    expect(deriveHeadline(`Ferries ${"— (".repeat(2000)}`)).not.toBe("");
  });

  test("never ends inside a name", () => {
    const paragraph =
      "Seven small towns near harbour bridges along northern shores welcomed Prime Minister Ada Jane Moor Lindqvist yesterday.";
    expect(deriveHeadline(paragraph)).toBe(
      "Seven small towns near harbour bridges along northern shores welcomed",
    );
  });
});
