import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type ArchiveConfig, toEnvironment } from "../../functions/digest/config.ts";
import { HEAD_KEY, RUNS_PREFIX, TOPICS_KEY } from "../../functions/digest/keys.ts";
import type { AnyBucket } from "../buckets.ts";
import { bundledCode } from "../bundled-code.ts";
import { allow, allowDecrypting, allowFormerKeys, allowReadingObject } from "../permissions.ts";

/** CloudFront waits a little longer for an answer: a reader sees that it failed, and the log says why. */
export const READING_TIMEOUT = Duration.seconds(30);

/** One whole processor, as for the digest: a page is made on one thread. */
const MEMORY_MB = 1769;

export interface ReadingFunctionProps {
  readonly state: AnyBucket;
  readonly encryptionKey: IKey | undefined;
  readonly config: ArchiveConfig;
}

/** The function that makes the pages of the archive. It reads what runs have written, and topics that are in the state bucket, but no receipt. The head, which leads
 * to the last run, names the readers of an edition that is being delivered; the archive looks at nothing in it but the name of the run. */
export function createReadingFunction(
  scope: Construct,
  { state, encryptionKey, config }: ReadingFunctionProps,
): LambdaFunction {
  const logGroup = new LogGroup(scope, "Log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  const keys = [HEAD_KEY, `${RUNS_PREFIX}*`];
  allow(
    role,
    { actions: ["s3:GetObject"], resources: keys.map((key) => state.arnForObjects(key)) },
    "runs are named by their time and a nonce",
  );
  if (config.topics === TOPICS_KEY) {
    allowReadingObject(role, state, TOPICS_KEY);
  }
  // Without it S3 answers 403 instead of 404 for an object that is missing.
  allow(role, { actions: ["s3:ListBucket"], resources: [state.bucketArn] }, "no wildcard");
  allowDecrypting(role, encryptionKey);
  allowFormerKeys(role, [state]);
  const settings = Object.entries(toEnvironment(config)).filter(([, value]) => value !== "");
  return new LambdaFunction(scope, "Function", {
    description: "Serves the archive of the digest",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: bundledCode("archive"),
    handler: "index.handler",
    environment: { ...Object.fromEntries(settings), NODE_OPTIONS: "--enable-source-maps" },
    memorySize: MEMORY_MB,
    timeout: READING_TIMEOUT,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
  });
}
