import { pMapIterable } from "p-map";
import { storiesOf } from "../corpus/corpus.ts";
import type { RunKeys } from "../keys.ts";
import { joinPages, type Step, type Unchanged } from "../snapshot/join-pages.ts";
import type { LinesText } from "../snapshot/lines.ts";
import { createPackWriter, MAX_PACK_BYTES, type PackWriter } from "../snapshot/packs.ts";
import {
  createPartWriter,
  MAX_PART_ENTRIES,
  openParts,
  type PartReference,
  type PartWriter,
} from "../snapshot/parts.ts";
import type { Range } from "../snapshot/snapshot.ts";
import type { ListedObject } from "../store/store.ts";
import { type ChangesReference, type ChangesWriter, createChangesWriter } from "./changes.ts";
import { type ExamineContext, examine, type Finding } from "./examine.ts";
import type { ListedRange } from "./first-ranges.ts";
import { createGate, type Gate } from "./gate.ts";

/** What a scan needs, besides its range. */
export interface ScanContext extends ExamineContext {
  readonly corpusPrefix: string;
  readonly keys: RunKeys;
  readonly limits: ScanLimits;
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

/** What became of a range. */
export interface RangeResult {
  /** The parts that now hold the range: new ones, or the old ones when nothing in it changed. */
  readonly parts: readonly PartReference[];
  readonly changes: readonly ChangesReference[];
}

/**
 * The unit of work of a run: lists one range of the corpus, joins it with its parts of the snapshot, reads what
 * differs, and writes changes, packs and parts under the run's keys, where nothing refers to them yet. Depends
 * on nothing outside its arguments, so ranges can run side by side or on several machines. Ranges that share a gate
 * read no more stories at a time than it has places.
 */
export async function scanRange(
  { range, pages }: ListedRange,
  context: ScanContext,
  gate: Gate = createGate(context.limits.concurrency),
): Promise<RangeResult> {
  const known = openParts(context.state, range.parts);
  const writer = createRangeWriter(range, known, context);
  const { after, upTo } = range;
  const listed = pages ?? context.corpus.list({ prefix: context.corpusPrefix, after, upTo });
  for await (const steps of joinPages(known(), storyPages(listed))) {
    gate.check();
    await takeSteps(steps, writer, { context, gate });
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
type Taken = { readonly unchanged: Unchanged } | { readonly finding: Finding; readonly leave: () => void };

/** Examines side by side, and keeps what was found in the order of the keys. */
async function takeSteps(
  steps: readonly Step[],
  writer: RangeWriter,
  examination: Examination,
): Promise<void> {
  const { concurrency } = examination.context.limits;
  const taken = pMapIterable(steps, (step) => takeStep(step, examination), {
    concurrency,
    backpressure: concurrency,
  });
  for await (const found of taken) {
    if ("unchanged" in found) {
      await writer.keep(found.unchanged);
    } else {
      await writer.change(found.finding);
      found.leave();
    }
  }
}

/** The place at the gate is held until the finding is kept, so that findings do not pile up in a range that waits. */
async function takeStep(step: Step, { context, gate }: Examination): Promise<Taken> {
  if (step.difference === "none") {
    return { unchanged: step };
  }
  const leave = await gate.enter();
  return { finding: await examine(step, context), leave };
}

interface RangeWriter {
  keep(unchanged: Unchanged): Promise<void>;
  change(finding: Finding): Promise<void>;
  finish(): Promise<RangeResult>;
}

/**
 * Writes nothing while a range is unchanged. At its first change the entries before that are taken over from the
 * parts, which are still at hand.
 */
function createRangeWriter(range: Range, known: LinesText, context: ScanContext): RangeWriter {
  let unchangedLength = 0;
  let writers: Writers | undefined;
  return {
    async keep({ lines, count }) {
      if (writers === undefined) {
        unchangedLength += lines.length;
      } else {
        await writers.parts.addLines(lines, count);
      }
    },
    async change(finding) {
      if (writers === undefined) {
        writers = openWriters(range, context);
        await takeOver(known, unchangedLength, writers.parts);
      }
      await keepFinding(finding, writers);
    },
    async finish() {
      if (writers === undefined) {
        return { parts: range.parts, changes: [] };
      }
      await writers.packs.finish();
      return { changes: await writers.changes.finish(), parts: await writers.parts.finish() };
    },
  };
}

/** Passes on the first `length` characters of the text: whole lines. */
async function takeOver(known: LinesText, length: number, parts: PartWriter): Promise<void> {
  let left = length;
  for await (const chunk of known()) {
    const lines = chunk.slice(0, left);
    left -= lines.length;
    if (lines !== "") {
      await parts.addLines(lines, countLines(lines));
    }
    if (left === 0) {
      return;
    }
  }
}

function countLines(lines: string): number {
  let count = 0;
  for (let end = lines.indexOf("\n"); end >= 0; end = lines.indexOf("\n", end + 1)) {
    count += 1;
  }
  return count;
}

interface Writers {
  readonly parts: PartWriter;
  readonly packs: PackWriter;
  readonly changes: ChangesWriter;
}

function openWriters(range: Range, context: ScanContext): Writers {
  const { state, keys, limits } = context;
  const name = (count: number): string => `${String(range.index).padStart(5, "0")}-${count}`;
  return {
    parts: createPartWriter(state, (count) => keys.part(name(count)), limits.partEntries),
    packs: createPackWriter(state, (count) => keys.pack(name(count)), limits.packBytes),
    changes: createChangesWriter(state, (count) => keys.changes(name(count))),
  };
}

async function keepFinding(finding: Finding, { parts, packs, changes }: Writers): Promise<void> {
  const place = finding.frame && (await packs.add(finding.frame));
  if (finding.entry !== undefined) {
    await parts.add(place === undefined ? finding.entry : { ...finding.entry, place });
  }
  if (finding.record !== undefined) {
    await changes.add(finding.record);
  }
}
