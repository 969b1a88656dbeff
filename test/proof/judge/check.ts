import { readLog } from "../../../functions/digest/changes/log.ts";
import { runKeys } from "../../../functions/digest/keys.ts";
import type { Entry } from "../../../functions/digest/snapshot/entry.ts";
import { type Head, readHead } from "../../../functions/digest/snapshot/head.ts";
import { readPart } from "../../../functions/digest/snapshot/parts.ts";
import { readSnapshot, type Snapshot } from "../../../functions/digest/snapshot/snapshot.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import type { Memory } from "../memory/memory.ts";
import type { Fault } from "../world/fault.ts";
import type { World } from "../world/world.ts";
import { judgeArchive } from "./archive.ts";
import { judgeMails, type Post, readPost } from "./mails.ts";
import { judgeQuestions } from "./questions.ts";
import { putOff } from "./selections.ts";

/** The verdict on a case. */
export interface Verdict {
  /** What must never happen; empty if the protocol holds. */
  readonly violations: readonly string[];
  /**
   * Emails sent without a receipt: the worker died, or got no answer, in between. The one window that SES
   * leaves open; with `resend` each may cause one more email.
   */
  readonly windows: number;
  /** Slots whose run ended a week and had no time to tell it. */
  readonly putOff: readonly string[];
}

/** A snapshot that led to the current one. */
export interface Link {
  readonly snapshot: Snapshot;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * Checks the promises in a quiet world: no change lost, none reported twice, no gap between snapshots, at most
 * one email per recipient and slot, nothing still needed marked as superseded, no page or text of the archive missing, no
 * model asked again what it had answered. `mailedBefore`: slots emailed
 * before the world was opened.
 */
export async function judge(
  world: World,
  mailedBefore: readonly string[] = [],
  memory: Pick<Memory, "look"> = { look: (_, find) => find() },
): Promise<Verdict> {
  const found = await readHead(world.state);
  if (found.state !== "current") {
    return { violations: [`the head is ${found.state}`], windows: 0, putOff: [] };
  }
  const { head } = found;
  try {
    const { chain, post, ...seen } = await memory.look(world, () => look(world, head));
    const due = chain.filter(({ snapshot }) => snapshot.due).map(({ snapshot }) => snapshot.slot);
    const mails = await judgeMails(
      world,
      post,
      due.filter((slot) => !mailedBefore.includes(slot)),
    );
    const violations = [
      ...seen.violations,
      ...judgeStopped(world, chain),
      ...judgePutOff(world, chain),
      ...mails.violations,
      ...judgeQuestions(world),
    ];
    return { violations, windows: mails.windows, putOff: putOff(world, chain) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { violations: [`the state cannot be read: ${reason}`], windows: 0, putOff: [] };
  }
}

/** What the buckets and the emails of a world show, by whatever requests they became so. */
export interface Sight {
  readonly chain: readonly Link[];
  readonly post: Post;
  readonly violations: readonly string[];
}

async function look(world: World, head: Head): Promise<Sight> {
  const chain = await readChain(world.state, head);
  const post = await readPost(world, chain);
  const violations = [
    ...head.due.map(({ slot }) => `slot ${slot} is still due`),
    ...(await judgeChain(world.state, chain)),
    ...(await judgeCorpus(world.corpus, chain.at(-1)?.entries ?? new Map())),
    ...(await judgeTags(world.state, head, chain)),
    ...post.violations,
    ...(await judgeArchive(world)),
  ];
  return { chain, post, violations };
}

/** The snapshots that led to the current one, oldest first; throws if one is gone. */
async function readChain(state: LocalStore, head: Head): Promise<readonly Link[]> {
  const chain: Link[] = [];
  for (let key: string | null = head.snapshot; key !== null; key = chain[0]?.snapshot.parent ?? null) {
    const snapshot = await readSnapshot(state, key);
    const parts = await Promise.all(snapshot.parts.map((part) => readPart(state, part)));
    chain.unshift({ snapshot, entries: new Map(parts.flat().map((entry) => [entry.key, entry])) });
  }
  return chain;
}

/** Each snapshot must report exactly its differences from the previous one: a gap or repetition would show. */
async function judgeChain(state: LocalStore, chain: readonly Link[]): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const [i, { snapshot, entries }] of chain.entries()) {
    const before = chain[i - 1];
    if (before !== undefined && before.snapshot.slot >= snapshot.slot) {
      violations.push(`slot ${snapshot.slot} follows slot ${before.snapshot.slot}`);
    }
    const expected = differences(before?.entries ?? new Map(), entries);
    violations.push(...compare(`slot ${snapshot.slot}`, expected, await toldBy(state, snapshot)));
  }
  return violations;
}

/** Why a story is left for the next run on which two invocations died: it is told then, with all that changed since. */
const STOPPED = "stopped the run";

