import { type Distribution, KeyValueStore } from "aws-cdk-lib/aws-cloudfront";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { DigestConfig } from "../../functions/digest/config.ts";
import { type ArchiveDomain, addressOf, createDistribution } from "./distribution.ts";
import { globalName } from "./global-name.ts";
import { createKeyKeeper } from "./key-keeper-function.ts";
import { createReadingFunction, type ReadingFunctionProps } from "./reading-function.ts";
import { createViewer } from "./viewer-function.ts";

/** Who may read the archive. */
export type ArchiveAccess = DigestConfig["archiveAccess"];

/** The archive on the web. */
export interface ServedArchive {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly distribution: Distribution;
  /** Makes the pages. */
  readonly function: LambdaFunction;
  /** Makes and replaces what opens the archive; a public one has none. */
  readonly keyKeeper: LambdaFunction | undefined;
}

export interface ArchiveProps extends ReadingFunctionProps {
  readonly domain: ArchiveDomain | undefined;
}

/** Serves the archive of a state bucket: CloudFront, which asks a viewer function who may read, before a function that makes the pages. */
export function createArchive(
  scope: Construct,
  { state, encryptionKey, config, domain }: ArchiveProps,
): ServedArchive {
  const parent = new Construct(scope, "Archive");
  const access = config.archiveAccess;
  const edgeStore = access === "public" ? undefined : createEdgeStore(parent);
  const reading = createReadingFunction(parent, { state, encryptionKey, config });
  const viewer = createViewer(parent, access, edgeStore);
  const distribution = createDistribution(parent, { reading, viewer, domain });
  const keyKeeper = edgeStore && createKeyKeeper(parent, { state, edgeStore, encryptionKey });
  return { url: addressOf(distribution, domain), distribution, function: reading, keyKeeper };
}

function createEdgeStore(scope: Construct): KeyValueStore {
  const keyValueStoreName = globalName(scope, "keys");
  return new KeyValueStore(scope, "Keys", { keyValueStoreName, comment: "What opens the archive" });
}
