import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "aws-lambda";
import { readConfig } from "./config.ts";
import { askQuota } from "./delivery/quota.ts";
import { createSesClient, createSesReader, createSesSender } from "./delivery/ses.ts";
import { listSubscribers, rememberSubscribers } from "./delivery/subscribers.ts";
import type { Log } from "./ports.ts";
import { answerRequest } from "./run/answer.ts";
import type { Answer } from "./run/carry-out.ts";
import type { Job } from "./run/job.ts";
import { parseEvent } from "./run/request.ts";
import { SCAN_LIMITS } from "./scan/limits.ts";
import { toSlot } from "./slot.ts";
import { createS3Client } from "./store/s3-client.ts";
import { createS3Store } from "./store/s3-store.ts";
import { createTelemetry } from "./telemetry.ts";

const config = readConfig(process.env);
const s3 = createS3Client();
const corpus = createS3Store(s3, config.corpusBucket);
const state = createS3Store(s3, config.stateBucket);
const mailer = createSesClient();
const sender = createSesSender(mailer, config);
const ses = createSesReader();
const openTelemetry = createTelemetry(process.env.AWS_LAMBDA_FUNCTION_NAME ?? "late-edition-local");

/** The Lambda handler: parses the event, runs the job, and returns the result; see `events/` for the events. */
export async function handler(event: unknown, context: Context): Promise<Answer> {
  const startedAt = performance.now();
  dropSockets();
  const request = parseEvent(event, toSlot(new Date()));
  const { log, publish } = openTelemetry(context, request.mode !== "preview");
  log("started", { mode: request.mode, slot: "slot" in request ? request.slot : null });
  try {
    const result = await answerRequest(request, jobOf(context, log));
    const durationMs = Math.round(performance.now() - startedAt);
    log("finished", { slot: result.slot, outcome: result.outcome, durationMs });
    return result;
  } finally {
    publish();
  }
}

/**
 * Closes the connections of the invocation before. Lambda freezes the function between two, and a peer that leaves then
 * is not noticed: an email sent on such a socket would have an unknown outcome. The clients open new ones.
 */
function dropSockets(): void {
  for (const client of [s3, mailer, ses]) {
    client.destroy();
  }
}

function jobOf(context: Context, log: Log): Job {
  const list = () => listSubscribers(ses, config);
  return {
    config,
    corpus,
    state,
    sender,
    subscribers: config.topics === "" ? list : rememberSubscribers(list),
    quota: () => askQuota(ses),
    log,
    limits: SCAN_LIMITS,
    nonce: () => randomBytes(8).toString("hex"),
    remainingMs: () => context.getRemainingTimeInMillis(),
    sleep: (ms) => sleep(ms),
  };
}
