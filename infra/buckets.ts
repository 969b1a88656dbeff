import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { SUPERSEDED_TAG } from "../functions/digest/snapshot/retire.ts";
import { acknowledge } from "./acknowledge.ts";

/** A bucket of this app or another; the class misses its own interface under `exactOptionalPropertyTypes`. */
export type AnyBucket = Bucket | IBucket;

/** Where the stories are: a bucket and their key prefix; empty: the whole bucket. */
export interface Corpus {
  readonly bucket: AnyBucket;
  readonly prefix: string;
}

const RECOVERY_DAYS = 35;

/** Closed to the public and to plain HTTP, and kept when the stack is destroyed. */
const CLOSED = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

const ABORTED_UPLOADS = {
  id: "aborted-uploads",
  abortIncompleteMultipartUploadAfter: Duration.days(1),
};

/** A bucket for stories. Not versioned: the packs in the state bucket hold the history that a digest needs. */
export function createCorpusBucket(scope: Construct, key?: IKey): Bucket {
  return createBucket(scope, "Corpus", { ...encryption(key), lifecycleRules: [ABORTED_UPLOADS] });
}

/**
 * The bucket for head, runs, editions and deliveries. Nothing expires by age alone, as an old part may still be
 * current. What the function tagged as superseded is removed in the first sweep after its 35th day and stays
 * recoverable as a noncurrent version for another 35; so does every earlier head.
 */
export function createStateBucket(scope: Construct, key?: IKey): Bucket {
  return createBucket(scope, "State", {
    ...encryption(key),
    versioned: true,
    lifecycleRules: [
      ABORTED_UPLOADS,
      {
        id: "noncurrent-versions",
        noncurrentVersionExpiration: Duration.days(RECOVERY_DAYS),
        expiredObjectDeleteMarker: true,
      },
      { id: "superseded", tagFilters: SUPERSEDED_TAG, expiration: Duration.days(RECOVERY_DAYS) },
    ],
  });
}

/** The user's own key; with an S3 bucket key, KMS is called now and then rather than for each object. */
function encryption(encryptionKey: IKey | undefined): BucketProps {
  return encryptionKey === undefined
    ? {}
    : { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true };
}

/** The policy that refuses plain HTTP stays with the bucket when the stack is destroyed. */
function createBucket(scope: Construct, id: string, props: BucketProps): Bucket {
  const bucket = new Bucket(scope, id, { ...CLOSED, ...props });
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(bucket, {
    rule: "AwsSolutions-S1",
    reason:
      "only one function uses it, and logs every run; for an audit, turn on CloudTrail data events, which need no second bucket here",
  });
  return bucket;
}
