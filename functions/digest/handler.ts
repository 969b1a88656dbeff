import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "aws-lambda";
import { readConfig } from "./config.ts";
import { createSesClient, createSesSender } from "./delivery/ses.ts";
import type { Deps, Log } from "./deps.ts";
import { parseEvent } from "./event.ts";
import type { RunResult } from "./result.ts";
import { runDigest } from "./run.ts";
import { SCAN_LIMITS } from "./scan/scan.ts";
import { toSlot } from "./slot.ts";
import { createS3Client } from "./store/s3-client.ts";
import { createS3Store } from "./store/s3-store.ts";

const config = readConfig(process.env);
const s3 = createS3Client();
const corpus = createS3Store(s3, config.corpusBucket);
const state = createS3Store(s3, config.stateBucket);
const sender = createSesSender(createSesClient(), {
  from: config.sender,
  configurationSet: config.configurationSet,
});

/** The Lambda: reads the event, runs the job, answers with what it did; see `events/` for the events. */
export async function handler(event: unknown, context: Context): Promise<RunResult> {
  const log = logLines({ requestId: context.awsRequestId });
  const deps: Deps = {
    config,
    corpus,
    state,
    sender,
    log,
    limits: SCAN_LIMITS,
    nonce: () => randomBytes(8).toString("hex"),
    remainingMs: () => context.getRemainingTimeInMillis(),
    sleep: (ms) => sleep(ms),
  };
  const startedAt = performance.now();
  const request = parseEvent(event, toSlot(new Date()));
  log("started", { mode: request.mode, slot: request.mode === "resume" ? null : request.slot });
  const result = await runDigest(request, deps);
  log("finished", {
    slot: result.slot,
    outcome: result.outcome,
    durationMs: Math.round(performance.now() - startedAt),
  });
  return result;
}

/** Writes one line a step; Lambda makes it JSON whose fields can be queried (`message.step`). */
function logLines(common: Readonly<Record<string, string>>): Log {
  return (step, figures) => {
    // biome-ignore lint/suspicious/noConsole: Lambda logs by its console
    console.info({ step, ...common, ...figures });
  };
}
