import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { S3Client } from "@aws-sdk/client-s3";
import { readConfig } from "../../functions/digest/config.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { SCAN_LIMITS } from "../../functions/digest/scan/limits.ts";
import { createS3Client } from "../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";

type SentRequest = Parameters<S3Client["config"]["requestHandler"]["handle"]>[0];

/** Requests sent, by operation. */
export type Requests = Record<string, number>;

/** A client like the function's own, for the endpoint in the environment, that counts every attempt. */
export function countingClient(requests: Requests): S3Client {
  const client = createS3Client();
  const { requestHandler } = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (request, options) => {
    const name = `${operationOf(request)}Command`;
    requests[name] = (requests[name] ?? 0) + 1;
    return handle(request, options);
  };
  return client;
}

/** The operation of a request; most are named in it. */
function operationOf({ method, query = {} }: Pick<SentRequest, "method" | "query">): string {
  if (method === "HEAD") {
    return "HeadObject";
  }
  const unnamed = "list-type" in query ? "ListObjectsV2" : "PutObjectTagging";
  return String(query["x-id"] ?? unnamed);
}

/** Bytes that a run read of its snapshot: parts and fingerprints. */
export interface ReadBytes {
  snapshot: number;
}

function counting(store: ObjectStore, read: ReadBytes): ObjectStore {
  return {
    ...store,
    async read(key, range) {
      const stored = await store.read(key, range);
      read.snapshot += /\/(?:parts\/|fingerprints\.)/.test(key) ? (stored?.bytes.length ?? 0) : 0;
      return stored;
    },
  };
}

/** What a run needs; the mail service accepts everything. */
export function createJob(corpusBucket: string, requests: Requests, read: ReadBytes = { snapshot: 0 }): Job {
  const config = readConfig({
    CORPUS_BUCKET: corpusBucket,
    STATE_BUCKET: "state",
    SENDER: "desk@example.org",
    RECIPIENTS: "reader@example.org",
  });
  const client = countingClient(requests);
  return {
    config,
    corpus: createS3Store(client, corpusBucket),
    state: counting(createS3Store(client, config.stateBucket), read),
    sender: { send: async () => ({ outcome: "accepted", messageId: "1" }) },
    subscribers: async () => [],
    quota: async () => ({ perSecond: 1_000_000, left: 1_000_000, isPaused: false }),
    limits: SCAN_LIMITS,
    log: () => undefined,
    nonce: () => randomBytes(8).toString("hex"),
    remainingMs: () => 900_000,
    sleep: (ms) => sleep(ms),
  };
}
