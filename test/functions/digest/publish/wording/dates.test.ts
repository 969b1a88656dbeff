import { afterEach, expect, test, vi } from "vitest";
import {
  createClock,
  dayOf,
  daysUntil,
  sinceWords,
} from "../../../../../functions/digest/publish/wording/dates.ts";
import { englishLocale } from "../../../../../functions/digest/publish/wording/locale.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const SIX = "2026-11-20T06:00:00.000Z";

function clockIn(timeZone: string, locale = "") {
  return createClock(timeZone, englishLocale(locale, timeZone));
}

test.each([
  ["Europe/Berlin", "Friday 20 November 2026", "07:00 CET"],
  ["Europe/London", "Friday 20 November 2026", "06:00 GMT"],
  ["UTC", "Friday 20 November 2026", "06:00 UTC"],
  ["America/Los_Angeles", "Thursday, November 19, 2026", "10:00 PM PST"],
  ["US/Eastern", "Friday, November 20, 2026", "1:00 AM EST"],
  ["America/Toronto", "Friday, November 20, 2026", "1:00 a.m. EST"],
  ["Australia/Sydney", "Friday 20 November 2026", "5:00 pm AEDT"],
  ["Asia/Kolkata", "Friday 20 November 2026", "11:30 am IST"],
  ["Africa/Johannesburg", "Friday 20 November 2026", "08:00 SAST"],
  ["Asia/Tokyo", "Friday 20 November 2026", "15:00 JST"],
  ["Europe/Moscow", "Friday 20 November 2026", "09:00 MSK"],
  ["Asia/Kathmandu", "Friday 20 November 2026", "11:45 GMT+5:45"],
  ["Pacific/Kiritimati", "Friday 20 November 2026", "20:00 GMT+14"],
])("shows six o'clock UTC in %s, by the customs of its region", (timeZone, date, time) => {
  expect(clockIn(timeZone).localTime(SIX)).toMatchObject({ date, time });
});

test.each([
  ["en-US", "Friday, November 20, 2026", "7:00 AM CET"],
  ["en-GB", "Friday 20 November 2026", "07:00 CET"],
  ["en-AU", "Friday 20 November 2026", "7:00 am CET"],
  ["en-US-u-hc-h23", "Friday, November 20, 2026", "07:00 CET"],
  ["en-US-u-ca-buddhist-nu-arab", "Friday, November 20, 2026", "7:00 AM CET"],
  ["de-DE", "Friday 20 November 2026", "07:00 CET"],
  ["ja-JP", "Friday 20 November 2026", "07:00 CET"],
  ["ar-EG", "Friday 20 November 2026", "07:00 CET"],
])("follows the locale %s where it is one of English", (locale, date, time) => {
  expect(clockIn("Europe/Berlin", locale).localTime(SIX)).toMatchObject({ date, time });
});

test("a locale that is set goes before that of the zone", () => {
  expect(clockIn("America/New_York", "en-GB").localTime(SIX).time).toBe("01:00 EST");
});

test("every zone has a name in use in its own region, or its distance from Greenwich", () => {
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    expect(clockIn(timeZone).localTime(SIX).zone, timeZone).toMatch(
      /^(?:[A-Z]{2,5}|GMT[+-]\d{1,2}(?::\d\d)?)$/,
    );
  }
});

test("shows summer time", () => {
  expect(clockIn("Europe/Berlin").localTime("2026-07-01T05:00:00Z").time).toBe("07:00 CEST");
  expect(clockIn("America/New_York").localTime("2026-07-01T11:00:00Z").time).toBe("7:00 AM EDT");
  expect(clockIn("Asia/Jerusalem").localTime("2026-07-01T04:00:00Z").time).toBe("07:00 IDT");
});

test("shows midnight as 00, or as 12 AM", () => {
  expect(clockIn("UTC").localTime("2026-11-20T00:00:00Z").time).toBe("00:00 UTC");
  expect(clockIn("UTC", "en-US").localTime("2026-11-20T00:00:00Z").time).toBe("12:00 AM UTC");
});

test.each(["Pacific/Auckland", "America/New_York"])(
  "does not look at the zone of the process, %s",
  (zone) => {
    vi.stubEnv("TZ", zone);
    expect(clockIn("Europe/Berlin").localTime(SIX).date).toBe("Friday 20 November 2026");
  },
);

test("refuses a time that is none, naming it", () => {
  expect(() => clockIn("UTC").localTime("yesterday")).toThrow('"yesterday" is not an ISO 8601 time');
});

test.each([
  ["2026-11-12T06:00:00Z", "12 November", "November 12"],
  ["2025-06-22T06:00:00Z", "22 June 2025", "June 22, 2025"],
  ["2026-01-01T00:30:00Z", "31 December 2025", "December 31, 2025"],
  ["never", "", ""],
  [undefined, "", ""],
])("shows the day of %s as %j, or %j", (slot, british, american) => {
  const days = ["en-GB", "en-US"].map((locale) => {
    const clock = clockIn("America/New_York", locale);
    return dayOf(slot, { clock, editionTime: clock.localTime(SIX) });
  });
  expect(days).toEqual([british, american]);
});

test.each([
  ["2026-11-17T06:00:00Z", "17 to 20 November", "November 17 to 20"],
  ["2026-10-30T06:00:00Z", "30 October to 20 November", "October 30 to November 20"],
  ["2025-11-17T07:00:00Z", "17 November 2025 to 20 November", "November 17, 2025 to November 20"],
  ["never", "", ""],
])("shows the days from %s as %j, or %j", (slot, british, american) => {
  const days = ["en-GB", "en-US"].map((locale) => {
    const clock = clockIn("UTC", locale);
    return daysUntil(slot, { clock, editionTime: clock.localTime(SIX) });
  });
  expect(days).toEqual([british, american]);
});

test.each([
  ["2026-11-19T06:00:00Z", "Since Thursday, 07:00", "Since Thursday, 7:00 AM"],
  ["2026-11-20T00:30:00Z", "Since 01:30", "Since 1:30 AM"],
  ["2026-11-18T23:30:00Z", "Since Thursday, 00:30", "Since Thursday, 12:30 AM"],
  ["2026-11-18T06:00:00Z", "Since Wednesday 18 November, 07:00", "Since Wednesday, November 18, 7:00 AM"],
  [
    "2025-11-18T06:00:00Z",
    "Since Tuesday 18 November 2025, 07:00",
    "Since Tuesday, November 18, 2025, 7:00 AM",
  ],
  ["2026-10-20T05:00:00Z", "Since Tuesday 20 October, 07:00 CEST", "Since Tuesday, October 20, 7:00 AM CEST"],
  [SIX, "", ""],
  ["2027-11-18T06:00:00Z", "", ""],
  ["never", "", ""],
  [undefined, "", ""],
])("an edition after one at %s says %j, or %j", (since, british, american) => {
  const words = ["en-GB", "en-US"].map((locale) => {
    const clock = clockIn("Europe/Berlin", locale);
    return sinceWords(since, SIX, { clock, editionTime: clock.localTime(SIX) });
  });
  expect(words).toEqual([british, american]);
});
