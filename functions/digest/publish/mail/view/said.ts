import { plainText, unlinked } from "../../wording/safe-text.ts";
import { capitalised } from "../../wording/words.ts";
import type { FactView, RunView } from "./view-types.ts";

const MAX_SAID = 60;

/** Words between facts, or after their number: `three are → one is` says no more than `three → one`. */
const GLUE = /\b(?:are|is|was|were|has|have|and)\b|\s/g;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

type Place = Pick<RunView, "removed" | "added">;

/**
 * Not every client shows or reads out colours and strike-through, so changes are repeated in words unless a fact already
 * states them.
 */
export function saidOf(changed: readonly RunView[], facts: readonly FactView[]): string {
  return changed
    .map(({ removed, added }) => ({ removed: said(removed), added: said(added) }))
    .filter((place) => !isCovered(place, facts))
    .map(({ removed, added }) => placeWords(removed, added))
    .filter((words) => words !== "")
    .join(" ");
}

/** A fact may have more words than the place that changed: `17 January → 19 January` covers `17 → 19`. */
function covers({ before, after }: FactView, { removed, added }: Place): boolean {
  const isSeen = removed === "" ? !hasWords(before, added) : added !== "" || !hasWords(after, removed);
  return isSeen && hasWords(before, removed) && hasWords(after, added);
}

/** Whether the text contains these words as whole words: `London` does not contain `on`. Every text contains no words. */
function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  const isWithin = (first: number) =>
    LETTER_OR_DIGIT.test(text[first] ?? "") && LETTER_OR_DIGIT.test(text[first + 1] ?? "");
  return words === "" || (at >= 0 && !isWithin(at - 1) && !isWithin(at + words.length - 1));
}

/** A place may hold several facts: `12 → 14` and `Tuesday → Wednesday` cover `12 on Tuesday → 14 on Wednesday`. */
function isCovered(place: Place, facts: readonly FactView[]): boolean {
  if (facts.some((fact) => covers(fact, place))) {
    return true;
  }
  const { removed, added } = facts.reduce(withoutFact, place);
  const isLess = removed !== place.removed || added !== place.added;
  return isLess && removed.replace(GLUE, "") === added.replace(GLUE, "");
}

function withoutFact(place: Place, { before, after }: FactView): Place {
  return hasWords(place.removed, before) && hasWords(place.added, after)
    ? { removed: place.removed.replace(before, () => ""), added: place.added.replace(after, () => "") }
    : place;
}

function said(words: string): string {
  return unlinked(plainText(words, MAX_SAID)).replace(/[.,;:]$/, "");
}

function placeWords(removed: string, added: string): string {
  if (removed !== "" && added !== "") {
    return `Was: ${removed}. Now: ${added}.`;
  }
  const [word, words] = removed === "" ? ["added", added] : ["removed", removed];
  return words === "" ? "" : `${capitalised(word)}: ${words}.`;
}
