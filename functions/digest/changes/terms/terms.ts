import { type PassageReader, passageReader, readPassage } from "../../facts/passages.ts";
import { STATUS } from "../../revision/frame-changes.ts";
import type { Edit, Revision } from "../../revision/types.ts";
import type { Story } from "../../story/types.ts";
import { fold } from "../../text/fold.ts";
import { countPassage, type Passage } from "./count-passage.ts";
import { type EditorsNote, editorsNote } from "./editors-notes.ts";
import { newNearDay } from "./near-days.ts";
import type { StoryWords } from "./spelling.ts";

/** What the significance of a revision is made of; of a new story, the words, numbers and day with which it came. */
export interface Terms {
  /** Words that are new in changed sentences and headlines. */
  readonly newWords: number;
  /** Words that are gone from them. */
  readonly goneWords: number;
  /** Words and numbers that came or went in rows of tables and in code. */
  readonly rowWords: number;
  /** Facts that changed, and numbers that are new in changed sentences. */
  readonly values: number;
  /** Numbers that are gone from them. */
  readonly goneNumbers: number;
  /** A day near the edition that a changed sentence names, with more than the day, and the story did not: "2026-11-20". */
  readonly nearDay?: string;
  /** A new correction or update by the editors. */
  readonly note?: EditorsNote;
  /** The story was killed, or has another status. */
  readonly status?: "canceled" | "other";
  /** Words that were only spelled right. */
  readonly spellings?: number;
}

/** The versions of a revised story, and the time of the edition. */
export interface TermsContext {
  readonly before: Story;
  readonly after: Story;
  readonly slot: string;
  /** Of the later version, if something else is read with it too. */
  readonly read?: PassageReader;
}

/** A changed passage, and whether it is a row of a table, or code. */
interface Change extends Passage {
  readonly isRow: boolean;
}

/** Letters of a text that are read: with more that changed, a story was rewritten anyway. */
const MAX_WEIGHED = 200_000;
/** Letters of a word of what is not read, with the space after it. */
const WORD_LETTERS = 6;
const EDITORS_NOTE = "editors' note";

/** The terms of a revision. Linear in the changed passages; reads a whole version only to look for a near day or a spelling. */
export function termsOf(
  revision: Revision,
  { before, after, slot, read = passageReader(after.lang) }: TermsContext,
): Terms {
  const { read: changes, unread } = upToMost(changesIn(revision, [before, after]));
  const words = wordsOf(before, after);
  const counted = changes.map(({ isRow, ...passage }) => ({
    ...countPassage(passage, read, words),
    isRow,
  }));
  const prose = counted.filter(({ isRow }) => !isRow);
  const rows = counted.filter(({ isRow }) => isRow);
  const nearDay = newNearDay(
    counted.flatMap(({ moments, isStamp }) => (isStamp ? [] : moments)),
    before,
    slot,
  );
  const [status, note] = [statusIn(revision), noteIn(revision, changes)];
  const spellings = counted.filter(({ isSpelling }) => isSpelling).length;
  return {
    newWords: sum(prose, ({ newWords }) => newWords) + wordsIn(unread, "after"),
    goneWords: sum(prose, ({ goneWords }) => goneWords) + wordsIn(unread, "before"),
    rowWords: sum(rows, ({ newWords, goneWords }) => newWords + goneWords),
    values:
      sum(prose, ({ newNumbers }) => newNumbers) +
      revision.facts.filter(({ context }) => context !== STATUS).length,
    goneNumbers: sum(prose, ({ goneNumbers }) => goneNumbers),
    ...(nearDay !== undefined && { nearDay }),
    ...(note !== undefined && { note }),
    ...(status !== undefined && { status }),
    ...(spellings > 0 && { spellings }),
  };
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return Math.round(values.reduce((total, value) => total + of(value), 0));
}

/** The changed passages: headline, deck and sentences; those that only moved, or that the story has elsewhere, are none. */
function changesIn(
  { edits, headlineChange, deckChange }: Revision,
  stories: readonly Story[],
): readonly Change[] {
  const rows = new Set(stories.flatMap((story) => [...codeOf(story), ...rowsOf(story)]));
  const lines = [headlineChange, deckChange].filter((line) => line !== undefined);
  const [was, is] = [sentencesOf(edits, "before"), sentencesOf(edits, "after")];
  return [...lines, ...edits.flatMap((edit) => changeIn(edit) ?? [])]
    .filter(({ before, after }) => (before === "" ? !was.has(after) : after !== "" || !is.has(before)))
    .map((passage) => ({ ...passage, isRow: rows.has(passage.before) || rows.has(passage.after) }));
}

/** The sentences of one version. */
function sentencesOf(edits: readonly Edit[], side: keyof Passage): ReadonlySet<string> {
  return new Set(edits.flatMap((edit: Edit & Partial<Passage>) => edit[side] ?? []));
}

function changeIn(edit: Edit): Passage | undefined {
  switch (edit.edit) {
    case "kept":
      return undefined;
    case "added":
      return { before: "", after: edit.after };
    case "removed":
      return { before: edit.before, after: "" };
    case "edited":
      return { before: edit.before, after: edit.after };
    case "moved":
      return fold(edit.before) === fold(edit.after) ? undefined : { before: edit.before, after: edit.after };
    default:
      return edit satisfies never;
  }
}

function codeOf({ paragraphs, kinds }: Story): readonly string[] {
  return paragraphs.filter((_, at) => kinds?.[at] === "code");
}

function rowsOf({ paragraphs, rows }: Story): readonly string[] {
  return [...(rows?.keys() ?? [])].flatMap((at) => paragraphs[at] ?? []);
}

/** The first changes, with as many letters as are read, and the others. */
function upToMost(changes: readonly Change[]): {
  readonly read: readonly Change[];
  readonly unread: readonly Change[];
} {
  let letters = 0;
  const end = changes.findIndex(({ before, after }) => {
    letters += before.length + after.length;
    return letters > MAX_WEIGHED;
  });
  return end < 0
    ? { read: changes, unread: [] }
    : { read: changes.slice(0, end), unread: changes.slice(end) };
}

/** About how many words stand on one side of changes that are not read. */
function wordsIn(changes: readonly Change[], side: keyof Passage): number {
  return sum(changes, (change) => change[side].length / WORD_LETTERS);
}

/** All words of both versions, read on first use. */
function wordsOf(before: Story, after: Story): () => StoryWords {
  let known: StoryWords | undefined;
  const wordsIn = ({ paragraphs, lang }: Story) =>
    new Set(
      paragraphs
        .join("\n")
        .slice(0, MAX_WEIGHED)
        .split("\n")
        .flatMap((line) => readPassage(line, lang).words),
    );
  return () => {
    known ??= { before: wordsIn(before), after: wordsIn(after) };
    return known;
  };
}

/** A note that came with this version: a correction, where there are both. */
function noteIn({ facts }: Revision, changes: readonly Change[]): EditorsNote | undefined {
  const isField = facts.some(({ context, after }) => context === EDITORS_NOTE && after !== undefined);
  const notes = changes.flatMap(({ before, after }) =>
    after === "" || editorsNote(before) !== undefined ? [] : (editorsNote(after) ?? []),
  );
  return isField || notes.includes("correction") ? "correction" : notes[0];
}

function statusIn({ facts }: Revision): Terms["status"] {
  const status = facts.find(({ kind, context }) => kind === "name" && context === STATUS);
  if (status === undefined) {
    return undefined;
  }
  return status.after === "canceled" ? "canceled" : "other";
}
