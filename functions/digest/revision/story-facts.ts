import { compareSentences, dayIn, factDiff, plainValue, type SentenceChange } from "../facts/facts.ts";
import { heaviest, type Weight } from "../facts/substance.ts";
import type { FactChange, FactKind } from "../facts/types.ts";
import { vocabularyOf } from "../facts/vocabulary.ts";
import type { Story } from "../story/types.ts";
import { once } from "../text/once.ts";
import { hasUnspaced } from "../text/scripts.ts";
import { capitalsIn, firstCapitalsIn } from "./capitals.ts";
import type { Line } from "./frame-changes.ts";
import { saidElsewhere } from "./said-elsewhere.ts";
import { sentenceLanguages } from "./sentence-languages.ts";
import { compareRows } from "./tables/compare-rows.ts";
import type { RowPair } from "./tables/row-pairs.ts";
import type { Edit } from "./types.ts";

/** Characters of a story read for its vocabulary, before the changed sentences: about ten pages. */
const MAX_VOCABULARY_LETTERS = 30_000;
/** Characters of the changed sentences read for it: beyond that, hardly any word is new. */
const MAX_CHANGED_LETTERS = 250_000;
/** Stop reading sentences after this many facts: the story is a table with thousands of figures. */
const MAX_EXTRACTED_FACTS = 500;
/** Characters of edited sentences, of both versions, that are compared for facts: some 8,000 words of each. */
const MAX_READ_LETTERS = 100_000;
/** How many letters one of a script without spaces counts for: it is a word. */
const UNSPACED = 3;
/** Facts reported for one revision; more would not make it clearer. */
const MAX_REVISION_FACTS = 200;
/** Figures first; a new kind of fact does not compile until it has its place. */
const FACT_ORDER = {
  number: 0,
  date: 1,
  name: 2,
  quotation: 3,
  polarity: 4,
} as const satisfies Record<FactKind, number>;
const NAME_PARTS = /[\s.'’-]+/;
const FACT_KINDS = Object.keys(FACT_ORDER).length;

/** The facts of a revision; `truncated` if there were more. */
export interface StoryFacts {
  readonly facts: readonly FactChange[];
  readonly truncated: boolean;
  /** The heaviest change of a sentence; "form" if none was edited. */
  readonly weight: Weight;
}

/** The edits of a story, and the changed cells of those that pair rows of a table. */
export interface ComparedEdits {
  readonly edits: readonly Edit[];
  readonly rowsIn: (edit: Edit) => RowPair | undefined;
  /** A sentence without the running number of its paragraph. */
  readonly unnumbered: (sentence: string) => string;
  /** What sentences are compared by. */
  readonly folded: (sentence: string) => string;
}

/**
 * The facts that changed in the edited and moved sentences of two stories and in their headlines and decks; each change is
 * reported once, and a value that only moved is none. Code states no facts: what its names and strings mean, only a program
 * knows. Changed facts come before new and removed ones, figures first.
 */
export function storyFacts(
  before: Story,
  after: Story,
  { edits, rowsIn, unnumbered, folded }: ComparedEdits,
  lines: readonly Line[],
): StoryFacts {
  const code = new Set([before, after].flatMap(codeOf));
  const isCodeEdited = edits.some(
    (edit) => edit.edit === "edited" && (code.has(edit.before) || code.has(edit.after)),
  );
  const stands = standing(edits);
  const changed = edits.flatMap((edit) =>
    (edit.edit === "edited" || edit.edit === "moved") &&
    !(code.has(edit.before) || code.has(edit.after)) &&
    !(stands(edit.before) && stands(edit.after))
      ? [edit]
      : [],
  );
  const pairs: readonly Line[] = [...changed, ...lines];
  if (pairs.length === 0) {
    return { facts: [], truncated: false, weight: isCodeEdited ? "wording" : "form" };
  }
  const options = {
    vocabulary: vocabularyOf([
      ...beginningOf(before.paragraphs, MAX_VOCABULARY_LETTERS),
      ...beginningOf(
        pairs.map((pair) => pair.after),
        MAX_CHANGED_LETTERS,
      ),
    ]),
    diff: factDiff(pairs.length),
    days: { before: dayOf(before), after: dayOf(after) },
  };
  const languageIn = sentenceLanguages(after);
  const isElsewhere = saidElsewhere(edits, folded);
  const { changes, isCut } = readPairs(
    changed,
    lines,
    (pair, rows) => {
      const settings = { ...options, lang: languageIn(pair.after) };
      if (rows !== undefined) {
        return compareRows(rows, settings);
      }
      const change = compareSentences(unnumbered(pair.before), unnumbered(pair.after), settings);
      return change.facts.length > 0 && isElsewhere(pair) ? { ...change, facts: [] } : change;
    },
    rowsIn,
  );
  const isKnown = knownNames(before.text, after.text);
  const read = withoutParts(withoutMoved(withoutRepeats(changes.flatMap((change) => change.facts))));
  const facts = orderFacts(read.filter((fact) => !isKnown(fact)));
  return {
    facts: facts.slice(0, MAX_REVISION_FACTS),
    truncated: isCut || facts.length > MAX_REVISION_FACTS,
    weight: heaviest([
      isCut ? "substance" : "form",
      isCodeEdited ? "wording" : "form",
      ...changes.map((change) => change.weight),
    ]),
  };
}

/** Whether both versions have a sentence equally often: where it is paired with another one such, the two changed places. */
function standing(edits: readonly Edit[]): (sentence: string) => boolean {
  const surplus = new Map<string, number>();
  const count = (sentence: string, by: number) => surplus.set(sentence, (surplus.get(sentence) ?? 0) + by);
  for (const edit of edits) {
    if (edit.edit === "kept" && edit.before === edit.after) {
      continue;
    }
    if ("before" in edit) {
      count(edit.before, 1);
    }
    if ("after" in edit) {
      count(edit.after, -1);
    }
  }
  return (sentence) => surplus.get(sentence) === 0;
}

/** The changes of sentences, up to the bounds of a revision, and of all its lines. */
function readPairs(
  sentences: readonly (Edit & Line)[],
  lines: readonly Line[],
  compare: (pair: Line, rows?: RowPair) => SentenceChange,
  rowsIn: ComparedEdits["rowsIn"],
): { readonly changes: readonly SentenceChange[]; readonly isCut: boolean } {
  const changes: SentenceChange[] = [];
  let [letters, facts] = [0, 0];
  for (const pair of sentences) {
    if (facts >= MAX_EXTRACTED_FACTS || letters > MAX_READ_LETTERS) {
      return { changes: [...changes, ...lines.map((line) => compare(line))], isCut: true };
    }
    const change = compare(pair, rowsIn(pair));
    changes.push(change);
    letters += (pair.before.length + pair.after.length) * (hasUnspaced(pair.after) ? UNSPACED : 1);
    facts += change.facts.length;
  }
  return { changes: [...changes, ...lines.map((line) => compare(line))], isCut: false };
}

function codeOf({ paragraphs, kinds }: Story): readonly string[] {
  return paragraphs.filter((_, index) => kinds?.[index] === "code");
}

function beginningOf(texts: readonly string[], maxLetters: number): readonly string[] {
  let letters = 0;
  return texts.filter((text) => {
    letters += text.length;
    return letters <= maxLetters;
  });
}

function dayOf({ byline, dateline }: Story): string | undefined {
  return dayIn(byline ?? "") ?? dayIn(dateline ?? "");
}

/** The same change in several sentences is reported once, with the context of the first; under another label it is another. */
function withoutRepeats(facts: readonly FactChange[]): FactChange[] {
  const known = new Set<string>();
  return facts.filter(({ kind, before, after, context }) => {
    const name = JSON.stringify([kind, context, ...[before, after].map((side) => side && plainValue(side))]);
    return !known.has(name) && known.add(name);
  });
}

/** A fact of which another says more: "Vertex → Engine" beside "Google Vertex → Engine". */
function withoutParts(facts: readonly FactChange[]): readonly FactChange[] {
  const isPart = (part: string | undefined, whole: string | undefined) =>
    part === whole || (part !== undefined && ` ${whole} `.includes(` ${part} `));
  if (facts.length > MAX_REVISION_FACTS) {
    return facts;
  }
  const short = withoutRenamed(facts);
  return short.filter(
    (fact) =>
      !short.some(
        (other) =>
          other !== fact &&
          other.kind === fact.kind &&
          other.context === fact.context &&
          isPart(fact.before, other.before) &&
          isPart(fact.after, other.after),
      ),
  );
}

/** "Velm, velm.example" → "Orsk, orsk.example" beside "Velm" → "Orsk": the same name, said more than once. */
function withoutRenamed(facts: readonly FactChange[]): readonly FactChange[] {
  const names = facts.filter(({ kind, before, after }) => kind === "name" && before && after);
  const isRenamed = (whole: FactChange, { before = "", after = "" }: FactChange) =>
    whole.before !== before &&
    whole.before?.includes(before) === true &&
    whole.before.replaceAll(before, after) === whole.after;
  return facts.filter((fact) => fact.kind !== "name" || !names.some((name) => isRenamed(fact, name)));
}

/** A value that left one sentence and came to another has only moved. */
function withoutMoved(facts: readonly FactChange[]): readonly FactChange[] {
  const nameOf = (kind: FactKind, value: string | undefined) =>
    JSON.stringify([kind, plainValue(value ?? "")]);
  const gone = new Set(
    facts.flatMap(({ kind, before, after }) => (after === undefined ? [nameOf(kind, before)] : [])),
  );
  const come = new Set(
    facts.flatMap(({ kind, before, after }) => (before === undefined ? [nameOf(kind, after)] : [])),
  );
  return facts.filter(({ kind, before, after }) => {
    if (before !== undefined && after !== undefined) {
      return true;
    }
    return before === undefined ? !gone.has(nameOf(kind, after)) : !come.has(nameOf(kind, before));
  });
}

/** Returns a test for facts that add or drop a name found in both stories: they are not news. */
function knownNames(before: string, after: string): (fact: FactChange) => boolean {
  const [inBefore, inAfter] = [before, after].map((text) => ({
    isThere: capitalsIn(text),
    alone: once(() => firstCapitalsIn(text)),
  }));
  return (fact) => {
    if (fact.kind !== "name" || (fact.before !== undefined && fact.after !== undefined)) {
      return false;
    }
    const words = (fact.before ?? fact.after ?? "").split(NAME_PARTS);
    const other = fact.before === undefined ? inBefore : inAfter;
    return other !== undefined && isKnownName(words, other);
  };
}

/** By all its words, or by its last where that stands alone, as a surname does: in "Harbour Board", "Board" is no known "Velm Board". */
function isKnownName(
  words: readonly string[],
  {
    isThere,
    alone,
  }: { readonly isThere: (word: string) => boolean; readonly alone: () => ReadonlySet<string> },
): boolean {
  const last = words.at(-1) ?? "";
  return isThere(last) && (words.every(isThere) || alone().has(last));
}

/** Changed facts before new and removed ones; figures first; otherwise in the order of the story. */
function orderFacts(facts: readonly FactChange[]): FactChange[] {
  const isChanged = (fact: FactChange) => fact.before !== undefined && fact.after !== undefined;
  const rank = (fact: FactChange) => FACT_ORDER[fact.kind] + (isChanged(fact) ? 0 : FACT_KINDS);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}
