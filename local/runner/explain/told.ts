import * as v from "valibot";
import type { DigestConfig } from "../../../functions/digest/config.ts";
import { type Edition, EditionSchema } from "../../../functions/digest/edition/schema.ts";
import { runIdOf, runKeys, weekKeys } from "../../../functions/digest/keys.ts";
import type { ObjectStore } from "../../../functions/digest/ports.ts";
import { createClock } from "../../../functions/digest/publish/wording/dates.ts";
import { weekOf } from "../../../functions/digest/run/week/calendar.ts";
import { readSnapshot } from "../../../functions/digest/snapshot/snapshot.ts";
import type { ToldEditions } from "../../../functions/digest/topics/rhythms.ts";
import type { LocalResult } from "../run-locally.ts";

/** What a run told. */
export interface Told extends ToldEditions {
  /** When weekly topics come that are not in it: `next due on Monday 30 November`. */
  readonly nextWeek: string;
}

export type Calendar = Pick<DigestConfig, "weekDay" | "timeZone">;

/** The edition of a run, and that of the week which it ended; `undefined` if there is none. Up to three reads. */
export async function toldBy(
  { saved, outcome }: Pick<LocalResult, "saved" | "outcome">,
  state: ObjectStore,
  calendar: Calendar,
): Promise<Told | undefined> {
  const key = saved?.edition;
  const edition = key === undefined ? undefined : await readEdition(key, state);
  if (key === undefined || edition === undefined) {
    return undefined;
  }
  if (outcome === "preview") {
    return { edition, nextWeek: "not part of a preview" };
  }
  const week = await readEdition(weekKeys(key).edition, state);
  return { edition, week, nextWeek: await nextWeekOf(key, edition.slot, { state, calendar }) };
}

/** Does not use the function's own reader, which imports the templates; those may not be compiled yet. */
async function readEdition(key: string, state: ObjectStore): Promise<Edition | undefined> {
  const stored = await state.read(key);
  return stored && v.parse(EditionSchema, JSON.parse(Buffer.from(stored.bytes).toString("utf8")));
}

/** What the snapshot of the run says of the next weekly edition. */
async function nextWeekOf(
  edition: string,
  slot: string,
  { state, calendar }: { readonly state: ObjectStore; readonly calendar: Calendar },
): Promise<string> {
  const { week } = await readSnapshot(state, runKeys(runIdOf(edition)).snapshot);
  if (week === undefined) {
    return "with no week begun yet";
  }
  return weekOf(week.slot, calendar) < weekOf(slot, calendar)
    ? "due with the next run, as this one ran out of time"
    : `next due on ${nextDay(slot, calendar)}`;
}

const HALF_DAY_MS = 43_200_000;

/** The day on which the week after that of a slot begins; steps of half a day miss none, also where clocks change. */
function nextDay(slot: string, calendar: Calendar): string {
  const own = weekOf(slot, calendar);
  let time = slot;
  while (weekOf(time, calendar) === own) {
    time = new Date(Date.parse(time) + HALF_DAY_MS).toISOString();
  }
  const clock = createClock(calendar.timeZone, "en-GB");
  return clock.weekdayIn(clock.localTime(slot).year, clock.localTime(time));
}
