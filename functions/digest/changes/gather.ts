import type { ObjectStore } from "../ports.ts";
import type { AbsentReference } from "../snapshot/absent.ts";
import type { Inherited } from "../snapshot/entry.ts";
import { charactersOf, dropLateEdits, MAX_EDIT_CHARACTERS } from "./bounds.ts";
import { type ChangesReference, readChanges } from "./log.ts";
import { findMoves, type MatchOptions } from "./matching/find-moves.ts";
import { openMemory } from "./memory.ts";
import { compareRecords } from "./order.ts";
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
  readonly removals: Removals;
  /** Stores the stories that are absent after this run; to be called once the removals are accepted. */
  rememberAbsent(): Promise<AbsentReference | null>;
}

/** Removed stories that did not move and whose removal was not accepted. */
export interface Removals {
  readonly count: number;
  /** The key of one of them. */
  readonly example?: string;
}

/** How to gather records. */
export interface GatherOptions extends Omit<MatchOptions, "state"> {
  /** Key for the stories that are absent after this run. */
  readonly absentKey: string;
  /** Maximum number of records to keep. */
  readonly limit: number;
  /** Key prefixes under which any number of removals is accepted. */
  readonly acceptRemovals: readonly string[];
}

/**
 * Reads the changes objects of a run, matches added and removed stories that are one story, and keeps the `limit` most
 * important records. Up to three passes; holds one changes object at a time, the kept records, and what
 * {@link findMoves} needs.
 */
export async function gatherRecords(
  store: ObjectStore,
  references: readonly ChangesReference[],
  options: GatherOptions,
): Promise<Gathered> {
  const moves = await findMoves(() => readChanges(store, references), { ...options, state: store });
  const { slot, remembered, absentKey: key } = options;
  const memory = await openMemory({ ...moves, ...remembered, slot, state: store, key });
  const gathered = startGathering(options);
  for await (const record of readChanges(store, references)) {
    const joined = moves.join(record);
    if (joined === undefined) {
      continue;
    }
    gathered.add(joined);
    if (record.change === "removed") {
      await memory.add(record);
    }
  }
  return { ...gathered.finish(), inherited: moves.inherited, rememberAbsent: memory.finish };
}

interface Gathering {
  add(record: Change): void;
  finish(): Omit<Gathered, "inherited" | "rememberAbsent">;
}

/** Counts all records and keeps the most important ones; holds at most twice the limit, with a bounded size of edits. */
function startGathering({
  slot,
  limit,
  acceptRemovals,
}: Pick<GatherOptions, "slot" | "limit" | "acceptRemovals">): Gathering {
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
  let removals: Removals = { count: 0 };
  let freshlyHeldBack = 0;
  let kept: Change[] = [];
  let unpruned = 0;
  const isAccepted = (key: string): boolean => acceptRemovals.some((prefix) => key.startsWith(prefix));
  const isFresh = (record: Change): boolean => record.change === "held back" && record.since === slot;
  const prune = (): void => {
    kept = dropLateEdits(kept.toSorted(compareRecords).slice(0, limit));
    unpruned = 0;
  };
  return {
    add(record) {
      counts[nameOf(record)] += 1;
      freshlyHeldBack += isFresh(record) ? 1 : 0;
      if (isGone(record) && !isAccepted(record.key)) {
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

/** Whether the record is of a story that is gone. */
function isGone(record: Change): boolean {
  return record.change === "removed" || ("isGone" in record && record.isGone);
}

/** The name under which a record is counted. */
function nameOf({ change }: Change): keyof Gathered["counts"] {
  return change === "held back" ? "heldBack" : change;
}

/** Whether there is news: a change, or a story held back for the first time. */
export function hasNews({ counts, freshlyHeldBack }: Gathered): boolean {
  return countNews(counts) + freshlyHeldBack > 0;
}
