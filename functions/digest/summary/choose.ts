import type { Grade } from "./sentence-form.ts";

/** A sentence, and how well it suits a summary. */
export interface GradedSentence {
  readonly sentence: string;
  readonly grade: Grade;
}

/** What restricts a choice. */
export interface Choice {
  /** The grades that may be taken; those of a later one only if there is none of an earlier one left. */
  readonly grades: readonly Grade[];
  /** Whether a sentence needs others than those taken. */
  readonly isOrphan: (index: number, taken: ReadonlySet<number>) => boolean;
}

/** The first sentences that may be taken, at most `count`, in order. */
export function chooseSentences(
  all: readonly GradedSentence[],
  count: number,
  { grades, isOrphan }: Choice,
): string[] {
  const taken = new Set<number>();
  while (taken.size < count) {
    const next = grades
      .map((wanted) =>
        all.findIndex(({ grade }, index) => grade === wanted && !taken.has(index) && !isOrphan(index, taken)),
      )
      .find((index) => index >= 0);
    if (next === undefined) {
      break;
    }
    taken.add(next);
  }
  return [...taken].toSorted((a, b) => a - b).map((index) => all[index]?.sentence ?? "");
}
