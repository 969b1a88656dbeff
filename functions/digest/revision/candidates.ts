import type { Open } from "./gap.ts";
import { type Lexicon, type Likeness, likenessBy, likenessOf, type Profile } from "./similarity.ts";

/** Two sentences that share at least one word that is not everywhere. */
export interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly likeness: Likeness;
}

/** What may still be spent; shared by all steps of one alignment, counted down. */
export interface Budget {
  /** Sentences looked at side by side, and places of words visited to find them. */
  pairs: number;
  visits: number;
  /** Cells of all grids of gaps. */
  cells: number;
  exhausted: boolean;
}

/** A feature of more sentences than this finds no candidates: it would find too many, and bad ones. */
const MAX_POSTINGS = 24;

/** Profiles of both sides, by index; made on demand, as most sentences are equal and need none. */
export interface Profiles {
  readonly before: (i: number) => Profile;
  readonly after: (j: number) => Profile;
  readonly lexicon: Lexicon;
}

/**
 * The pairs of open sentences that are worth a look and reach `minDice`, by an inverted index over the sentences after. Stops
 * when the budget is exhausted, and says so in it.
 */
export function findCandidates(open: Open, profiles: Profiles, minDice: number, budget: Budget): Candidate[] {
  const postings = indexColumns(open.columns, profiles);
  const candidates: Candidate[] = [];
  for (const i of open.rows) {
    if (budget.exhausted) break;
    for (const candidate of candidatesOf(i, postings, { profiles, budget, minDice })) {
      candidates.push(candidate);
    }
  }
  return candidates;
}

interface Search {
  readonly profiles: Profiles;
  readonly budget: Budget;
  readonly minDice: number;
}

function candidatesOf(i: number, postings: ReadonlyMap<number, number[]>, search: Search): Candidate[] {
  const { profiles, budget, minDice } = search;
  const before = profiles.before(i);
  const { rare, most } = sharedWeights(before, postings, search);
  const near = [...rare].filter(([j, shared]) => {
    return likenessBy(shared + most, before, profiles.after(j)).dice >= minDice;
  });
  budget.pairs -= near.length;
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return near
    .map(([j]) => ({ i, j, likeness: likenessOf(before, profiles.after(j), profiles.lexicon) }))
    .filter(({ likeness }) => likeness.dice >= minDice);
}

/** Indices of the sentences after that have a feature, by feature. */
function indexColumns(columns: readonly number[], profiles: Profiles): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const j of columns) {
    for (const feature of profiles.after(j).features) {
      const known = postings.get(feature);
      if (known === undefined) postings.set(feature, [j]);
      else if (known.length <= MAX_POSTINGS) known.push(j);
    }
  }
  return postings;
}

/** The weight that a sentence shares with others in rare features, and at most in all the features that are not rare. */
interface Shared {
  readonly rare: ReadonlyMap<number, number>;
  readonly most: number;
}

function sharedWeights(
  { features }: Profile,
  postings: ReadonlyMap<number, number[]>,
  { profiles, budget }: Search,
): Shared {
  const rare = new Map<number, number>();
  let most = 0;
  for (const feature of features) {
    const places = postings.get(feature) ?? [];
    const weight = profiles.lexicon.weights[feature] ?? 0;
    budget.visits -= Math.min(places.length, MAX_POSTINGS);
    if (places.length > MAX_POSTINGS) most += weight;
    else addWeight(rare, places, weight);
  }
  return { rare, most };
}

function addWeight(weights: Map<number, number>, places: readonly number[], weight: number): void {
  for (const j of places) weights.set(j, (weights.get(j) ?? 0) + weight);
}
