import { readPassage } from "../../facts/passages.ts";
import type { Moment } from "../../facts/reading/dates/moment.ts";
import type { Story } from "../../story/types.ts";
import { onceForLast } from "../../text/once.ts";

/** The days around an edition on which readers act: from four days before it to two days after. */
const FIRST = -4;
const LAST = 2;
const DAY_MS = 86_400_000;
/** Characters of the story before that are searched for the day, some 30,000 words. */
const MAX_SEARCHED_LETTERS = 200_000;

/**
 * The first day near the slot that these dates name, "2026-11-20", and the story before did not; `undefined` if there is none.
 * A date without a year is the one nearest to the slot. The story before is read only if there is a near day to look for.
 */
export function newNearDay(moments: readonly Moment[], before: Story, slot: string): string | undefined {
  const near = nearDaysIn(moments, slot);
  if (near.length === 0) {
    return undefined;
  }
  const named = daysNamed(before, slot);
  return near.find((day) => !named.has(day));
}

/** The first day near the slot that these dates name. */
export function nearDayIn(moments: readonly Moment[], slot: string): string | undefined {
  return nearDaysIn(moments, slot)[0];
}

/** Finds, in any script, the number of a day near the slot: a text without one names no such day. */
export const numbersOfNearDays = onceForLast((slot: string): RegExp => {
  const days = nearDates(slot).map((date) => String(date.getUTCDate()));
  return new RegExp(String.raw`(?<!\p{N})0?(?:${days.join("|")})(?!\p{N})|(?![0-9])\p{Nd}`, "u");
});

function nearDaysIn(moments: readonly Moment[], slot: string): readonly string[] {
  return [...new Set(moments.flatMap((moment) => nearDay(moment, slot) ?? []))].toSorted();
}

function daysNamed(story: Story, slot: string): ReadonlySet<string> {
  const days = new Set<string>();
  let searched = 0;
  for (const line of [
    story.headline,
    story.deck ?? "",
    story.byline ?? "",
    story.dateline ?? "",
    ...story.paragraphs,
  ]) {
    searched += line.length;
    if (searched > MAX_SEARCHED_LETTERS) {
      break;
    }
    for (const moment of readPassage(line, story.lang).moments) {
      days.add(nearDay(moment, slot) ?? "");
    }
  }
  return days;
}

/** The day as "2026-11-20" if it is near the slot. */
function nearDay({ year, month, day }: Moment, slot: string): string | undefined {
  if (month === undefined || day === undefined) {
    return undefined;
  }
  const isNamed = (date: Date) =>
    (year === undefined || year === date.getUTCFullYear()) &&
    month === date.getUTCMonth() + 1 &&
    day === date.getUTCDate();
  return nearDates(slot).find(isNamed)?.toISOString().slice(0, 10);
}

const nearDates = onceForLast((slot: string): readonly Date[] => {
  const today = Math.floor(Date.parse(slot) / DAY_MS);
  return Array.from({ length: LAST - FIRST + 1 }, (_, n) => new Date((today + FIRST + n) * DAY_MS));
});
