import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Work } from "./stages.ts";

/** Twice the text, and what caches and the collector add to it. */
export const MOST_GROWTH = 2.6;
/** Less harms nobody, and is drowned by caches and by the tiers of the compiler. */
const MIN_MS = 200;
/** A ratio that is too high is measured again before it counts. */
const TRIES = 3;
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
  let ratio = worstOf(works, times);
  for (let attempt = 1; attempt < TRIES && ratio >= MOST_GROWTH; attempt += 1) {
    times = works.map(({ act }, n) => Math.min(times[n] ?? 0, meter(act)));
    ratio = worstOf(works, times);
  }
  return { ratio, ms };
}

function worstOf(works: readonly Work[], times: readonly number[]): number {
  const ratios = works.slice(1).map(({ size }, n) => {
    const [half, whole] = [times[n] ?? 0, times[n + 1] ?? 0];
    const growth = size / (works[n]?.size ?? size);
    return whole < MIN_MS ? 0 : (2 * whole) / Math.max(half, MIN_MS / 4) / growth;
  });
  return Math.max(0, ...ratios);
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
