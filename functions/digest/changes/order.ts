import { compareKeys } from "../key-order.ts";
import type { Change } from "./schema.ts";

/** The order of equals, and of notes, which come after all news. */
const RANKS = {
  revised: 0,
  added: 1,
  returned: 2,
  reverted: 3,
  renamed: 4,
  removed: 5,
  "held back": 6,
  unstable: 7,
  cosmetic: 8,
} as const satisfies Record<Change["change"], number>;

/**
 * Compares records in the edition's order: news by significance, then by what they are told as and by key; then notes. A total
 * order: a key that was given to another story has two records.
 */
export function compareRecords(a: Change, b: Change): number {
  return (
    Number(isNote(a)) - Number(isNote(b)) ||
    significanceOf(b) - significanceOf(a) ||
    RANKS[toldAs(a)] - RANKS[toldAs(b)] ||
    compareKeys(a.key, b.key)
  );
}

function isNote({ change }: Change): boolean {
  return RANKS[change] > RANKS.removed;
}

/** What a change is told as: a moved story whose text changed is a revised, or a reverted one. */
export function toldAs<Name extends Change["change"]>({
  change,
  revision,
  revertedTo,
}: {
  readonly change: Name;
  readonly revision?: unknown;
  readonly revertedTo?: string | undefined;
}): Name | "revised" | "reverted" {
  if (change !== "renamed" || revision === undefined) {
    return change;
  }
  return revertedTo === undefined ? "revised" : "reverted";
}

function significanceOf(record: Change): number {
  return "significance" in record ? record.significance : 0;
}
