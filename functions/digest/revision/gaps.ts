import { type Budget, type Candidate, findCandidates, type Gap, type Profiles } from "./candidates.ts";
import { type Block, heaviestChain } from "./chain.ts";
import { type Likeness, likenessOf, mergeProfiles } from "./similarity.ts";

/** From here on two sentences in the same place count as one, edited. */
const MIN_SCORE = 0.38;
/** What a pair at `MIN_SCORE` weighs: above 0, so that another edited sentence is better than none. */
const MIN_WEIGHT = 0.1;
/** Of two equally similar sentences the one at about the same place in the gap is meant. */
const DRIFT_WEIGHT = 0.05;
/** A short sentence that was written on is found again whole in the long one, with at least so much in common. */
const MIN_PART = 0.8;
const MIN_PART_DICE = 0.25;
const PART_WEIGHT = 0.6;
/** Both halves of a split sentence are found in it to this part, */
const MIN_HALF = 0.65;
/** and together they are so much more like it than the better half alone. */
const MIN_SPLIT_GAIN = 0.15;

/** The heaviest chain of similar sentences of a gap: one and one, one and two, two and one. */
export function alignGap(gap: Gap, profiles: Profiles, budget: Budget): Block[] {
  const candidates = findCandidates(gap, profiles, budget);
  const likeness = new Map(
    candidates.map((candidate) => [placeOf(candidate.i, candidate.j), candidate.likeness]),
  );
  const context = { gap, profiles, likeness };
  const blocks = candidates.flatMap((candidate) => [
    ...blockOf(candidate, { rows: 1, columns: 1 }, scoreOf(candidate.likeness), gap),
    ...splitBlock(candidate, context),
    ...mergedBlock(candidate, context),
  ]);
  return heaviestChain(blocks, (gap.columns.at(-1) ?? 0) + 1);
}

interface GapContext {
  readonly gap: Gap;
  readonly profiles: Profiles;
  readonly likeness: ReadonlyMap<string, Likeness>;
}

function placeOf(i: number, j: number): string {
  return `${i} ${j}`;
}

function scoreOf({ dice, ofBefore, ofAfter }: Likeness): number {
  const part = Math.max(ofBefore, ofAfter);
  return part >= MIN_PART && dice >= MIN_PART_DICE ? Math.max(dice, PART_WEIGHT * part) : dice;
}

function blockOf(
  { i, j }: { readonly i: number; readonly j: number },
  size: { readonly rows: number; readonly columns: number },
  score: number,
  gap: Gap,
): Block[] {
  if (score < MIN_SCORE) return [];
  return [{ i, j, ...size, weight: score - MIN_SCORE + MIN_WEIGHT - DRIFT_WEIGHT * drift(i, j, gap) }];
}

/** How far apart the places in the gap are, 0 to 1. */
function drift(i: number, j: number, { rows, columns }: Gap): number {
  const row = (i - (rows[0] ?? 0) + 0.5) / rows.length;
  const column = (j - (columns[0] ?? 0) + 0.5) / columns.length;
  return Math.abs(row - column);
}

/** One sentence that became this one and the next. */
function splitBlock({ i, j, likeness }: Candidate, { gap, profiles, ...context }: GapContext): Block[] {
  const next = context.likeness.get(placeOf(i, j + 1));
  if (next === undefined || Math.min(likeness.ofAfter, next.ofAfter) < MIN_HALF) return [];
  const halves = mergeProfiles(profiles.after(j), profiles.after(j + 1));
  const { dice } = likenessOf(profiles.before(i), halves);
  if (dice < Math.max(likeness.dice, next.dice) + MIN_SPLIT_GAIN) return [];
  return blockOf({ i, j }, { rows: 1, columns: 2 }, dice, gap);
}

/** This sentence and the next, which became one. */
function mergedBlock({ i, j, likeness }: Candidate, { gap, profiles, ...context }: GapContext): Block[] {
  const next = context.likeness.get(placeOf(i + 1, j));
  if (next === undefined || Math.min(likeness.ofBefore, next.ofBefore) < MIN_HALF) return [];
  const halves = mergeProfiles(profiles.before(i), profiles.before(i + 1));
  const { dice } = likenessOf(halves, profiles.after(j));
  if (dice < Math.max(likeness.dice, next.dice) + MIN_SPLIT_GAIN) return [];
  return blockOf({ i, j }, { rows: 2, columns: 1 }, dice, gap);
}
