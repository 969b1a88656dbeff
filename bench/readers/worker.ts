/**
 * `node bench/readers/worker.ts SES_URL`: two days of the bench's newsroom in memory, the second with readers; prints what the run of the second
 * took as one JSON line. The emails go out by the unmodified SES client; waiting for the account's pace passes in no time, but on the
 * worker's clock.
 */
import { readConfig } from "../../functions/digest/config.ts";
import { askQuota } from "../../functions/digest/delivery/quota.ts";
import { createSesClient, createSesReader, createSesSender } from "../../functions/digest/delivery/ses.ts";
import { listSubscribers, rememberSubscribers } from "../../functions/digest/delivery/subscribers.ts";
import { TOPICS_KEY } from "../../functions/digest/keys.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { SCAN_LIMITS } from "../../functions/digest/scan/limits.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { LIST, TOPICS, twoDays } from "./newsroom.ts";

const SLOTS = ["2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z"] as const;
const LAMBDA_MS = 900_000;

const requests: Record<string, number> = {};
let [roundTrips, underWay] = [0, 0];

function count(operation: string): void {
  requests[operation] = (requests[operation] ?? 0) + 1;
}

/** Counts a request; those that begin while another is under way are no round trip of their own. */
async function tracked<T>(operation: string, act: () => Promise<T>): Promise<T> {
  count(operation);
  roundTrips += underWay === 0 ? 1 : 0;
  underWay += 1;
  try {
    return await act();
  } finally {
    underWay -= 1;
  }
}
const [endpoint = ""] = process.argv.slice(2);
const settings = {
  endpoint,
  region: "eu-central-1",
  credentials: { accessKeyId: "a", secretAccessKey: "b" },
};
const [mailer, ses] = [createSesClient(settings), createSesReader(settings)];
for (const client of [mailer, ses]) {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (request) =>
        tracked(commandName.replace(/Command$/, ""), () => next(request)),
    { step: "deserialize", priority: "low" },
  );
}

const config = readConfig({
  CORPUS_BUCKET: "corpus",
  STATE_BUCKET: "state",
  SENDER: "Desk <desk@example.org>",
  CONTACT_LIST: LIST,
  TOPICS: TOPICS_KEY,
});
const corpus = createMemoryStore({ bucket: "corpus" });
const inner = createMemoryStore({ bucket: "state" });
const state = counted(inner);
let [waitedMs, nonces, emails] = [0, 0, 0];
const startedAt = performance.now();
const now = (): number => performance.now() - startedAt + waitedMs;
const steps = new Map<string, number>();

function counted(store: ObjectStore): ObjectStore {
  return {
    ...store,
    async *list(range) {
      for await (const page of store.list(range)) {
        count("LIST");
        roundTrips += 1;
        yield page;
      }
    },
    read(key, range) {
      return tracked("GET", () => store.read(key, range));
    },
    write(key, ...content) {
      emails += key.endsWith("/digest.html") ? 1 : 0;
      return tracked("PUT", () => store.write(key, ...content));
    },
  };
}

function jobFor(subscribers: Job["subscribers"]): Job {
  const began = now();
  return {
    config,
    corpus,
    state,
    sender: createSesSender(mailer, config),
    subscribers,
    quota: () => askQuota(ses),
    limits: SCAN_LIMITS,
    log: (step) => steps.set(step, now() - waitedMs),
    nonce: () => {
      nonces += 1;
      return `bench${nonces}`;
    },
    remainingMs: () => LAMBDA_MS - (now() - began),
    sleep: async (ms) => {
      waitedMs += ms;
    },
  };
}

async function run(day: 0 | 1, subscribers: Job["subscribers"]) {
  for (const [key, text] of twoDays()[day]) {
    if (text === undefined) {
      corpus.remove(key);
    } else {
      await corpus.write(key, Buffer.from(text));
    }
  }
  return await runDigest({ mode: "scheduled", slot: SLOTS[day], acceptRemovals: [] }, jobFor(subscribers));
}

await state.write(TOPICS_KEY, Buffer.from(JSON.stringify(TOPICS)));
await run(0, async () => []);
for (const name of Object.keys(requests)) {
  delete requests[name];
}
[emails, roundTrips] = [0, 0];
steps.clear();
const [began, cpu] = [performance.now(), process.cpuUsage()];
const subscribers = rememberSubscribers(() => listSubscribers(ses, config), now);
const { outcome, counts } = await run(1, subscribers);
const { user, system } = process.cpuUsage(cpu);
const at = (step: string): number => steps.get(step) ?? Number.NaN;
console.log(
  JSON.stringify({
    outcome,
    counts,
    requests,
    roundTrips,
    emails,
    wallMs: performance.now() - began,
    makingMs: at("committed") - at("composed"),
    waitedMs,
    cpuMicroseconds: user + system,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
process.exit();
