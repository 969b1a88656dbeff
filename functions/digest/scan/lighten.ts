import { MAX_DETAILED, withoutEdits } from "../edition/edition.ts";
import type { EditionRecord } from "../edition/record.ts";

/**
 * Characters of edits that are kept besides those of the first {@link MAX_DETAILED} records. Behind these an edition
 * tells no edits, and only looks whether they are the same in many stories; on a day on which most of a large corpus is
 * rewritten, it looks at the more important ones.
 */
export const MAX_EDIT_CHARACTERS = 32 * 1024 * 1024;

/**
 * Takes the edits from records that are far behind in the order of the edition. Those that come later can only push them
 * farther.
 */
export function lighten(sorted: readonly EditionRecord[]): EditionRecord[] {
  let characters = 0;
  return sorted.map((record, place) => {
    characters += place < MAX_DETAILED ? 0 : charactersOf(record);
    return "revision" in record && characters > MAX_EDIT_CHARACTERS
      ? { ...record, revision: withoutEdits(record.revision) }
      : record;
  });
}

/** Characters of the edits of a record. */
export function charactersOf(record: EditionRecord): number {
  const edits = "revision" in record ? record.revision.edits : [];
  return edits.reduce(
    (sum, edit) =>
      sum + ("before" in edit ? edit.before.length : 0) + ("after" in edit ? edit.after.length : 0),
    0,
  );
}
