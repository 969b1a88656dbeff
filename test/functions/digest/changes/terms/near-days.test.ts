import { expect, it } from "vitest";
import { newNearDay } from "../../../../../functions/digest/changes/terms/near-days.ts";
import { readPassage } from "../../../../../functions/digest/facts/passages.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";

const SLOT = "2026-11-20T07:00:00Z";

function nearDay(passage: string, lang: string, before = "Ferries\n\nThe ferry sails.", slot = SLOT) {
  const story = parseStory("ferry.txt", before);
  if (isUnreadable(story)) {
    throw new Error(`cannot read the story: ${story.unreadable}`);
  }
  return newNearDay(readPassage(passage, lang).moments, story, slot);
}

it.each([
  ["en", "The pier closed on 19 November.", "2026-11-19"],
  ["en", "The pier closes on November 22, 2026.", "2026-11-22"],
  ["en", "It closed on 16 November and opens on 3 December.", "2026-11-16"],
  ["fr", "La jetée a fermé le 19 novembre.", "2026-11-19"],
  ["de", "Der Steg ist seit dem 18. November 2026 zu.", "2026-11-18"],
  ["es", "El muelle cerró el 19 de noviembre de 2026.", "2026-11-19"],
  ["it", "Il molo ha chiuso il 19 novembre.", "2026-11-19"],
  ["zh", "码头于2026年11月19日关闭。", "2026-11-19"],
])("finds the day near the edition (%s): %s", (lang, passage, day) => {
  expect(nearDay(passage, lang)).toBe(day);
});

it.each([
  ["five days before", "The pier closed on 15 November."],
  ["three days after", "The pier closes on 23 November."],
  ["another year", "The pier closed on 19 November 2025."],
  ["a month alone", "The pier closed in November 2026."],
  ["no date", "The pier closed 19 times; call 0 11 20."],
  ["a stamp of the page", "Last updated: 19 November 2026"],
])("finds none: %s", (_why, passage) => {
  expect(nearDay(passage, "en")).toBeUndefined();
});

it("finds none that the story named before, in whatever form", () => {
  const before = "Ferries\n\nThe pier closed on November 19, 2026.";
  expect(nearDay("On Thursday, 19 November, it closed.", "en", before)).toBeUndefined();
  expect(nearDay("It closed on 18 November.", "en", before)).toBe("2026-11-18");
});

it("takes the nearest year around the end of one", () => {
  const [eve, day] = ["2026-12-31T07:00:00Z", "2027-01-01"];
  expect(nearDay("It closes on 1 January.", "en", undefined, eve)).toBe(day);
  expect(nearDay("It closed on 31 December.", "en", undefined, "2027-01-02T07:00:00Z")).toBe("2026-12-31");
});
