import { READING_KEY, type RunKeys, runId, runKeys } from "../keys.ts";
import { planScan, scanRanges } from "../scan/corpus-scan.ts";
import type { ListedRange } from "../scan/first-ranges.ts";
import type { TimeLimit } from "../scan/limits.ts";
import { createStoryFilter } from "../scan/read-story.ts";
import { createReadingNote, NO_NOTE, type ReadingNote, type ReadingScope } from "../scan/reading-note.ts";
import type { ScanContext } from "../scan/scan.ts";
import { type Fingerprints, readFingerprints } from "../snapshot/fingerprints.ts";
import type { Head } from "../snapshot/head.ts";
import { readSnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import { parseJsonFields } from "../story/formats/json/json-fields.ts";
import type { ReadSettings } from "../story/formats/read-document.ts";
import {
  applyResults,
  type Checkpoint,
  isDone,
  openRangesOf,
  progressOf,
  resultOf,
} from "./checkpoint/checkpoint.ts";
import {
  type CheckpointFile,
  checkpointAfter,
  openCheckpoint,
  stoppedSince,
} from "./checkpoint/checkpoint-file.ts";
import type { Job } from "./job.ts";
import { currentHead } from "./open-head.ts";

/** The edition to make. */
export interface EditionSpec {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  readonly acceptRemovals: readonly string[];
  /** Slots that a mass removal has stopped since that snapshot; absent: none. */
  readonly stopped?: readonly string[];
}

/**
 * One invocation's work on an edition. Each writes under its own run id, so that invocations resuming the same
 * checkpoint never write the same key.
 */
export interface Attempt {
  readonly runId: string;
  readonly keys: RunKeys;
  readonly limit: TimeLimit;
  /** The snapshot to compare with; absent for a baseline. */
  readonly before: Snapshot | undefined;
  /** Its fingerprints. */
  readonly fingerprints: Fingerprints;
  /** The stored checkpoint file; a preview reads none. */
  readonly file: CheckpointFile | undefined;
  /** The state of the edition so far. */
  readonly checkpoint: Checkpoint;
  /** Its open ranges, to be scanned now. */
  readonly open: readonly ListedRange[];
}

/**
 * Resumes the unfinished edition of an earlier invocation, or starts the requested one. The next run resumes a
 * checkpoint whatever its slot: its edition is made before any other.
 */
export async function openAttempt(
  requested: Pick<EditionSpec, "slot" | "acceptRemovals">,
  head: Head | undefined,
  limit: TimeLimit,
  job: Job,
): Promise<Attempt> {
  const file = await openCheckpoint(head, job);
  const unfinished = checkpointAfter(head, file);
  const stopped = stoppedSince(head, file);
  const spec = {
    slot: unfinished?.slot ?? requested.slot,
    parent: head?.snapshot ?? null,
    acceptRemovals: [...new Set([...(unfinished?.acceptRemovals ?? []), ...requested.acceptRemovals])],
    ...(stopped.length > 0 && { stopped }),
  };
  const run = await startRun(spec, "run", job);
  if (unfinished === undefined) {
    return { ...run, file, limit, ...(await planCheckpoint(spec, run.before, job)) };
  }
  job.log("continued", { slot: unfinished.slot, ...progressOf(unfinished) });
  const checkpoint = { ...unfinished, ...spec };
  return { ...run, file, limit, checkpoint, open: openRangesOf(checkpoint, run.before?.parts ?? []) };
}

/** Starts a preview of the slot's edition, under keys that are never referenced; any removals are accepted. */
export async function openPreview(slot: string, limit: TimeLimit, job: Job): Promise<Attempt> {
  const head = await currentHead(job);
  const spec = { slot, parent: head?.snapshot ?? null, acceptRemovals: [""] };
  const run = await startRun(spec, "preview", job);
  return { ...run, file: undefined, limit, ...(await planCheckpoint(spec, run.before, job)) };
}

/** Assigns the run id and reads the parent snapshot and its fingerprints. Two GETs, none for a baseline. */
async function startRun(
  { slot, parent }: EditionSpec,
  mode: "run" | "preview",
  { state, log, nonce, config }: Pick<Job, "state" | "log" | "nonce" | "config">,
): Promise<Pick<Attempt, "runId" | "keys" | "before" | "fingerprints">> {
  const id = runId(slot, nonce());
  const before = parent === null ? undefined : await readSnapshot(state, parent);
  return {
    runId: id,
    keys: runKeys(id, { mode }),
    before,
    fingerprints: await readFingerprints({ state, log }, before?.fingerprints, config),
  };
}

/** The initial checkpoint of an edition. */
async function planCheckpoint(
  spec: EditionSpec,
  before: Snapshot | undefined,
  { corpus, config, limits }: Pick<Job, "corpus" | "config" | "limits">,
): Promise<Pick<Attempt, "checkpoint" | "open">> {
  const open = await planScan(before?.parts ?? [], { corpus, corpusPrefix: config.corpusPrefix, limits });
  const ranges = open.map(({ range: { index: _, parts: __, ...bounds } }) => bounds);
  return { checkpoint: { ...spec, ranges }, open };
}

/** An edition after a scan. */
export interface Scanned {
  readonly checkpoint: Checkpoint;
  /** Whether this scan added anything. */
  readonly hasProgress: boolean;
  /** Whether the edition can be composed now. */
  readonly isReady: boolean;
}

/**
 * Scans the open ranges until all are done or time runs out. A scan that finished with too little time left to compose
 * the edition is not ready; the next invocation has its full time for that.
 */
export async function scanCorpus(attempt: Attempt, job: Job): Promise<Scanned> {
  const { checkpoint, open, limit } = attempt;
  const { slot } = checkpoint;
  const note = attempt.file === undefined ? NO_NOTE : createReadingNote(readingScope(checkpoint), job);
  const context = scanContext(slot, { ...attempt, note }, job);
  const found = await scanUnder(note, open, context, (done) => job.log("scanned", { slot, ...done }));
  const scanned = applyResults(checkpoint, new Map(open.map(({ range }, i) => [range.index, found[i]])));
  const records = resultOf(scanned).changes.reduce((count, changes) => count + changes.count, 0);
  const hasProgress = found.some((result) => result !== undefined);
  const isReady = isDone(scanned) && (!hasProgress || limit.isEnoughFor(records));
  return { checkpoint: scanned, hasProgress, isReady };
}

/** What is still to be scanned: progress makes it another. */
function readingScope({ parent, ranges }: Checkpoint): ReadingScope {
  const done = ranges.flatMap(({ result, upTo = null }) => (result === undefined ? [] : [upTo]));
  return { key: READING_KEY, parent, scope: JSON.stringify(done) };
}

/** Scans ranges, and takes back the note of what was read, however that ends. */
export async function scanUnder(
  note: ReadingNote,
  ...scan: Parameters<typeof scanRanges>
): ReturnType<typeof scanRanges> {
  try {
    return await scanRanges(...scan);
  } finally {
    await note.end();
  }
}

/** The context in which ranges are scanned. */
export function scanContext(
  slot: string,
  {
    keys,
    limit,
    note,
    fingerprints,
  }: Pick<Attempt, "keys" | "limit" | "fingerprints"> & Pick<ScanContext, "note">,
  { corpus, state, config, limits }: Pick<Job, "corpus" | "state" | "config" | "limits">,
): ScanContext {
  return {
    corpus,
    state,
    corpusPrefix: config.corpusPrefix,
    isStory: createStoryFilter(config),
    known: fingerprints.stretches,
    reading: readSettingsOf(config),
    limits,
    slot,
    keys,
    note,
    isTimeUp: limit.isOver,
  };
}

/** How stories are read. */
export function readSettingsOf({ jsonFields }: Pick<Job["config"], "jsonFields">): ReadSettings {
  return jsonFields === "" ? {} : { jsonFields: parseJsonFields(jsonFields) };
}
