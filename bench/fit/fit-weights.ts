import { type FitGap, logLikelihood, type Weights } from "./gap-model.ts";

const NAMES = [
  "bias",
  "dice",
  "containment",
  "opening",
  "lengthRatio",
  "drift",
  "split",
  "splitGain",
  "open",
] as const satisfies readonly (keyof Weights)[];

const START: Weights = {
  bias: 0,
  dice: 0,
  containment: 0,
  opening: 0,
  lengthRatio: 0,
  drift: 0,
  split: -3,
  splitGain: 0,
  open: 0,
};
/** Half of this times the squared weights is their cost: few documents must not produce large weights. */
const PENALTY = 0.5;
const ROUNDS = 150;
const STEP = 1e-4;

/**
 * The weights under which the human alignments are most likely. The likelihood has a single maximum; Adam
 * (Kingma and Ba, 2015) climbs it with gradients by finite differences. Gaps whose alignment the model cannot
 * express are left out.
 */
export function fitWeights(gaps: readonly FitGap[]): Weights {
  const possible = gaps.filter((gap) => Number.isFinite(logLikelihood(gap, START)));
  const weights: Record<keyof Weights, number> = { ...START };
  const [mean, square] = [NAMES.map(() => 0), NAMES.map(() => 0)];
  for (let round = 1; round <= ROUNDS; round++) {
    const slopes = slopesAt(weights, possible);
    const pace = 0.4 / (1 + round / 50);
    for (const [n, name] of NAMES.entries()) {
      const slope = slopes[n] ?? 0;
      mean[n] = 0.9 * (mean[n] ?? 0) + 0.1 * slope;
      square[n] = 0.99 * (square[n] ?? 0) + 0.01 * slope ** 2;
      const [m, v] = [(mean[n] ?? 0) / (1 - 0.9 ** round), (square[n] ?? 0) / (1 - 0.99 ** round)];
      weights[name] += (pace * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

/** Log-likelihood of all gaps minus the cost of the weights. */
function worthOf(weights: Weights, gaps: readonly FitGap[]): number {
  const cost = NAMES.reduce((sum, name) => sum + weights[name] ** 2, 0);
  return gaps.reduce((sum, gap) => sum + logLikelihood(gap, weights), (-PENALTY / 2) * cost);
}

function slopesAt(weights: Weights, gaps: readonly FitGap[]): number[] {
  const here = worthOf(weights, gaps);
  return NAMES.map((name) => {
    return (worthOf({ ...weights, [name]: weights[name] + STEP }, gaps) - here) / STEP;
  });
}
