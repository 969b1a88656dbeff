import { compareKeys } from "../key-order.ts";
import type { Change } from "./schema.ts";

/** The order in the email: what readers must not miss first, notes last. */
const RANKS = {
  revised: 0,
  added: 1,
  reverted: 2,
  renamed: 3,
  removed: 4,
  "held back": 5,
  unstable: 6,
  cosmetic: 7,
} as const satisfies Record<Change["change"], number>;

/** Compares records in the edition's order: by change, significance, then key; a total order. */
export function compareRecords(a: Change, b: Change): number {
  return (
    RANKS[a.change] - RANKS[b.change] || significanceOf(b) - significanceOf(a) || compareKeys(a.key, b.key)
  );
}

function significanceOf(record: Change): number {
  return "significance" in record ? record.significance : 0;
}
