import { hasCapital } from "../../text/tokens.ts";
import type { Found, Place } from "../places.ts";
import { hanDateAt } from "./han-dates.ts";

const MONTH_NAMES =
  "january february march april may june july august september october november december".split(" ");
const MONTHS: ReadonlyMap<string, string> = new Map(
  MONTH_NAMES.flatMap((name, n): [string, string][] => {
    const number = String(n + 1).padStart(2, "0");
    return [
      [name, number],
      [name.slice(0, 3), number],
      ...(name === "september" ? [["sept", number] as [string, string]] : []),
    ];
  }),
);
const WEEKDAYS = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));
const RELATIVE_DAYS = new Set(["today", "yesterday", "tomorrow", "tonight", "overnight"]);
const RELATIVE = new Set(["last", "next", "this", "earlier"]);
/** What a date begins with that has neither digit nor capital. */
export const DATE_OPENERS: readonly string[] = [...RELATIVE_DAYS, ...RELATIVE];
const SPANS = new Set("week month year weekend night morning afternoon evening decade century".split(" "));
/** After these a bare number between 1500 and 2100 is a year; elsewhere it may count something. */
const BEFORE_YEARS = new Set(
  "in since by until till from during of before after late early mid year through around between and to".split(
    " ",
  ),
);
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DECADE = /^(?:1[5-9]|20)\d0s$/;
const NUMERIC = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const CLOCK = /^\d{1,2}(?:[:.]\d\d)?$/;
const MERIDIEM = /^(?:a\.?m\.?|p\.?m\.?)$/;
const CLOCK_MERIDIEM = /^(\d{1,2}(?:[:.]\d\d)?)(am|pm)$/;

type Recogniser = (places: readonly Place[], at: number) => Omit<Found, "kind"> | undefined;

/**
 * The date or time of day at a place. Its value is year-month-day with `?` for what is not said, or the word
 * ("monday", "last week"). Not resolved against the day of the story: the text alone does not say it.
 */
export function dateAt(places: readonly Place[], at: number): Found | undefined {
  for (const recognise of RECOGNISERS[places[at]?.type ?? "mark"]) {
    const found = recognise(places, at);
    if (found !== undefined) return { kind: "date", ...found };
  }
  return undefined;
}

const monthFirst: Recogniser = (places, at) => {
  const month = monthOf(places[at]);
  if (month === undefined) return undefined;
  const next = at + (places[at + 1]?.text === "." ? 2 : 1);
  const day = dayOf(places[next]);
  if (day === undefined) return monthAlone(places, at, next);
  return withYear(places, { at, next: next + 1, month, day });
};

/** A month without a day: with its year, or behind a word that makes it a month ("in May"). */
function monthAlone(places: readonly Place[], at: number, next: number) {
  const month = monthOf(places[at]) ?? "";
  const year = yearOf(places[next]);
  if (year !== undefined) return { value: `${year}-${month}`, length: next + 1 - at };
  const isMonth = BEFORE_YEARS.has(places[at - 1]?.form ?? "") || RELATIVE.has(places[at - 1]?.form ?? "");
  return isMonth ? { value: `?-${month}`, length: 1 } : undefined;
}

const dayFirst: Recogniser = (places, at) => {
  const day = dayOf(places[at]);
  const of = places[at + 1]?.form === "of" ? 1 : 0;
  const month = monthOf(places[at + 1 + of]);
  if (day === undefined || month === undefined) return undefined;
  return withYear(places, { at, next: at + 2 + of, month, day });
};

interface DayAndMonth {
  readonly at: number;
  readonly next: number;
  readonly month: string;
  readonly day: string;
}

function withYear(places: readonly Place[], { at, next, month, day }: DayAndMonth) {
  const comma = places[next]?.text === "," ? 1 : 0;
  const year = yearOf(places[next + comma]);
  if (year === undefined) return { value: `?-${month}-${day}`, length: next - at };
  return { value: `${year}-${month}-${day}`, length: next + comma + 1 - at };
}

const numeric: Recogniser = (places, at) => {
  const [, year, month = "", day = ""] = NUMERIC.exec(places[at]?.form ?? "") ?? [];
  if (year === undefined) return undefined;
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, length: 1 };
};

const bareYear: Recogniser = (places, at) => {
  const form = places[at]?.form ?? "";
  if (DECADE.test(form)) return { value: form, length: 1 };
  const year = yearOf(places[at]);
  if (year === undefined || !BEFORE_YEARS.has(places[at - 1]?.form ?? "")) return undefined;
  return { value: year, length: 1 };
};

const weekday: Recogniser = (places, at) => {
  const { form = "", text = "" } = places[at] ?? {};
  if (!hasCapital(text)) return undefined;
  const day = form.replace(/'s$/, "");
  return WEEKDAYS.has(day) ? { value: day, length: 1 } : undefined;
};

const relative: Recogniser = (places, at) => {
  const [form = "", next = ""] = [places[at]?.form, places[at + 1]?.form];
  if (RELATIVE_DAYS.has(form)) return { value: form, length: 1 };
  return RELATIVE.has(form) && SPANS.has(next) ? { value: `${form} ${next}`, length: 2 } : undefined;
};

const clock: Recogniser = (places, at) => {
  const form = places[at]?.form ?? "";
  const [, glued, half] = CLOCK_MERIDIEM.exec(form) ?? [];
  if (glued !== undefined) return { value: `${glued.replace(".", ":")} ${half}`, length: 1 };
  const next = places[at + 1]?.form ?? "";
  if (!CLOCK.test(form) || !MERIDIEM.test(next)) return undefined;
  return { value: `${form.replace(".", ":")} ${next.replaceAll(".", "")}`, length: 2 };
};

/** By what stands at the place. */
const RECOGNISERS: Readonly<Record<Place["type"], readonly Recogniser[]>> = {
  word: [monthFirst, weekday, relative],
  number: [hanDateAt, dayFirst, numeric, clock, bareYear],
  mark: [],
};

/** "May" and "march" are words too: a month needs its capital. */
function monthOf(place: Place | undefined): string | undefined {
  return place !== undefined && hasCapital(place.text) ? MONTHS.get(place.form) : undefined;
}

function dayOf(place: Place | undefined): string | undefined {
  const day = DAY.exec(place?.form ?? "")?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? day.padStart(2, "0") : undefined;
}

function yearOf(place: Place | undefined): string | undefined {
  return place !== undefined && YEAR.test(place.form) ? place.form : undefined;
}
