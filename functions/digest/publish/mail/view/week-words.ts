import { toldAs } from "../../../changes/order.ts";
import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { dayOf, weekdayOf } from "../../wording/dates.ts";
import { keyText } from "../../wording/safe-text.ts";
import { listed } from "../../wording/words.ts";
import type { Telling } from "../types.ts";
import { NOWHERE } from "./place.ts";
import type { SectionView } from "./view-types.ts";

/** Days that are named; one that is told hourly may have changed on every day. */
const MAX_NAMED_DAYS = 7;
const MAX_PASSING_NAMES = 6;
const MAX_PASSING_KEY = 60;

/** `first seen on Tuesday, changed on Friday`, `compared with 23 November`: the days of a change in a week; empty for one of a day. */
export function weekWords(change: EditionChange, telling: Telling): readonly string[] {
  const words = [comparedWith(change, telling), daysWords(change, telling)];
  return words.filter((each) => each !== "");
}

/** Of an edition that tells changes of the day as well: with which text those of the week are compared. */
function comparedWith({ since, revision }: EditionChange, telling: Telling): string {
  const day = revision === undefined ? "" : dayOf(since, telling);
  return day === "" ? "" : `compared with ${day}`;
}

function daysWords(change: EditionChange, telling: Telling): string {
  const [first, ...later] = [...new Set((change.days ?? []).map((slot) => weekdayOf(slot, telling)))];
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

const PASSING_WORDS = {
  "changed back": "Changed, and changed back",
  "came back": "Gone, and back",
  "came and went": "Came and went",
} as const satisfies Record<NonNullable<Edition["passing"]>[number]["what"], string>;

/** What came to nothing within a week: a line for each kind, with the keys of its stories. */
export function passingSection({ passing = [] }: Edition): SectionView {
  return {
    title: "Within the week",
    tone: "calm",
    colour: "#44505f",
    stories: [],
    briefs: [...Map.groupBy(passing, ({ what }) => PASSING_WORDS[what])].map(([words, stories]) => ({
      anchor: "",
      headline: words,
      detail: listed(
        stories.slice(0, MAX_PASSING_NAMES).map(({ key }) => keyText(key, MAX_PASSING_KEY)),
        stories.length - MAX_PASSING_NAMES,
      ),
      place: NOWHERE,
      earlierKey: "",
      alsoAt: [],
      alsoAtMore: "",
      lang: "",
      dir: "",
    })),
    closing: "",
  };
}
