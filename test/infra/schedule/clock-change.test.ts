import { describe, expect, test } from "vitest";
import { hitsSkipped, skippedTimes } from "../../../infra/schedule/clock-change.ts";
import { warningsOf } from "../warnings.ts";

const AUTUMN = new Date("2026-11-20T07:00:00Z");
const SUMMER = new Date("2026-06-01T00:00:00Z");

describe("the times that clocks skip", () => {
  test.each([
    ["Europe/Berlin", AUTUMN, { date: "2027-03-28", from: 120, to: 180 }],
    ["Europe/London", AUTUMN, { date: "2027-03-28", from: 60, to: 120 }],
    ["America/New_York", AUTUMN, { date: "2027-03-14", from: 120, to: 180 }],
    ["Australia/Lord_Howe", SUMMER, { date: "2026-10-04", from: 120, to: 150 }],
    ["Africa/Cairo", AUTUMN, { date: "2027-04-30", from: 0, to: 60 }],
  ])("are found in %s", (timeZone, after, skipped) => {
    expect(skippedTimes(timeZone, after)).toEqual(skipped);
  });

  test.each(["UTC", "Asia/Kolkata", "America/Phoenix"])("are none in %s", (timeZone) => {
    expect(skippedTimes(timeZone, AUTUMN)).toBeUndefined();
  });

  test.each([
    [119, false],
    [120, true],
    [179, true],
    [180, false],
  ])("hold minute %i of the day: %s", (minute, isSkipped) => {
    expect(hitsSkipped([minute], { date: "2027-03-28", from: 120, to: 180 })).toBe(isSkipped);
  });
});

describe("a schedule", () => {
  test("is warned of when clocks skip it", () => {
    const warnings = warningsOf({ schedule: "cron(30 2 * * ? *)", timeZone: "Europe/Berlin" });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^schedule cron\(30 2 \* \* \? \*\): clocks in Europe\/Berlin go from 02:00 to 03:00 on \d{4}-03-\d\d, and Scheduler skips/,
    );
  });

  test.each([
    { schedule: "cron(0 7 * * ? *)", timeZone: "Europe/Berlin" },
    { schedule: "cron(30 2 * * ? *)", timeZone: "UTC" },
  ])("is not warned of when its time exists every day: %o", (props) => {
    expect(warningsOf(props)).toEqual([]);
  });
});
