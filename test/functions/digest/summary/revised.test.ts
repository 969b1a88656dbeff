import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { summariseRevision } from "../../../../functions/digest/summary/revised.ts";
import { makeStory } from "../revision/make-story.ts";

const STORY = [
  "The town of Velm closed its north pier on Monday after a storm, and ferries now sail from Karsk.",
  "Engineers found cracks in two of the nine pillars and asked the council for more money.",
  "The harbour master said that repairs would take a month at the most.",
];
const CLOSING =
  "Tickets that were bought before the storm are valid on every line until the end of the year.";

function summaryOf(before: readonly string[], after: readonly string[], lang?: string): readonly string[] {
  const [a, b] = [before, after].map((paragraphs) =>
    makeStory(paragraphs, lang === undefined ? {} : { lang }),
  );
  if (a === undefined || b === undefined) {
    throw new Error("no stories");
  }
  return summariseRevision(compareStories(a, b), { after: b });
}

const [first = "", second = "", third = ""] = STORY;

describe("what stood in the story before is in no summary of a revision", () => {
  test.each([
    [
      "a sentence that was split",
      [
        "The town of Velm closed its north pier on Monday after a storm. Ferries now sail from Karsk.",
        second,
        third,
      ],
    ],
    ["a sentence that was moved", [third, first, second]],
    ["sentences that were joined", [first, `${second.slice(0, -1)}; ${third}`]],
    ["a paragraph that was wrapped otherwise", [`${first}\n${second}`, third]],
    ["other quotation marks and dashes", [first, second, third.replace("said that", "said – that")]],
    ["capitals", [first.replace("north pier", "North Pier"), second, third]],
    ["one word for another", [first, second.replace("asked", "begged"), third]],
    ["words that are gone", [first, second.replace(" and asked the council for more money", ""), third]],
    ["a sentence that is gone", [first, third]],
    ["a new heading", [first, "What comes next for the pier", second, third]],
  ])("%s", (_, after) => {
    expect(summaryOf(STORY, after)).toEqual([]);
  });

  test.each([
    [
      "of a typing error",
      "Engeneers found craks in two of the nine pillars and asked the council for more money.",
      "Engineers found cracks in two of the nine pillars and asked the council for more money.",
      "en",
    ],
    [
      "of a spelling in French",
      "Le conseil municpal a fermé le quai pour tous les navires du port pendant un mois.",
      "Le conseil municipal a fermé le quai pour tous les navires du port pendant un mois.",
      "fr",
    ],
    [
      "of a spelling in German",
      "Der Stadtrat hat den Kai für alle Schiffe des Hafens einen Monta lang gesperrt.",
      "Der Stadtrat hat den Kai für alle Schiffe des Hafens einen Monat lang gesperrt.",
      "de",
    ],
    [
      "of a spelling in Spanish",
      "El ayuntamiento cerró el muelle a todos los barcos del puerto durante un mes entreo.",
      "El ayuntamiento cerró el muelle a todos los barcos del puerto durante un mes entero.",
      "es",
    ],
  ])("a mended sentence %s", (_, before, after, lang) => {
    expect(summaryOf([before, CLOSING], [after, CLOSING], lang)).toEqual([]);
  });
});

describe("what is new is in it", () => {
  test.each([
    ["a figure", second, second.replace("two of the nine", "five of the nine")],
    ["a day", first, first.replace("Monday", "Thursday")],
    ["a claim turned round", third, third.replace("would take", "would not take")],
    ["a claim turned round by a word less", third.replace("would take", "would not take"), third],
    [
      "a clause",
      third,
      third.replace("a month at the most", "a month, and the ferry company is to pay half of it"),
    ],
  ])("%s", (_, before, after) => {
    expect(summaryOf([before, CLOSING], [after, CLOSING])).toEqual([after]);
  });

  test.each([
    [
      "fr",
      "Le conseil a fermé le quai pour tous les navires.",
      "Douze pêcheurs ont porté plainte contre la ville lundi matin.",
    ],
    [
      "de",
      "Der Rat hat den Kai für alle Schiffe gesperrt.",
      "Zwölf Fischer haben die Stadt am Montagmorgen deswegen verklagt.",
    ],
    [
      "es",
      "El consejo cerró el muelle a todos los barcos.",
      "Doce pescadores denunciaron a la ciudad el lunes por la mañana.",
    ],
    ["zh", "市议会关闭了港口码头，所有船只改道。", "十二名渔民星期一早上在法院起诉了市政府。"],
    [
      "ar",
      "أغلق مجلس المدينة رصيف الميناء أمام جميع السفن.",
      "رفع اثنا عشر صيادا دعوى على المدينة صباح يوم الاثنين.",
    ],
  ])("an added sentence (%s)", (lang, before, added) => {
    expect(summaryOf([before], [before, added], lang)).toEqual([added]);
  });

  test("the first of the new sentences, without one that needs a sentence of yesterday", () => {
    const added = [
      "It will stay closed for a year.",
      "Nine ships with timber were sent to Karsk while the pier is closed to them.",
      "Two companies offered to lend the town a floating bridge for the summer season.",
      "A third company wants to build a new pier on the other side of the bay.",
    ];
    expect(summaryOf(STORY, [first, ...added, second, third])).toEqual(added.slice(1, 3));
  });
});
