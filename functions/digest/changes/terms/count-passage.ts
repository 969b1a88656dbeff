import type { PassageReader } from "../../facts/passages.ts";
import type { Moment } from "../../facts/reading/dates/moment.ts";
import { hasUnspaced } from "../../text/scripts.ts";
import { isSpelling, type StoryWords } from "./spelling.ts";

/** Both sides of a changed passage; one of them may be empty. */
export interface Passage {
  readonly before: string;
  readonly after: string;
}

/** What came and went in a passage. */
export interface Counted {
  readonly newWords: number;
  readonly goneWords: number;
  readonly newNumbers: number;
  readonly goneNumbers: number;
  /** A word was only spelled right; it neither came nor went. */
  readonly isSpelling: boolean;
  /** It says no more than when something was written: "23 November". */
  readonly isStamp: boolean;
  /** The dates that it names now. */
  readonly moments: readonly Moment[];
}

/** Counts what came and went; `words` are those of the story, which tell a spelling from another word. Linear. */
export function countPassage(
  { before, after }: Passage,
  read: PassageReader,
  words: () => StoryWords = noWords,
): Counted {
  const [a, b] = [read(before), read(after)];
  const [gone, come] = [lackedBy(b.words, a.words), lackedBy(a.words, b.words)];
  const [wrong = "", right = ""] = gone.length === 1 && come.length === 1 ? [...gone, ...come] : [];
  const isSpelled = isSpelling(wrong, right, words);
  return {
    newWords: isSpelled ? 0 : sizeOf(come),
    goneWords: isSpelled ? 0 : sizeOf(gone),
    newNumbers: lackedBy(a.figures, b.figures).length,
    goneNumbers: lackedBy(b.figures, a.figures).length,
    isSpelling: isSpelled,
    isStamp: b.words.length <= b.moments.length,
    moments: b.moments,
  };
}

const NO_WORDS: StoryWords = { before: new Set(), after: new Set() };

function noWords(): StoryWords {
  return NO_WORDS;
}

/** Those words, each once, that the others lack: a word said twice says no more. */
function lackedBy(others: readonly string[], words: readonly string[]): readonly string[] {
  return [...new Set(words).difference(new Set(others))];
}

/** A letter of a script without spaces is half a word. */
function sizeOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (hasUnspaced(word) ? word.length / 2 : 1), 0);
}
