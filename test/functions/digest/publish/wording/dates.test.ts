import { afterEach, expect, test, vi } from "vitest";
import { dayOf, localTime } from "../../../../../functions/digest/publish/wording/dates.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["Europe/Berlin", "Friday 20 November 2026", "07:00 CET"],
  ["UTC", "Friday 20 November 2026", "06:00 UTC"],
  ["America/Los_Angeles", "Thursday 19 November 2026", "22:00 GMT-8"],
  ["Asia/Kathmandu", "Friday 20 November 2026", "11:45 GMT+5:45"],
  ["Pacific/Kiritimati", "Friday 20 November 2026", "20:00 GMT+14"],
])("shows six o'clock UTC in %s", (timeZone, date, time) => {
  expect(localTime("2026-11-20T06:00:00.000Z", timeZone)).toMatchObject({ date, time });
});

test("shows summer time", () => {
  expect(localTime("2026-07-01T05:00:00Z", "Europe/Berlin").time).toBe("07:00 CEST");
});

test("shows midnight as 00", () => {
  expect(localTime("2026-11-20T00:00:00Z", "UTC").time).toBe("00:00 UTC");
});

test.each(["Pacific/Auckland", "America/New_York"])(
  "does not look at the zone of the process, %s",
  (zone) => {
    vi.stubEnv("TZ", zone);
    expect(localTime("2026-11-20T06:00:00Z", "Europe/Berlin").date).toBe("Friday 20 November 2026");
  },
);

test("refuses a time that is none, naming it", () => {
  expect(() => localTime("yesterday", "UTC")).toThrow('"yesterday" is not an ISO 8601 time');
});

test.each([
  ["2026-11-12T06:00:00Z", "12 November"],
  ["2025-06-22T06:00:00Z", "22 June 2025"],
  ["2026-01-01T00:30:00Z", "31 December 2025"],
  ["never", ""],
  [undefined, ""],
])("shows the day of %s as %j", (slot, day) => {
  const edition = localTime("2026-11-20T06:00:00Z", "America/New_York");
  expect(dayOf(slot, edition, "America/New_York")).toBe(day);
});
