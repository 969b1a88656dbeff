import { type PassageReader, passageReader } from "../facts/passages.ts";
import type { FactChange } from "../facts/types.ts";
import type { Edit, Revision } from "../revision/types.ts";
import type { Story } from "../story/types.ts";
import { isPointer } from "../text/asides/pointers.ts";
import { once } from "../text/once.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import { isOneLetterApart } from "../text/spelling/one-letter-apart.ts";
import { chooseSentences, type GradedSentence, type IsUnfit } from "./choose.ts";
import { isDependent } from "./openers.ts";
import { hasSaid } from "./said.ts";
import { beginsSmall, type Grade, gradeOf } from "./sentence-form.ts";
import { asideTexts } from "./sentences.ts";

/** Changed sentences considered. */
const MAX_CONSIDERED = 300;
/** New words from which an edited sentence carries news without a fact; a single one is most often a matter of wording. */
const MIN_NEW_WORDS = 2;

/** How the news of a revision is told. */
export interface NewsOptions {
  readonly sentences?: number;
  /** The story that was revised. */
  readonly after?: Story;
  /** Of that story, if something else is read with it too. */
  readonly read?: PassageReader;
}

/**
 * The sentences that carry the news of a revision, unchanged, in order, at most `sentences`: the first full ones of those that are new. None
 * stood in the story before, wherever it was cut or moved, or is only worded or spelled otherwise; none refers to a
 * sentence that is left out, or only sends readers elsewhere. With `after`, the story that was revised, none is from its headings, captions, code or
 * tables. Empty if nothing qualifies.
 */
export function summariseRevision(
  revision: Revision,
  { sentences = 2, after, read }: NewsOptions = {},
): string[] {
  const all = gradedNews(revision, after, read);
  const isOrphan = newsOrphans(all, after?.lang);
  const prose = chooseSentences(all, sentences, isOrphan);
  return prose.length > 0 ? prose : chooseSentences(all.map(itemAsSentence), sentences, isOrphan);
}

/** The sentences of a revised story in order, as far as its edits have them; what is no news is graded as an aside. */
export function gradedNews(
  { edits, facts }: Revision,
  after?: Story,
  read: PassageReader = passageReader(after?.lang),
): readonly GradedSentence[] {
  const asides = once(() => (after === undefined ? new Set<string>() : asideTexts(after)));
  const isOld = hasSaid(edits.flatMap((edit) => ("before" in edit ? [edit.before] : [])));
  let considered = 0;
  return edits.flatMap(sentencesOf).map(({ sentence, before }): GradedSentence => {
    const isCandidate = before !== sentence && !asides().has(sentence) && considered < MAX_CONSIDERED;
    considered += isCandidate ? 1 : 0;
    const isNews = isCandidate && !isOld(sentence) && saysMore(sentence, before, { facts, read });
    const isTold = isNews && (!isPointer(sentence) || facts.some((fact) => isIn(sentence, fact)));
    return { sentence, grade: isTold ? newsGrade(sentence) : "aside" };
  });
}

function newsGrade(sentence: string): Grade {
  return beginsSmall(sentence) ? "item" : gradeOf(sentence);
}

/** Whether a sentence of a revised story needs the one before it, and that is not taken. */
export function newsOrphans(all: readonly GradedSentence[], lang: string | undefined): IsUnfit {
  return (index, taken) => isDependent(all[index]?.sentence ?? "", lang) && !taken.has(index - 1);
}

function itemAsSentence({ sentence, grade }: GradedSentence): GradedSentence {
  return { sentence, grade: grade === "item" ? "weak" : grade };
}

/** The sentences of the story after, each with the text it comes from. */
function sentencesOf(edit: Edit): readonly { readonly sentence: string; readonly before: string }[] {
  switch (edit.edit) {
    case "removed":
      return [];
    case "kept":
      return splitSentences(edit.after).map((sentence) => ({ sentence, before: sentence }));
    case "added":
      return splitSentences(edit.after).map((sentence) => ({ sentence, before: "" }));
    default:
      return splitSentences(edit.after).map((sentence) => ({ sentence, before: edit.before }));
  }
}

interface Context {
  readonly facts: readonly FactChange[];
  readonly read: PassageReader;
}

/** Whether a sentence has a fact, a number, or more than a word, that the text it comes from has not. */
function saysMore(sentence: string, before: string, { facts, read }: Context): boolean {
  if (facts.some((fact) => isIn(sentence, fact))) {
    return true;
  }
  const [a, b] = [read(before), read(sentence)];
  const hasNumber = newWords(a.figures, b.figures).length > 0;
  return hasNumber || newWords(a.words, b.words).length >= MIN_NEW_WORDS;
}

/** Those words that the others lack, each once, but for words that are only spelled otherwise. */
function newWords(before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [new Set(before), new Set(after)];
  const gone = [...was.difference(is)];
  return [...is.difference(was)].filter((word) => !gone.some((other) => isOneLetterApart(other, word)));
}

/** Whether a sentence states the later side of a fact; of one that lost its value, the words that stood around it. */
function isIn(sentence: string, { after, around }: FactChange): boolean {
  if (after !== undefined) {
    return sentence.includes(after);
  }
  const left = around === undefined ? "" : `${around.lead} ${around.tail}`.trim();
  return left !== "" && sentence.includes(left);
}
