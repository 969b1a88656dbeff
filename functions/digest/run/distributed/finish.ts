import pMap from "p-map";
import { OutOfTimeError } from "../../errors.ts";
import { runKeys } from "../../keys.ts";
import {
  type RangeResult,
  readRangeResult,
  type ScannedRange,
  type WholeResult,
} from "../../scan/range-result.ts";
import { retire } from "../../snapshot/retire.ts";
import type { Bounds } from "../../snapshot/snapshot.ts";
import { applyResults, type Checkpoint, isDone, progressOf, resultOf } from "../checkpoint/checkpoint.ts";
import {
  type CheckpointFile,
  checkpointAfter,
  findCheckpoint,
  writeCheckpoint,
} from "../checkpoint/checkpoint-file.ts";
import type { Job } from "../job.ts";
import { openHead } from "../open-head.ts";
import type { SharedRun } from "../request.ts";
import type { RunResult } from "../result.ts";
import { runSlot } from "../run.ts";

/** Range results read concurrently. */
const CONCURRENCY = 16;

/** Other runs may write the checkpoint between our read and our write. */
const MAX_UPDATES = 3;

/**
 * Adds the results of a distributed run's batches to the checkpoint and, once all is scanned, makes, commits and
 * delivers its edition as a run on one function does. `unfinished`: there is more to plan, either the rest of ranges
 * that ran out of time, or the slot itself if the checkpoint belonged to an older one. Throws {@link OutOfTimeError} if
 * the batches made no progress at all, because another round would not either.
 */
export async function finishSlot(
  { slot, run }: { readonly slot: string; readonly run: SharedRun },
  job: Job,
): Promise<RunResult> {
  const found = await readResults(run, job);
  const checkpoint = await addResults(run, found, job);
  if (checkpoint !== undefined && !isDone(checkpoint)) {
    return unfinished(slot, checkpoint, found, job);
  }
  return { ...(await runSlot({ slot, acceptRemovals: [] }, job)), slot };
}

function unfinished(
  slot: string,
  checkpoint: Checkpoint,
  found: readonly StoredResult[],
  { log }: Pick<Job, "log">,
): RunResult {
  const progress = progressOf(checkpoint);
  if (found.length === 0) {
    throw new OutOfTimeError(
      `cannot continue slot ${slot}: every batch ran out of time before another story was done; what is done is kept (ranges: ${progress.ranges} of ${progress.of}): give the function more time or memory, and run the slot again`,
    );
  }
  log("unfinished", { slot: checkpoint.slot, ...progress });
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

interface StoredResult extends ScannedRange {
  readonly key: string;
}

/** The results stored by this run's batches, in the order of their names; one GET each. */
async function readResults(
  { runId }: SharedRun,
  { state }: Pick<Job, "state">,
): Promise<readonly StoredResult[]> {
  const keys: string[] = [];
  for await (const page of state.list({ prefix: runKeys(runId).rangeResults })) {
    keys.push(...page.map(({ key }) => key));
  }
  return await pMap(keys, async (key) => ({ key, ...(await readRangeResult(state, key)) }), {
    concurrency: CONCURRENCY,
  });
}

/** Adds the results to the stored checkpoint, and returns it; `undefined` if this run's checkpoint is obsolete. */
async function addResults(
  run: SharedRun,
  found: readonly StoredResult[],
  job: Job,
): Promise<Checkpoint | undefined> {
  for (let attempt = 1; attempt <= MAX_UPDATES; attempt++) {
    const { head } = await openHead(job);
    const file = await findCheckpoint(job.state, head);
    const pending = checkpointAfter(head, file);
    if (pending?.slot !== run.slot || pending.parent !== run.parent) {
      return undefined;
    }
    const results = match(pending, found);
    const checkpoint = applyResults(pending, results);
    if (results.size === 0 || (await keep(checkpoint, file, job))) {
      await retire(job, spentKeys(run, found, checkpoint));
      return checkpoint;
    }
  }
  throw new Error(
    `cannot store the checkpoint of slot ${run.slot}: other runs kept replacing it; run it again`,
  );
}

async function keep(
  checkpoint: Checkpoint,
  { condition }: CheckpointFile,
  job: Pick<Job, "state" | "nonce">,
): Promise<boolean> {
  return await writeCheckpoint({ checkpoint, state: "open", condition }, job);
}

/** The first result for each open range of the checkpoint, by the range's index. */
function match(checkpoint: Checkpoint, found: readonly StoredResult[]): ReadonlyMap<number, RangeResult> {
  const byBounds = new Map(found.toReversed().map(({ bounds, result }) => [nameOf(bounds), result]));
  const matched = checkpoint.ranges.flatMap((range, index): [number, RangeResult][] => {
    const result = range.result === undefined ? byBounds.get(nameOf(range)) : undefined;
    return result === undefined ? [] : [[index, result]];
  });
  return new Map(matched);
}

function nameOf({ after, upTo }: Bounds): string {
  return JSON.stringify([after, upTo]);
}

/** The range results, which the checkpoint now contains, and the objects of duplicate batches. */
function spentKeys(
  { runId }: SharedRun,
  found: readonly StoredResult[],
  checkpoint: Checkpoint,
): readonly string[] {
  const { folder, ranges } = runKeys(runId);
  const kept = new Set(objectsOf(resultOf(checkpoint)));
  const written = found.flatMap(({ result }) => objectsOf(result));
  const unkept = written.filter((key) => key.startsWith(folder) && !kept.has(key));
  return [ranges, ...found.map(({ key }) => key), ...unkept];
}

function objectsOf({ parts, changes }: WholeResult): readonly string[] {
  return [...parts, ...changes].map(({ key }) => key);
}
