import pMap from "p-map";
import { openHead } from "../commit.ts";
import type { Deps } from "../deps.ts";
import { OutOfTimeError } from "../errors.ts";
import { runKeys } from "../keys.ts";
import type { RunResult } from "../result.ts";
import { runSlot } from "../run.ts";
import {
  type RangeResult,
  readRangeResult,
  type ScannedRange,
  type WholeResult,
} from "../scan/range-result.ts";
import { retire } from "../snapshot/retire.ts";
import type { Bounds } from "../snapshot/snapshot.ts";
import { workAfter } from "../work/go-on.ts";
import { isDone, progressOf, resultOf, settle, type Work } from "../work/work.ts";
import { readWork, type WorkFile, writeWork } from "../work/work-file.ts";
import type { SharedRun } from "./shared-run.ts";

/** Range results that are read at the same time. */
const CONCURRENCY = 16;

/** Others may write the work between our reading and our writing of it. */
const MAX_ATTEMPTS = 3;

/**
 * Adds what the batches of a shared run found to the work, and, once nothing is left to scan, makes, commits and
 * delivers its edition as a run on one function does. `unfinished`: there is more to plan, either the rest of ranges
 * whose time ended, or the slot itself, where the work was that of an older one. Throws {@link OutOfTimeError} when
 * the batches found nothing at all, as another round would not either.
 */
export async function finishSlot(
  { slot, run }: { readonly slot: string; readonly run: SharedRun },
  deps: Deps,
): Promise<RunResult> {
  const found = await readResults(run, deps);
  const work = await addResults(run, found, deps);
  if (work !== undefined && !isDone(work)) {
    return unfinished(slot, work, found, deps);
  }
  return { ...(await runSlot({ slot, acceptRemovals: [] }, deps)), slot };
}

function unfinished(slot: string, work: Work, found: readonly StoredResult[], { log }: Deps): RunResult {
  const progress = progressOf(work);
  if (found.length === 0) {
    throw new OutOfTimeError(
      `cannot go on with slot ${slot}: the time of every batch ended before one more story was done, with ${progress.ranges} of ${progress.of} ranges done, which are kept: give the function more time or memory, and run the slot again`,
    );
  }
  log("unfinished", { slot: work.slot, ...progress });
  return { slot, outcome: "unfinished", counts: null, edition: null, progress };
}

interface StoredResult extends ScannedRange {
  readonly key: string;
}

/** What the batches of this run stored, in the order of their names; one GET each. */
async function readResults({ runId }: SharedRun, { state }: Deps): Promise<readonly StoredResult[]> {
  const keys: string[] = [];
  for await (const page of state.list({ prefix: runKeys(runId).rangeResults })) {
    keys.push(...page.map(({ key }) => key));
  }
  return await pMap(keys, async (key) => ({ key, ...(await readRangeResult(state, key)) }), {
    concurrency: CONCURRENCY,
  });
}

/** The work as it is kept now, with what was found; `undefined` when this run's work is over. */
async function addResults(
  run: SharedRun,
  found: readonly StoredResult[],
  deps: Deps,
): Promise<Work | undefined> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const { head } = await openHead(deps);
    const file = await readWork(deps.state);
    const left = workAfter(head, file);
    if (left?.slot !== run.slot || left.parent !== run.parent) {
      return undefined;
    }
    const results = match(left, found);
    const work = settle(left, results);
    if (results.size === 0 || (await keep(work, file, deps))) {
      await retire(deps.state, spentKeys(run, found, work));
      return work;
    }
  }
  throw new Error(`cannot keep the work of slot ${run.slot}: other runs kept writing it; run it again`);
}

async function keep(work: Work, { condition }: WorkFile, { state, nonce }: Deps): Promise<boolean> {
  return await writeWork(state, { work, state: "open", nonce: nonce(), condition });
}

/** The first result for each range of the work that is still open, by the range's index. */
function match(work: Work, found: readonly StoredResult[]): ReadonlyMap<number, RangeResult> {
  const byBounds = new Map(found.toReversed().map(({ bounds, result }) => [nameOf(bounds), result]));
  const matched = work.ranges.flatMap((range, index): [number, RangeResult][] => {
    const result = range.result === undefined ? byBounds.get(nameOf(range)) : undefined;
    return result === undefined ? [] : [[index, result]];
  });
  return new Map(matched);
}

function nameOf({ after, upTo }: Bounds): string {
  return JSON.stringify([after, upTo]);
}

/** The range results, which the work has now, and what a batch wrote that another had done before. */
function spentKeys({ runId }: SharedRun, found: readonly StoredResult[], work: Work): readonly string[] {
  const { folder, ranges } = runKeys(runId);
  const kept = new Set(objectsOf(resultOf(work)));
  const written = found.flatMap(({ result }) => objectsOf(result));
  const unkept = written.filter((key) => key.startsWith(folder) && !kept.has(key));
  return [ranges, ...found.map(({ key }) => key), ...unkept];
}

function objectsOf({ parts, changes }: WholeResult): readonly string[] {
  return [...parts, ...changes].map(({ key }) => key);
}
