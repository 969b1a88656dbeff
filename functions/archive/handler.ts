/**
 * The Lambda that serves the archive under its own URL. Its pages are made in `functions/digest/archive/`; who may see them is decided
 * before, in CloudFront (`infra/archive/viewer.js`), and from outside the account nobody but that distribution may call the URL. Answers are streamed: what is not
 * may have 6 MB at most (Lambda developer guide, "Response streaming for Lambda functions").
 */
import type { Writable } from "node:stream";
import { Logger } from "@aws-lambda-powertools/logger";
import { openArchive } from "../digest/archive/archive.ts";
import { readArchiveConfig } from "../digest/config.ts";
import { topicsOf } from "../digest/run/audiences/topics.ts";
import { createS3Client } from "../digest/store/s3-client.ts";
import { createS3Store } from "../digest/store/s3-store.ts";
import { parseJsonFields } from "../digest/story/formats/json/json-fields.ts";
import type { Topic } from "../digest/topics/topics.ts";
import { serveUrl, type UrlAnswer, type UrlRequest } from "./serve-url.ts";

/** What Lambda's runtime has for functions that stream. */
declare const awslambda: {
  streamifyResponse(
    handler: (event: UrlRequest, stream: Writable) => Promise<void>,
  ): (...args: readonly unknown[]) => Promise<void>;
  readonly HttpResponseStream: {
    from(
      stream: Writable,
      prelude: { readonly statusCode: number; readonly headers: UrlAnswer["headers"] },
    ): Writable;
  };
};

const config = readArchiveConfig(process.env);
const state = createS3Store(createS3Client(), config.stateBucket);
const archive = openArchive({
  state,
  reading: { jsonFields: parseJsonFields(config.jsonFields) },
});

const logger = new Logger({ serviceName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "late-edition-archive" });

const FAILED: UrlAnswer = {
  status: 500,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not available</title><p>The archive cannot be read now. Try again in a minute.',
  ),
};

/** Answers a request of CloudFront. The log has its path and how it went, nothing of who asked or what was searched for. */
export const handler = awslambda.streamifyResponse(async (request, stream) => {
  const startedAt = performance.now();
  const { status, headers, body } = await answerOf(request);
  const response = awslambda.HttpResponseStream.from(stream, { statusCode: status, headers });
  // The runtime sends status and headers with the first write; `end` alone would send neither.
  response.write(body);
  await new Promise<void>((resolve) => {
    response.end(() => resolve());
  });
  const durationMs = Math.round(performance.now() - startedAt);
  logger.info("answered", { path: request.rawPath, status, durationMs });
});

/** Pages do without topics that cannot be read, so the log says why. */
async function topics(): Promise<readonly Topic[]> {
  try {
    return await topicsOf({ config, state });
  } catch (error) {
    logger.error("topics not read", { error });
    throw error;
  }
}

async function answerOf(request: UrlRequest): Promise<UrlAnswer> {
  try {
    return await serveUrl(request, { archive, config, topics });
  } catch (error) {
    logger.error("not answered", { path: request.rawPath, error });
    return FAILED;
  }
}
