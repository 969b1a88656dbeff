import type { Open } from "./gap.ts";
import { type Lexicon, likenessBy, type Profile, sharedWith } from "./similarity.ts";

/** Two sentences that share at least one word that is not everywhere. */
export interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly dice: number;
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
const MAX_FEATURE_POSTINGS = 24;

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
    met: new Uint32Array(columns.length),
    weights: profiles.lexicon.weights,
    budget,
  };
  const candidates: Candidate[] = [];
  for (const i of open.rows) {
    if (budget.exhausted) break;
    const before = profiles.before(i);
    const near = nearTo(before, columns, minDice, search);
    const sharedBy = sharedWith(before, profiles.lexicon);
    for (const n of near) {
      const [j = 0, after = before] = [open.columns[n], columns[n]];
      const { dice } = likenessBy(sharedBy(after), before, after);
      if (dice >= minDice) candidates.push({ i, j, dice });
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
  /** The columns that a sentence has met. */
  readonly met: Uint32Array;
  readonly weights: readonly number[];
  readonly budget: Budget;
}

/** Two flat lists, as there are about as many features as words in the story. */
function indexFeatures(columns: readonly Profile[], features: number): Postings {
  const starts = endsOf(columns, features);
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

/** Where the places of each feature end; at the very end, their number. */
function endsOf(columns: readonly Profile[], features: number): Uint32Array {
  const ends = new Uint32Array(features + 1);
  for (const column of columns) {
    for (const feature of column.features) ends[feature] = (ends[feature] ?? 0) + 1;
  }
  let end = 0;
  for (let feature = 0; feature <= features; feature++) {
    end += ends[feature] ?? 0;
    ends[feature] = end;
  }
  return ends;
}

/** Places of the columns that could reach `minDice`, did they share all that is everywhere; counted down in the budget. */
function nearTo(before: Profile, columns: readonly Profile[], minDice: number, search: Search): number[] {
  const { shared, budget } = search;
  const { met, most } = share(before, search);
  const near: number[] = [];
  for (const n of met) {
    const after = columns[n] ?? before;
    if (likenessBy((shared[n] ?? 0) + most, before, after).dice >= minDice) near.push(n);
    shared[n] = 0;
  }
  budget.pairs -= near.length;
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return near;
}

/** Adds up what a sentence shares with each column it meets; `most` is what it may share beyond, in what is everywhere. */
function share({ features }: Profile, search: Search) {
  const { starts } = search.postings;
  let [count, most] = [0, 0];
  for (const feature of features) {
    const start = starts[feature] ?? 0;
    const end = starts[feature + 1] ?? start;
    search.budget.visits -= Math.min(end - start, MAX_FEATURE_POSTINGS);
    if (end - start > MAX_FEATURE_POSTINGS) most += search.weights[feature] ?? 0;
    else count = meet(search, feature, count);
  }
  return { met: search.met.subarray(0, count), most };
}

/** Adds the weight of a feature to all columns that have it; how many columns are met then, where it were `count`. */
function meet({ postings, shared, met, weights }: Search, feature: number, count: number): number {
  const { starts, places } = postings;
  const weight = weights[feature] ?? 0;
  const end = starts[feature + 1] ?? 0;
  let known = count;
  for (let at = starts[feature] ?? end; at < end; at++) {
    const n = places[at] ?? 0;
    if (shared[n] === 0) met[known++] = n;
    shared[n] = (shared[n] ?? 0) + weight;
  }
  return known;
}
