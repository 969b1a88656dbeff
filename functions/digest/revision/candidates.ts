import type { Open } from "./gap.ts";
import { type Lexicon, type Likeness, likenessOf, type Profile } from "./similarity.ts";

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
  const columns = open.columns.map(profiles.after);
  const search = {
    postings: indexFeatures(columns, profiles.lexicon.weights.length),
    shared: new Float64Array(columns.length),
    weights: profiles.lexicon.weights,
    budget,
  };
  const candidates: Candidate[] = [];
  for (const i of open.rows) {
    if (budget.exhausted) break;
    const before = profiles.before(i);
    for (const n of nearTo(before, columns, minDice, search)) {
      const [j = 0, after = before] = [open.columns[n], columns[n]];
      const likeness = likenessOf(before, after, profiles.lexicon);
      if (likeness.dice >= minDice) candidates.push({ i, j, likeness });
    }
  }
  return candidates;
}

/** The sentences that have a feature, by feature: those from `starts` of it up to that of the next one. */
interface Postings {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** What is looked up for each sentence. */
interface Search {
  readonly postings: Postings;
  /** The weight that a sentence shares with each column in features that are not everywhere; all 0 between two sentences. */
  readonly shared: Float64Array;
  readonly weights: readonly number[];
  readonly budget: Budget;
}

/** Two flat lists, as there are as many features as words in the story. */
function indexFeatures(columns: readonly Profile[], features: number): Postings {
  const starts = new Uint32Array(features + 1);
  for (const column of columns) {
    for (const feature of column.features) starts[feature] = (starts[feature] ?? 0) + 1;
  }
  for (let feature = 1; feature <= features; feature++) {
    starts[feature] = (starts[feature] ?? 0) + (starts[feature - 1] ?? 0);
  }
  const places = new Uint32Array(starts[features] ?? 0);
  for (const [n, column] of columns.entries()) {
    for (const feature of column.features) {
      const at = (starts[feature] ?? 0) - 1;
      places[at] = n;
      starts[feature] = at;
    }
  }
  return { starts, places };
}

/** Places of the columns that could reach `minDice`, did they share all that is everywhere; counted down in the budget. */
function nearTo(before: Profile, columns: readonly Profile[], minDice: number, search: Search): number[] {
  const { shared, budget } = search;
  const { met, most } = share(before, search);
  const near = met.filter((n) => {
    const whole = before.weight + (columns[n]?.weight ?? 0);
    return 2 * ((shared[n] ?? 0) + most) >= minDice * whole;
  });
  for (const n of met) shared[n] = 0;
  budget.pairs -= near.length;
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return near;
}

/** Adds up what a sentence shares with each column it meets; `most` is what it may share beyond, in what is everywhere. */
function share({ features }: Profile, { postings, shared, weights, budget }: Search) {
  const { starts, places } = postings;
  const met: number[] = [];
  let most = 0;
  for (const feature of features) {
    const [start = 0, end = start] = [starts[feature], starts[feature + 1]];
    const weight = weights[feature] ?? 0;
    budget.visits -= Math.min(end - start, MAX_POSTINGS);
    if (end - start > MAX_POSTINGS) most += weight;
    else {
      for (let at = start; at < end; at++) {
        const n = places[at] ?? 0;
        if (shared[n] === 0) met.push(n);
        shared[n] = (shared[n] ?? 0) + weight;
      }
    }
  }
  return { met, most };
}
