/** Letters from which a line is a sentence rather than an entry of a list of contents or a page number. */
const MIN_PROSE = 60;
/** What a changed fact in it counts for, in letters that changed. */
const FACT = 300;
/** What a shorter line counts for: less than a comma of a sentence. */
const SHORT_LINE = 0.5;

/** An edit of a revision, of its record or of an edition. */
interface Edit {
  readonly edit: "added" | "removed" | "edited" | "moved";
  readonly before?: string;
  readonly after?: string;
  readonly words?:
    | readonly { readonly type: "kept" | "removed" | "added"; readonly text: string }[]
    | undefined;
}

interface Fact {
  readonly before?: string | null;
  readonly after?: string | null;
}

/**
 * As many edits as there is room for, in their order: those in which most letters came or went, a fact counting for many, a short
 * line for little, one that only moved for nothing.
 */
export function mostTelling<T extends Edit>(
  edits: readonly T[],
  facts: readonly Fact[],
  most: number,
): readonly T[] {
  if (edits.length <= most) {
    return edits;
  }
  const ranked = edits.map((edit, place) => ({ edit, place, size: sizeOf(edit, facts) }));
  const kept = ranked.toSorted((a, b) => b.size - a.size || a.place - b.place).slice(0, most);
  return kept.toSorted((a, b) => a.place - b.place).map(({ edit }) => edit);
}

function sizeOf(edit: Edit, facts: readonly Fact[]): number {
  const { before = "", after = "" } = edit;
  const hasFact =
    edit.edit === "edited" &&
    facts.some((fact) => before.includes(fact.before ?? "") && after.includes(fact.after ?? ""));
  const isProse = Math.max(before.length, after.length) >= MIN_PROSE;
  const size = isProse ? changedIn(edit) : SHORT_LINE;
  return (edit.edit === "moved" ? 0 : size) + (hasFact ? FACT : 0);
}

/** Letters of the words that came or went; of a sentence that is new, gone or rewritten, all. */
function changedIn({ before = "", after = "", words }: Edit): number {
  return words === undefined
    ? before.length + after.length
    : words.reduce((sum, { type, text }) => sum + (type === "kept" ? 0 : text.length), 0);
}