function isStopped({ held }: Entry): boolean {
  return held?.reason.startsWith(STOPPED) === true;
}

/** A story that was never read has no text in a pack. */
function isUnread(entry: Entry): boolean {
  return entry.hash === "" && isStopped(entry);
}

/** No story is left for the next run unless two invocations died, or began to read it and stood still for longer than a story takes. */
function judgeStopped({ calls }: World, chain: readonly Link[]): readonly string[] {
  const workers = (isOne: (call: (typeof calls)[number]) => boolean) =>
    new Set(calls.filter(isOne).map(({ call }) => call.worker)).size;
  const dead = workers(({ fault }) => fault !== undefined && DEADLY.has(fault));
  const mayStop = (key: string) =>
    dead >= STOPS || workers(({ call }) => call.kind === "read" && call.key === key) >= STOPS;
  return chain.flatMap(({ snapshot, entries }) =>
    [...entries.values()]
      .filter((entry) => isStopped(entry) && !mayStop(entry.key))
      .map(({ key }) => `slot ${snapshot.slot} left ${key} unread`),
  );
}

const STOPS = 2;
const DEADLY: ReadonlySet<Fault> = new Set(["crash before", "crash after", "time ends"]);

/** No week is left to the next run unless a fault took the time; the last run has told it. */
function judgePutOff(world: World, chain: readonly Link[]): readonly string[] {
  const hasFault = world.calls.some(({ fault }) => fault !== undefined);
  return putOff(world, chain)
    .filter((slot) => !hasFault || slot === chain.at(-1)?.snapshot.slot)
    .map((slot) => `the week that slot ${slot} ended was left to the next run`);
}

async function toldBy(state: LocalStore, { changes }: Snapshot): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const logged of readLog(state, changes)) {
    const record = logged.read();
    const { change, key } = record;
    if (change === "held back" && record.reason.startsWith(STOPPED)) {
      continue;
    }
    told.push(`${change === "reverted" || change === "cosmetic" ? "revised" : change} ${key}`);
  }
  return told;
}

function differences(
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): readonly string[] {
  const gone = [...before.values()]
    .filter((entry) => !(after.has(entry.key) || isUnread(entry)))
    .map(({ key }) => `removed ${key}`);
  const now = [...after.values()]
    .filter((entry) => !isUnread(entry))
    .flatMap(({ key, hash }) => {
      const known = before.get(key);
      if (known === undefined || isUnread(known)) {
        return [`added ${key}`];
      }
      return known.hash === hash ? [] : [`revised ${key}`];
    });
  return [...gone, ...now];
}

function compare(place: string, expected: readonly string[], told: readonly string[]): readonly string[] {
  const lost = expected.filter((change) => !told.includes(change));
  const twice = told.filter((change, i) => !expected.includes(change) || told.indexOf(change) !== i);
  return [
    ...lost.map((change) => `${place} does not report: ${change}`),
    ...twice.map((change) => `${place} wrongly reports: ${change}`),
  ];
}

async function judgeCorpus(
  corpus: LocalStore,
  entries: ReadonlyMap<string, Entry>,
): Promise<readonly string[]> {
  const listed = (await Array.fromAsync(corpus.list({}))).flat();
  const expected = listed.map(({ key, etag }) => `${key} ${etag}`);
  const known = [...entries.values()].map((entry) => {
    const seen = isStopped(entry) ? entry.held?.etag : entry.etag;
    return `${entry.key} ${seen}`;
  });
  return compare("the snapshot", expected, known);
}

/** The lifecycle rule deletes marked objects: nothing reachable from the head may be marked. */
async function judgeTags(
  state: LocalStore,
  { snapshot, due }: Head,
  chain: readonly Link[],
): Promise<readonly string[]> {
  const current = chain.at(-1);
  const needed = new Set([
    snapshot,
    ...due.map(({ edition }) => edition),
    ...(current?.snapshot.threads ? [current.snapshot.threads] : []),
    ...(current?.snapshot.fingerprints ? [current.snapshot.fingerprints.key] : []),
    ...(current?.snapshot.parts.map(({ key }) => key) ?? []),
    ...[...(current?.entries.values() ?? [])]
      .filter((entry) => !isUnread(entry))
      .map(({ place }) => place.pack),
    ...chain.flatMap(({ snapshot: { edition, runId } }) => [
      edition,
      runKeys(runId).snapshot,
      runKeys(runId).archive,
    ]),
  ]);
  const violations: string[] = [];
  for (const key of needed) {
    const tags = await state.tags(key);
    if (tags === undefined) {
      violations.push(`${key} is needed but gone`);
    } else if (Object.keys(tags).length > 0) {
      violations.push(`${key} is needed but marked as superseded`);
    }
  }
  return violations;
}
