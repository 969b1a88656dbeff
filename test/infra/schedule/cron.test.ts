import { describe, expect, test } from "vitest";
import { cronTimes } from "../../../infra/schedule/cron.ts";

describe("the times of day of a cron expression", () => {
  test.each([
    ["cron(0 7 * * ? *)", [420]],
    ["cron(30 2 ? * MON-FRI *)", [150]],
    ["cron(0,30 6-7 * * ? *)", [360, 390, 420, 450]],
    ["cron(15 */8 * * ? *)", [15, 495, 975]],
    ["cron(50/5 23 L * ? 2027)", [1430, 1435]],
    ["cron( 5  0 1 JAN ? * )", [5]],
  ])("are read: %s", (expression, times) => {
    expect(cronTimes(expression)).toEqual(times);
  });

  test("cover every minute for two stars", () => {
    expect(cronTimes("cron(* * * * ? *)")).toHaveLength(24 * 60);
  });

  test.each([
    ["five fields, as in crontab", "cron(0 7 * * *)"],
    ["no question mark", "cron(0 7 * * * *)"],
    ["two question marks", "cron(0 7 ? * ? *)"],
    ["a question mark for the month", "cron(0 7 * ? ? *)"],
    ["minute 60", "cron(60 7 * * ? *)"],
    ["hour 24", "cron(0 24 * * ? *)"],
    ["a range backwards", "cron(0 9-7 * * ? *)"],
    ["a step of nothing", "cron(0/0 7 * * ? *)"],
    ["an empty list place", "cron(0,,30 7 * * ? *)"],
    ["a rate", "rate(1 day)"],
    ["nothing", "cron()"],
  ])("are unknown for %s", (_, expression) => {
    expect(cronTimes(expression)).toBeUndefined();
  });
});
