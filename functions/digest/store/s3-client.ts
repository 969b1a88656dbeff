import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";

/** More than the run reads in parallel, so that no request waits for a socket. */
const MAX_SOCKETS = 128;
/** S3 starts to answer within a second; a request that takes this long is lost, and the SDK retries it. */
const REQUEST_TIMEOUT_MS = 10_000;
const CONNECTION_TIMEOUT_MS = 3_000;
const MAX_REQUEST_ATTEMPTS = 5;

/**
 * The S3 client of the function: region, credentials and endpoint come from the environment unless `config`
 * sets them. A request without an answer fails after ten seconds and is retried; by default the SDK would only
 * warn and wait forever.
 */
export function createS3Client(config: S3ClientConfig = {}): S3Client {
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS };
  return new S3Client({
    ...config,
    maxAttempts: MAX_REQUEST_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      socketTimeout: REQUEST_TIMEOUT_MS,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}
