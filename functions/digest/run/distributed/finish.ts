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
import { type Checkpoint, isDone, progressOf, resultOf, settle } from "../checkpoint.ts";
import { type CheckpointFile, checkpointAfter, findCheckpoint, writeCheckpoint } from "../checkpoint-file.ts";
import type { Job } from "../job.ts";
import { openHead } from "../open-head.ts";
import type { SharedRun } from "../request.ts";
import type { RunResult } from "../result.ts";
import { runSlot } from "../run.ts";

/** Range results that are read at the same time. */
const CONCURRENCY = 16;

/** Others may write the checkpoint between our reading and our writing of it. */
const MAX_SETTLEMENTS = 3;

/**
 * Adds what the batches of a shared run found to the checkpoint, and, once nothing is left to scan, makes, commits and
 * delivers its edition as a run on one function does. `unfinished`: there is more to plan, either the rest of ranges
 * whose time ended, or the slot itself, where the checkpoint was that of an older one. Throws {@link OutOfTimeError} when
 * the batches found nothing at all, as another round would not either.
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
      `cannot go on with slot ${slot}: the time of every batch ended before one more story was done, with ${progress.ranges} of ${progress.of} ranges done, which are kept: give the function more time or memory, and run the slot again`,
    );
  }
  log("unfinished", { slot: checkpoint.slot, ...progress });
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

interface StoredResult extends ScannedRange {
  readonly key: string;
}

/** What the batches of this run stored, in the order of their names; one GET each. */
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

/** The checkpoint as it is kept now, with what was found; `undefined` when that of this run is over. */
async function addResults(
  run: SharedRun,
  found: readonly StoredResult[],
  job: Job,
): Promise<Checkpoint | undefined> {
  for (let attempt = 1; attempt <= MAX_SETTLEMENTS; attempt++) {
    const { head } = await openHead(job);
    const file = await findCheckpoint(job.state, head);
    const left = checkpointAfter(head, file);
    if (left?.slot !== run.slot || left.parent !== run.parent) {
      return undefined;
    }
    const results = match(left, found);
    const checkpoint = settle(left, results);
    if (results.size === 0 || (await keep(checkpoint, file, job))) {
      await retire(job.state, spentKeys(run, found, checkpoint));
      return checkpoint;
    }
  }
  throw new Error(`cannot keep the checkpoint of slot ${run.slot}: other runs kept writing it; run it again`);
}

async function keep(
  checkpoint: Checkpoint,
  { condition }: CheckpointFile,
  job: Pick<Job, "state" | "nonce">,
): Promise<boolean> {
  return await writeCheckpoint({ checkpoint, state: "open", condition }, job);
}

/** The first result for each range of the checkpoint that is still open, by the range's index. */
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

/** The range results, which the checkpoint has now, and what a batch wrote that another had done before. */
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
