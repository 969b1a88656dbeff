import type { EditionChange, EditionEdit, EditionFact } from "../schema.ts";
import { foldPassage, holdsFact, partsOf, passagesOf } from "./passages.ts";

/** What edits are recognised by in another story. */
export type EditNames = ReadonlySet<string>;

export function namesOf(edits: readonly EditionEdit[]): EditNames {
  return new Set(edits.flatMap(partsOf).map(nameOf));
}

function nameOf(edit: EditionEdit): string {
  return passagesOf(edit).map(foldPassage).join("\u0001");
}

/**
 * A change without the edits that it shares with many other stories, their facts and the sentences they put in; the whole change
 * if it has no others.
 */
export function ownPart(change: EditionChange, shared: readonly EditNames[]): EditionChange {
  const { revision, summary } = change;
  if (revision === undefined || shared.length === 0) {
    return change;
  }
  const isShared = (edit: EditionEdit): boolean => shared.some((names) => names.has(nameOf(edit)));
  const own = revision.edits.flatMap((edit) => withoutParts(edit, isShared));
  const theirs = revision.edits.flatMap(partsOf).filter(isShared);
  if (own.length === 0) {
    return change;
  }
  const lines = [...own, revision.headlineChange ?? {}, revision.deckChange ?? {}];
  const { gist, ...rest } = change;
  return {
    ...rest,
    ...(theirs.length === 0 && gist !== undefined && { gist }),
    summary: summary.filter((sentence) => hasSentence(own, sentence) || !hasSentence(theirs, sentence)),
    revision: {
      ...revision,
      edits: own,
      facts: revision.facts.filter((fact) => hasFact(lines, fact) || !hasFact(theirs, fact)),
    },
  };
}

/** The edit, or what is left of it. */
function withoutParts(edit: EditionEdit, isShared: (part: EditionEdit) => boolean): readonly EditionEdit[] {
  const parts = partsOf(edit);
  return parts.some(isShared) ? parts.filter((part) => !isShared(part)) : [edit];
}

/** The facts of a revision that stand in these edits. */
export function factsIn(
  edits: readonly EditionEdit[],
  facts: readonly EditionFact[],
): readonly EditionFact[] {
  return facts.filter((fact) => hasFact(edits, fact));
}

function hasSentence(edits: readonly EditionEdit[], sentence: string): boolean {
  return edits.some((edit) => edit.edit !== "removed" && edit.after.includes(sentence));
}

function hasFact(lines: readonly { readonly before?: string; readonly after?: string }[], fact: EditionFact) {
  return lines.some((line) => holdsFact(line, fact));
}
