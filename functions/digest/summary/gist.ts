import type { FactChange } from "../facts/types.ts";
import { STATUS } from "../revision/frame-changes.ts";
import type { Edit, Revision, RevisionCounts } from "../revision/types.ts";
import type { Story } from "../story/types.ts";
import { counted, namedEdits, namedTexts } from "./gist-names.ts";

/** What changed, in our words. */
export interface Gist {
  /** `Dead: 12 → 19; heading “Aid” added; 2 sentences added, 1 removed`: facts first, then edits. */
  readonly sentence: string;
  /** The clauses of it that neither facts nor counts tell: `heading “Aid” added`. */
  readonly edits: readonly string[];
}

/** What is needed beside a revision. */
export interface GistContext {
  readonly before: Story;
  readonly after: Story;
  /** A new note of the editors. */
  readonly note?: "correction" | "update" | undefined;
}

/** Facts told; the others are counted. */
const MAX_GIST_FACTS = 2;
/** Letters of a fact with the words around it; a longer one is counted. */
const MAX_FACT_CLAUSE = 120;
/** Letters of words that took the place of others. */
const MAX_WORD_CLAUSE = 40;
/** What a clause of the story does not begin with. */
const LIST_MARK = /^[-–—•*·,;:\s]+/;

/**
 * A sentence of ours on a revision, of what is sure only: facts, a note of the editors, a changed headline, headings and rows that
 * came or went, words that took the place of others, and the number of other sentences. `undefined` if there is nothing of that to tell. Values and names are in the
 * language of the story, the rest is English.
 */
export function gistOf(revision: Revision, { before, after, note }: GistContext): Gist | undefined {
  const edits = [
    note === undefined ? "" : `${note} added`,
    revision.headlineChange === undefined ? "" : "headline changed",
    deckClause(revision),
    ...namedEdits(revision.edits, [before, after]),
    revision.facts.length === 0 ? wordClause(revision.edits) : "",
  ].filter((clause) => clause !== "");
  const clauses = [...factClauses(revision.facts), ...edits, countClause(revision, [before, after])];
  const sentence = clauses.filter((clause) => clause !== "").join("; ");
  return sentence === "" ? undefined : { sentence, edits };
}

/** The most certain facts first: a status, figures and dates, claims turned round. */
const ORDER = [
  "number",
  "date",
  "polarity",
  "quotation",
  "name",
] as const satisfies readonly FactChange["kind"][];

function factClauses(facts: readonly FactChange[]): readonly string[] {
  const rank = ({ kind, context }: FactChange) => (context === STATUS ? -1 : ORDER.indexOf(kind));
  const isTold = ({ before, after, kind }: FactChange) =>
    (before !== undefined && after !== undefined) || kind === "polarity";
  const told = facts
    .filter(isTold)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(factClause)
    .filter((clause) => clause.length <= MAX_FACT_CLAUSE)
    .slice(0, MAX_GIST_FACTS);
  const others = facts.length - told.length;
  return others > 0 ? [...told, counted(others, told.length > 0 ? "more fact" : "fact", "changed")] : told;
}

/**
 * `Dead: 12 → 19`, `open until 3 May → 9 May`; of a value on one side, and of a claim that is more than a word, the words that now
 * stand there, or no longer do: `now “the mayor will not resign”`.
 */
function factClause({ kind, before = "", after = "", context, around }: FactChange): string {
  const isSwap = before !== "" && after !== "" && !(kind === "polarity" && [before, after].some(isPhrase));
  const value = isSwap ? `${before} → ${after}` : after || before;
  const words = [around?.lead, value, around?.tail].filter(Boolean).join(" ").replace(LIST_MARK, "");
  const told = context === undefined ? words : `${context}: ${value}`;
  return isSwap ? told : `${after === "" ? "no longer" : "now"} “${told}”`;
}

function isPhrase(value: string): boolean {
  return value.includes(" ");
}

/** `deck: “member” → “chair”`, or only that it changed, if it is long. */
function deckClause({ deckChange }: Revision): string {
  if (deckChange === undefined) {
    return "";
  }
  const { before, after } = deckChange;
  const isShort = [before, after].every((deck) => deck !== "" && deck.length <= MAX_WORD_CLAUSE);
  return isShort ? `deck: “${before}” → “${after}”` : "deck changed";
}

/** `“virus” → “vaccine”`, if that is all that is edited in any sentence. */
function wordClause(edits: readonly Edit[]): string {
  const [only, ...others] = edits.filter(({ edit }) => edit === "edited");
  const words = only !== undefined && others.length === 0 && "words" in only ? (only.words ?? []) : [];
  const changed = words.filter(({ type }) => type !== "kept");
  const [was = "", is = ""] = (["removed", "added"] as const).map((wanted) => {
    const [run, ...more] = changed.filter(({ type }) => type === wanted);
    return more.length > 0 ? "" : (run?.text.trim() ?? "");
  });
  const isShort = [was, is].every(
    (text) => text !== "" && text.length <= MAX_WORD_CLAUSE && /\p{L}/u.test(text),
  );
  return isShort && changed.length === 2 ? `“${was}” → “${is}”` : "";
}

/** `2 sentences added, 1 removed`, without headings and rows of tables. */
function countClause({ kind, edits, counts }: Revision, stories: readonly Story[]): string {
  if (kind === "rewritten") {
    return "text rewritten";
  }
  const named = new Set(stories.flatMap(namedTexts));
  const isNamed = (edit: Edit) =>
    (edit.edit === "added" && named.has(edit.after)) || (edit.edit === "removed" && named.has(edit.before));
  const of = (what: keyof RevisionCounts & Edit["edit"]) =>
    edits.filter((edit) => edit.edit === what && !isNamed(edit)).length;
  const parts = (
    [
      ["added", of("added")],
      ["removed", of("removed")],
      ["edited", counts.edited],
      ["moved", counts.moved],
    ] as const
  ).filter(([, n]) => n > 0);
  return parts
    .map(([done, n], index) => (index === 0 ? counted(n, "sentence", done) : `${n} ${done}`))
    .join(", ");
}
