import { minMax, type Scored } from "./salience.ts";
import type { Grade } from "./sentence-form.ts";
import { cosine } from "./vectors.ts";

const REDUNDANCY = 0.4;
/** A heading is only taken where a text has nothing else. */
const GRADES = ["telling", "lesser"] as const satisfies readonly Grade[];

/**
 * Indices of at most `count` sentences, in order: greedily the most salient that says something else than those taken,
 * lesser ones once no telling one is left, headings never beside real sentences. A dependent sentence is only taken while
 * the one before it is; so none is left an orphan. `isCandidate` narrows the choice.
 */
export function chooseSentences(
  scored: readonly Scored[],
  count: number,
  isCandidate: (index: number) => boolean = () => true,
): number[] {
  const salience = minMax(scored.map((sentence) => sentence.salience));
  const isBare = scored.every(({ grade }) => grade === "heading");
  const grades: readonly Grade[] = isBare ? ["heading"] : GRADES;
  const taken: number[] = [];
  while (taken.length < count) {
    const isFree = (index: number) =>
      isCandidate(index) && !taken.includes(index) && !isOrphan(scored, index, taken);
    const best = bestOfGrades(grades, (grade) =>
      bestOf(scored, { salience, taken, isFree: (index) => isFree(index) && scored[index]?.grade === grade }),
    );
    if (best === undefined) break;
    taken.push(best);
  }
  return taken.sort((a, b) => a - b);
}

function bestOfGrades(
  grades: readonly Grade[],
  best: (grade: Grade) => number | undefined,
): number | undefined {
  for (const grade of grades) {
    const index = best(grade);
    if (index !== undefined) return index;
  }
  return undefined;
}

interface Choice {
  readonly salience: readonly number[];
  readonly taken: readonly number[];
  readonly isFree: (index: number) => boolean;
}

function bestOf(scored: readonly Scored[], { salience, taken, isFree }: Choice): number | undefined {
  let best: { readonly index: number; readonly gain: number } | undefined;
  for (const index of scored.keys()) {
    if (!isFree(index)) continue;
    const closest = Math.max(0, ...taken.map((other) => likeness(scored, index, other)));
    const gain = (salience[index] ?? 0) - REDUNDANCY * closest;
    if (best === undefined || gain > best.gain) best = { index, gain };
  }
  return best?.index;
}

function likeness(scored: readonly Scored[], a: number, b: number): number {
  const [left, right] = [scored[a], scored[b]];
  return left === undefined || right === undefined ? 0 : cosine(left.vector, right.vector);
}

/** The first sentence of a story leans on nothing. */
function isOrphan(scored: readonly Scored[], index: number, taken: readonly number[]): boolean {
  return index > 0 && scored[index]?.isDependent === true && !taken.includes(index - 1);
}
