import { minMax, type Scored } from "./salience.ts";
import { cosine } from "./vectors.ts";

const REDUNDANCY = 0.4;

/**
 * Indices of at most `count` sentences, in order: greedily the most salient that says something else than those taken. A
 * dependent sentence is only taken while the one before it is; so none is left an orphan. `isCandidate` narrows the
 * choice.
 */
export function chooseSentences(
  scored: readonly Scored[],
  count: number,
  isCandidate: (index: number) => boolean = () => true,
): number[] {
  const salience = minMax(scored.map((sentence) => sentence.salience));
  const taken: number[] = [];
  while (taken.length < count) {
    const best = bestOf(scored, salience, taken, isCandidate);
    if (best === undefined) break;
    taken.push(best);
  }
  return taken.sort((a, b) => a - b);
}

function bestOf(
  scored: readonly Scored[],
  salience: readonly number[],
  taken: readonly number[],
  isCandidate: (index: number) => boolean,
): number | undefined {
  let best: { readonly index: number; readonly gain: number } | undefined;
  for (const [index, sentence] of scored.entries()) {
    if (taken.includes(index) || !isCandidate(index) || isOrphan(sentence, index, taken)) continue;
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
function isOrphan(sentence: Scored, index: number, taken: readonly number[]): boolean {
  return index > 0 && sentence.isDependent && !taken.includes(index - 1);
}
