import { toldAs } from "../../changes/order.ts";
import type { Edition, EditionChange, EditionCounts } from "../schema.ts";

/**
 * The counts of an edition as its readers see them: by what changes are told as, and with copies and stories with the same edit
 * as one. A thread counts as its reports.
 */
export function countItems({ counts, changes }: Pick<Edition, "counts" | "changes">): EditionCounts {
  const items = { ...counts };
  const told = new Set<string>();
  for (const change of changes) {
    const section = toldAs(change);
    items[change.change] -= 1;
    items[section] += isToldAlready(change, section, told) ? 0 : 1;
  }
  return items;
}

function isToldAlready({ copyOf, sameEdit }: EditionChange, section: string, told: Set<string>): boolean {
  if (sameEdit === undefined) {
    return copyOf !== undefined;
  }
  const item = `${section} ${sameEdit}`;
  const isTold = told.has(item);
  told.add(item);
  return isTold;
}
