/**
 * Limits on what an edition contains about one story. Hostile or merely enormous texts must not determine the size of
 * the edition or of the changes objects, or the memory of a run; whatever is cut is counted.
 */

import type { Edit, Revision, WordChange } from "../revision/types.ts";
import { MAX_HEADLINE } from "../story/headline/headline.ts";
import { aroundDifference } from "../text/same-words.ts";
import type { Change, EditRecord, FactRecord, RevisionRecord } from "./schema.ts";
import { mostTelling } from "./telling-edits.ts";

/** Characters of a sentence in a summary or an edit. */
export const MAX_SENTENCE = 600;
/** Edits of one revision. */
export const MAX_EDITS = 40;
/** Facts of one revision. */
export const MAX_FACTS = 40;
/** Characters of a fact. */
const MAX_FACT = 200;
/** Runs of words in one edit; a longer inline diff is shown as before and after. */
export const MAX_WORD_RUNS = 60;
/** Characters of a kept run of words; a longer one loses its middle. */
const MAX_KEPT_RUN = 240;

const ELLIPSIS = "…";

/** The text; if longer than `limit` characters, cut at the last space before that and ended with an ellipsis. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const head = text.slice(0, limit - 1);
  const space = head.lastIndexOf(" ");
  return `${withoutHalfPair(space > limit / 2 ? head.slice(0, space) : head)}${ELLIPSIS}`;
}

/** The text; if longer than `limit`, without its middle. Both ends adjoin a change and are kept. */
function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const half = Math.floor(limit / 2);
  const tail = text.slice(-half).replace(/^[\udc00-\udfff]/, "");
  return `${withoutHalfPair(text.slice(0, half))} ${ELLIPSIS} ${tail}`;
}

function withoutHalfPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}

/** The record of a revision: its changed sentences and facts, within the limits. */
export function boundRevision(revision: Revision): RevisionRecord {
  const changed = revision.edits.filter((edit) => edit.edit !== "kept");
  const { headlineChange, deckChange } = revision;
  return {
    kind: revision.kind,
    ...(headlineChange && { headlineChange: boundLine(headlineChange) }),
    ...(deckChange && { deckChange: boundLine(deckChange) }),
    facts: revision.facts.slice(0, MAX_FACTS).map(boundFact),
    edits: mostTelling(changed, revision.facts, MAX_EDITS).map(boundEdit),
    omittedEdits: Math.max(0, changed.length - MAX_EDITS),
    counts: revision.counts,
    truncated: revision.truncated,
  };
}

type Changed = Exclude<Edit, { edit: "kept" }>;

function boundLine({ before, after }: NonNullable<Revision["headlineChange"]>) {
  return cutAlike(before, after, MAX_HEADLINE);
}

/** Two versions of a text, cut so that they still differ where they do. */
function cutAlike(before: string, after: string, limit: number) {
  const [a, b] = aroundDifference(before, after, limit);
  return { before: cut(a, limit), after: cut(b, limit) };
}

function boundFact(fact: Revision["facts"][number]): FactRecord {
  const sides = cutAlike(fact.before ?? "", fact.after ?? "", MAX_FACT);
  return {
    kind: fact.kind,
    before: fact.before === undefined ? null : sides.before,
    after: fact.after === undefined ? null : sides.after,
    ...(fact.context && { context: cut(fact.context, MAX_FACT) }),
    ...(fact.around && {
      around: { lead: cut(fact.around.lead, MAX_FACT), tail: cut(fact.around.tail, MAX_FACT) },
    }),
  };
}

function boundEdit(edit: Changed): EditRecord {
  switch (edit.edit) {
    case "added":
      return { edit: "added", after: cut(edit.after, MAX_SENTENCE) };
    case "removed":
      return { edit: "removed", before: cut(edit.before, MAX_SENTENCE) };
    case "edited":
      return { edit: "edited", ...boundSides(edit), ...boundWords(edit.words), ...boundParts(edit) };
    case "moved":
      return { edit: "moved", ...boundSides(edit), from: edit.from, to: edit.to, ...boundWords(edit.words) };
    default:
      return edit satisfies never;
  }
}

function boundSides(edit: { readonly before: string; readonly after: string }): {
  readonly before: string;
  readonly after: string;
} {
  return cutAlike(edit.before, edit.after, MAX_SENTENCE);
}

/** Kept only if neither side was cut, so that joined parts still equal the sides. */
function boundParts({
  before,
  after,
  parts,
}: Extract<Edit, { edit: "edited" }>): Pick<Extract<EditRecord, { edit: "edited" }>, "parts"> {
  const isCut = Math.max(before.length, after.length) > MAX_SENTENCE;
  return parts === undefined || isCut ? {} : { parts };
}

function boundWords(words: readonly WordChange[] | undefined): { readonly words?: readonly WordChange[] } {
  if (words === undefined || words.length > MAX_WORD_RUNS) {
    return {};
  }
  return { words: words.map((word, place) => ({ type: word.type, text: boundRun(word, words, place) })) };
}

/** Removed words and those in their place keep what tells them apart. */
function boundRun({ type, text }: WordChange, words: readonly WordChange[], place: number): string {
  const other = words[type === "removed" ? place + 1 : place - 1];
  const isReplaced =
    type === "removed" ? other?.type === "added" : type === "added" && other?.type === "removed";
  return isReplaced
    ? cutMiddle(aroundDifference(text, other?.text ?? "", MAX_SENTENCE)[0], MAX_SENTENCE)
    : cutMiddle(text, type === "kept" ? MAX_KEPT_RUN : MAX_SENTENCE);
}

/** Changes listed with their edits; later ones have only facts and counts. */
export const MAX_DETAILED = 500;

/** A revision with its facts and counts, and its edits reduced to their number. */
export function withoutEdits(revision: RevisionRecord): RevisionRecord {
  return { ...revision, edits: [], omittedEdits: revision.omittedEdits + revision.edits.length };
}

/**
 * Characters of edits kept in addition to those of the first {@link MAX_DETAILED} records. The edition does not show
 * these edits, it only checks whether many stories share them; on a day on which most of a large corpus is rewritten, it
 * checks the more important ones.
 */
export const MAX_EDIT_CHARACTERS = 32 * 1024 * 1024;

/**
 * Drops the edits of records far down the edition's order. Records added later can only push them further down.
 */
export function dropLateEdits(sorted: readonly Change[]): Change[] {
  let characters = 0;
  return sorted.map((record, place) => {
    characters += place < MAX_DETAILED ? 0 : charactersOf(record);
    return "revision" in record && characters > MAX_EDIT_CHARACTERS
      ? { ...record, revision: withoutEdits(record.revision) }
      : record;
  });
}

/** Characters in the edits of a record. */
export function charactersOf(record: Change): number {
  const edits = "revision" in record ? record.revision.edits : [];
  return edits.reduce(
    (sum, edit) =>
      sum + ("before" in edit ? edit.before.length : 0) + ("after" in edit ? edit.after.length : 0),
    0,
  );
}
