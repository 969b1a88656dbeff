import { readConfig } from "../../functions/digest/config.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import type { Mail, MailSender, ObjectStore, SendOutcome, SendQuota } from "../../functions/digest/ports.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { readEdition } from "../../functions/digest/run/published.ts";
import type { RunResult } from "../../functions/digest/run/result.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import type { LocalStore } from "../../local/stores/local-store.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";

/** A corpus, a state bucket, an inbox and a clock in memory, and the job that runs on them. */
export interface Rig {
  readonly corpus: LocalStore;
  readonly state: LocalStore;
  readonly inbox: Mail[];
  readonly steps: { readonly step: string; readonly figures: Readonly<Record<string, unknown>> }[];
  readonly job: Job;
  /** Stores texts or bytes under their keys. */
  put(stories: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** The scheduled run of a slot. */
  run(slot: string, changes?: Partial<Job>): Promise<RunResult>;
  /** The stored edition that a run names. */
  edition(result: RunResult): Promise<Edition>;
  /** Moves the stores' clock on. */
  passSeconds(seconds: number): void;
}

export const SLOTS = [
  "2026-11-20T07:00:00Z",
  "2026-11-21T07:00:00Z",
  "2026-11-22T07:00:00Z",
  "2026-11-23T07:00:00Z",
] as const;

/** Settings of a rig, as the environment gives them. */
export const ENVIRONMENT = {
  CORPUS_BUCKET: "corpus",
  STATE_BUCKET: "state",
  SENDER: "Desk <desk@example.org>",
  RECIPIENTS: "ann@example.org,bob@example.org",
};

/** A new rig; `answer` is the mail service's answer, and may throw as a dying worker does. */
export function createRig({
  environment = {},
  answer = acceptAll(),
}: {
  readonly environment?: Readonly<Record<string, string>>;
  readonly answer?: (mail: Mail) => SendOutcome;
} = {}): Rig {
  let time = Date.parse("2026-11-20T07:00:00Z");
  const now = (): Date => new Date(time);
  const corpus = createMemoryStore({ bucket: "corpus", now });
  const state = createMemoryStore({ bucket: "state", now });
  const inbox: Mail[] = [];
  const steps: Rig["steps"] = [];
  const job: Job = {
    config: readConfig({ ...ENVIRONMENT, ...environment }),
    corpus,
    state,
    sender: inboxSender(inbox, answer),
    subscribers: async () => [],
    quota: async () => NO_LIMIT,
    limits: { partEntries: 4, packBytes: 2_000, concurrency: 4, ranges: 3, moves: 100 },
    log: (step, figures) => steps.push({ step, figures }),
    nonce: countUp(),
    remainingMs: () => 60_000,
    sleep: async (ms) => {
      time += ms;
    },
  };
  return {
    corpus,
    state,
    inbox,
    steps,
    job,
    async put(stories) {
      for (const [key, content] of Object.entries(stories)) {
        await corpus.write(key, typeof content === "string" ? Buffer.from(content) : content);
      }
    },
    run: (slot, changes = {}) =>
      runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, { ...job, ...changes }),
    edition: (result) => readEdition(state, result.edition ?? ""),
    passSeconds: (seconds) => {
      time += seconds * 1000;
    },
  };
}

/** A mail service without a quota. */
const NO_LIMIT: SendQuota = {
  perSecond: Number.POSITIVE_INFINITY,
  left: Number.POSITIVE_INFINITY,
  isPaused: false,
};

function inboxSender(inbox: Mail[], answer: (mail: Mail) => SendOutcome): MailSender {
  return {
    async send(mail) {
      const outcome = answer(mail);
      if (outcome.outcome === "accepted") {
        inbox.push(mail);
      }
      return outcome;
    },
  };
}

/** A mail service that accepts every email. */
export function acceptAll(): () => SendOutcome {
  let count = 0;
  return () => {
    count += 1;
    return { outcome: "accepted", messageId: `message-${count}` };
  };
}

function countUp(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `nonce${String(count).padStart(6, "0")}`;
  };
}

/** The content of an object as text; empty if it does not exist. */
export async function textOf(store: ObjectStore, key: string): Promise<string> {
  return Buffer.from((await store.read(key))?.bytes ?? []).toString("utf8");
}

/** Keys under a prefix, in order. */
export async function keysOf(store: ObjectStore, prefix = ""): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const page of store.list({ prefix })) {
    keys.push(...page.map(({ key }) => key));
  }
  return keys;
}
