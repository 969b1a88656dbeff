import type { Readable } from "node:stream";
import type { GetObjectCommand, GetObjectCommandOutput, S3Client } from "@aws-sdk/client-s3";
import { giveBack } from "./give-back.ts";

/** What the SDK sent for one object of a bucket, without what is particular to that object and moment. */
interface Pattern {
  readonly request: SentRequest;
  /** The path without the key. */
  readonly base: string;
  readonly signer: Awaited<ReturnType<S3Client["config"]["signer"]>>;
}

interface SentRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers: Record<string, string>;
}

/** A response as far as a reader of objects needs it. */
export interface DirectAnswer extends Pick<GetObjectCommandOutput, "ETag" | "ContentType" | "ContentRange"> {
  readonly bytes: Uint8Array;
}

/** Reads of one bucket that repeat an earlier one of the SDK for another key. */
export interface DirectReads {
  /** Has the SDK's request noted when it sends this command; call before sending it. */
  learn(command: GetObjectCommand): void;
  /** One request, not retried; `undefined` for whatever is no plain success, or before anything was learnt: ask the SDK. Never throws. */
  read(key: string, range: string): Promise<DirectAnswer | undefined>;
}

/** Headers of the SDK's request that are of its object, its moment or its attempt. */
const OWN_HEADERS = new Set([
  "range",
  "authorization",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-checksum-mode",
  "amz-sdk-invocation-id",
  "amz-sdk-request",
]);

/**
 * Of the work that the SDK does for a small object, two thirds are the same for each: middleware, endpoint, signer,
 * serialisation by schema. A run with changes reads tens of thousands. This sends what the SDK sent once, with another key and
 * range, signed by the SDK's signer with its current credentials, over its connections and with its timeouts. Retries, errors and
 * everything else that is not 200 or 206 are left to the SDK.
 */
export function createDirectReads(client: S3Client): DirectReads {
  let pattern: Pattern | undefined;
  return {
    learn(command) {
      if (pattern !== undefined) {
        return;
      }
      command.middlewareStack.add(
        (next, context) => async (args) => {
          pattern ??= await patternOf(client, args.request, command.input.Key, context.endpointV2);
          return await next(args);
        },
        // After it was signed, within the retries.
        { step: "finalizeRequest", priority: "low", name: "learnPattern" },
      );
    },
    async read(key, range) {
      try {
        return pattern && (await send(client, pattern, key, range));
      } catch {
        return undefined;
      }
    },
  };
}

type Endpoint = { readonly properties?: Record<string, unknown> };

/** `undefined` if the request is none that could be repeated: signed otherwise than usual, or its path does not end with the key. */
async function patternOf(
  client: S3Client,
  request: unknown,
  key: string | undefined,
  endpoint: Endpoint | undefined,
): Promise<Pattern | undefined> {
  const [scheme] = (endpoint?.properties?.authSchemes ?? []) as { readonly name: string }[];
  const encoded = encodeKey(key ?? "");
  if (!(isSent(request) && request.path.endsWith(`/${encoded}`)) || scheme?.name !== "sigv4") {
    return undefined;
  }
  const headers = Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()));
  return {
    request: { ...request, headers: Object.fromEntries(headers) },
    base: request.path.slice(0, -encoded.length),
    signer: await client.config.signer(scheme as Parameters<S3Client["config"]["signer"]>[0]),
  };
}

function isSent(request: unknown): request is SentRequest {
  return typeof request === "object" && request !== null && "path" in request && "headers" in request;
}

/** As the SDK writes a key in a path (RFC 3986). */
function encodeKey(key: string): string {
  return key
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, hexOf))
    .join("/");
}

function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

async function send(
  client: S3Client,
  { request, base, signer }: Pattern,
  key: string,
  range: string,
): Promise<DirectAnswer | undefined> {
  const { requestHandler, systemClockOffset } = client.config;
  const own = { ...request, path: base + encodeKey(key), headers: { ...request.headers, range } };
  const signingDate = new Date(Date.now() + systemClockOffset);
  const signed = await signer.sign(own as Parameters<typeof signer.sign>[0], { signingDate });
  const { response } = await requestHandler.handle(signed as Parameters<typeof requestHandler.handle>[0]);
  const { statusCode, headers } = response;
  const bytes = await bytesOf(response.body);
  return statusCode === 200 || statusCode === 206
    ? {
        bytes,
        ETag: headers.etag,
        ContentType: headers["content-type"],
        ContentRange: headers["content-range"],
      }
    : undefined;
}

/** All of a body; rejects if it breaks off. */
async function bytesOf(body: Readable): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  body.on("data", (chunk: Buffer) => chunks.push(chunk));
  body.on("end", () => resolve(Buffer.concat(chunks)));
  body.on("error", reject);
  body.on("close", () => reject(new Error("the response breaks off")));
  const { buffer, byteOffset, length } = await promise;
  chunks.forEach(giveBack);
  return new Uint8Array(buffer, byteOffset, length);
}
