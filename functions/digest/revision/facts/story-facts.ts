import { compareSentences, dayIn, factDiff, type SentenceChange } from "../../facts/facts.ts";
import { heaviest, type Weight } from "../../facts/substance.ts";
import type { FactChange } from "../../facts/types.ts";
import { vocabularyOf } from "../../facts/vocabulary.ts";
import type { Story } from "../../story/types.ts";
import { hasUnspaced } from "../../text/scripts.ts";
import type { Line } from "../frame-changes.ts";
import { compareRows } from "../tables/compare-rows.ts";
import type { RowPair } from "../tables/row-pairs.ts";
import type { Edit } from "../types.ts";
import { knownNames } from "./known-names.ts";
import { reportedFacts } from "./reported-facts.ts";
import { saidElsewhere } from "./said-elsewhere.ts";
import { sentenceLanguages } from "./sentence-languages.ts";

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
  const found = changes.flatMap((change) => change.facts);
  const { facts, truncated } = reportedFacts(found, knownNames(before.text, after.text));
  return {
    facts,
    truncated: isCut || truncated,
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

/** The day that a story's byline or dateline gives, "2025-06-22". */
export function dayOf({ byline, dateline }: Pick<Story, "byline" | "dateline">): string | undefined {
  return dayIn(byline ?? "") ?? dayIn(dateline ?? "");
}
