import { describe, expect, it } from "vitest";
import { partSeries } from "../../../../../functions/digest/edition/threads/series.ts";

function parts(...headlines: readonly string[]): readonly number[] {
  return partSeries(headlines.map((headline, n) => ({ key: `${n}`, headline })))
    .map((keys) => keys.length)
    .toSorted((a, b) => b - a);
}

describe("titles that tell stories of one group apart", () => {
  it.each([
    [
      "de",
      "Bundesgesetz über die Lotsenschule",
      "Bundesgesetz über den Schutz der Möwen",
      "Bundesgesetz über die Seefunkstelle",
    ],
    [
      "de, one date",
      "Verordnung vom 25. September 2026 über Fähren",
      "Verordnung vom 25. September 2026 über Pachten",
    ],
    ["fr", "Décret n° 2026-12 relatif aux bateaux", "Décret n° 2026-13 relatif aux écoles"],
    [
      "fr, arrêté",
      "Arrêté du 3 mai fixant le tarif des quais",
      "Arrêté du 3 mai fixant les congés des pilotes",
    ],
    ["es", "Ley 12/2026 de pesca costera", "Ley 13/2026 de escuelas rurales"],
    ["es, resolución", "Resolución 4/2026 sobre tarifas", "Resolución 5/2026 sobre museos"],
    ["it", "Decreto-legge sulla pesca costiera", "Decreto-legge sulle scuole rurali"],
    ["en", "Act on the pilots of the coast", "Act on rural schools"],
    ["en, order", "Order on harbour fees", "Order on gulls and their nests"],
    ["nl", "Besluit over havengelden", "Besluit over meeuwen en nesten"],
    ["chapters", "1. The base layer", "2. The base layer in maps", "3. Base layer, use"],
    ["chapters in words", "Chapter 1: Boats", "Chapter 2: Boats and piers"],
    ["chapters, fr", "Annexe A – Bateaux", "Annexe B – Bateaux et quais"],
    ["sections", "2.1 Boats of the town", "2.2 Boats of the county"],
  ])("%s", (_, ...headlines) => {
    expect(parts(...headlines)).toEqual(headlines.map(() => 1));
  });

  it.each([
    ["reports", "Ferry strikes breakwater", "Twelve hurt in Velm harbour", "Ship hits wall at night"],
    ["reports with figures", "12 dead in flood", "14 die as river rises", "5 villages cut off"],
    [
      "reports that open with a name",
      "Orla wins the cup",
      "Orla beats Karsk",
      "Victory for the harbour team",
    ],
    ["acts on one subject", "Act on harbour pilots", "Act amending the rules on harbour pilots"],
    [
      "an act and a report on it",
      "Law on harbour pilots",
      "Parliament passes pilots bill",
      "Harbour crews cheer new pilots law",
    ],
    [
      "words that only begin like those of acts",
      "Actress weds captain",
      "Lawyers of the port strike",
      "Ordering boats gets dear",
    ],
  ])("not: %s", (_, ...headlines) => {
    expect(parts(...headlines)).toEqual([headlines.length]);
  });
});
