import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Work } from "./stages.ts";

/** Twice the text, and what caches and the collector add to it. */
export const MOST_GROWTH = 2.6;
/** Less harms nobody, and is drowned by caches and by the tiers of the compiler. */
const MIN_MS = 200;
/** A ratio from here on is measured again before it counts: others that work on the machine make times longer, never shorter. */
const DOUBTFUL_GROWTH = 2.3;
const TRIES = 4;
/** The parts of the bound that are measured, each twice the one before. */
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

/** How a stage grows on one text. */
export interface Growth {
  /** The worst ratio of the times of an input and one half as large. */
  readonly ratio: number;
  /** Milliseconds at the bound, or of the largest input that is not held back. */
  readonly ms: number;
}

/** Milliseconds of a piece of work; another clock in tests. */
export type Meter = (act: () => unknown) => number;

/** How the work grows up to the bound. What is held back, or takes too little time to be measured, grows by 0. */
export function growthOf(
  prepare: (size: number) => Work | undefined,
  most: number,
  meter: Meter = processorMs,
): Growth {
  const works = SHARES.flatMap((share) => prepare(Math.round(most * share)) ?? []);
  works[0]?.act(); // A first run of the smallest warms the code up.
  let times = works.map(({ act }) => meter(act));
  const ms = times.at(-1) ?? 0;
  let growths = growthsOf(works, times);
  for (let attempt = 1; attempt < TRIES && growths.some(isDoubtful); attempt += 1) {
    const isAgain = (n: number) => isDoubtful(growths[n]) || isDoubtful(growths[n + 1]);
    times = works.map(({ act }, n) =>
      Math.min(times[n] ?? 0, isAgain(n) ? meter(act) : Number.POSITIVE_INFINITY),
    );
    growths = growthsOf(works, times);
  }
  return { ratio: Math.max(0, ...growths), ms };
}

function isDoubtful(growth = 0): boolean {
  return growth >= DOUBTFUL_GROWTH;
}

/** By how much each work takes longer than the one before, as if it were twice as large; the first by nothing. */
function growthsOf(works: readonly Work[], times: readonly number[]): readonly number[] {
  return works.map(({ size }, n) => {
    const [half, whole, sizeBefore] = [times[n - 1], times[n] ?? 0, works[n - 1]?.size];
    return half === undefined || sizeBefore === undefined || whole < MIN_MS
      ? 0
      : (2 * whole) / Math.max(half, MIN_MS / 4) / (size / sizeBefore);
  });
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Of the whole process, V8's own threads included, but not what the preparation leaves to collect. */
function processorMs(act: () => unknown): number {
  collectGarbage();
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
