import { pMapIterable } from "p-map";
import { listStories } from "../corpus/corpus.ts";
import type { RunKeys } from "../keys.ts";
import type { Entry } from "../snapshot/entry.ts";
import { joinListing } from "../snapshot/join.ts";
import { createPackWriter, MAX_PACK_BYTES, type PackWriter } from "../snapshot/packs.ts";
import {
  createPartWriter,
  MAX_PART_ENTRIES,
  type PartReference,
  type PartWriter,
  readPart,
} from "../snapshot/parts.ts";
import type { Range } from "../snapshot/snapshot.ts";
import type { ObjectStore } from "../store/store.ts";
import { type ChangesReference, type ChangesWriter, createChangesWriter } from "./changes.ts";
import { type ExamineContext, examine, type Finding } from "./examine.ts";

/** What a scan needs, besides its range. */
export interface ScanContext extends ExamineContext {
  readonly corpusPrefix: string;
  readonly keys: RunKeys;
  readonly limits: ScanLimits;
}

export interface ScanLimits {
  readonly partEntries: number;
  readonly packBytes: number;
  /** Stories that are read at the same time; each may take `MAX_STORY_BYTES` several times over. */
  readonly concurrency: number;
}

export const SCAN_LIMITS: ScanLimits = {
  partEntries: MAX_PART_ENTRIES,
  packBytes: MAX_PACK_BYTES,
  concurrency: 16,
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
 * on nothing outside its arguments, so ranges can run side by side or on several machines.
 */
export async function scanRange(range: Range, context: ScanContext): Promise<RangeResult> {
  const writers = openWriters(range, context);
  const { after, upTo } = range;
  const listed = listStories(context.corpus, { prefix: context.corpusPrefix, after, upTo });
  const differences = joinListing(entriesOf(context.state, range.parts), listed);
  const findings = pMapIterable(differences, (difference) => examine(difference, context), {
    concurrency: context.limits.concurrency,
    backpressure: context.limits.concurrency,
  });
  let isSame = range.parts.length > 0;
  for await (const finding of findings) {
    isSame = isSame && finding.same === true;
    await keep(finding, writers);
  }
  if (isSame) {
    return { parts: range.parts, changes: [] };
  }
  await writers.packs.finish();
  return { changes: await writers.changes.finish(), parts: await writers.parts.finish() };
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

async function keep(finding: Finding, { parts, packs, changes }: Writers): Promise<void> {
  const place = finding.frame && (await packs.add(finding.frame));
  if (finding.entry !== undefined) {
    await parts.add(place === undefined ? finding.entry : { ...finding.entry, place });
  }
  if (finding.record !== undefined) {
    await changes.add(finding.record);
  }
}

async function* entriesOf(
  state: ObjectStore,
  parts: readonly PartReference[],
): AsyncGenerator<Entry, void, undefined> {
  for (const part of parts) {
    yield* await readPart(state, part);
  }
}
