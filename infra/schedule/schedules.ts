import { Annotations, Duration, Stack, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  ContextAttribute,
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import {
  LambdaInvoke,
  type ScheduleTargetBaseProps,
  StepFunctionsStartExecution,
} from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { acknowledgeWildcards } from "../acknowledge.ts";
import { hitsSkipped, skippedTimes } from "./clock-change.ts";
import { cronTimes } from "./cron.ts";

/** Half past, to avoid starting alongside a daily run on the hour. */
const RESUME = "cron(30 * * * ? *)";

export interface SchedulesProps {
  readonly digest: IFunction;
  /** Coordinates the daily run if many functions share it. */
  readonly machine: StateMachine | undefined;
  /** Where events go that Scheduler could not deliver to Lambda. */
  readonly deadLetters: IQueue;
  /** `cron(…)` in `timeZone`. */
  readonly schedule: string;
  readonly timeZone: string;
}

/**
 * The daily run, and the hourly resume run that finishes what a dead run left: two GETs when nothing is
 * pending. The slot is the scheduled time that Scheduler fills in, the same on every retry. With many
 * functions, the resume run leaves an unfinished scan to the state machine, or both would scan.
 */
export function createSchedules(scope: Construct, props: SchedulesProps): void {
  const { machine } = props;
  const role = createSchedulerRole(scope, props.digest);
  const target = { role, deadLetterQueue: props.deadLetters };
  const daily = new Schedule(scope, "Daily", {
    description: "Starts the digest; the scheduled time is the slot of the edition",
    schedule: ScheduleExpression.expression(props.schedule, TimeZone.of(props.timeZone)),
    target: dailyTarget(props, target),
  });
  new Schedule(scope, "Resume", {
    description: "Finishes what a dead run left pending",
    schedule: ScheduleExpression.expression(RESUME),
    target: new LambdaInvoke(props.digest, {
      ...target,
      input: ScheduleTargetInput.fromObject({ mode: "resume", ...(machine && { leaveCheckpoint: true }) }),
      maxEventAge: Duration.hours(1),
    }),
  });
  warnOfClockChange(daily, props);
}

function dailyTarget({ digest, machine }: SchedulesProps, target: ScheduleTargetBaseProps): IScheduleTarget {
  const slot = ContextAttribute.scheduledTime;
  return machine === undefined
    ? new LambdaInvoke(digest, {
        ...target,
        input: ScheduleTargetInput.fromObject({ mode: "scheduled", slot }),
      })
    : new StepFunctionsStartExecution(machine, {
        ...target,
        input: ScheduleTargetInput.fromObject({ slot }),
      });
}

/** Usable only by schedules of this account's default group: no confused deputy. */
function createSchedulerRole(scope: Construct, invoked: IFunction): Role {
  const stack = Stack.of(scope);
  const group = stack.formatArn({
    service: "scheduler",
    resource: "schedule-group",
    resourceName: "default",
  });
  const role = new Role(scope, "SchedulerRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account, "aws:SourceArn": group } },
    }),
  });
  const versions = new PolicyStatement({ resources: [`${invoked.functionArn}:*`] });
  acknowledgeWildcards(
    role,
    versions,
    "CDK's grantInvoke covers the versions of a function; this one has none",
  );
  return role;
}

function warnOfClockChange(scope: Construct, { schedule, timeZone }: SchedulesProps): void {
  const skipped = skippedTimes(timeZone, new Date());
  if (skipped !== undefined && hitsSkipped(cronTimes(schedule) ?? [], skipped)) {
    Annotations.of(scope).addWarningV2(
      "late-edition:clock-change",
      `schedule ${schedule}: clocks in ${timeZone} go from ${clock(skipped.from)} to ${clock(skipped.to)} on ${skipped.date}, and Scheduler skips a run between the two; the next run covers both days; or pick another hour`,
    );
  }
}

/** `02:00` for the 120th minute of a day. */
function clock(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}
