import pMap from "p-map";
import { readingKey, runKeys } from "../../keys.ts";
import { createTimeLimit } from "../../scan/limits.ts";
import { writeRangeResult } from "../../scan/range-result.ts";
import { createReadingNote } from "../../scan/reading-note.ts";
import { readFingerprints } from "../../snapshot/fingerprints.ts";
import { countStories } from "../../snapshot/parts.ts";
import { retire } from "../../snapshot/retire.ts";
import { type Bounds, readSnapshot } from "../../snapshot/snapshot.ts";
import { textHash } from "../../story/formats/read-document.ts";
import { scanContext, scanUnder } from "../attempt.ts";
import { openRangesOf } from "../checkpoint/checkpoint.ts";
import type { Job } from "../job.ts";
import type { SharedRun } from "../request.ts";
import type { BatchResult } from "./shared-run.ts";

/** One batch of ranges of a distributed run. */
interface Batch {
  readonly run: SharedRun;
  readonly ranges: readonly Bounds[];
}

/** Range results written concurrently. */
const CONCURRENCY = 4;

/**
 * Scans the ranges of a batch concurrently, as every run does, and stores the result of each for the finish step. It
 * may crash or run twice: only its results reference what it writes, and of two results for a range the finish step
 * takes one. Ranges not reached or not completed are planned again.
 */
export async function scanBatch({ run, ranges }: Batch, job: Job): Promise<BatchResult> {
  const { runId, slot, parent } = run;
  const worker = job.nonce();
  const keys = runKeys(runId, { worker });
  const limit = createTimeLimit(job);
  const before = parent === null ? undefined : await readSnapshot(job.state, parent);
  const open = openRangesOf({ ranges }, before?.parts ?? []);
  const fingerprints = await readFingerprints(job, before?.fingerprints, job.config);
  const scope = JSON.stringify(ranges);
  const key = readingKey(textHash(scope));
  const note = createReadingNote({ key, parent, scope }, job);
  const context = scanContext(slot, { keys, limit, note, fingerprints }, job);
  const results = await scanUnder(note, open, context, (done) => job.log("scanned", { slot, ...done }));
  const scanned = ranges.flatMap((bounds, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ name: `${worker}-${index}`, bounds, result }];
  });
  await pMap(scanned, (found) => writeRangeResult(job.state, keys.range(found.name), found), {
    concurrency: CONCURRENCY,
  });
  await retire(job, note.isOpen() ? [key] : []);
  const stories = scanned.reduce((count, { result }) => count + countStories(result.parts), 0);
  return { slot, outcome: "scanned", ranges: scanned.length, stories };
}
