import type { Row } from "../text/once.ts";
import { type Grade, isQuestion } from "./sentence-form.ts";

/** A sentence, and how well it suits a summary. */
export interface GradedSentence {
  readonly sentence: string;
  readonly grade: Grade;
}

/** Whether a sentence cannot stand beside those taken: it needs others, or repeats one of them. */
export type IsUnfit = (index: number, taken: ReadonlySet<number>) => boolean;

/** A name or a date before a story is shorter than this, or has no small word. */
const CLAUSE_WORDS = 5;
const SMALL_WORD = /^(?!\p{Lu})\p{L}{2}/u;
/** Letters read of it. */
const MAX_CLAUSE_LETTERS = 400;

/**
 * The first strong sentences that may be taken, at most `count`, then weak ones, and strong ones that need these; in order. They may
 * open with a weak sentence, if the strong one after it needs it, and have no question without the sentence after it. With `reach`, none is further from one taken before it.
 */
export function chooseSentences(
  all: Row<GradedSentence>,
  count: number,
  isUnfit: IsUnfit,
  reach = Number.POSITIVE_INFINITY,
): string[] {
  const taken = new Set<number>();
  for (const grade of ["strong", "weak", "strong"] as const) {
    takeOfGrade(grade, taken, { all, count, isUnfit, reach });
  }
  return [...taken].toSorted((a, b) => a - b).map((index) => all.at(index)?.sentence ?? "");
}

interface Choice {
  readonly all: Row<GradedSentence>;
  readonly count: number;
  readonly isUnfit: IsUnfit;
  readonly reach: number;
}

/** Adds the indices of sentences of a grade to those taken, in order. */
function takeOfGrade(wanted: Grade, taken: Set<number>, { all, count, isUnfit, reach }: Choice): void {
  const mayOpen = (index: number) =>
    wanted === "strong" && taken.size === 0 && count > 1 && opensFor(index, all, isUnfit);
  const isAsked = (index: number, sentence: string) =>
    taken.size > 0 && !taken.has(index + 1) && isQuestion(sentence);
  const isNear = (index: number) => taken.size === 0 || index <= Math.max(...taken) + reach;
  for (let index = 0; taken.size < count && isNear(index); index += 1) {
    const placed = all.at(index);
    if (placed === undefined) {
      return;
    }
    const isFit = (placed.grade === wanted && !isAsked(index, placed.sentence)) || mayOpen(index);
    if (isFit && !taken.has(index) && !isUnfit(index, taken)) {
      taken.add(index);
    }
  }
}

/** Whether a weak sentence is needed by the strong one after it. */
function opensFor(index: number, all: Row<GradedSentence>, isUnfit: IsUnfit): boolean {
  const short = all.at(index);
  return (
    short?.grade === "weak" &&
    all.at(index + 1)?.grade === "strong" &&
    isClause(short.sentence) &&
    (index === 0 || isUnfit(index + 1, new Set())) &&
    !isUnfit(index + 1, new Set([index]))
  );
}

function isClause(text: string): boolean {
  const [, ...words] = text.slice(0, MAX_CLAUSE_LETTERS).split(" ");
  return words.length + 1 >= CLAUSE_WORDS && words.some((word) => SMALL_WORD.test(word)) && !isQuestion(text);
}
