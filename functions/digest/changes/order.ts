import { compareKeys } from "../key-order.ts";
import type { Change } from "./schema.ts";

/** The order of the mail: what readers must not miss comes first, notes come last. */
const PLACES = {
  revised: 0,
  added: 1,
  reverted: 2,
  renamed: 3,
  removed: 4,
  "held back": 5,
  unstable: 6,
  cosmetic: 7,
} as const satisfies Record<Change["change"], number>;

/** Orders records for the edition: by change, then by significance, then by key; a total order. */
export function compareRecords(a: Change, b: Change): number {
  return (
    PLACES[a.change] - PLACES[b.change] || significanceOf(b) - significanceOf(a) || compareKeys(a.key, b.key)
  );
}

function significanceOf(record: Change): number {
  return "significance" in record ? record.significance : 0;
}
