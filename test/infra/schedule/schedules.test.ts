import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { parseEvent } from "../../../functions/digest/run/request.ts";
import { synthesize } from "../synthesize.ts";
import { at, resourcesOf, statementsOf } from "../template.ts";

const template = synthesize();
const FUNCTION = { "Fn::GetAtt": [Match.stringLikeRegexp("^DigestFunction"), "Arn"] };
const DEAD_LETTERS = { "Fn::GetAtt": [Match.stringLikeRegexp("^DigestDeadLetters"), "Arn"] };

describe("the schedules", () => {
  test("start the daily run in the time zone, with Scheduler's time as the slot", () => {
    const zoned = synthesize({ schedule: "cron(30 6 ? * MON-FRI *)", timeZone: "Europe/Berlin" });
    zoned.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(30 6 ? * MON-FRI *)",
      ScheduleExpressionTimezone: "Europe/Berlin",
      State: "ENABLED",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: Match.objectLike({
        Arn: FUNCTION,
        DeadLetterConfig: { Arn: DEAD_LETTERS },
        Input: '{"mode":"scheduled","slot":"<aws.scheduler.scheduled-time>"}',
      }),
    });
  });

  test("resume every hour", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "cron(30 * * * ? *)",
      Target: Match.objectLike({
        Arn: FUNCTION,
        DeadLetterConfig: { Arn: DEAD_LETTERS },
        Input: '{"mode":"resume"}',
      }),
    });
  });

  test("send events that the function understands", () => {
    const inputs = resourcesOf(template, "AWS::Scheduler::Schedule").map(([, schedule]) =>
      String(at(schedule, "Properties", "Target", "Input")).replace(
        "<aws.scheduler.scheduled-time>",
        "2026-11-20T07:00:00Z",
      ),
    );
    const requests = inputs.map((input) => parseEvent(JSON.parse(input), "2026-11-20T07:00:00Z"));
    expect(requests.map(({ mode }) => mode).toSorted()).toEqual(["resume", "scheduled"]);
  });

  test("may invoke the function and write dead letters, and nothing else", () => {
    const allowed = statementsOf(template, "DigestSchedulerRole").map(({ actions, resources }) => ({
      actions,
      resources,
    }));
    expect(allowed).toEqual([
      {
        actions: ["lambda:InvokeFunction"],
        resources: ["<DigestFunction7BDDFF27.Arn>", "<DigestFunction7BDDFF27.Arn>:*"],
      },
      { actions: ["sqs:SendMessage"], resources: ["<DigestDeadLetters114BC15F.Arn>"] },
    ]);
  });
});
