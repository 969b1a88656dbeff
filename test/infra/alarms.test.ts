import { readFileSync } from "node:fs";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { synthesize } from "./synthesize.ts";
import { at, resourcesOf } from "./template.ts";

const template = synthesize();

describe("the dead letters", () => {
  test("are encrypted, kept for 14 days and closed to plain HTTP", () => {
    template.hasResourceProperties("AWS::SQS::Queue", {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
    template.hasResourceProperties("AWS::SQS::QueuePolicy", {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      }),
    });
  });
});

describe("the alarms", () => {
  test.each([
    ["AWS/Lambda", "Errors", "failed-run"],
    ["AWS/Lambda", "Throttles", "throttled"],
    ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "dead-letters"],
  ])("go off at the first of %s %s", (Namespace, MetricName, heading) => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace,
      MetricName,
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
      AlarmDescription: Match.stringLikeRegexp(`: docs/runbook\\.md#${heading}$`),
    });
  });

  test("each link to a heading of the runbook, and each heading has its alarm", () => {
    const runbook = readFileSync(new URL("../../docs/runbook.md", import.meta.url), "utf8");
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
      heading?.toLowerCase().replaceAll(" ", "-"),
    );
    const linked = resourcesOf(template, "AWS::CloudWatch::Alarm").map(
      ([, alarm]) => String(at(alarm, "Properties", "AlarmDescription")).split("#")[1],
    );
    expect(linked.toSorted()).toEqual(headings.toSorted());
  });

  test("mail the address, through a topic to which this account's alarms may publish", () => {
    const mailing = synthesize({ alarmEmail: "ops@example.org", runbook: "https://example.org/runbook" });
    mailing.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "ops@example.org",
    });
    mailing.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          }),
        ]),
      }),
    });
    for (const [, alarm] of resourcesOf(mailing, "AWS::CloudWatch::Alarm")) {
      expect(at(alarm, "Properties", "AlarmActions")).toHaveLength(1);
      expect(at(alarm, "Properties", "AlarmDescription")).toContain("https://example.org/runbook#");
    }
  });

  test("mail nobody without an address", () => {
    template.resourceCountIs("AWS::SNS::Topic", 0);
  });
});
