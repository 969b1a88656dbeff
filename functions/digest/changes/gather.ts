import type { ObjectStore } from "../ports.ts";
import type { Inherited } from "../snapshot/entry.ts";
import { charactersOf, lighten, MAX_EDIT_CHARACTERS } from "./bounds.ts";
import { type ChangesReference, readChanges } from "./log.ts";
import { findRenames } from "./matching.ts";
import { compareRecords } from "./order.ts";
import type { Change, ChangeCounts } from "./schema.ts";

/** Everything that the scans of all ranges found, within bounds. */
export interface Gathered {
  /** The records that the edition lists, most important first. */
  readonly records: readonly Change[];
  readonly counts: ChangeCounts;
  /** Held-back stories that are held back for the first time. */
  readonly freshlyHeldBack: number;
  /** What renamed stories keep of their entries, by their key now. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  readonly removals: Removals;
}

/** Stories that went, were not renamed, and that nobody said may go. */
export interface Removals {
  readonly count: number;
  /** The key of one of them. */
  readonly example?: string;
}

/** What records are gathered for. */
export interface GatherOrder {
  readonly slot: string;
  /** Records that are kept. */
  readonly limit: number;
  /** Key prefixes whose stories may go in any number. */
  readonly acceptRemovals: readonly string[];
}

/**
 * Reads the changes objects of a run, joins added and removed stories with the same text into renamed ones, and
 * keeps the `limit` most important records. Up to three passes, one changes object in memory at a time, besides
 * what is kept and what {@link findRenames} holds.
 */
export async function gatherRecords(
  store: ObjectStore,
  references: readonly ChangesReference[],
  order: GatherOrder,
): Promise<Gathered> {
  const renames = await findRenames(() => readChanges(store, references));
  const gathered = startGathering(order);
  for await (const record of readChanges(store, references)) {
    const joined = renames.join(record);
    if (joined !== undefined) {
      gathered.add(joined);
    }
  }
  return { ...gathered.finish(), inherited: renames.inherited };
}

interface Gathering {
  add(record: Change): void;
  finish(): Omit<Gathered, "inherited">;
}

/** Counts all records and keeps the most important ones; holds at most twice the limit, and bounded edits of them. */
function startGathering({ slot, limit, acceptRemovals }: GatherOrder): Gathering {
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
  let removals: Removals = { count: 0 };
  let freshlyHeldBack = 0;
  let kept: Change[] = [];
  let unpruned = 0;
  const isAccepted = (key: string): boolean => acceptRemovals.some((prefix) => key.startsWith(prefix));
  const isFresh = (record: Change): boolean => record.change === "held back" && record.since === slot;
  const prune = (): void => {
    kept = lighten(kept.toSorted(compareRecords).slice(0, limit));
    unpruned = 0;
  };
  return {
    add(record) {
      counts[nameOf(record)] += 1;
      freshlyHeldBack += isFresh(record) ? 1 : 0;
      if (record.change === "removed" && !isAccepted(record.key)) {
        removals = { count: removals.count + 1, example: removals.example ?? record.key };
      }
      kept.push(record);
      unpruned += charactersOf(record);
      if (kept.length >= 2 * limit || unpruned > MAX_EDIT_CHARACTERS) {
        prune();
      }
    },
    finish() {
      prune();
      return { records: kept, counts, freshlyHeldBack, removals };
    },
  };
}

/** Under which name a record is counted. */
function nameOf({ change }: Change): keyof Gathered["counts"] {
  return change === "held back" ? "heldBack" : change;
}

/** Whether there is anything to tell: a change, or a story that is held back for the first time. */
export function hasNews({ counts, freshlyHeldBack }: Gathered): boolean {
  const { added, revised, reverted, renamed, removed } = counts;
  return added + revised + reverted + renamed + removed + freshlyHeldBack > 0;
}
