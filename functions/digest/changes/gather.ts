import type { ObjectStore } from "../ports.ts";
import type { AbsentReference } from "../snapshot/absent.ts";
import type { Entry, Inherited } from "../snapshot/entry.ts";
import { charactersOf, dropLateEdits, MAX_EDIT_CHARACTERS } from "./bounds.ts";
import { type ChangesReference, readLog } from "./log.ts";
import { findMoves, type MatchOptions, type Moves } from "./matching/find-moves.ts";
import { openMemory } from "./memory.ts";
import { compareRecords } from "./order.ts";
import { type HeldRemovals, type HoldOptions, holdRemovals } from "./removals/hold.ts";
import type { WeighRemoval } from "./removals/significance.ts";
import { type Change, type ChangeCounts, countNews } from "./schema.ts";

/** The changes found in all ranges, within limits. */
export interface Gathered {
  /** The records listed by the edition, most important first. */
  readonly records: readonly Change[];
  readonly counts: ChangeCounts;
  /** Stories held back for the first time. */
  readonly freshlyHeldBack: number;
  /** The history that moved stories inherit, by their new key. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  readonly held: HeldRemovals;
  /** What becomes of an entry whose story was not found: `undefined` if it leaves the snapshot. */
  keepMissing(entry: Entry): Entry | undefined;
  /** Stores the stories that are absent after this run; to be called once the removals are accepted. */
  rememberAbsent(): Promise<AbsentReference | null>;
}

/** How to gather records. */
export interface GatherOptions extends Omit<MatchOptions, "state">, Omit<HoldOptions, "read" | "moves"> {
  /** Key for the stories that are absent after this run. */
  readonly absentKey: string;
  /** Maximum number of records to keep. */
  readonly limit: number;
  /** Slot of the snapshot before; absent for a baseline. */
  readonly slotBefore?: string | undefined;
  /** Works out how significant removals are; called only if stories were removed. */
  weighRemovals(): Promise<WeighRemoval>;
}

/**
 * Reads the changes objects of a run, matches added and removed stories that are one story, and keeps the `limit` most
 * important records; removals in a mass are held back. Up to four passes; holds one changes object at a time, the kept
 * records, and what {@link findMoves} needs.
 */
export async function gatherRecords(
  store: ObjectStore,
  references: readonly ChangesReference[],
  options: GatherOptions,
): Promise<Gathered> {
  const read = () => readLog(store, references);
  const moves = await findMoves(read, { ...options, state: store });
  const held = await holdRemovals({ ...options, read, moves });
  const { slot, remembered, absentKey: key } = options;
  const gone = moves.gone - held.count;
  const memory = await openMemory({ ...moves, ...remembered, gone, slot, state: store, key });
  const weigh = gone > 0 ? await options.weighRemovals() : () => 0;
  const gathered = startGathering(options);
  for await (const logged of read()) {
    const record = logged.read();
    const joined = held.isHeld(record) ? undefined : moves.join(record);
    if (joined === undefined) {
      continue;
    }
    gathered.add(joined.change === "removed" ? { ...joined, significance: weigh(joined) } : joined);
    if (record.change === "removed") {
      await memory.add(record);
    }
  }
  const { inherited } = moves;
  const keepMissing = keeperOf(held, moves, options);
  return { ...gathered.finish(), held, keepMissing, inherited, rememberAbsent: memory.finish };
}

/** Keeps the entries of stories whose removal is held back: as they were, but to be read when the story is back. */
function keeperOf(
  { isHeld }: HeldRemovals,
  { hasMoved }: Pick<Moves, "hasMoved">,
  { slot, slotBefore, stopped }: Pick<GatherOptions, "slot" | "slotBefore" | "stopped">,
): Gathered["keepMissing"] {
  const missing = { since: stopped[0] ?? slot, seen: slotBefore ?? slot };
  return (entry) =>
    entry.hash === "" || hasMoved(entry.key) || !isHeld({ ...entry, change: "removed" })
      ? undefined
      : { ...entry, etag: "", missing: entry.missing ?? missing };
}

interface Gathering {
  add(record: Change): void;
  finish(): Pick<Gathered, "records" | "counts" | "freshlyHeldBack">;
}

/** Counts all records and keeps the most important ones; holds at most twice the limit, with a bounded size of edits. */
function startGathering({ slot, limit }: Pick<GatherOptions, "slot" | "limit">): Gathering {
  const counts = {
    added: 0,
    revised: 0,
    reverted: 0,
    returned: 0,
    renamed: 0,
    removed: 0,
    cosmetic: 0,
    unstable: 0,
    heldBack: 0,
  };
  let freshlyHeldBack = 0;
  let kept: Change[] = [];
  let unpruned = 0;
  const isFresh = (record: Change): boolean => record.change === "held back" && record.since === slot;
  const prune = (): void => {
    kept = dropLateEdits(kept.toSorted(compareRecords).slice(0, limit));
    unpruned = 0;
  };
  return {
    add(record) {
      counts[nameOf(record)] += 1;
      freshlyHeldBack += isFresh(record) ? 1 : 0;
      kept.push(record);
      unpruned += charactersOf(record);
      if (kept.length >= 2 * limit || unpruned > MAX_EDIT_CHARACTERS) {
        prune();
      }
    },
    finish() {
      prune();
      return { records: kept, counts, freshlyHeldBack };
    },
  };
}

/** The name under which a record is counted. */
function nameOf({ change }: Change): keyof Gathered["counts"] {
  return change === "held back" ? "heldBack" : change;
}

/** Whether there is news: a change, or a story held back or missing for the first time. */
export function hasNews({ counts, freshlyHeldBack, held }: Gathered): boolean {
  return countNews(counts) + freshlyHeldBack + held.fresh > 0;
}
