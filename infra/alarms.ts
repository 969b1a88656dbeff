import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export interface AlarmsProps {
  readonly digest: IFunction;
  readonly deadLetters: IQueue;
  /** Who hears of an alarm; `undefined`: nobody is mailed, the alarms show in CloudWatch. */
  readonly alarmEmail?: string | undefined;
  /** Where the runbook can be read; each alarm links to its heading in it. */
  readonly runbook: string;
}

const PERIOD = Duration.minutes(5);

/** Alarms on what AWS measures by itself; each heading of the runbook is one of them. */
export function createAlarms(scope: Construct, props: AlarmsProps): readonly Alarm[] {
  const failed = props.digest.metricErrors({ period: PERIOD });
  const throttled = props.digest.metricThrottles({ period: PERIOD });
  const dead = props.deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD });
  const parent = new Construct(scope, "Alarms");
  const alarms = [
    createAlarm(parent, "FailedRun", failed, `A run failed: ${props.runbook}#failed-run`),
    createAlarm(parent, "Throttled", throttled, `Lambda refused to start a run: ${props.runbook}#throttled`),
    createAlarm(parent, "DeadLetters", dead, `An event was given up: ${props.runbook}#dead-letters`),
  ];
  if (props.alarmEmail !== undefined) {
    notify(createTopic(parent, props.alarmEmail), alarms);
  }
  return alarms;
}

function createAlarm(scope: Construct, id: string, metric: IMetric, alarmDescription: string): Alarm {
  return new Alarm(scope, id, {
    metric,
    alarmDescription,
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}

function notify(topic: Topic, alarms: readonly Alarm[]): void {
  for (const alarm of alarms) {
    alarm.addAlarmAction(new SnsAction(topic));
  }
}

/**
 * A topic that takes messages over TLS and from this account's alarms. The second has to be said: a policy of
 * one's own replaces the default one, which let the account's alarms publish, and an alarm that may not publish
 * fails without a word.
 */
function createTopic(scope: Construct, alarmEmail: string): Topic {
  const topic = new Topic(scope, "Topic", { displayName: "Late Edition alarms", enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
}
