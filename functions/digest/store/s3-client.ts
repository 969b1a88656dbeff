import { createHash, createHmac, createSecretKey, type Hash, type Hmac, type KeyObject } from "node:crypto";
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
    sha256: Sha256,
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

type Source = string | ArrayBuffer | ArrayBufferView;

/** The keys of HMACs by their bytes: the signer derives one a day, and comes with it for each request. */
const keys = new WeakMap<ArrayBuffer | ArrayBufferView, KeyObject>();

/**
 * SHA-256 and its HMAC for the SDK's signer. Node takes 25 µs for an HMAC whose key is bytes, and 5 for one whose key is a key object: a third
 * to a half of a signature.
 */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: Source) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", keyOf(secret));
  }

  update(data: Source): void {
    this.#hash.update(typeof data === "string" ? data : viewOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
}

function keyOf(secret: Source): KeyObject | string {
  if (typeof secret === "string") {
    return secret;
  }
  const known = keys.get(secret);
  if (known !== undefined) {
    return known;
  }
  const key = createSecretKey(viewOf(secret));
  keys.set(secret, key);
  return key;
}

function viewOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
