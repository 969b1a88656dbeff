import { compareKeys } from "../key-order.ts";
import type { Change } from "./schema.ts";

/** The order in the email: what readers must not miss first, notes last. */
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
 * Compares records in the edition's order: by what they are told as, significance, key, then change; a total order. A key
 * that was given to another story has two records.
 */
export function compareRecords(a: Change, b: Change): number {
  return (
    RANKS[toldAs(a)] - RANKS[toldAs(b)] || significanceOf(b) - significanceOf(a) || compareKeys(a.key, b.key)
  );
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
