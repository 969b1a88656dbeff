import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { type DigestConfig, toEnvironment } from "../functions/digest/config.ts";
import { bundledCode } from "./bundled-code.ts";
import { MEMORY_ENVIRONMENT } from "./settings/memory-environment.ts";

/**
 * Lambda gives one whole processor at 1,769 MB (Lambda developer guide, "Configure Lambda function memory"). A
 * run computes on one thread: less would slow it down, more would pay for an idle second processor. The largest
 * run measured, a first run over 100,000 stories, takes 1,135 MB (docs/performance.md).
 */
export const MEMORY_MB = 1769;

/** The function, and its role; permissions.ts grants the rights. */
export interface DigestFunction {
  readonly digest: LambdaFunction;
  readonly role: Role;
}

export interface DigestFunctionProps {
  readonly config: DigestConfig;
  /** Where an event goes after the run and both of Lambda's retries have failed. */
  readonly deadLetters: IQueue;
  readonly memorySize: number;
}

/**
 * The digest function. Its role may only write to its own log group until more is granted; CDK's managed policy
 * could write to every log group.
 */
export function createDigestFunction(
  scope: Construct,
  { config, deadLetters, memorySize }: DigestFunctionProps,
): DigestFunction {
  const logGroup = new LogGroup(scope, "Log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  const digest = new LambdaFunction(scope, "Function", {
    description: "Compares the corpus with the last run and emails what is new or changed",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: bundledCode("digest"),
    handler: "index.handler",
    environment: environment(config),
    memorySize,
    timeout: Duration.minutes(15),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.INFO,
    onFailure: new SqsDestination(deadLetters),
  });
  return { digest, role };
}

/** An empty variable means the same as a missing one, so it is left out. */
function environment(config: DigestConfig): Record<string, string> {
  const set = Object.entries(toEnvironment(config)).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(set), ...MEMORY_ENVIRONMENT, NODE_OPTIONS: "--enable-source-maps" };
}
