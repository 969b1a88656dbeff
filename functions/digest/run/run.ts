import { modelOf } from "../config.ts";
import { deliverAll } from "../delivery/due.ts";
import { type Delivered, type Ending, endingOf, waitUntil } from "../delivery/tally.ts";
import { composeEdition } from "../edition/compose.ts";
import type { Edition } from "../edition/schema.ts";
import { OutOfTimeError } from "../errors.ts";
import { runKeys } from "../keys.ts";
import { stories } from "../publish/wording/words.ts";
import { createTimeLimit, type TimeLimit } from "../scan/limits.ts";
import { toSlot } from "../slot.ts";
import { type Due, type Head, writeHead } from "../snapshot/head.ts";
import { retire } from "../snapshot/retire.ts";
import { isWeekly, type Topic } from "../topics/topics.ts";
import { type Attempt, type EditionSpec, openAttempt, openPreview, scanCorpus } from "./attempt.ts";
import { makeEmails } from "./audiences/make-emails.ts";
import { topicsOf } from "./audiences/topics.ts";
import { type Checkpoint, progressOf } from "./checkpoint/checkpoint.ts";
import { unfinishedCheckpoint } from "./checkpoint/checkpoint-file.ts";
import { keepCheckpoint } from "./checkpoint/keep-checkpoint.ts";
import { commit } from "./commit.ts";
import { type GatheredRun, gatherChanges, toldRun } from "./gather.ts";
import type { Job } from "./job.ts";
import { openHead } from "./open-head.ts";
import { readEdition, readEmail } from "./published.ts";
import { reopenFailed } from "./reopen.ts";
import type { RunRequest } from "./request.ts";
import { alreadyDone, type RunResult } from "./result.ts";
import { type MadeEdition, type StoredEdition, storeEdition } from "./store-edition.ts";
import type { SummarisedEdition } from "./summaries/with-model-summaries.ts";
import { makeWeek } from "./week/make-week.ts";

/** The requested edition. */
type RequestedEdition = Pick<EditionSpec, "slot" | "acceptRemovals">;

/** Rounds of a run: it starts over if its parent snapshot was replaced, or if it finished another slot first. */
const MAX_ROUNDS = 3;

/**
 * The whole job. A scheduled run delivers what an earlier run left undelivered, makes the edition of its slot, commits
 * snapshot and edition in one conditional write of the head, and delivers. It may crash anywhere and be run again: no
 * change is lost, none is reported twice.
 */
export async function runDigest(request: RunRequest, job: Job): Promise<RunResult> {
  switch (request.mode) {
    case "scheduled":
      return await runSlot(request, job);
    case "preview":
      return await previewSlot(request, job);
    case "deliver":
      return await deliverAfterAll(request, job);
    case "resume":
      return await resume(request, job);
    case "redate":
      return await redate(job);
    default:
      return request satisfies never;
  }
}

/** The scheduled run of a slot. */
export async function runSlot(requested: RequestedEdition, job: Job): Promise<RunResult> {
  const limit = createTimeLimit(job);
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const result = await runOnce(requested, { limit, isFirst: round === 1 }, job);
    if (result !== undefined) {
      return result;
    }
  }
  throw new Error(
    `cannot commit slot ${requested.slot}: other runs committed first ${MAX_ROUNDS} times; run it again`,
  );
}

/**
 * `undefined` if the head advanced without this slot: another run committed first, or this one finished another slot's
 * edition.
 */
async function runOnce(
  requested: RequestedEdition,
  { limit, isFirst }: { readonly limit: TimeLimit; readonly isFirst: boolean },
  job: Job,
): Promise<RunResult | undefined> {
  const found = await openHead(job);
  const due = await deliver(found.head?.due ?? [], job);
  // A delivery may take minutes, and rewrites the head.
  const start = due.length > 0 ? await openHead(job) : found;
  if (start.head !== undefined && requested.slot <= start.head.slot) {
    return await alreadyCommitted(requested.slot, start.head, due, job);
  }
  const attempt = await openAttempt(requested, start.head, limit, job);
  const scanned = await scanCorpus(attempt, job);
  if (!scanned.isReady) {
    return await keepCheckpoint(scanned, { attempt, isFirst }, job);
  }
  const stored = await makeEdition({ checkpoint: scanned.checkpoint, isPreview: false }, attempt, job);
  const committed = await commit(stored, start, job);
  if (committed === undefined) {
    return undefined;
  }
  const isRequested = stored.edition.slot === requested.slot;
  const delivered = isRequested ? await deliver(committed.due, job) : [];
  await retire(job, stored.superseded);
  const ending = stored.isDue ? endingOf(delivered) : ({ outcome: "quiet" } as const);
  return isRequested ? resultOf(stored, ending, delivered) : undefined;
}

/** A finished scan, and whether only a preview is wanted of it. */
interface Scan {
  readonly checkpoint: Checkpoint;
  readonly isPreview: boolean;
}

/** Turns changes into an edition and the edition into artefacts, all stored but unreferenced until the commit. */
async function makeEdition(scanned: Scan, attempt: Attempt, job: Job): Promise<StoredEdition> {
  const { topics, ...composed } = await composeAll(scanned, attempt, job);
  const { edition, week, told } = composed;
  const telling = { edition, week: week?.made?.edition, isForAll: told.isDue && !scanned.isPreview };
  const emails = await makeEmails(telling, topics, attempt.keys, job);
  return await storeEdition({ ...composed, emails }, attempt, job);
}

