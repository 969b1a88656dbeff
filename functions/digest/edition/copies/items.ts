import { toldAs } from "../../changes/order.ts";
import type { Edition, EditionChange, EditionCounts } from "../schema.ts";

/** Counts of what is told; `minor` are the changes that are only named. */
export interface ItemCounts extends EditionCounts {
  readonly minor: number;
}

/** Whether a change is only named, among the minor edits. */
export function isLine({ told }: Pick<EditionChange, "told">): boolean {
  return told === "line";
}

/**
 * The counts of an edition as its readers see them: by what changes are told as, and with copies and stories with the same edit
 * as one. A thread counts as its reports.
 */
export function countItems({ counts, changes }: Pick<Edition, "counts" | "changes">): ItemCounts {
  const items = { ...counts, minor: 0 };
  const told = new Set<string>();
  for (const change of changes) {
    const section = isLine(change) ? "minor" : toldAs(change);
    items[change.change] -= 1;
    items[section] += isToldAlready(change, section, told) ? 0 : 1;
  }
  return items;
}

/** A line is one for each story. */
function isToldAlready({ copyOf, sameEdit }: EditionChange, section: string, told: Set<string>): boolean {
  if (section === "minor") {
    return false;
  }
  if (sameEdit === undefined) {
    return copyOf !== undefined;
  }
  const item = `${section} ${sameEdit}`;
  const isTold = told.has(item);
  told.add(item);
  return isTold;
}
