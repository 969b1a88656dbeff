import type { EditionEdit, EditionFact, EditionRevision } from "../../../edition/schema.ts";

/** Edits of one story in the email. */
export const MAX_SHOWN_EDITS = 6;
/** Letters from which a line is a sentence rather than an entry of a list of contents or a page number. */
const MIN_PROSE = 60;
/** What a changed fact in it counts for, in letters that changed. */
const FACT = 300;

/** The edits that change most, in their order: those with facts, and whole sentences rather than commas and short lines. */
export function shownEdits({ edits, facts }: EditionRevision): readonly EditionEdit[] {
  const ranked = edits.map((edit, place) => ({ edit, place, size: sizeOf(edit, facts) }));
  const most = ranked.toSorted((a, b) => b.size - a.size || a.place - b.place).slice(0, MAX_SHOWN_EDITS);
  return most.toSorted((a, b) => a.place - b.place).map(({ edit }) => edit);
}

/** Letters that came or went; a short line counts for a quarter of them, one that only moved for nothing. */
function sizeOf(edit: EditionEdit, facts: readonly EditionFact[]): number {
  const [before, after] = ["before" in edit ? edit.before : "", "after" in edit ? edit.after : ""];
  const changed = edit.edit === "edited" ? changedIn(edit) : before.length + after.length;
  const isProse = Math.max(before.length, after.length) >= MIN_PROSE;
  const hasFact =
    edit.edit === "edited" &&
    facts.some((fact) => before.includes(fact.before ?? "") && after.includes(fact.after ?? ""));
  return (edit.edit === "moved" ? 0 : changed * (isProse ? 1 : 0.25)) + (hasFact ? FACT : 0);
}

/** Letters of the words that came or went in a sentence; of one that was rewritten, all. */
function changedIn({ before, after, words }: Extract<EditionEdit, { edit: "edited" }>): number {
  return words === undefined
    ? before.length + after.length
    : words.reduce((sum, { type, text }) => sum + (type === "kept" ? 0 : text.length), 0);
}
