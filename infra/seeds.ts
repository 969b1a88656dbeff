import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AssetHashType, CustomResource, DockerImage, Duration, FileSystem, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Corpus } from "./buckets.ts";
import { openToLambda } from "./bundle.ts";
import { IS_INSTALLED, moduleAt } from "./installed.ts";
import { allow, allowKey } from "./permissions.ts";

const SEEDS = fileURLToPath(new URL("../seeds", import.meta.url));
const PLANTER = moduleAt("./seeds/planter.ts", import.meta.url);

/** CloudFormation waits an hour for a function that never answers, unless told otherwise. */
const PATIENCE = Duration.minutes(5);

/**
 * Puts the sample stories into a corpus bucket when it is created, and those that are not there whenever `seeds/` changes.
 * A story that somebody has edited stays as it is: CDK's `BucketDeployment` would write it again. The function may write
 * under the prefix and nothing else.
 */
export function plantSeeds(scope: Construct, corpus: Corpus): void {
  const parent = new Construct(scope, "Planting");
  const logGroup = new LogGroup(parent, "Log", {
    retention: RetentionDays.ONE_WEEK,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(parent, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  allow(
    role,
    { actions: ["s3:PutObject"], resources: [corpus.bucket.arnForObjects(`${corpus.prefix}*`)] },
    "the names of the sample stories change with each release",
  );
  allowKey(role, corpus.bucket.encryptionKey);
  const planter = new LambdaFunction(parent, "Function", {
    description: "Puts the sample stories into the corpus where there are none",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: planterCode(),
    handler: "index.handler",
    timeout: Duration.minutes(1),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
  const seeds = new CustomResource(scope, "Seeds", {
    resourceType: "Custom::LateEditionSeeds",
    serviceToken: planter.functionArn,
    serviceTimeout: PATIENCE,
    properties: {
      Bucket: corpus.bucket.bucketName,
      Prefix: corpus.prefix,
      Seeds: FileSystem.fingerprint(SEEDS),
    },
  });
  seeds.node.addDependency(role);
}

/** The function and the stories beside it. */
function planterCode(): Code {
  return Code.fromAsset(SEEDS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-pulled"),
      local: {
        tryBundle(outDir) {
          writePlanter(outDir);
          return true;
        },
      },
    },
  });
}

/** Writes the function and its stories to a folder. */
export function writePlanter(outDir: string): void {
  const stories = join(outDir, "stories");
  mkdirSync(stories, { recursive: true });
  writeFileSync(join(outDir, "index.mjs"), planterSource());
  cpSync(SEEDS, stories, { recursive: true });
  openToLambda(outDir);
}

/** The module in JavaScript: compiled in the package; in a checkout esbuild, which the package does not have, strips its types. */
function planterSource(): string {
  const source = readFileSync(PLANTER, "utf8");
  if (IS_INSTALLED) {
    return source;
  }
  const { transformSync }: typeof import("esbuild") = createRequire(import.meta.url)("esbuild");
  return transformSync(source, { loader: "ts", format: "esm", target: "node24" }).code;
}
