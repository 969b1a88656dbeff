import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBedrockServer } from "../../local/bedrock/bedrock-server.ts";
import type { Question } from "../../local/bedrock/question.ts";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { mailIds, readEnvelope, readMail } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import { createMemoryStore, type MemoryStore } from "../../local/stores/memory-store.ts";
import { ARCHIVE_ENVIRONMENT, writeAccess } from "./archive.ts";
import { type Clock, startClock } from "./clock.ts";
import type { Call, Fault } from "./fault.ts";
import { standBefore } from "./guard.ts";
import { createJudgedAhead } from "./judged-ahead.ts";
import type { Choice, Words } from "./selections.ts";
import type { DirectWays, Ended, Worker, WorkerOptions } from "./worker.ts";

export const SLOTS = [
  "2026-11-20T07:00:00Z",
  "2026-11-21T07:00:00Z",
  "2026-11-22T07:00:00Z",
  "2026-11-23T07:00:00Z",
] as const;

/** The recipients; only the first if the setting says so. */
export const RECIPIENTS = ["ann@example.org", "bob@example.org"] as const;

/** Decides the fate of a request; the request waits for the decision. */
export type Fate = (call: Call) => Fault | undefined | Promise<Fault | undefined>;

/** An email that the mail service accepted. */
export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly html: string;
  readonly text: string;
}

/** One request as it went. */
export interface Done {
  readonly call: Call;
  readonly fault: Fault | undefined;
}

/** The local S3 and SES, the workers' only connection to each other, with a clock and a judge of requests. */
export interface World {
  readonly clock: Clock;
  readonly corpus: MemoryStore;
  readonly state: MemoryStore;
  /** Every request so far, in the order of arrival. */
  readonly calls: Done[];
  /** MessageIds that were in a receipt, if only for a time. */
  readonly receipted: Set<string>;
  /** What the model was asked, in order. */
  readonly questions: readonly Question[];
  /** How many questions had been asked each time that an edition was stored. */
  readonly askedBefore: readonly number[];
  readonly setting: Setting;
  mails(): readonly Received[];
  /** Sets the fate of requests from now on; by default all pass. */
  rule(fate: Fate): void;
  /** Begins a worker's life. */
  hire(): Worker;
  close(): Promise<void>;
}

/** What differs between cases, besides the fate. */
export interface Setting {
  readonly unknownDeliveries: "resend" | "skip";
  readonly recipients: readonly string[];
  /** Topics that they can choose, as JSON. */
  readonly topics?: string;
  /** Who makes summaries; the first sentences if absent. */
  readonly summaries?: string;
  /** What those who chose topics are to be told, by address; all of each edition for whoever is not named. */
  readonly chosen?: Readonly<Record<string, Choice>>;
  /** What is told of stories at the end of a week. */
  readonly words?: readonly Words[];
  /** The slots that were lived before a case, and that of the case; the first and the second if absent. */
  readonly days?: { readonly past: readonly string[]; readonly slot: string; readonly next: string };
  /** Creates workers; those of a mutant run changed code. */
  readonly createWorker: (options: WorkerOptions) => Worker;
  readonly sendAttempts?: number;
  /** Requests to S3 that no fault meets go over HTTP too, as in a setting that tampers with them, and not straight to the buckets. */
  readonly isOverHttp?: boolean;
  /** How a protocol change alters a request in transit. */
  readonly tamper?: (call: Call, request: IncomingMessage) => void;
}

/** The contents of the buckets. */
export interface Contents {
  readonly corpus: MemoryStore;
  readonly state: MemoryStore;
}

const MEMORY_FOLDER = "/dev/shm";
const START = "2026-11-20T07:00:00Z";
let workers = 0;

