import type { Edition, EditionChange } from "../../../edition/schema.ts";
import { dayOf } from "../../wording/dates.ts";
import { keyText } from "../../wording/safe-text.ts";
import { daysWords, PASSING_WORDS } from "../../wording/weeks.ts";
import type { Telling } from "../types.ts";
import { namedSection } from "./closing-sections.ts";
import type { SectionView } from "./view-types.ts";

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

/** What came to nothing within a week: a line for each kind, with the keys of its stories. */
export function passingSection({ passing = [] }: Edition): SectionView {
  const byKind = Map.groupBy(passing, ({ what }) => PASSING_WORDS[what]);
  return namedSection("Within the week", byKind, ({ key }) => keyText(key, MAX_PASSING_KEY));
}
