import type { Inherited } from "../snapshot/entry.ts";
import type { Change, ChangeRecord } from "./schema.ts";
import { SIGNIFICANCE } from "./significance.ts";

/** The renames among the records of a run. */
export interface Renames {
  /** By the new key. */
  readonly inherited: ReadonlyMap<string, Inherited>;
  /** The record as the edition lists it; `undefined` for the removed half of a renamed story. */
  join(record: ChangeRecord): Change | undefined;
}

/**
 * Removed stories to look for among the added ones. Each takes a few hundred bytes while records are gathered; beyond
 * this number, the last ones in key order are reported as removed and, under their new key, as added.
 */
const MAX_CANDIDATES = 100_000;

/**
 * Pairs each added story with a removed one of the same text, in key order, each at most once. Reads the records once,
 * and once more if anything was removed.
 */
export async function findRenames(read: () => AsyncIterable<ChangeRecord>): Promise<Renames> {
  const removed = await removedByText(read());
  const inherited = removed.size > 0 ? await matchAdded(read(), removed) : new Map<string, Inherited>();
  const vanished = new Set([...inherited.values()].map(({ key }) => key));
  return {
    inherited,
    join(record) {
      if (record.change === "removed" && vanished.has(record.key)) {
        return undefined;
      }
      const before = record.change === "added" ? inherited.get(record.key) : undefined;
      if (before === undefined || record.change !== "added") {
        return record;
      }
      return {
        ...record,
        change: "renamed",
        renamedFrom: before.key,
        firstSeen: before.firstSeen,
        significance: SIGNIFICANCE.renamed,
      };
    },
  };
}

async function removedByText(records: AsyncIterable<ChangeRecord>): Promise<Map<string, Inherited[]>> {
  const removed = new Map<string, Inherited[]>();
  let count = 0;
  for await (const record of records) {
    if (record.change === "removed" && count < MAX_CANDIDATES) {
      count += 1;
      const { key, firstSeen, lastChanged, earlier } = record;
      const sameText = removed.get(record.hash) ?? [];
      sameText.push({ key, firstSeen, lastChanged, earlier });
      removed.set(record.hash, sameText);
    }
  }
  return removed;
}

async function matchAdded(
  records: AsyncIterable<ChangeRecord>,
  removed: Map<string, Inherited[]>,
): Promise<Map<string, Inherited>> {
  const inherited = new Map<string, Inherited>();
  for await (const record of records) {
    const before = record.change === "added" ? removed.get(record.hash)?.shift() : undefined;
    if (before !== undefined) {
      inherited.set(record.key, before);
    }
  }
  return inherited;
}