/** The editions of a run. Its records, up to ten thousand with the beginnings of their texts, are let go with this call. */
async function composeAll(
  { checkpoint, isPreview }: Scan,
  attempt: Attempt,
  job: Job,
): Promise<Omit<MadeEdition, "emails"> & { readonly topics: readonly Topic[] }> {
  const gathered = await gatherChanges(checkpoint, attempt, job);
  const composed = composeEdition(gathered.input);
  job.log("composed", { slot: composed.slot, ...composed.items });
  const { edition, spent } = await summarised(composed, gathered, job);
  const topics = isPreview ? [] : await topicsOf(job);
  const week = topics.some(isWeekly) ? await makeWeek({ gathered, edition }, attempt, job) : undefined;
  return { edition, spent, topics, week, told: toldRun(gathered) };
}

/** The edition with the summaries of a model, where one is set: nothing of it is loaded before. */
async function summarised(edition: Edition, { input }: GatheredRun, job: Job): Promise<SummarisedEdition> {
  const asked = modelOf(job.config.summaries);
  if (asked === undefined) {
    return { edition, spent: [] };
  }
  const { withModelSummaries } = await import("./summaries/with-model-summaries.ts");
  return await withModelSummaries({ edition, records: input.records, asked }, job);
}

/** Delivers the emails of due editions to whoever does not have them yet. */
async function deliver(due: readonly Due[], job: Job): Promise<readonly Delivered[]> {
  return await deliverAll(due, (each) => readEmail(each, job), job);
}

/** Stores a preview of the slot's edition; sends and commits nothing, and keeps no checkpoint. */
async function previewSlot({ slot }: RunRequest & { mode: "preview" }, job: Job): Promise<RunResult> {
  const attempt = await openPreview(slot, createTimeLimit(job), job);
  const { checkpoint, isReady } = await scanCorpus(attempt, job);
  if (!isReady) {
    throw new OutOfTimeError(
      `cannot finish the preview of slot ${slot}: time ran out with ${stories(progressOf(checkpoint).stories)} done, and a preview keeps no progress: give the function more time, or preview where there is more`,
    );
  }
  return resultOf(await makeEdition({ checkpoint, isPreview: true }, attempt, job), { outcome: "preview" });
}

/**
 * Finishes what earlier runs left undelivered or unfinished; two GETs if there is nothing. The checkpoint of a
 * distributed run is left to that run.
 */
async function resume({ leaveCheckpoint }: RunRequest & { mode: "resume" }, job: Job): Promise<RunResult> {
  const { head } = await openHead(job);
  const unfinished = leaveCheckpoint ? undefined : await unfinishedCheckpoint(head, job);
  if (unfinished !== undefined) {
    return await runSlot(unfinished, job);
  }
  const last = head?.due.at(-1);
  if (head === undefined || last === undefined) {
    return alreadyDone(head?.slot ?? null);
  }
  const delivered = await deliver(head.due, job);
  const edition = await readEdition(job.state, last.edition);
  return resultOf({ edition, keys: last }, endingOf(delivered), delivered);
}

/** Delivers an edition, of the last slot unless the event names one, to those to whom its delivery was given up. */
async function deliverAfterAll(requested: RunRequest & { mode: "deliver" }, job: Job): Promise<RunResult> {
  const { head } = await openHead(job);
  const slot = requested.slot ?? head?.slot ?? null;
  const due = head === undefined || slot === null ? [] : await reopenFailed(slot, job);
  const [first] = due;
  if (first === undefined) {
    return alreadyDone(slot);
  }
  const delivered = await deliver(due, job);
  return resultOf(
    { edition: await readEdition(job.state, first.edition), keys: first },
    endingOf(delivered),
    delivered,
  );
}

/**
 * Gives a head whose slot is ahead of the store's clock the time of now, so that the next runs make their editions again.
 * What was told stays told: the snapshot is the same.
 */
async function redate(job: Job): Promise<RunResult> {
  const { head, condition } = await openHead(job);
  const slot = toSlot(job.state.now());
  if (head === undefined || head.slot <= slot) {
    return alreadyDone(head?.slot ?? null);
  }
  if (!(await writeHead(job.state, { ...head, nonce: job.nonce(), slot }, condition))) {
    throw new Error(`cannot redate slot ${head.slot}: another run has written the head since: try again`);
  }
  job.log("redated", { slot, laterSlot: head.slot });
  return { slot, outcome: "redated", counts: null, edition: null, laterSlot: head.slot };
}

/** The result for a slot that is already committed; covers its delivery if this invocation had to finish it. */
async function alreadyCommitted(
  slot: string,
  head: Head,
  due: readonly Delivered[],
  { state }: Pick<Job, "state">,
): Promise<RunResult> {
  const own = due.filter((delivered) => delivered.slot === slot);
  if (slot !== head.slot) {
    return { slot, ...endingOf(own), counts: null, edition: null, laterSlot: head.slot };
  }
  const keys = runKeys(head.runId);
  return resultOf({ edition: await readEdition(state, keys.edition), keys }, endingOf(own), own);
}

interface Reported {
  readonly edition: Edition;
  readonly keys: { readonly edition: string };
}

function resultOf(
  { edition: { slot, counts }, keys }: Reported,
  ending: Ending | { readonly outcome: "quiet" | "preview" },
  delivered: readonly Delivered[] = [],
): RunResult {
  const until = waitUntil(delivered);
  return { slot, ...ending, counts, edition: keys.edition, ...(until !== undefined && { waitUntil: until }) };
}
