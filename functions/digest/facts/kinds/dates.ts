import { hasCapital } from "../../text/tokens.ts";
import type { Found, SentenceToken } from "../sentence.ts";
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
/** First words of dates that have neither digit nor capital. */
export const DATE_OPENERS: readonly string[] = [...RELATIVE_DAYS, ...RELATIVE];
const SPANS = new Set("week month year weekend night morning afternoon evening decade century".split(" "));
/** After these, a bare number from 1500 to 2099 is a year; elsewhere it may be a count. */
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

type Recogniser = (tokens: readonly SentenceToken[], at: number) => Omit<Found, "kind"> | undefined;

/**
 * The date or time of day at a token. Its value is year-month-day with `?` for missing parts, or the word ("monday",
 * "last week"). Not resolved against the date of the story, which the text alone does not give.
 */
export function dateAt(tokens: readonly SentenceToken[], at: number): Found | undefined {
  for (const recognise of RECOGNISERS[tokens[at]?.type ?? "mark"]) {
    const found = recognise(tokens, at);
    if (found !== undefined) {
      return { kind: "date", ...found };
    }
  }
  return undefined;
}

const monthFirst: Recogniser = (tokens, at) => {
  const month = monthOf(tokens[at]);
  if (month === undefined) {
    return undefined;
  }
  const next = at + (tokens[at + 1]?.text === "." ? 2 : 1);
  const day = dayOf(tokens[next]);
  if (day === undefined) {
    return monthAlone(tokens, at, next);
  }
  return withYear(tokens, { at, next: next + 1, month, day });
};

/** A month without a day: with its year, or after a word that marks it as a month ("in May"). */
function monthAlone(tokens: readonly SentenceToken[], at: number, next: number) {
  const month = monthOf(tokens[at]) ?? "";
  const year = yearOf(tokens[next]);
  if (year !== undefined) {
    return { value: `${year}-${month}`, length: next + 1 - at };
  }
  const isMonth = BEFORE_YEARS.has(tokens[at - 1]?.form ?? "") || RELATIVE.has(tokens[at - 1]?.form ?? "");
  return isMonth ? { value: `?-${month}`, length: 1 } : undefined;
}

const dayFirst: Recogniser = (tokens, at) => {
  const day = dayOf(tokens[at]);
  const of = tokens[at + 1]?.form === "of" ? 1 : 0;
  const month = monthOf(tokens[at + 1 + of]);
  if (day === undefined || month === undefined) {
    return undefined;
  }
  return withYear(tokens, { at, next: at + 2 + of, month, day });
};

interface DayAndMonth {
  readonly at: number;
  readonly next: number;
  readonly month: string;
  readonly day: string;
}

function withYear(tokens: readonly SentenceToken[], { at, next, month, day }: DayAndMonth) {
  const comma = tokens[next]?.text === "," ? 1 : 0;
  const year = yearOf(tokens[next + comma]);
  if (year === undefined) {
    return { value: `?-${month}-${day}`, length: next - at };
  }
  return { value: `${year}-${month}-${day}`, length: next + comma + 1 - at };
}

const numeric: Recogniser = (tokens, at) => {
  const [, year, month = "", day = ""] = NUMERIC.exec(tokens[at]?.form ?? "") ?? [];
  if (year === undefined) {
    return undefined;
  }
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, length: 1 };
};

const bareYear: Recogniser = (tokens, at) => {
  const form = tokens[at]?.form ?? "";
  if (DECADE.test(form)) {
    return { value: form, length: 1 };
  }
  const year = yearOf(tokens[at]);
  if (year === undefined || !BEFORE_YEARS.has(tokens[at - 1]?.form ?? "")) {
    return undefined;
  }
  return { value: year, length: 1 };
};

const weekday: Recogniser = (tokens, at) => {
  const { form = "", text = "" } = tokens[at] ?? {};
  if (!hasCapital(text)) {
    return undefined;
  }
  const day = form.replace(/'s$/, "");
  return WEEKDAYS.has(day) ? { value: day, length: 1 } : undefined;
};

const relative: Recogniser = (tokens, at) => {
  const [form = "", next = ""] = [tokens[at]?.form, tokens[at + 1]?.form];
  if (RELATIVE_DAYS.has(form)) {
    return { value: form, length: 1 };
  }
  return RELATIVE.has(form) && SPANS.has(next) ? { value: `${form} ${next}`, length: 2 } : undefined;
};

const clock: Recogniser = (tokens, at) => {
  const form = tokens[at]?.form ?? "";
  const [, glued, half] = CLOCK_MERIDIEM.exec(form) ?? [];
  if (glued !== undefined) {
    return { value: `${glued.replace(".", ":")} ${half}`, length: 1 };
  }
  const next = tokens[at + 1]?.form ?? "";
  if (!CLOCK.test(form) || !MERIDIEM.test(next)) {
    return undefined;
  }
  return { value: `${form.replace(".", ":")} ${next.replaceAll(".", "")}`, length: 2 };
};

/** By token type. */
const RECOGNISERS: Readonly<Record<SentenceToken["type"], readonly Recogniser[]>> = {
  word: [monthFirst, weekday, relative],
  number: [hanDateAt, dayFirst, numeric, clock, bareYear],
  mark: [],
};

/** "may" and "march" are words too: a month needs its capital. */
function monthOf(token: SentenceToken | undefined): string | undefined {
  return token !== undefined && hasCapital(token.text) ? MONTHS.get(token.form) : undefined;
}

function dayOf(token: SentenceToken | undefined): string | undefined {
  const day = DAY.exec(token?.form ?? "")?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? day.padStart(2, "0") : undefined;
}

function yearOf(token: SentenceToken | undefined): string | undefined {
  return token !== undefined && YEAR.test(token.form) ? token.form : undefined;
}
