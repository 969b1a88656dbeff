import { seededRandom } from "../data/random.ts";
import { meanOf } from "./mean.ts";

const RESAMPLES = 2000;
const SEED = 1;
const LEVEL = 0.95;

/** A mean difference and its range in 95 of 100 resamples. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean of paired differences, with its percentile bootstrap interval (Efron and Tibshirani, "An
 * Introduction to the Bootstrap", 1993, chapter 13): 2,000 seeded resamples, so the same differences give the
 * same interval. All 0 without any.
 */
export function pairedBootstrap(differences: readonly number[]): Interval {
  const random = seededRandom(SEED);
  const draw = () => differences[Math.floor(random() * differences.length)] ?? 0;
  const means = Array.from({ length: RESAMPLES }, () => meanOf(differences.map(draw))).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return { mean: meanOf(differences), low: at((1 - LEVEL) / 2), high: at((1 + LEVEL) / 2) };
}
