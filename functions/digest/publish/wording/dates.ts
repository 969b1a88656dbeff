/** British English and a 24-hour clock, assembled here because ICU's punctuation varies between versions. */
const PARTS = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
} as const satisfies Intl.DateTimeFormatOptions;

/** A time formatted for readers in one time zone. */
export interface LocalTime {
  /** `Friday 20 November 2026` */
  readonly date: string;
  /** `20 November` */
  readonly day: string;
  readonly year: string;
  /** `07:00 CET` */
  readonly time: string;
}

/** Formats an ISO 8601 time in an IANA zone, independent of the process's zone and locale; throws if it is invalid. */
export function localTime(isoTime: string, timeZone: string): LocalTime {
  const moment = new Date(isoTime);
  if (Number.isNaN(moment.getTime())) {
    throw new Error(`cannot date an edition: "${isoTime}" is not an ISO 8601 time`);
  }
  const parts = new Intl.DateTimeFormat("en-GB", { ...PARTS, timeZone }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? "";
  const day = `${part("day")} ${part("month")}`;
  return {
    date: `${part("weekday")} ${day} ${part("year")}`,
    day,
    year: part("year"),
    time: `${part("hour")}:${part("minute")} ${part("timeZoneName")}`,
  };
}

/** `12 November`, with the year if it differs from the edition's; empty if the time is invalid. */
export function dayOf(isoTime: string | undefined, edition: LocalTime, timeZone: string): string {
  if (isoTime === undefined || Number.isNaN(Date.parse(isoTime))) {
    return "";
  }
  const then = localTime(isoTime, timeZone);
  return then.year === edition.year ? then.day : `${then.day} ${then.year}`;
}
