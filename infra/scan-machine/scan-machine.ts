import { ArnFormat, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Policy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { RUNS_PREFIX } from "../../functions/digest/keys.ts";
import { acknowledge, acknowledgeWildcards } from "../acknowledge.ts";
import type { AnyBucket } from "../buckets.ts";
import { allow } from "../permissions.ts";
import { defineScanMachine, MAP_LABEL } from "./scan-machine-definition.ts";

export interface ScanMachineProps {
  readonly digest: IFunction;
  /** The bucket that holds a plan's ranges. */
  readonly state: AnyBucket;
  /** The bucket's KMS key, if the user provided one. */
  readonly encryptionKey: IKey | undefined;
  /** Functions that scan at the same time. */
  readonly workers: number;
}

/** The next run continues what this one leaves, so it must end before that. */
const TIMEOUT = Duration.hours(20);

/**
 * The run as a Step Functions state machine: plan the ranges, scan them on many functions, finish as one
 * function would. Its permissions are written by hand: invoking one function, reading a plan's ranges, and
 * executions of itself, which is how a Distributed Map runs its batches.
 */
export function createScanMachine(
  scope: Construct,
  { digest, state, encryptionKey, workers }: ScanMachineProps,
): StateMachine {
  const role = createRole(scope);
  const machine = new StateMachine(scope, "Machine", {
    comment: "Scans the corpus on many functions, then makes and emails the edition of the slot",
    definitionBody: DefinitionBody.fromString(
      Stack.of(scope).toJsonString(
        defineScanMachine({ functionArn: digest.functionArn, bucketName: state.bucketName, workers }),
      ),
    ),
    role,
    timeout: TIMEOUT,
    tracingEnabled: true,
    logs: { destination: createLog(scope), level: LogLevel.ALL, includeExecutionData: false },
  });
  allow(role, { actions: ["lambda:InvokeFunction"], resources: [digest.functionArn] }, "");
  allow(
    role,
    { actions: ["s3:GetObject"], resources: [state.arnForObjects(`${RUNS_PREFIX}*/ranges.jsonl`)] },
    "a plan's ranges are in its run's folder, which is named by slot and nonce",
  );
  if (encryptionKey !== undefined) {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ["kms:Decrypt"], resources: [encryptionKey.keyArn] }),
    );
  }
  allowMapping(role, machine);
  acknowledge(role, {
    rule: "AwsSolutions-IAM5[Resource::*]",
    reason: "the actions for Step Functions log delivery and X-Ray traces take no resource",
  });
  return machine;
}

/** Usable only by this account's state machines: no confused deputy. */
function createRole(scope: Construct): Role {
  return new Role(scope, "MachineRole", {
    assumedBy: new ServicePrincipal("states.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  });
}

function createLog(scope: Construct): LogGroup {
  return new LogGroup(scope, "MachineLog", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/**
 * A separate policy: the machine depends on the role's default policy, so that one cannot name the machine. A
 * Map Run starts, watches and stops executions of the machine, and redrives those of its batches that failed (Step
 * Functions guide, "IAM policies for Distributed Map").
 */
function allowMapping(role: Role, machine: StateMachine): void {
  const control = new PolicyStatement({
    actions: ["states:DescribeExecution", "states:StopExecution"],
    resources: [executionsOf(role, machine.stateMachineName)],
  });
  const redrive = new PolicyStatement({
    actions: ["states:RedriveExecution"],
    resources: [executionsOf(role, `${machine.stateMachineName}/${MAP_LABEL}`)],
  });
  const start = new PolicyStatement({
    actions: ["states:StartExecution"],
    resources: [machine.stateMachineArn],
  });
  const policy = new Policy(machine, "Mapping", { statements: [start, control, redrive], roles: [role] });
  for (const statement of [control, redrive]) {
    acknowledgeWildcards(policy, statement, "each batch of a Map Run is an execution with its own name");
  }
}

function executionsOf(scope: Construct, name: string): string {
  return Stack.of(scope).formatArn({
    service: "states",
    resource: "execution",
    resourceName: `${name}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