/** A world whose buckets contain copies of these. */
export async function openWorld(setting: Setting, contents?: Contents): Promise<World> {
  const clock = startClock(START);
  const now = () => new Date(clock.now());
  const receipted = new Set<string>();
  const corpus = contents?.corpus.copy(now) ?? createMemoryStore({ bucket: "corpus", now });
  const bedrock = await startBedrockServer();
  const askedBefore: number[] = [];
  const state = watched(
    contents?.state.copy(now) ?? createMemoryStore({ bucket: "state", now }),
    (key, bytes) => {
      if (key.startsWith("deliveries/")) {
        receipted.add(String(JSON.parse(Buffer.from(bytes).toString("utf8")).messageId));
      } else if (key.endsWith("/edition.json")) {
        askedBefore.push(bedrock.questions.length);
      }
    },
  );
  if (contents === undefined) {
    await writeAccess(state);
  }
  const inbox = mkdtempSync(join(fastFolder(), "late-edition-proof-"));
  const s3 = await startS3Server([corpus, state]);
  const ses = await startSesServer({ inbox, now });
  const team = new Map<string, Worker>();
  const calls: Done[] = [];
  let decide: Fate = () => undefined;
  const decideOn = async (call: Call): Promise<Fault | undefined> => {
    const decided = decide(call);
    // What is decided at once is counted at once: another request may come before this one goes on.
    const fault = decided instanceof Promise ? await decided : decided;
    calls.push({ call, fault });
    return fault;
  };
  const judgedAhead = createJudgedAhead();
  const judge = async (call: Call, request: IncomingMessage): Promise<Fault | undefined> => {
    setting.tamper?.(call, request);
    return judgedAhead.takeFor(call) ?? (await decideOn(judgedAhead.asKnown(call)));
  };
  const direct: DirectWays | undefined = isOverHttp(setting)
    ? undefined
    : {
        corpus,
        state,
        async judge(request) {
          const call = { ...request, command: `direct ${calls.length}` };
          const fault = await decideOn(call);
          judgedAhead.keep(call, fault);
          return fault;
        },
      };
  for (const { server } of [s3, ses, bedrock]) {
    standBefore(server, { team, judge, now });
  }
  let nonces = 0;
  return {
    clock,
    corpus,
    state,
    calls,
    receipted,
    questions: bedrock.questions,
    askedBefore,
    setting,
    mails: () => mailIds(inbox).map((id) => received(inbox, id)),
    rule: (fate) => {
      decide = fate;
    },
    hire() {
      workers += 1;
      const worker = setting.createWorker({
        name: `worker${workers}`,
        s3: s3.url,
        ses: ses.url,
        bedrock: bedrock.url,
        clock,
        environment: {
          CORPUS_BUCKET: "corpus",
          STATE_BUCKET: "state",
          SENDER: "Desk <desk@example.org>",
          RECIPIENTS: setting.recipients.join(","),
          UNKNOWN_DELIVERIES: setting.unknownDeliveries,
          TOPICS: setting.topics ?? "",
          SUMMARIES: setting.summaries ?? "extract",
          ...ARCHIVE_ENVIRONMENT,
        },
        nonce: () => `nonce${String(++nonces).padStart(6, "0")}`,
        ...(direct && { direct }),
        ...(setting.sendAttempts !== undefined && { sendAttempts: setting.sendAttempts }),
      });
      team.set(worker.name, worker);
      return worker;
    },
    async close() {
      for (const worker of team.values()) {
        worker.die();
      }
      await Promise.all([s3.close(), ses.close(), bedrock.close()]);
      rmSync(inbox, { recursive: true, force: true });
    },
  };
}

function isOverHttp({ isOverHttp: isMeant = false, tamper }: Setting): boolean {
  return isMeant || tamper !== undefined;
}

/** The mail service writes emails to disk before it answers; a memory disk does that at once. */
function fastFolder(): string {
  try {
    rmSync(mkdtempSync(join(MEMORY_FOLDER, "late-edition-proof-")), { recursive: true });
    return MEMORY_FOLDER;
  } catch {
    return tmpdir();
  }
}

function received(inbox: string, id: string): Received {
  const { to, messageId } = readEnvelope(inbox, id);
  const [html, text] = [readMail(inbox, id, "digest.html"), readMail(inbox, id, "digest.txt")];
  return { to: to[0] ?? "", messageId, html: html.toString("utf8"), text: text.toString("utf8") };
}

/** A store that tells what is written. */
function watched(store: MemoryStore, onWritten: (key: string, bytes: Uint8Array) => void): MemoryStore {
  return {
    ...store,
    async write(key, bytes, condition) {
      const result = await store.write(key, bytes, condition);
      if (result.outcome === "written") {
        onWritten(key, bytes);
      }
      return result;
    },
  };
}

/** Runs one invocation on a new worker. */
export async function invoke(world: World, request: Parameters<Worker["run"]>[0]): Promise<Ended> {
  return await world.hire().run(request);
}
