import type { IncomingMessage } from "node:http";
import type { RunRequest } from "../../../functions/digest/run/request.ts";
import type { Question } from "../../../local/bedrock/question.ts";
import { createMemoryStore, type MemoryStore } from "../../../local/stores/memory-store.ts";
import { ARCHIVE_ENVIRONMENT, writeAccess } from "../judge/archive.ts";
import type { Choice, Words } from "../judge/selections.ts";
import { type Clock, startClock } from "./clock.ts";
import type { Office } from "./direct-mail.ts";
import type { Call, Fault } from "./fault.ts";
import { standBefore } from "./guard.ts";
import { createJudgedAhead } from "./judged-ahead.ts";
import { type Received, type Servers, startServers } from "./servers.ts";
import type { Contents, Done, Moment, Traces, Witness } from "./traces.ts";
import type { DirectWays, Ended, Worker, WorkerOptions } from "./worker.ts";

/** The recipients; only the first if the setting says so. */
export const RECIPIENTS = ["ann@example.org", "bob@example.org"] as const;

/** Decides the fate of a request; the request waits for the decision. */
export type Fate = (call: Call) => Fault | undefined | Promise<Fault | undefined>;

/** The local S3 and SES, the workers' only connection to each other, with a clock and a judge of requests. */
export interface World extends Contents, Traces {
  readonly clock: Clock;
  readonly setting: Setting;
  moment(): Moment;
  /** Goes on from another moment, to which one invocation led that left these traces. */
  leap(to: Moment, traces: Traces): Promise<void>;
  /** Sets the fate of requests from now on; by default all pass. */
  rule(fate: Fate): void;
  /** Tells of each request from now on that goes straight to a bucket, before it is decided on and once it has its effect. */
  watch(witness: Witness | undefined): void;
  /** Begins a worker's life. */
  hire(): Promise<Worker>;
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

const DAY_MS = 86_400_000;
const START = "2026-11-20T07:00:00Z";
let workers = 0;
const padded = (count: number, digits: number): string => String(count).padStart(digits, "0");
const nextName = (): string => `worker${++workers}`;

/** A world whose buckets contain copies of these. */
export async function openWorld(setting: Setting, contents?: Contents): Promise<World> {
  const clock = startClock(START);
  const now = () => new Date(clock.now());
  const calls: Done[] = [];
  const mails: Received[] = [];
  const receipted: string[] = [];
  const questions: Question[] = [];
  const askedBefore: number[] = [];
  const team = new Map<string, Worker>();
  let decide: Fate = () => undefined;
  let witness: Witness | undefined;
  let [nonces, mailed] = [0, 0];
  let servers: Servers | undefined;
  let starting: Promise<Servers> | undefined;
  const listen = (): void => {
    mails.push(...(servers?.newMails() ?? []));
    questions.push(...(servers?.newQuestions() ?? []));
  };
  /** Names emails as the mail service does, the same each time that a case is lived. */
  const nextId = (): string => `${padded(clock.now(), 14)}-${padded(++mailed, 6)}`;
  const hold = ({ corpus, state }: Contents): Contents => ({
    corpus: corpus.copy(now),
    state: watched(state.copy(now), (key, bytes) => {
      if (key.startsWith("deliveries/")) {
        receipted.push(String(JSON.parse(Buffer.from(bytes).toString("utf8")).messageId));
      } else if (key.endsWith("/edition.json")) {
        listen();
        askedBefore.push(questions.length);
      }
    }),
  });
  let buckets = hold(contents ?? (await emptyBuckets(now)));
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
  const office: Office = {
    accept(mail) {
      listen();
      const id = nextId();
      servers?.know(id);
      mails.push({ id, messageId: id, ...mail });
      return id;
    },
    sentToday: () => mails.filter(({ id }) => Number.parseInt(id, 10) >= clock.now() - DAY_MS).length,
  };
  const directWays = (): DirectWays => ({
    ...buckets,
    office,
    async judge(request) {
      const at = calls.length;
      const call = { ...request, command: `direct ${at}` };
      witness?.("before", at, call);
      const fault = await decideOn(call);
      judgedAhead.keep(call, fault);
      return { fault, onEffect: () => witness?.("after", at, call) };
    },
  });
  const close = async (): Promise<void> => {
    for (const worker of team.values()) {
      worker.die();
    }
    await (await starting)?.close();
    [servers, starting] = [undefined, undefined];
  };
  const connect = async (): Promise<Servers["urls"]> => {
    starting ??= startServers({
      buckets: [buckets.corpus, buckets.state],
      mails,
      now,
      nextId,
      prepare: (server) => standBefore(server, { team, judge, now }),
    });
    servers = await starting;
    return servers.urls;
  };
  return {
    clock,
    setting,
    calls,
    receipted,
    askedBefore,
    get corpus() {
      return buckets.corpus;
    },
    get state() {
      return buckets.state;
    },
    get mails() {
      listen();
      return mails;
    },
    get questions() {
      listen();
      return questions;
    },
    moment: () => ({
      corpus: buckets.corpus.copy(now),
      state: buckets.state.copy(now),
      time: clock.now(),
      nonces,
      mailed,
    }),
    async leap(to, traces) {
      listen();
      await close();
      const worker = nextName();
      calls.push(...traces.calls.map(({ call, fault }) => ({ call: { ...call, worker }, fault })));
      mails.push(...traces.mails);
      receipted.push(...traces.receipted);
      questions.push(...traces.questions);
      askedBefore.push(...traces.askedBefore);
      clock.advance(to.time - clock.now());
      ({ nonces, mailed } = to);
      buckets = hold(to);
    },
    rule: (fate) => {
      decide = fate;
    },
    watch: (by) => {
      witness = by;
    },
    async hire() {
      const worker = setting.createWorker({
        name: nextName(),
        connect,
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
        nonce: () => `nonce${padded(++nonces, 6)}`,
        ...(!isOverHttp(setting) && { direct: directWays() }),
        ...(setting.sendAttempts !== undefined && { sendAttempts: setting.sendAttempts }),
      });
      team.set(worker.name, worker);
      return worker;
    },
    close,
  };
}

async function emptyBuckets(now: () => Date): Promise<Contents> {
  const state = createMemoryStore({ bucket: "state", now });
  await writeAccess(state);
  return { corpus: createMemoryStore({ bucket: "corpus", now }), state };
}

function isOverHttp({ isOverHttp: isMeant = false, tamper }: Setting): boolean {
  return isMeant || tamper !== undefined;
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
export async function invoke(world: World, request: RunRequest): Promise<Ended> {
  return await (await world.hire()).run(request);
}
