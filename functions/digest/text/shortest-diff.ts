/** A run of kept, removed or added words. */
export interface DiffPart {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** A word removed or added on a path through two lists, and the one before it. */
interface Step {
  readonly isAdded: boolean;
  /** How many words before the path has passed. */
  readonly from: number;
  readonly previous: Step | undefined;
}

/** The paths that come furthest, by diagonal: how many more words before than after they have passed. */
interface Search {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The place of diagonal 0 in `ends` and `steps`. */
  readonly main: number;
  /** How many words before the path on each diagonal has passed. */
  readonly ends: Int32Array;
  readonly steps: (Step | undefined)[];
  lowest: number;
  highest: number;
}

/** No path goes on from this diagonal. */
const NONE = -1;

/**
 * The parts of a diff that removes and adds as few words as can be; `undefined` if these are more than `maxDistance`. In its square at
 * most, beside what is kept (Myers, "An O(ND) difference algorithm", 1986).
 */
export function shortestDiff(
  before: readonly string[],
  after: readonly string[],
  maxDistance: number,
): readonly DiffPart[] | undefined {
  const limit = Math.min(before.length + after.length, maxDistance);
  const search = newSearch(before, after, limit);
  const start = passKept(search, 0, 0);
  if (isDone(search, start, 0)) {
    return partsOf(undefined, before.length);
  }
  search.ends[search.main] = start;
  for (let distance = 1; distance <= limit; distance++) {
    const last = goFurther(search, distance);
    if (last !== undefined) {
      return partsOf(last, before.length);
    }
  }
  return undefined;
}

function newSearch(before: readonly string[], after: readonly string[], limit: number): Search {
  const main = limit + 1;
  const ends = new Int32Array(2 * main + 1).fill(NONE);
  return { before, after, main, ends, steps: [], lowest: -limit, highest: limit };
}

/** Takes one step more on every second diagonal; the last step of a path that has passed both lists. */
function goFurther(search: Search, distance: number): Step | undefined {
  const { main, ends, steps } = search;
  const from = Math.max(search.lowest, -distance);
  for (let diagonal = from; diagonal <= Math.min(search.highest, distance); diagonal += 2) {
    const step = nextStep(search, diagonal);
    const end =
      step === undefined ? NONE : passKept(search, step.isAdded ? step.from : step.from + 1, diagonal);
    if (step !== undefined && isDone(search, end, diagonal)) {
      return step;
    }
    ends[main + diagonal] = end;
    steps[main + diagonal] = step;
    narrow(search, end, diagonal);
  }
  return undefined;
}

/** The step to a diagonal from the one beside it that has come further. */
function nextStep({ before, after, main, ends, steps }: Search, diagonal: number): Step | undefined {
  const [below, above] = [main + diagonal - 1, main + diagonal + 1];
  const removed = ends[below] ?? NONE;
  const added = ends[above] ?? NONE;
  ends[below] = NONE;
  const canRemove = removed !== NONE && removed < before.length;
  const canAdd = added !== NONE && added - diagonal <= after.length;
  if (canAdd && (!canRemove || removed < added)) {
    return { isAdded: true, from: added, previous: steps[above] };
  }
  return canRemove ? { isAdded: false, from: removed, previous: steps[below] } : undefined;
}

/** Where a path ends on its diagonal when it has passed all words that are the same. */
function passKept({ before, after }: Search, from: number, diagonal: number): number {
  let end = from;
  while (end < before.length && end - diagonal < after.length && before[end] === after[end - diagonal]) {
    end += 1;
  }
  return end;
}

function isDone({ before, after }: Search, end: number, diagonal: number): boolean {
  return end === before.length && end - diagonal === after.length;
}

/** Beyond a path that has come to the end of one list, no path is shorter. */
function narrow(search: Search, end: number, diagonal: number): void {
  if (end === search.before.length) {
    search.highest = Math.min(search.highest, diagonal - 1);
  }
  if (end !== NONE && end - diagonal === search.after.length) {
    search.lowest = Math.max(search.lowest, diagonal + 1);
  }
}

function partsOf(last: Step | undefined, length: number): readonly DiffPart[] {
  const steps: Step[] = [];
  for (let step = last; step !== undefined; step = step.previous) {
    steps.push(step);
  }
  const parts: DiffPart[] = [];
  let passed = 0;
  for (const { isAdded, from } of steps.reverse()) {
    addPart(parts, { added: false, removed: false, count: from - passed });
    addPart(parts, { added: isAdded, removed: !isAdded, count: 1 });
    passed = isAdded ? from : from + 1;
  }
  addPart(parts, { added: false, removed: false, count: length - passed });
  return parts;
}

/** Adds a part, if any, to the last one where both do the same. */
function addPart(parts: DiffPart[], part: DiffPart): void {
  const last = parts.at(-1);
  if (part.count === 0) {
    return;
  }
  if (last?.added === part.added && last.removed === part.removed) {
    parts[parts.length - 1] = { ...part, count: last.count + part.count };
  } else {
    parts.push(part);
  }
}
