import type { Numbered } from "./numbered.ts";

/** A run of kept, removed or added words. */
export interface DiffPart {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** No path has reached a diagonal. */
const NOWHERE = -1;
const REMOVED = 1;
const ADDED = 0;
/** Numbers held for a step: the step before it, whether it removes or adds, and how many words are kept after it. */
const STEP_SIZE = 3;
const FIRST_STEPS = 64;

/**
 * The steps of all paths that one search has taken. Paths share their beginnings, so a step holds the one before it, and
 * flat numbers spare an object for each.
 */
interface Steps {
  numbers: Int32Array;
  count: number;
}

/** Where the paths of a search stand; diagonal k holds paths that have removed k words more than they have added. */
interface Frontier {
  /** How many words before the furthest path on each diagonal has passed, and its last step. */
  readonly passed: Int32Array;
  readonly last: Int32Array;
  /** The place of diagonal 0. */
  readonly centre: number;
  /** Diagonals beyond these need more edits than are left. */
  lowest: number;
  highest: number;
}

/** What a search goes through. */
interface Search {
  readonly words: Numbered;
  readonly steps: Steps;
  readonly frontier: Frontier;
}

/**
 * The shortest edit of one list of words into another, removed words before added ones where both are as short;
 * `undefined` if it takes more than `maxDistance` edits. Greedy (Myers, "An O(ND) difference algorithm", 1986), without the
 * diagonals that leave the grid; it finds what `diffArrays` of jsdiff does. Time and memory grow with the square of the
 * distance, whatever the length.
 */
export function shortestEdit(words: Numbered, maxDistance: number): readonly DiffPart[] | undefined {
  const most = Math.min(maxDistance, words.before.length + words.after.length);
  const search = { words, steps: newSteps(), frontier: newFrontier(most) };
  if (keep(search, 0, addStep(search.steps, NOWHERE, ADDED))) {
    return partsOf(search.steps, 0);
  }
  for (let distance = 1; distance <= most; distance++) {
    const last = lengthen(search, distance);
    if (last !== undefined) {
      return partsOf(search.steps, last);
    }
  }
  return undefined;
}

function newSteps(): Steps {
  return { numbers: new Int32Array(FIRST_STEPS * STEP_SIZE), count: 0 };
}

function newFrontier(most: number): Frontier {
  const width = 2 * most + 3;
  return {
    passed: new Int32Array(width).fill(NOWHERE),
    last: new Int32Array(width),
    centre: most + 1,
    lowest: -most,
    highest: most,
  };
}

/** Lengthens all paths by one edit; the last step of the one that reaches the end of both lists, if any does. */
function lengthen(search: Search, distance: number): number | undefined {
  const { frontier, steps } = search;
  const lowest = Math.max(frontier.lowest, -distance);
  for (let diagonal = lowest; diagonal <= Math.min(frontier.highest, distance); diagonal += 2) {
    const edit = nextEdit(search, diagonal);
    const at = frontier.centre + diagonal;
    if (edit === undefined) {
      frontier.passed[at] = NOWHERE;
      continue;
    }
    const from = edit === REMOVED ? at - 1 : at + 1;
    const step = addStep(steps, frontier.last[from] ?? 0, edit);
    frontier.passed[at] = (frontier.passed[from] ?? 0) + edit;
    frontier.last[at] = step;
    if (keep(search, diagonal, step)) {
      return step;
    }
  }
  return undefined;
}

/** Which edit takes the furthest path to a diagonal. */
function nextEdit({ words, frontier }: Search, diagonal: number): number | undefined {
  const at = frontier.centre + diagonal;
  const left = frontier.passed[at - 1] ?? NOWHERE;
  const right = frontier.passed[at + 1] ?? NOWHERE;
  const canRemove = left !== NOWHERE && left < words.before.length;
  const canAdd = right !== NOWHERE && right - diagonal > 0 && right - diagonal <= words.after.length;
  if (!canRemove && !canAdd) {
    return undefined;
  }
  return !canRemove || (canAdd && left < right) ? ADDED : REMOVED;
}

/** Follows a path through the words that both lists have; whether it reaches the end of both. */
function keep({ words, steps, frontier }: Search, diagonal: number, step: number): boolean {
  const { before, after } = words;
  const at = frontier.centre + diagonal;
  const start = Math.max(frontier.passed[at] ?? 0, 0);
  let i = start;
  let j = start - diagonal;
  while (i < before.length && j < after.length && before[i] === after[j]) {
    i += 1;
    j += 1;
  }
  frontier.passed[at] = i;
  steps.numbers[step * STEP_SIZE + 2] = i - start;
  if (i >= before.length && j >= after.length) {
    return true;
  }
  if (i >= before.length) {
    frontier.highest = Math.min(frontier.highest, diagonal - 1);
  }
  if (j >= after.length) {
    frontier.lowest = Math.max(frontier.lowest, diagonal + 1);
  }
  return false;
}

/** Takes a step after another one; its number. */
function addStep(steps: Steps, previous: number, edit: number): number {
  const at = steps.count * STEP_SIZE;
  if (at === steps.numbers.length) {
    const longer = new Int32Array(2 * at);
    longer.set(steps.numbers);
    steps.numbers = longer;
  }
  steps.numbers[at] = previous;
  steps.numbers[at + 1] = edit;
  steps.count += 1;
  return steps.count - 1;
}

/** The path that ends with a step, as runs. */
function partsOf({ numbers }: Steps, last: number): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  for (let step = last; step !== NOWHERE; step = numbers[step * STEP_SIZE] ?? NOWHERE) {
    const edit = numbers[step * STEP_SIZE + 1];
    push(parts, { added: false, removed: false, count: numbers[step * STEP_SIZE + 2] ?? 0 });
    if (numbers[step * STEP_SIZE] !== NOWHERE) {
      push(parts, { added: edit === ADDED, removed: edit === REMOVED, count: 1 });
    }
  }
  return parts.reverse();
}

/** Adds a run to those of the same sort before it. */
function push(parts: DiffPart[], part: DiffPart): void {
  const last = parts.at(-1);
  if (part.count === 0) {
    return;
  }
  if (last?.added === part.added && last.removed === part.removed) {
    parts[parts.length - 1] = { ...last, count: last.count + part.count };
  } else {
    parts.push(part);
  }
}
