import { onceEach } from "../../text/once.ts";
import { createZoneNames } from "./zone-names.ts";

/** A time formatted for readers in one time zone. */
export interface LocalTime {
  /** `Friday 20 November 2026`, `Friday, November 20, 2026` */
  readonly date: string;
  readonly weekday: string;
  /** `20 November`, `November 20` */
  readonly day: string;
  readonly dayOfMonth: string;
  readonly month: string;
  readonly year: string;
  /** `07:00`, `7:00 AM` */
  readonly hour: string;
  /** `CET` */
  readonly zone: string;
  /** `07:00 CET`, `7:00 AM EST` */
  readonly time: string;
}

/** Formats times for readers in one zone, by the customs of one English locale. */
export interface Clock {
  /** Formats an ISO 8601 time, independent of the process's zone and locale; throws if it is invalid. */
  readonly localTime: (isoTime: string) => LocalTime;
  /** `20 November`, with the year if that is not the given one: `20 November 2025`, `November 20, 2025`. */
  readonly dayIn: (year: string, time: LocalTime) => string;
  /** `Friday 20 November`, `Friday, November 20`, with the year if that is not the given one. */
  readonly weekdayIn: (year: string, time: LocalTime) => string;
  /** Calendar days in the zone from one ISO time to another. */
  readonly daysBetween: (from: string, to: string) => number;
}

/** Whatever the locale's own digits and calendar. */
const FIGURES = { calendar: "gregory", numberingSystem: "latn" } as const;
const DATE = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const DAY_MS = 86_400_000;

/** A clock for an IANA zone and an English locale; the same one each time, as what ICU formats with takes milliseconds to make. */
export function createClock(timeZone: string, locale: string): Clock {
  return clocksIn(locale)(timeZone);
}

const clocksIn = onceEach((locale) => onceEach((timeZone) => makeClock(timeZone, locale)));

/** The parts are joined here, because ICU's punctuation varies between versions. */
function makeClock(timeZone: string, locale: string): Clock {
  const format = new Intl.DateTimeFormat(locale, { ...FIGURES, ...DATE, ...hoursIn(locale), timeZone });
  const isMonthFirst = monthComesFirst(format);
  const zoneAt = createZoneNames(timeZone, locale);
  return {
    localTime(isoTime) {
      const moment = momentOf(isoTime);
      const { weekday, day: dayOfMonth, month, year, hour, minute, dayPeriod } = partsOf(format, moment);
      const day = isMonthFirst ? `${month} ${dayOfMonth}` : `${dayOfMonth} ${month}`;
      const clock = `${hour}:${minute}${dayPeriod === "" ? "" : ` ${dayPeriod}`}`;
      const zone = zoneAt(moment);
      return {
        date: isMonthFirst ? `${weekday}, ${day}, ${year}` : `${weekday} ${day} ${year}`,
        weekday,
        day,
        dayOfMonth,
        month,
        year,
        hour: clock,
        zone,
        time: `${clock} ${zone}`,
      };
    },
    dayIn(year, time) {
      return time.year === year ? time.day : `${time.day}${isMonthFirst ? "," : ""} ${time.year}`;
    },
    weekdayIn(year, time) {
      return time.year === year ? `${time.weekday}${isMonthFirst ? "," : ""} ${time.day}` : time.date;
    },
    daysBetween(from, to) {
      const [first, last] = [from, to].map((isoTime) => dayNumber(momentOf(isoTime), timeZone));
      return (last ?? 0) - (first ?? 0);
    },
  };
}

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "dayPeriod", string>;

function partsOf(format: Intl.DateTimeFormat, moment: Date): Parts {
  const parts = { weekday: "", day: "", month: "", year: "", hour: "", minute: "", dayPeriod: "" };
  const found = format.formatToParts(moment).map(({ type, value }) => [type, value]);
  return { ...parts, ...Object.fromEntries(found) };
}

/** Two digits on a clock of 24 hours, one where `7:00` has its AM or PM. */
function hoursIn(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h12" || hourCycle === "h11"
    ? { hour: "numeric", minute: "2-digit", hourCycle }
    : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
}

function monthComesFirst(format: Intl.DateTimeFormat): boolean {
  const types = format.formatToParts(new Date(0)).map(({ type }) => type);
  return types.indexOf("month") < types.indexOf("day");
}

function momentOf(isoTime: string): Date {
  const moment = new Date(isoTime);
  if (Number.isNaN(moment.getTime())) {
    throw new Error(`cannot date an edition: "${isoTime}" is not an ISO 8601 time`);
  }
  return moment;
}

/** The calendar day in a zone, counted from 1970. */
export function dayNumber(moment: Date, timeZone: string): number {
  const { year, month, day } = partsOf(numbersIn(timeZone), moment);
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
}

const numbersIn = onceEach(
  (timeZone) =>
    new Intl.DateTimeFormat("en-GB", {
      ...FIGURES,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone,
    }),
);

/** What dating an event needs: the clock, and the time of the edition that tells it. */
export interface Dating {
  readonly clock: Clock;
  readonly editionTime: LocalTime;
}

/** `12 November`, with the year if it differs from the edition's; empty if the time is invalid. */
export function dayOf(isoTime: string | undefined, { clock, editionTime }: Dating): string {
  return isDate(isoTime) ? clock.dayIn(editionTime.year, clock.localTime(isoTime)) : "";
}

/** `Tuesday` within the six days before the edition, else as {@link dayOf}; empty if the time is invalid. */
export function weekdayOf(isoTime: string, dating: Dating & { readonly slot: string }): string {
  const { clock, slot } = dating;
  const isNear = isDate(isoTime) && Math.abs(clock.daysBetween(isoTime, slot)) < DAYS_OF_WEEK;
  return isNear ? clock.localTime(isoTime).weekday : dayOf(isoTime, dating);
}

const DAYS_OF_WEEK = 7;

function isDate(isoTime: string | undefined): isoTime is string {
  return isoTime !== undefined && !Number.isNaN(Date.parse(isoTime));
}

/**
 * `Since Thursday, 07:00` of the day before, `Since 07:00` of the same day, else `Since Friday 20 November, 07:00`; with the year if it
 * differs from the edition's, and with the zone if summer time has ended or begun. Empty if the time is invalid or not before the edition.
 */
export function sinceWords(since: string | undefined, slot: string, { clock, editionTime }: Dating): string {
  if (!isDate(since) || Date.parse(since) >= Date.parse(slot)) {
    return "";
  }
  const then = clock.localTime(since);
  const hour = then.zone === editionTime.zone ? then.hour : then.time;
  const days = clock.daysBetween(since, slot);
  const day = days === 1 ? then.weekday : clock.weekdayIn(editionTime.year, then);
  return days === 0 ? `Since ${hour}` : `Since ${day}, ${hour}`;
}

/** `21 to 24 November`, `November 21 to 24`, `30 November to 2 December`: to the day of the edition; empty if the time is invalid. */
export function daysUntil(isoTime: string | undefined, { clock, editionTime }: Dating): string {
  if (!isDate(isoTime)) {
    return "";
  }
  const { year, day, dayOfMonth, month } = editionTime;
  const from = clock.localTime(isoTime);
  const isSameMonth = from.month === month && from.year === year;
  const isMonthFirst = day.startsWith(month);
  return isSameMonth
    ? `${isMonthFirst ? from.day : from.dayOfMonth} to ${isMonthFirst ? dayOfMonth : day}`
    : `${clock.dayIn(year, from)} to ${day}`;
}
