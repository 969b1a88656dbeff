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
    const before = profiles.before(i);
    const { rare, most } = sharedWeights(before, postings, { profiles, budget });
    for (const [j, shared] of rare) {
      const after = profiles.after(j);
      if (likenessBy(shared + most, before, after).dice < minDice) continue;
      budget.pairs -= 1;
      const likeness = likenessOf(before, after, profiles.lexicon);
      if (likeness.dice >= minDice) candidates.push({ i, j, likeness });
    }
  }
  return candidates;
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
  { profiles, budget }: { readonly profiles: Profiles; readonly budget: Budget },
): Shared {
  const rare = new Map<number, number>();
  let most = 0;
  for (const feature of features) {
    const places = postings.get(feature) ?? [];
    const weight = profiles.lexicon.weights[feature] ?? 0;
    if (places.length > MAX_POSTINGS) most += weight;
    else for (const j of places) rare.set(j, (rare.get(j) ?? 0) + weight);
    budget.visits -= Math.min(places.length, MAX_POSTINGS);
  }
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return { rare, most };
}
