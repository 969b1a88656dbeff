import { CustomResource, Duration, RemovalPolicy } from "aws-cdk-lib";
import type { KeyValueStore } from "aws-cdk-lib/aws-cloudfront";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { ACCESS_KEY } from "../../functions/digest/keys.ts";
import type { AnyBucket } from "../buckets.ts";
import { bundledCode } from "../bundled-code.ts";
import { allow, allowKey } from "../permissions.ts";
import { KEEPER_ENVIRONMENT } from "./keeper-environment.ts";

/** CloudFormation waits an hour for a function that never answers, unless told otherwise. */
const PATIENCE = Duration.minutes(5);

export interface KeyKeeperProps {
  readonly state: AnyBucket;
  readonly edgeStore: KeyValueStore;
  readonly encryptionKey: IKey | undefined;
}

/**
 * Makes what opens a private archive when the stack is deployed, and replaces it when it is invoked; see key-keeper.ts. It may write one
 * object of the state bucket and the names and values of one store, and nothing else.
 */
export function createKeyKeeper(
  scope: Construct,
  { state, edgeStore, encryptionKey }: KeyKeeperProps,
): LambdaFunction {
  const parent = new Construct(scope, "KeyKeeper");
  const logGroup = new LogGroup(parent, "Log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(parent, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  const access = [state.arnForObjects(ACCESS_KEY)];
  allow(role, { actions: ["s3:GetObject", "s3:PutObject"], resources: access }, "no wildcard");
  // Without it S3 answers 403 instead of 404 for an object that is missing.
  allow(role, { actions: ["s3:ListBucket"], resources: [state.bucketArn] }, "no wildcard");
  allowKey(role, encryptionKey);
  const actions = ["DescribeKeyValueStore", "ListKeys", "UpdateKeys"];
  allow(
    role,
    {
      actions: actions.map((action) => `cloudfront-keyvaluestore:${action}`),
      resources: [edgeStore.keyValueStoreArn],
    },
    "no wildcard",
  );
  const keeper = new LambdaFunction(parent, "Function", {
    description: "Makes what opens the archive; invoked with { rotate: true } it replaces it",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: bundledCode("key-keeper"),
    handler: "index.handler",
    environment: {
      [KEEPER_ENVIRONMENT.stateBucket]: state.bucketName,
      [KEEPER_ENVIRONMENT.edgeStore]: edgeStore.keyValueStoreArn,
    },
    memorySize: 512,
    timeout: Duration.seconds(40),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
  const resource = new CustomResource(parent, "Keys", {
    resourceType: "Custom::LateEditionArchiveKeys",
    serviceToken: keeper.functionArn,
    serviceTimeout: PATIENCE,
    properties: { EdgeStore: edgeStore.keyValueStoreArn },
  });
  resource.node.addDependency(role);
  return keeper;
}
