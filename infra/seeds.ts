import { fileURLToPath } from "node:url";
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Corpus } from "./buckets.ts";
import { allow, allowKey } from "./permissions.ts";

const SEEDS = fileURLToPath(new URL("../seeds", import.meta.url));

/**
 * CDK creates one upload function per stack and memory size, with the role of the first deployment that needs
 * it. An unusual size keeps ours, which may not delete, separate from other deployments.
 */
const OWN_MEMORY_MB = 1025;

/**
 * Puts the sample stories into a corpus bucket when it is created and whenever `seeds/` changes. Nothing in the
 * bucket is ever removed, and the upload function has no permission to: CDK's own grant would let it delete.
 */
export function plantSeeds(scope: Construct, corpus: Corpus): void {
  const { role, logGroup } = uploader(scope);
  const seeds = new Asset(scope, "SeedsAsset", { path: SEEDS });
  const why = "the names of the sample stories and their archive change with each release";
  allow(role, { actions: ["s3:GetObject"], resources: [seeds.bucket.arnForObjects("*")] }, why);
  allow(role, { actions: ["s3:ListBucket"], resources: [corpus.bucket.bucketArn] }, why);
  allow(
    role,
    { actions: ["s3:PutObject"], resources: [corpus.bucket.arnForObjects(`${corpus.prefix}*`)] },
    why,
  );
  allowKey(role, corpus.bucket.encryptionKey);
  const deployment = new BucketDeployment(scope, "Seeds", {
    sources: [Source.bucket(seeds.bucket, seeds.s3ObjectKey)],
    destinationBucket: Bucket.fromBucketName(scope, "SeedsTarget", corpus.bucket.bucketName),
    ...(corpus.prefix === "" ? {} : { destinationKeyPrefix: corpus.prefix }),
    prune: false,
    memoryLimit: OWN_MEMORY_MB,
    role: role.withoutPolicyUpdates(),
    logGroup,
  });
  deployment.node.addDependency(role);
  acknowledgeRuntime(deployment);
}

/** CDK creates the upload function in the stack, not in the deployment. */
function acknowledgeRuntime(deployment: BucketDeployment): void {
  const uploading = Stack.of(deployment).node.children.filter((child) =>
    child.node.id.endsWith(`${OWN_MEMORY_MB}MiB`),
  );
  for (const found of uploading) {
    acknowledge(found, { rule: "AwsSolutions-L1", reason: "CDK writes this function and picks its runtime" });
  }
}

/** Role and log group of the upload function: one of each per stack, as there is one function. */
function uploader(scope: Construct): { readonly role: Role; readonly logGroup: LogGroup } {
  const stack = Stack.of(scope);
  const role = stack.node.tryFindChild("SeedsRole");
  const logGroup = stack.node.tryFindChild("SeedsLog");
  if (role instanceof Role && logGroup instanceof LogGroup) {
    return { role, logGroup };
  }
  const created = {
    role: new Role(stack, "SeedsRole", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") }),
    logGroup: new LogGroup(stack, "SeedsLog", {
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };
  created.logGroup.grantWrite(created.role);
  return created;
}
