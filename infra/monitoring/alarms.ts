import { Annotations, Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { ConfigurationSet } from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { longestGapHours } from "../schedule/schedule-gap.ts";
import { createMetric } from "./metrics.ts";

export interface AlarmsProps {
  readonly digest: IFunction;
  readonly deadLetters: IQueue;
  readonly configurationSet: ConfigurationSet;
  /** Coordinates runs that many functions share. */
  readonly machine: StateMachine | undefined;
  /** Serves the archive, if it is on the web. */
  readonly archiveFunction: IFunction | undefined;
  /** `cron(…)`; sets how long a run may be missing. */
  readonly schedule: string;
  /** Address that alarms are emailed to; `undefined`: they only show in CloudWatch. */
  readonly alarmEmail?: string | undefined;
  /** Address of the runbook; each alarm links to its heading there. */
  readonly runbook: string;
}

/** The alarms of one digest; each has a heading in docs/runbook.md. */
export interface DigestAlarms {
  readonly failedRun: Alarm;
  /** No snapshot became current for longer than the schedule allows; absent if the schedule pauses for weeks. */
  readonly noRun?: Alarm;
  readonly slotAhead: Alarm;
  readonly missingStories: Alarm;
  readonly heldBack: Alarm;
  readonly unknownDelivery: Alarm;
  /** SES refuses an email, which is tried again every hour. */
  readonly refusedDelivery: Alarm;
  /** An email was given up. */
  readonly failedDelivery: Alarm;
  readonly throttled: Alarm;
  readonly deadLetters: Alarm;
  readonly bounces: Alarm;
  readonly complaints: Alarm;
  /** Pages of the archive could not be made; absent without an archive on the web. */
  readonly archiveErrors?: Alarm;
}

const PERIOD = Duration.minutes(5);
const HOUR = Duration.hours(1);

/** Some stories are always unreadable; a share this large means the corpus or its encoding is broken. */
const HELD_BACK_PERCENT = 5;

/** One failed page may be a moment's trouble of S3. */
const ARCHIVE_ERRORS = 3;

/** A run that starts late, fails and is retried still ends within two hours. */
const GRACE_HOURS = 2;
/** An alarm looks back seven days at most (CloudWatch API reference, PutMetricAlarm). */
const MAX_ALARM_HOURS = 7 * 24;

/** SES puts an account under review at these rates (SES developer guide, "Reputation metrics messages"). */
const BOUNCE_RATE = 0.05;
const COMPLAINT_RATE = 0.001;

/** Alarms on AWS's own metrics and on those of the runs. */
export function createAlarms(scope: Construct, props: AlarmsProps): DigestAlarms {
  const { digest, deadLetters, runbook } = props;
  const parent = new Construct(scope, "Alarms");
  const period = PERIOD;
  const raise = (id: string, metric: IMetric, what: string, more: Partial<AlarmProps> = {}) =>
    createAlarm(parent, id, { ...more, metric, alarmDescription: `${what}: ${runbook}#${headingOf(id)}` });
  const reputation = (rate: string) => reputationMetric(props.configurationSet, rate);
  const noRun = watchForRuns(parent, props, raise);
  const alarms: DigestAlarms = {
    failedRun: raise("FailedRun", failures(props), "A run failed; its last log line says what to do"),
    ...(noRun && { noRun }),
    slotAhead: raise(
      "SlotAhead",
      createMetric(digest, "HoursAhead", { period: HOUR }),
      "The last slot is ahead of now, and until then no run makes an edition",
    ),
    missingStories: raise(
      "MissingStories",
      createMetric(digest, "Missing", { period }),
      "Most stories are missing and their removal is held back; the log line “removals held back” has the event that confirms it",
    ),
    heldBack: raise(
      "HeldBack",
      createMetric(digest, "HeldBackShare", { period }),
      `At least ${HELD_BACK_PERCENT} % of the stories were held back`,
      { threshold: HELD_BACK_PERCENT },
    ),
    ...watchDeliveries(digest, raise),
    throttled: raise("Throttled", digest.metricThrottles({ period }), "Lambda refused to start a run"),
    deadLetters: raise(
      "DeadLetters",
      deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
      "An event failed for good",
    ),
    bounces: raise("Bounces", reputation("Reputation.BounceRate"), "Too many emails bounce", {
      threshold: BOUNCE_RATE,
    }),
    complaints: raise(
      "Complaints",
      reputation("Reputation.ComplaintRate"),
      "Too many readers report emails as spam",
      {
        threshold: COMPLAINT_RATE,
      },
    ),
    ...watchArchive(props, raise),
  };
  if (props.alarmEmail !== undefined) {
    notify(createTopic(parent, props.alarmEmail), Object.values(alarms));
  }
  return alarms;
}

/** Function errors, and state machine executions that ended without finishing their slot. */
function failures({ digest, machine }: AlarmsProps): IMetric {
  const errors = digest.metricErrors({ period: PERIOD });
  if (machine === undefined) {
    return errors;
  }
  const failed = machine.metricFailed({ period: PERIOD });
  const timedOut = machine.metricTimedOut({ period: PERIOD });
  return new MathExpression({
    label: "Failures",
    expression: "SUM([errors, failed, timedOut])",
    usingMetrics: { errors, failed, timedOut },
    period: PERIOD,
  });
}

type Raise = (id: string, metric: IMetric, what: string, more?: Partial<AlarmProps>) => Alarm;

/** Refusals are counted by the hour, as they are retried: the alarm stays until the email is accepted or given up. */
function watchDeliveries(
  digest: IFunction,
  raise: Raise,
): Pick<DigestAlarms, "unknownDelivery" | "refusedDelivery" | "failedDelivery"> {
  return {
    unknownDelivery: raise(
      "UnknownDelivery",
      createMetric(digest, "UnknownDeliveries", { period: PERIOD }),
      "SES may or may not have sent an email",
    ),
    refusedDelivery: raise(
      "RefusedDelivery",
      createMetric(digest, "RefusedDeliveries", { period: HOUR }),
      "SES refuses an email; it is tried again every hour",
    ),
    failedDelivery: raise(
      "FailedDelivery",
      createMetric(digest, "FailedDeliveries", { period: PERIOD }),
      "An email was given up; an event delivers it after all",
    ),
  };
}

/** Lambda counts the answers of a function URL with a status of 500 or more (Lambda developer guide, "Monitoring Lambda function URLs"). */
function watchArchive({ archiveFunction }: AlarmsProps, raise: Raise): Pick<DigestAlarms, "archiveErrors"> {
  if (archiveFunction === undefined) {
    return {};
  }
  const failed = archiveFunction.metric("Url5xxCount", { period: PERIOD, statistic: Stats.SUM });
  const what = "Pages of the archive could not be made";
  return { archiveErrors: raise("ArchiveErrors", failed, what, { threshold: ARCHIVE_ERRORS }) };
}

/** Also goes off in a new stack, until its first run. */
function watchForRuns(scope: Construct, { digest, schedule }: AlarmsProps, raise: Raise): Alarm | undefined {
  const hours = (longestGapHours(schedule) ?? MAX_ALARM_HOURS) + GRACE_HOURS;
  if (hours > MAX_ALARM_HOURS) {
    Annotations.of(scope).addInfo(
      `schedule ${schedule} may pause for a week or more, longer than an alarm can look back: no alarm will report a missing run`,
    );
    return undefined;
  }
  const metric = createMetric(digest, "EditionCommitted", { period: HOUR });
  return raise("NoRun", metric, `No run succeeded in ${hours} hours`, {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: hours,
    treatMissingData: TreatMissingData.BREACHING,
  });
}

/** `failed-run` for the alarm `FailedRun`: the anchor of its runbook heading. */
function headingOf(id: string): string {
  return id.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function createAlarm(
  scope: Construct,
  id: string,
  props: Partial<AlarmProps> & Pick<AlarmProps, "metric">,
): Alarm {
  return new Alarm(scope, id, {
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...props,
  });
}

/** SES publishes a configuration set's rates, where enabled, under this dimension. */
function reputationMetric({ configurationSetName }: ConfigurationSet, metricName: string): Metric {
  return new Metric({
    namespace: "AWS/SES",
    metricName,
    dimensionsMap: { "ses:configuration-set": configurationSetName },
    statistic: Stats.AVERAGE,
    period: HOUR,
  });
}

function notify(topic: Topic, alarms: readonly Alarm[]): void {
  for (const alarm of alarms) {
    alarm.addAlarmAction(new SnsAction(topic));
  }
}

/**
 * A topic that accepts messages over TLS and from this account's alarms. The second must be explicit: a custom
 * policy replaces the default one, which lets the account's alarms publish, and an alarm without that right
 * fails silently.
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
