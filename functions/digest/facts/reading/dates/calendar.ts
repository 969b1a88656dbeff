import { wordSet } from "../../phrases.ts";

const LANGUAGES = wordSet("en fr de es it nl pt pl ru uk cs sv da nb fi tr el ro hu id ar fa he hi bn th ko");
/** Read where a text does not show its language. */
const COMMON = ["en", "fr", "de", "es", "it", "pt", "nl"];
const DAY_AND_MONTH: Intl.DateTimeFormatOptions = { month: "long", day: "numeric" };
const IN_DATES = [{ month: "short", day: "numeric" } as const, DAY_AND_MONTH];
const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long" },
  DAY_AND_MONTH,
  { month: "short" },
  { month: "short", day: "numeric" },
];
/** Languages that inflect the names, and the endings. */
const INFLECTING = wordSet("ru uk pl cs ko");
/** In some languages months are numbers or single letters. */
const NO_NAME = /^\p{N}|^.?$/u;
/** Short names that CLDR lacks. */
const MORE_MONTHS = [
  ["sept", 9],
  ["fév", 2],
  ["aoû", 8],
] as const;
const PORTUGUESE_ENDING = /-feira$/;
/** A Korean weekday, whatever follows it. */
const KOREAN_WEEKDAY = /^.요일/u;
const CASE_ENDING = /[аеийьяуюы]$|[aeęąyiouě]$/u;

/** The month, 1 to 12, and weekday, 1 (Monday) to 7, of names in one or more languages. */
export interface Calendar {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  /** Short weekdays: with a capital only, as they are words too. */
  readonly abbreviations: ReadonlySet<string>;
  /** Whether its names take endings: a name that ends with `*` is a stem. */
  readonly hasCases: boolean;
  /** Whether "20.11.26" and "20.11." are dates: in English they are rather a version and a decimal. */
  readonly hasDottedDates: boolean;
}

/** The languages of which the names have been read. */
const known = new Map<string, Calendar>();

/** The names of a language, English included; those of the common languages if none is given. From CLDR, by `Intl`. */
export function calendarOf(lang: string | undefined): Calendar {
  const tag = lang?.toLowerCase().split("-")[0] ?? "";
  const language = LANGUAGES.has(tag) ? tag : "";
  const calendar = known.get(language) ?? namesIn(language === "" ? COMMON : [...new Set(["en", language])]);
  known.set(language, calendar);
  return calendar;
}

/** Months as they stand between a day and a year, of every language that is read. */
let monthsAnywhere: ReadonlyMap<string, number> | undefined;

/** The month that a name between a day and a year is, in whatever language: "17 grudnia 2031" in a text that is not Polish. */
export function monthAnywhere(name: string): number | undefined {
  monthsAnywhere ??= new Map(
    [...LANGUAGES].flatMap((language) =>
      IN_DATES.flatMap((format) =>
        monthsIn(language, format).map((month, n) => [month, n + 1] as const),
      ).filter(([month]) => !NO_NAME.test(month)),
    ),
  );
  return monthsAnywhere.get(name);
}

/** The value of a name, also with the ending of a case: "май", "мая", "мае"; "środa", "środę". */
export function valueOfName(
  name: string,
  names: ReadonlyMap<string, number>,
  { hasCases }: Calendar,
): number | undefined {
  return names.get(name) ?? (hasCases ? names.get(`${stemOf(name)}*`) : undefined);
}

function namesIn(languages: readonly string[]): Calendar {
  const months = new Map<string, number>(MORE_MONTHS);
  const weekdays = new Map<string, number>();
  const abbreviations = new Set<string>();
  for (const language of languages.toReversed()) {
    for (const format of FORMATS) {
      monthsIn(language, format).forEach((name, n) => {
        add(months, name, n + 1, format.month === "long" && INFLECTING.has(language));
      });
    }
    const [long = [], short = []] = (["long", "short"] as const).map((format) =>
      weekdaysIn(language, format),
    );
    long.forEach((name, n) => {
      add(weekdays, name, n + 1, INFLECTING.has(language));
      const abbreviation = short[n] ?? name;
      if (abbreviation !== name && abbreviation.length > 1) {
        weekdays.set(abbreviation, weekdays.get(abbreviation) ?? n + 1);
        abbreviations.add(abbreviation);
      }
    });
  }
  return {
    months,
    weekdays,
    abbreviations,
    hasDottedDates: languages.length === 2,
    hasCases: languages.some((language) => INFLECTING.has(language)),
  };
}

function add(names: Map<string, number>, name: string, value: number, hasStem: boolean): void {
  if (NO_NAME.test(name)) {
    return;
  }
  names.set(name, value);
  if (hasStem) {
    names.set(`${stemOf(name)}*`, value);
  }
}

function monthsIn(language: string, format: Intl.DateTimeFormatOptions): readonly string[] {
  const names = formatter(language, format);
  return Array.from({ length: 12 }, (_, n) => partOf(names, Date.UTC(2024, n, 15), "month"));
}

/** From Monday: the year 2024 began with one. "segunda-feira" is "segunda". */
function weekdaysIn(language: string, weekday: "long" | "short"): readonly string[] {
  const names = formatter(language, { weekday });
  return Array.from({ length: 7 }, (_, n) =>
    partOf(names, Date.UTC(2024, 0, 1 + n), "weekday").replace(PORTUGUESE_ENDING, ""),
  );
}

function formatter(language: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...format, timeZone: "UTC" });
}

function partOf(names: Intl.DateTimeFormat, time: number, type: "month" | "weekday"): string {
  const value = names.formatToParts(time).find((part) => part.type === type)?.value ?? "";
  return value.toLowerCase().replace(/\.$/, "");
}

/** A name without the ending of its case. */
function stemOf(name: string): string {
  return KOREAN_WEEKDAY.exec(name)?.[0] ?? (name.length > 2 ? name.replace(CASE_ENDING, "") : name);
}
