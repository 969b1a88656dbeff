import { readFileSync } from "node:fs";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { METRICS } from "../../../functions/digest/metrics.ts";
import { createDigest, synthesize } from "../synthesize.ts";
import { at, resourcesOf } from "../template.ts";

const template = synthesize();
const FIRST = {
  Threshold: 1,
  EvaluationPeriods: 1,
  ComparisonOperator: "GreaterThanOrEqualToThreshold",
  TreatMissingData: "notBreaching",
};

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
    ["AWS/Lambda", "Errors", "failed-run", FIRST],
    ["AWS/Lambda", "Throttles", "throttled", FIRST],
    ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "dead-letters", FIRST],
    ["LateEdition", "UnknownDeliveries", "unknown-delivery", FIRST],
    ["LateEdition", "RefusedDeliveries", "refused-delivery", { ...FIRST, Period: 3600 }],
    ["LateEdition", "FailedDeliveries", "failed-delivery", { ...FIRST, Period: 300 }],
    ["LateEdition", "HeldBackShare", "held-back", { ...FIRST, Threshold: 5, Statistic: "Maximum" }],
    ["LateEdition", "Missing", "missing-stories", { ...FIRST, Statistic: "Maximum" }],
    ["LateEdition", "HoursAhead", "slot-ahead", { ...FIRST, Statistic: "Maximum", Period: 3600 }],
    ["AWS/SES", "Reputation.BounceRate", "bounces", { ...FIRST, Threshold: 0.05 }],
    ["AWS/SES", "Reputation.ComplaintRate", "complaints", { ...FIRST, Threshold: 0.001 }],
    [
      "LateEdition",
      "EditionCommitted",
      "no-run",
      {
        Threshold: 1,
        Period: 3600,
        EvaluationPeriods: 26,
        ComparisonOperator: "LessThanThreshold",
        TreatMissingData: "breaching",
      },
    ],
  ])("go off by %s %s, under the heading %s", (Namespace, MetricName, heading, props) => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace,
      MetricName,
      ...props,
      AlarmDescription: Match.stringLikeRegexp(`: docs/runbook\\.md#${heading}$`),
    });
  });

  test("watch the function and the configuration set of their own digest", () => {
    const dimensions = resourcesOf(template, "AWS::CloudWatch::Alarm").map(([, alarm]) =>
      JSON.stringify(at(alarm, "Properties", "Dimensions")),
    );
    expect(dimensions.toSorted()).toEqual(
      [
        ...Array(2).fill('[{"Name":"FunctionName","Value":{"Ref":"DigestFunction7BDDFF27"}}]'),
        '[{"Name":"QueueName","Value":{"Fn::GetAtt":["DigestDeadLetters114BC15F","QueueName"]}}]',
        ...Array(7).fill('[{"Name":"service","Value":{"Ref":"DigestFunction7BDDFF27"}}]'),
        ...Array(2).fill(
          '[{"Name":"ses:configuration-set","Value":{"Ref":"DigestConfigurationSet0FFC37AB"}}]',
        ),
      ].toSorted(),
    );
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });

  test.each([
    ["cron(0 7 ? * MON-FRI *)", 74],
    ["cron(0 7,19 * * ? *)", 14],
    ["cron(0 7 ? * MON *)", undefined],
    ["cron(0 7 1 * ? *)", undefined],
  ])("wait for a run as long as the schedule %s does: %s hours", (schedule, hours) => {
    const { alarms } = createDigest({ schedule }).digest;
    expect(alarms.noRun && synthesize({ schedule })).toEqual(hours && expect.anything());
    if (hours !== undefined) {
      synthesize({ schedule }).hasResourceProperties("AWS::CloudWatch::Alarm", {
        MetricName: "EditionCommitted",
        EvaluationPeriods: hours,
      });
    }
  });

  test("each link to a heading of the runbook, and each heading has its alarm", () => {
    const runbook = readFileSync(new URL("../../../docs/runbook.md", import.meta.url), "utf8");
    const [, alarms = ""] = runbook.split(/^# .+$/m);
    const headings = [...alarms.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
      heading?.toLowerCase().replaceAll(" ", "-"),
    );
    const linked = resourcesOf(synthesize({ archive: "public" }), "AWS::CloudWatch::Alarm").map(
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

describe("the dashboard", () => {
  test("shows every metric of the runs, and every alarm", () => {
    const [[, dashboard] = []] = resourcesOf(template, "AWS::CloudWatch::Dashboard");
    const body = JSON.stringify(at(dashboard, "Properties", "DashboardBody"));
    for (const name of Object.keys(METRICS)) {
      expect(body).toContain(`\\"LateEdition\\",\\"${name}\\"`);
    }
    for (const [id] of resourcesOf(template, "AWS::CloudWatch::Alarm")) {
      expect(body).toContain(id);
    }
  });
});

describe("the metrics of the construct", () => {
  const { digest } = createDigest();

  test.each([
    ["metricEditions", "EditionCommitted", "Sum"],
    ["metricHeldBackShare", "HeldBackShare", "Maximum"],
    ["metricMailsSent", "MailsSent", "Sum"],
    ["metricUnknownDeliveries", "UnknownDeliveries", "Sum"],
    ["metricRefusedDeliveries", "RefusedDeliveries", "Sum"],
    ["metricFailedDeliveries", "FailedDeliveries", "Sum"],
  ] as const)("%s is %s, by its %s", (method, metricName, statistic) => {
    expect(digest[method]()).toMatchObject({ namespace: "LateEdition", metricName, statistic });
    expect(digest[method]({ statistic: "Average" }).statistic).toBe("Average");
  });
});
