import { compareRecords } from "../edition/order.ts";
import type { EditionRecord } from "../edition/record.ts";
import type { EditionCounts } from "../edition/schema.ts";
import type { ObjectStore } from "../store/store.ts";
import { type ChangesReference, readChanges } from "./changes.ts";
import { findRenames, type Inherited } from "./renames.ts";

/** Everything that the scans of all ranges found, within bounds. */
export interface Gathered {
  /** The records that the edition lists, most important first. */
  readonly records: readonly EditionRecord[];
  readonly counts: Omit<EditionCounts, "stories">;
  /** Held-back stories that are held back for the first time. */
  readonly freshlyHeldBack: number;
  /** What renamed stories keep of their entries, by their key now. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  /** Keys that went and were not renamed. */
  readonly removed: readonly string[];
}

/**
 * Reads the changes objects of a run, joins added and removed stories with the same text into renamed ones, and
 * keeps the `limit` most important records. Up to three passes, one changes object in memory at a time, besides
 * what is kept and the keys of removed stories.
 */
export async function gatherRecords(
  store: ObjectStore,
  references: readonly ChangesReference[],
  slot: string,
  limit: number,
): Promise<Gathered> {
  const renames = await findRenames(() => readChanges(store, references));
  const gathered = startGathering(slot, limit);
  for await (const record of readChanges(store, references)) {
    const joined = renames.join(record);
    if (joined !== undefined) {
      gathered.add(joined);
    }
  }
  return { ...gathered.finish(), inherited: renames.inherited };
}

interface Gathering {
  add(record: EditionRecord): void;
  finish(): Omit<Gathered, "inherited">;
}

/** Counts all records and keeps the most important ones; holds at most twice the limit. */
function startGathering(slot: string, limit: number): Gathering {
  const counts = {
    added: 0,
    revised: 0,
    reverted: 0,
    renamed: 0,
    removed: 0,
    cosmetic: 0,
    unstable: 0,
    heldBack: 0,
  };
  const removed: string[] = [];
  let freshlyHeldBack = 0;
  let kept: EditionRecord[] = [];
  const prune = (): void => {
    kept = kept.toSorted(compareRecords).slice(0, limit);
  };
  return {
    add(record) {
      counts[record.change === "held back" ? "heldBack" : record.change] += 1;
      freshlyHeldBack += record.change === "held back" && record.since === slot ? 1 : 0;
      if (record.change === "removed") {
        removed.push(record.key);
      }
      kept.push(record);
      if (kept.length >= 2 * limit) {
        prune();
      }
    },
    finish() {
      prune();
      return { records: kept, counts, freshlyHeldBack, removed };
    },
  };
}

/** Whether there is anything to tell: a change, or a story that is held back for the first time. */
export function hasNews({ counts, freshlyHeldBack }: Gathered): boolean {
  const { added, revised, reverted, renamed, removed } = counts;
  return added + revised + reverted + renamed + removed + freshlyHeldBack > 0;
}
