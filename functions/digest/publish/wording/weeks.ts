import { toldAs } from "../../changes/order.ts";
import type { Edition, EditionChange } from "../../edition/schema.ts";
import { type Dating, weekdayOf } from "./dates.ts";
import { listed } from "./words.ts";

/** Days that are named; one that is told hourly may have changed on every day. */
const MAX_NAMED_DAYS = 7;

/** What came to nothing within a week. */
export const PASSING_WORDS = {
  "changed back": "Changed, and changed back",
  "came back": "Gone, and back",
  "came and went": "Came and went",
} as const satisfies Record<NonNullable<Edition["passing"]>[number]["what"], string>;

/** `first seen on Tuesday, changed on Friday`: the days of a change in a week; empty for one of a day. */
export function daysWords(change: EditionChange, dating: Dating & Pick<Edition, "slot">): string {
  const [first, ...later] = [...new Set((change.days ?? []).map((slot) => weekdayOf(slot, dating)))];
  if (first === undefined || first === "") {
    return "";
  }
  switch (toldAs(change)) {
    case "removed":
      return `gone since ${first}`;
    case "added":
      return [`first seen on ${first}`, ...(later.length > 0 ? [`changed on ${daysOf(later)}`] : [])].join(
        ", ",
      );
    case "revised":
    case "reverted":
      return `changed on ${daysOf([first, ...later])}`;
    default:
      return "";
  }
}

function daysOf(days: readonly string[]): string {
  return listed(days.slice(0, MAX_NAMED_DAYS), days.length - MAX_NAMED_DAYS);
}
