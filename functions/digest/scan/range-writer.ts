import { type ChangesWriter, createChangesWriter } from "../changes/log.ts";
import type { ChangeRecord } from "../changes/schema.ts";
import type { RunKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import type { PackPlace } from "../snapshot/entry.ts";
import { countLines } from "../snapshot/format/line-buffer.ts";
import type { LinesText } from "../snapshot/format/lines.ts";
import { createPackWriter, type PackWriter } from "../snapshot/packs.ts";
import { createPartWriter, type PartWriter } from "../snapshot/parts.ts";
import type { Range } from "../snapshot/snapshot.ts";
import type { Finding } from "./finding.ts";
import type { Unchanged } from "./join-pages.ts";
import { cutsParts, lastKeyOf } from "./known-text.ts";
import type { RangeResult, WholeResult } from "./range-result.ts";

/** The part of the scan context that a writer uses. */
export interface RangeWriterContext {
  readonly state: ObjectStore;
  readonly keys: RunKeys;
  readonly limits: { readonly partEntries: number; readonly packBytes: number };
}

/** Writes the findings of a range, in key order. */
export interface RangeWriter {
  keep(unchanged: Unchanged): Promise<void>;
  change(finding: Finding, key: string): Promise<void>;
  finish(): Promise<WholeResult>;
  /** Finishes at the last key written; `undefined` if nothing is worth keeping. */
  stop(): Promise<RangeResult | undefined>;
}

/**
 * Writes nothing while a range is unchanged. At the first change, the entries before it are copied from the parts,
 * which are still at hand. A range that starts or ends within a part is always written.
 */
export function createRangeWriter(range: Range, known: LinesText, context: RangeWriterContext): RangeWriter {
  let unchangedLength = 0;
  let writers = cutsParts(range) ? openWriters(range, context) : undefined;
  let lastKey: string | undefined;
  const finish = async ({ parts, packs, changes }: Writers): Promise<WholeResult> => {
    await packs.finish();
    return { changes: await changes.finish(), parts: await parts.finish() };
  };
  return {
    async keep({ lines, count }) {
      // Read at once, as the lines are given back once they are written.
      lastKey = lastKeyOf(lines);
      if (writers === undefined) {
        unchangedLength += lines.length;
      } else {
        await writers.parts.addLines(lines, count);
      }
    },
    async change(finding, key) {
      lastKey = key;
      if (writers === undefined) {
        writers = openWriters(range, context);
        await copyUnchanged(known, unchangedLength, writers.parts);
      }
      await writeFinding(finding, writers);
    },
    finish: async () => (writers === undefined ? { parts: range.parts, changes: [] } : await finish(writers)),
    async stop() {
      return lastKey === undefined || writers === undefined
        ? undefined
        : { ...(await finish(writers)), upTo: lastKey };
    },
  };
}

/** Copies the first `length` bytes of the text: whole lines. */
async function copyUnchanged(known: LinesText, length: number, parts: PartWriter): Promise<void> {
  let left = length;
  for await (const chunk of known()) {
    const lines = chunk.subarray(0, left);
    left -= lines.length;
    if (lines.length > 0) {
      await parts.addLines(lines, countLines(lines));
    }
    if (left === 0) {
      return;
    }
  }
}

interface Writers {
  readonly parts: PartWriter;
  readonly packs: PackWriter;
  readonly changes: ChangesWriter;
}

function openWriters(range: Range, context: RangeWriterContext): Writers {
  const { state, keys, limits } = context;
  const name = (count: number): string => `${String(range.index).padStart(5, "0")}-${count}`;
  return {
    parts: createPartWriter(state, (count) => keys.part(name(count)), limits.partEntries),
    packs: createPackWriter(state, (count) => keys.pack(name(count)), limits.packBytes),
    changes: createChangesWriter(state, (count) => keys.changes(name(count))),
  };
}

/** Where the new text is; an added story may turn out to be a moved one, and is then compared with its text before. */
function withPlace(record: ChangeRecord, place: PackPlace): ChangeRecord {
  const texts = "texts" in record ? record.texts : undefined;
  const placed = texts?.after === undefined ? {} : { texts: { ...texts, after: { ...texts.after, place } } };
  return record.change === "added"
    ? { ...record, ...placed, ...(record.match && { match: { ...record.match, place } }) }
    : { ...record, ...placed };
}

async function writeFinding(finding: Finding, { parts, packs, changes }: Writers): Promise<void> {
  const place = finding.frame && (await packs.add(finding.frame));
  if (finding.entry !== undefined) {
    await parts.add(place === undefined ? finding.entry : { ...finding.entry, place });
  }
  if (finding.departed !== undefined) {
    await changes.add(finding.departed);
  }
  if (finding.record !== undefined) {
    await changes.add(place === undefined ? finding.record : withPlace(finding.record, place));
  }
}
