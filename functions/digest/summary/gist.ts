import type { FactChange } from "../facts/types.ts";
import { STATUS } from "../revision/frame-changes.ts";
import type { Edit, Revision, RevisionCounts } from "../revision/types.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";

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
/** Headings or rows named; the others are counted. */
const MAX_ROW_NAMES = 2;
const MAX_ROW_NAME = 60;

/**
 * A sentence of ours on a revision, of what is sure only: facts, a note of the editors, a changed headline, headings and rows that
 * came or went, words that took the place of others, and the number of other sentences. `undefined` if there is nothing of that to tell. Values and names are in the
 * language of the story, the rest is English.
 */
export function gistOf(revision: Revision, { before, after, note }: GistContext): Gist | undefined {
  const edits = [
    note === undefined ? "" : `${note} added`,
    revision.headlineChange === undefined ? "" : "headline changed",
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

/** Headings and rows of tables that came or went, by their names. */
function namedEdits(edits: readonly Edit[], [before, after]: readonly [Story, Story]): readonly string[] {
  const [added, removed] = [onlyIn(edits, "added"), onlyIn(edits, "removed")];
  return [
    nameClause("heading", without(headingsIn(after, added), headingsIn(before)), "added"),
    nameClause("heading", without(headingsIn(before, removed), headingsIn(after)), "removed"),
    nameClause("row", rowsIn(after, added), "added"),
    nameClause("row", rowsIn(before, removed), "removed"),
  ];
}

function onlyIn(edits: readonly Edit[], side: "added" | "removed"): ReadonlySet<string> {
  return new Set(
    edits.flatMap((edit) => {
      if (edit.edit !== side) {
        return [];
      }
      return edit.edit === "added" ? [edit.after] : [edit.before];
    }),
  );
}

function headingsIn({ paragraphs, headings }: Story, texts?: ReadonlySet<string>): readonly string[] {
  const all = headings.map((index) => paragraphs[index] ?? "");
  return texts === undefined ? all : all.filter((text) => texts.has(text));
}

function without(names: readonly string[], known: readonly string[]): readonly string[] {
  const folded = new Set(known.map(fold));
  return names.filter((name) => !folded.has(fold(name)));
}

/** The first cells of the rows whose text is one of these. */
function rowsIn({ paragraphs, rows }: Story, texts: ReadonlySet<string>): readonly string[] {
  return [...(rows ?? [])].flatMap(([index, cells]) =>
    texts.has(paragraphs[index] ?? "") ? [cells[0] ?? ""] : [],
  );
}

/** A line with an address or a label is no heading that names its section, and a cell of figures names no row. */
const NAME = /^(?!.*(?:@|:\/\/|: ))[^\p{L}]*\p{L}/u;

/** `heading “Aid” added`, `rows “Kano”, “Lagos” and 4 more added`; `3 rows added` if they have no names. */
function nameClause(noun: string, names: readonly string[], done: "added" | "removed"): string {
  const good = [...new Set(names)].filter((name) => name.length <= MAX_ROW_NAME && NAME.test(name));
  if (names.length === 0 || (noun === "heading" && good.length === 0)) {
    return "";
  }
  if (good.length < Math.min(names.length, MAX_ROW_NAMES)) {
    return counted(names.length, noun, done);
  }
  const shown = good.slice(0, MAX_ROW_NAMES).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  const list = all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  return `${noun}${names.length > 1 ? "s" : ""} ${list} ${done}`;
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
  const named = new Set(
    stories.flatMap((story) => [
      ...headingsIn(story),
      ...[...(story.rows?.keys() ?? [])].map((index) => story.paragraphs[index] ?? ""),
    ]),
  );
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

function counted(n: number, noun: string, done: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"} ${done}`;
}
