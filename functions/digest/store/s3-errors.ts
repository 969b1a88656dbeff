import { S3ServiceException } from "@aws-sdk/client-s3";
import { AccessDeniedError } from "../errors.ts";

/** What was tried, as worded in the message, and the permission it needs. */
const ATTEMPTS = {
  list: "s3:ListBucket on the bucket",
  read: "s3:GetObject on the key, and s3:ListBucket on the bucket (without it, a missing key gives this error too)",
  write: "s3:PutObject on the key",
  tag: "s3:PutObjectTagging on the key",
} as const;

export type S3Attempt = keyof typeof ATTEMPTS;

/** The HTTP status of a response that the SDK turned into an error; `undefined` if there was no response. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** Whether S3 says that the bucket is missing, not just the key. */
export function isMissingBucket(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === "NoSuchBucket";
}

/** `cannot read s3://bucket/key: what was found: what to do`, with the SDK's error as its cause. */
export function s3Error(attempt: S3Attempt, place: string, cause: unknown): Error {
  const message = `cannot ${attempt} ${place}: ${explain(attempt, cause)}`;
  return statusOf(cause) === 403 ? new AccessDeniedError(message, { cause }) : new Error(message, { cause });
}

/** `s3://bucket/key`, with control and format characters of the key made visible. */
export function s3Place(bucket: string, key = ""): string {
  return `s3://${bucket}/${key.replaceAll(/\p{C}/gu, visible)}`;
}

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function explain(attempt: S3Attempt, cause: unknown): string {
  if (!(cause instanceof S3ServiceException)) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return `no complete response (${reason}): check the network, the region and the endpoint`;
  }
  const status = cause.$metadata.httpStatusCode ?? 0;
  const found = `${status} ${cause.name}`;
  if (isMissingBucket(cause)) {
    return `the bucket does not exist (${found}): check its name and the region`;
  }
  if (status === 403) {
    return `access denied (${found}): allow ${ATTEMPTS[attempt]}`;
  }
  if (status === 301) {
    return `the bucket is in another region (${found}): set AWS_REGION to that region`;
  }
  if (status === 429 || status >= 500) {
    return `S3 is busy or failing (${found}, ${cause.$metadata.attempts ?? 1} attempts): run again later`;
  }
  return `S3 answered ${found} (${cause.message}): look up this code in S3's list of error responses`;
}
