import { describe, expect, it } from "vitest";
import { termsOfNew } from "../../../../../functions/digest/changes/terms/new-story.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";

const SLOT = "2026-11-20T07:00:00Z";

function termsOf(text: string, key = "story.md") {
  const story = parseStory(key, text);
  if (isUnreadable(story)) {
    throw new Error(`${key} is no story`);
  }
  return termsOfNew(story, SLOT);
}

describe("the terms of a new story", () => {
  it.each([
    ["English", "# Pier\n\nThe old pier of Selby is closed to all boats.", 10],
    ["German", "# Hafen\n\nDie alte Mole von Selby ist für alle Boote gesperrt.", 10],
    ["Japanese, two characters a word", "# 港\n\n古い桟橋は閉鎖されます。", 6],
  ])("count the words of its text: %s", (_name, text, words) => {
    expect(termsOf(text)).toMatchObject({ newWords: words, rowWords: 0, goneWords: 0, goneNumbers: 0 });
  });

  it("count the words of tables and code apart", () => {
    const table = "| Pier | State |\n|---|---|\n| Selby | closed now |\n";
    expect(termsOf(`# Piers\n\nAll piers are listed here.\n\n${table}`)).toMatchObject({
      newWords: 5,
      rowWords: 5,
    });
  });

  it.each([
    ["en", "The inquest opens on 21 November in Selby.", "2026-11-21"],
    ["de", "Die Anhörung beginnt am 21. November in Selby.", "2026-11-21"],
    ["fr", "L’audience publique commence le 19 novembre 2026 à Selby.", "2026-11-19"],
    ["ja", "聴聞会は11月21日に町役場で始まります。", "2026-11-21"],
    ["ja", "聴聞会は１１月２１日に町役場で始まります。", "2026-11-21"],
    [
      "cs",
      "Veřejné jednání začíná 21. listopadu 2026 v domě obce. Podle starosty budou zveřejněny také všechny dokumenty, které se týkají opravy mostu.",
      "2026-11-21",
    ],
  ])("name the first day near the edition: %s", (_lang, sentence, day) => {
    expect(termsOf(`# Selby\n\n${sentence}`).nearDay).toBe(day);
  });

  it.each([
    ["a day that is far", "The inquest opens on 9 December in Selby."],
    ["a date that stands alone", "20 November 2026\n\nThe inquest opens in Selby."],
    ["a dateline", "SELBY, Nov. 20 (AP) — The inquest opens in Selby."],
    [
      "a day after the opening",
      `${"The harbour office runs the ferries to the islands. ".repeat(50)}It meets on 21 November.`,
    ],
  ])("name no near day: %s", (_name, text) => {
    expect(termsOf(`# Inquest\n\n${text}`)).not.toHaveProperty("nearDay");
  });
});
