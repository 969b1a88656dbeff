import type { Revision, RevisionCounts, RevisionKind } from "../../revision/types.ts";
import { cosmeticWords } from "../wording/reasons.ts";
import { counted, numeral } from "../wording/words.ts";

const KIND_TITLES = {
  cosmetic: "Cosmetic",
  minor: "Minor",
  substantive: "Substantive",
  rewritten: "Rewritten",
} as const satisfies Record<RevisionKind, string>;

const DONE = ["edited", "added", "removed", "moved"] as const satisfies readonly (keyof RevisionCounts)[];

/** The kind of a revision in a word, and what it did in a clause: `2 sentences edited, 1 added; 14 unchanged`. */
export function verdictOf(revision: Revision): { readonly kind: string; readonly verdict: string } {
  const { kind, cosmetic = [] } = revision;
  if (kind !== "cosmetic") {
    return { kind: KIND_TITLES[kind], verdict: clausesOf(revision).join("; ") };
  }
  return cosmetic.length === 0
    ? { kind: "No difference", verdict: "both versions have the same text" }
    : { kind: KIND_TITLES.cosmetic, verdict: `only ${cosmeticWords(cosmetic.join(", "))} changed` };
}

function clausesOf({ counts, facts, headlineChange, deckChange }: Revision): readonly string[] {
  return [
    editWords(counts),
    headlineChange === undefined ? "" : "headline changed",
    deckChange === undefined ? "" : "deck changed",
    facts.length === 0 ? "" : `${counted(facts.length, "fact", "facts")} changed`,
  ].filter((clause) => clause !== "");
}

/** `2 sentences edited, 1 added, 14 unchanged`: the noun stands with the first. */
export function editWords(counts: RevisionCounts): string {
  const [first, ...others] = DONE.filter((done) => counts[done] > 0);
  if (first === undefined) {
    return counts.kept === 0 ? "" : "no sentence changed";
  }
  return [
    `${counted(counts[first], "sentence", "sentences")} ${first}`,
    ...others.map((done) => `${numeral(counts[done])} ${done}`),
    ...(counts.kept === 0 ? [] : [`${numeral(counts.kept)} unchanged`]),
  ].join(", ");
}
