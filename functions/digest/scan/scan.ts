import { pMapIterable } from "p-map";
import type { RunKeys } from "../keys.ts";
import type { ListedObject } from "../ports.ts";
import { MAX_PACK_BYTES } from "../snapshot/packs.ts";
import { MAX_PART_ENTRIES } from "../snapshot/parts.ts";
import { type ExamineContext, examine, type Finding } from "./examine.ts";
import type { ListedRange } from "./first-ranges.ts";
import { createGate, type Gate } from "./gate.ts";
import { joinPages, type Step, type Unchanged } from "./join-pages.ts";
import { openRange } from "./known-text.ts";
import type { RangeResult } from "./range-result.ts";
import { createRangeWriter, type RangeWriter } from "./range-writer.ts";
import { storiesOf } from "./read-story.ts";

/** What a scan needs, besides its range. */
export interface ScanContext extends ExamineContext {
  readonly corpusPrefix: string;
  readonly keys: RunKeys;
  readonly limits: ScanLimits;
  /** Whether to stop and keep what there is; once it is so, it stays so. */
  isTimeUp(): boolean;
}

export interface ScanLimits {
  readonly partEntries: number;
  readonly packBytes: number;
  /** Stories that are read at the same time, in all ranges; each may take `MAX_STORY_BYTES` several times over. */
  readonly concurrency: number;
  /** Ranges that are scanned at the same time; it changes nothing in what a run writes. */
  readonly ranges: number;
}

export const SCAN_LIMITS: ScanLimits = {
  partEntries: MAX_PART_ENTRIES,
  packBytes: MAX_PACK_BYTES,
  concurrency: 16,
  ranges: 16,
};

/**
 * The unit of work of a run: lists one range of the corpus, joins it with its parts of the snapshot, reads what
 * differs, and writes changes, packs and parts under the run's keys, where nothing refers to them yet. Depends
 * on nothing outside its arguments, so ranges can run side by side or on several machines. Ranges that share a gate
 * read no more stories at a time than it has places.
 *
 * When the time is over it finishes the stories that are being read, and says up to which key it came; `undefined`
 * when there is nothing worth keeping. A range that was unchanged so far is none: to list it again costs less than
 * to cut its parts.
 */
export async function scanRange(
  { range, pages }: ListedRange,
  context: ScanContext,
  gate: Gate = createGate(context.limits.concurrency),
): Promise<RangeResult | undefined> {
  if (context.isTimeUp()) {
    return undefined;
  }
  const known = openRange(context.state, range);
  const writer = createRangeWriter(range, known, context);
  const { after, upTo } = range;
  const listed = pages ?? context.corpus.list({ prefix: context.corpusPrefix, after, upTo });
  for await (const steps of joinPages(known(), storyPages(listed))) {
    gate.check();
    if (!(await takeSteps(steps, writer, { context, gate }))) {
      return await writer.stop();
    }
  }
  return await writer.finish();
}

async function* storyPages(
  pages: AsyncIterable<readonly ListedObject[]>,
): AsyncGenerator<readonly ListedObject[]> {
  for await (const page of pages) {
    yield storiesOf(page);
  }
}

interface Examination {
  readonly context: ScanContext;
  readonly gate: Gate;
}

/** What became of a step, and the call that gives its place at the gate back. */
type Taken =
  | { readonly unchanged: Unchanged }
  | { readonly finding: Finding; readonly key: string; readonly leave: () => void };

/**
 * Examines side by side, and keeps what was found in the order of the keys; `false` when the time ended before the
 * last of them. What was found behind the first that was left is dropped.
 */
async function takeSteps(
  steps: readonly Step[],
  writer: RangeWriter,
  examination: Examination,
): Promise<boolean> {
  const { isTimeUp, limits } = examination.context;
  let isWhole = !isTimeUp();
  const taken = pMapIterable(isWhole ? steps : [], (step) => takeStep(step, examination), {
    concurrency: limits.concurrency,
    backpressure: limits.concurrency,
  });
  for await (const found of taken) {
    isWhole &&= found !== undefined;
    if (isWhole && found !== undefined) {
      await keepTaken(found, writer);
    }
    if (found !== undefined && "leave" in found) {
      found.leave();
    }
  }
  return isWhole;
}

/** The place at the gate is held until the finding is kept, so that findings do not pile up in a range that waits. */
async function takeStep(step: Step, { context, gate }: Examination): Promise<Taken | undefined> {
  if (step.difference === "none") {
    return { unchanged: step };
  }
  const leave = await gate.enter();
  if (context.isTimeUp()) {
    leave();
    return undefined;
  }
  const { key } = step.difference === "removed" ? step.before : step.listed;
  return { finding: await examine(step, context), key, leave };
}

async function keepTaken(taken: Taken, writer: RangeWriter): Promise<void> {
  if ("unchanged" in taken) {
    await writer.keep(taken.unchanged);
  } else {
    await writer.change(taken.finding, taken.key);
  }
}
