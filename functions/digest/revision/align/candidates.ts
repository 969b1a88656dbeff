import type { Unaligned } from "./gap.ts";
import { diceOf, type Lexicon, type Profile, sharedWith } from "./similarity.ts";

/** Two sentences that share at least one uncommon term. */
export interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly dice: number;
}

/** Remaining budget, shared by all steps of one alignment and counted down. */
export interface Budget {
  /** Sentence pairs compared, and postings visited to find them. */
  pairs: number;
  visits: number;
  /** Cells of all gap grids. */
  cells: number;
  exhausted: boolean;
}

/** A term in more sentences than this is not used to find candidates: they would be many and poor. */
const MAX_TERM_POSTINGS = 24;

/** Profiles of both sides, by index; built on demand, as most sentences are equal and need none. */
export interface Profiles {
  readonly before: (i: number) => Profile;
  readonly after: (j: number) => Profile;
  readonly lexicon: Lexicon;
}

/**
 * The pairs of unaligned sentences that reach `minDice`, found by an inverted index over the sentences after. Stops when
 * the budget runs out, and marks it `exhausted`.
 */
export function findCandidates(
  open: Unaligned,
  profiles: Profiles,
  minDice: number,
  budget: Budget,
): Candidate[] {
  const columns = open.columns.map(profiles.after);
  const search = {
    postings: indexTerms(columns, profiles.lexicon.weights.length),
    shared: new Float64Array(columns.length),
    met: new Uint32Array(columns.length),
    weights: profiles.lexicon.weights,
    budget,
  };
  const candidates: Candidate[] = [];
  for (const i of open.rows) {
    if (budget.exhausted) {
      break;
    }
    const before = profiles.before(i);
    const near = nearTo(before, columns, minDice, search);
    const sharedBy = sharedWith(before, profiles.lexicon);
    for (const n of near) {
      const after = columns[n] ?? before;
      const dice = diceOf(sharedBy(after), before, after);
      if (dice >= minDice) {
        candidates.push({ i, j: open.columns[n] ?? 0, dice });
      }
    }
  }
  return candidates;
}

/** Inverted index: the entries of term t run from `starts[t]` up to `starts[t + 1]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

/** Working state of the candidate search. */
interface Search {
  readonly postings: Postings;
  /** Weight of the uncommon terms shared with each column; reset to 0 between sentences. */
  readonly shared: Float64Array;
  /** Columns that share an uncommon term with the sentence. */
  readonly met: Uint32Array;
  readonly weights: readonly number[];
  readonly budget: Budget;
}

/** Two flat arrays, as a story has about as many terms as words. */
function indexTerms(columns: readonly Profile[], terms: number): Postings {
  const starts = endsOf(columns, terms);
  const entries = new Uint32Array(starts[terms] ?? 0);
  for (const [n, column] of columns.entries()) {
    for (const term of column.terms) {
      const at = (starts[term] ?? 0) - 1;
      entries[at] = n;
      starts[term] = at;
    }
  }
  return { starts, entries };
}

/** The end of the entries of each term; the last element is their total number. */
function endsOf(columns: readonly Profile[], terms: number): Uint32Array {
  const ends = new Uint32Array(terms + 1);
  for (const column of columns) {
    for (const term of column.terms) {
      ends[term] = (ends[term] ?? 0) + 1;
    }
  }
  let end = 0;
  for (let term = 0; term <= terms; term++) {
    end += ends[term] ?? 0;
    ends[term] = end;
  }
  return ends;
}

/** Columns that would reach `minDice` if they shared all common terms; charged to the budget. */
function nearTo(before: Profile, columns: readonly Profile[], minDice: number, search: Search): number[] {
  const { shared, budget } = search;
  const { met, most } = share(before, search);
  const near: number[] = [];
  for (const n of met) {
    const after = columns[n] ?? before;
    if (diceOf((shared[n] ?? 0) + most, before, after) >= minDice) {
      near.push(n);
    }
    shared[n] = 0;
  }
  budget.pairs -= near.length;
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return near;
}

/** Sums the uncommon terms shared with each column; `most` is the largest further weight that common terms could add. */
function share({ terms }: Profile, search: Search) {
  const { starts } = search.postings;
  let [count, most] = [0, 0];
  for (const term of terms) {
    const start = starts[term] ?? 0;
    const end = starts[term + 1] ?? start;
    search.budget.visits -= Math.min(end - start, MAX_TERM_POSTINGS);
    if (end - start > MAX_TERM_POSTINGS) {
      most += search.weights[term] ?? 0;
    } else {
      count = meet(search, term, count);
    }
  }
  return { met: search.met.subarray(0, count), most };
}

/** Adds the weight of a term to every column that has it; returns the new number of columns met, from `count`. */
function meet({ postings, shared, met, weights }: Search, term: number, count: number): number {
  const { starts, entries } = postings;
  const weight = weights[term] ?? 0;
  const end = starts[term + 1] ?? 0;
  let known = count;
  for (let at = starts[term] ?? end; at < end; at++) {
    const n = entries[at] ?? 0;
    if (shared[n] === 0) {
      met[known++] = n;
    }
    shared[n] = (shared[n] ?? 0) + weight;
  }
  return known;
}
