import { readConfig } from "../../functions/digest/config.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import type { Mail, MailSender, ObjectStore, SendOutcome, SendQuota } from "../../functions/digest/ports.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import { readEdition } from "../../functions/digest/run/published.ts";
import type { RunResult } from "../../functions/digest/run/result.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { createMemoryStore, type MemoryStore } from "../../local/stores/memory-store.ts";
import { SMALL_LIMITS } from "./small-limits.ts";

/** A corpus, a state bucket, an inbox and a clock in memory, and the job that runs on them. */
export interface Rig {
  readonly corpus: MemoryStore;
  readonly state: MemoryStore;
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
  /** A rig of its own that goes on from here as this one would; a mail service's `answer` is the same for both. */
  copy(): Rig;
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

interface RigOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly answer?: (mail: Mail) => SendOutcome;
}

/** A new rig; `answer` is the mail service's answer, and may throw as a dying worker does. */
export function createRig(options: RigOptions = {}): Rig {
  return openRig(options, {
    time: Date.parse("2026-11-20T07:00:00Z"),
    nonces: 0,
    inbox: [],
    steps: [],
    openStores: (now) => ({
      corpus: createMemoryStore({ bucket: "corpus", now }),
      state: createMemoryStore({ bucket: "state", now }),
    }),
  });
}

/** What a rig begins with. */
interface Start extends Pick<Rig, "inbox" | "steps"> {
  readonly time: number;
  readonly nonces: number;
  openStores(now: () => Date): Pick<Rig, "corpus" | "state">;
}

function openRig(options: RigOptions, start: Start): Rig {
  const { environment, answer } = options;
  let { time, nonces } = start;
  const { corpus, state } = start.openStores(() => new Date(time));
  const inbox = [...start.inbox];
  const steps = [...start.steps];
  const job: Job = {
    config: readConfig({ ...ENVIRONMENT, ...environment }),
    corpus,
    state,
    sender: inboxSender(inbox, answer ?? (() => accepted(inbox.length + 1))),
    subscribers: async () => [],
    quota: async () => NO_LIMIT,
    limits: SMALL_LIMITS,
    log: (step, figures) => steps.push({ step, figures }),
    nonce: () => {
      nonces += 1;
      return `nonce${String(nonces).padStart(6, "0")}`;
    },
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
    copy: () =>
      openRig(options, {
        time,
        nonces,
        inbox,
        steps,
        openStores: (now) => ({ corpus: corpus.copy(now), state: state.copy(now) }),
      }),
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
    return accepted(count);
  };
}

function accepted(count: number): SendOutcome {
  return { outcome: "accepted", messageId: `message-${count}` };
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
