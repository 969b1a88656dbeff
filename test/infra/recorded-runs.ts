import { onTestFinished } from "vitest";
import type { DigestConfig } from "../../functions/digest/config.ts";
import { askQuota } from "../../functions/digest/delivery/quota.ts";
import { createSesClient, createSesReader, createSesSender } from "../../functions/digest/delivery/ses.ts";
import { listSubscribers } from "../../functions/digest/delivery/subscribers.ts";
import { FEEDBACK_PREFIX, HEAD_KEY } from "../../functions/digest/keys.ts";
import { answerRequest } from "../../functions/digest/run/answer.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { createS3Client } from "../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import type { LocalStore } from "../../local/stores/local-store.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { SLOTS } from "../support/rig.ts";
import { SMALL_LIMITS } from "../support/small-limits.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { type Call, recordInto, recordReads } from "./recorded-calls.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
const TIME_MS = 60_000;

/**
 * The calls in everything that the function does: a first run, a changed day, a resume with nothing to do, a
 * preview, a run that is stopped and resumed, and a run after the head was lost. The SDK's own clients run
 * against the local servers.
 */
export async function recordRuns(config: DigestConfig): Promise<readonly Call[]> {
  const corpus = createMemoryStore({ bucket: config.corpusBucket });
  const state = createMemoryStore({ bucket: config.stateBucket });
  const { job, calls } = await createDeps(config, [corpus, state]);
  const put = async (number: number, more = ""): Promise<void> => {
    const story = `Council meets on day ${number}\n\nThe council met on day ${number}. It voted.${more}\n`;
    await corpus.write(`${config.corpusPrefix}${number}.txt`, Buffer.from(story));
  };
  const run = async (slot: string, changes: Partial<Job> = {}): Promise<string> => {
    const request = { mode: "scheduled", slot, acceptRemovals: [] } as const;
    return (await runDigest(request, { ...job, ...changes })).outcome;
  };
  for (let number = 10; number < 40; number += 1) {
    await put(number);
  }
  const outcomes = [await run(DAY1)];
  const bounce = { id: "event", kind: "bounced", sentAt: DAY1, arrivedAt: DAY1 } as const;
  await answerRequest({ mode: "feedback", feedback: bounce }, job);
  await state.write(`${FEEDBACK_PREFIX}20260101T000000000Z-a.json`, Buffer.from("{}"));
  await put(12, " Some 40 people came.");
  outcomes.push(await run(DAY2));
  outcomes.push((await runDigest({ mode: "resume" }, job)).outcome);
  for (let number = 13; number < 40; number += 1) {
    await put(number, " Some 50 people came.");
  }
  outcomes.push((await runDigest({ mode: "preview", slot: DAY3 }, job)).outcome);
  outcomes.push(await run(DAY3, { remainingMs: endingTime() }));
  outcomes.push((await runDigest({ mode: "resume" }, job)).outcome);
  await state.remove(HEAD_KEY);
  await put(12, " Some 60 people came.");
  outcomes.push(await run(DAY4));
  const expected = ["sent", "sent", "already done", "preview", "unfinished", "sent", "sent"];
  if (outcomes.join() !== expected.join()) {
    throw new Error(`the recorded runs ended as ${outcomes.join()}, expected ${expected.join()}`);
  }
  return calls;
}

/** A clock that runs fast: each reading takes four seconds. */
function endingTime(): () => number {
  let remaining = TIME_MS;
  return () => {
    remaining = Math.max(0, remaining - 4_000);
    return remaining;
  };
}

async function createDeps(
  config: DigestConfig,
  stores: readonly LocalStore[],
): Promise<{ readonly job: Job; readonly calls: readonly Call[] }> {
  const s3Server = await startS3Server(stores);
  const sesServer = await startSesServer({ inbox: temporaryFolder() });
  onTestFinished(() => Promise.all([s3Server.close(), sesServer.close()]).then(() => undefined));
  sesServer.contacts.putList({
    name: "readers",
    topics: [{ name: "daily", displayName: "Daily", byDefault: "OPT_IN" }],
    contacts: [{ address: "reader@example.org", hasLeft: false, preferences: {} }],
  });
  const calls: Call[] = [];
  const s3 = createS3Client({ endpoint: s3Server.url });
  const ses = createSesClient({ endpoint: sesServer.url });
  const reader = createSesReader({ endpoint: sesServer.url });
  s3.middlewareStack.add(recordInto(calls), { step: "initialize" });
  ses.middlewareStack.add(recordInto(calls), { step: "initialize" });
  reader.middlewareStack.add(recordInto(calls), { step: "initialize" });
  let nonces = 0;
  const job: Job = {
    config,
    corpus: recordReads(createS3Store(s3, config.corpusBucket), calls),
    state: recordReads(createS3Store(s3, config.stateBucket), calls),
    sender: createSesSender(ses, config),
    subscribers: () => listSubscribers(reader, config),
    quota: () => askQuota(reader),
    log: () => undefined,
    limits: { ...SMALL_LIMITS, concurrency: 2 },
    nonce: () => {
      nonces += 1;
      return String(nonces).padStart(8, "0");
    },
    remainingMs: () => TIME_MS,
    sleep: async () => undefined,
  };
  return { job, calls };
}
