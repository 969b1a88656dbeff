import { type Likeness, likenessOf, type Profile } from "./similarity.ts";

/** Indices of sentences before and after that nothing is aligned with yet, ascending. */
export interface Gap {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Two sentences that share at least one word that is not everywhere. */
export interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly likeness: Likeness;
}

/** What may still be spent; shared by all steps of one alignment, counted down. */
export interface Budget {
  pairs: number;
  visits: number;
  exhausted: boolean;
}

/** A feature of more sentences than this finds no candidates: it would find too many, and bad ones. */
const MAX_POSTINGS = 24;

/** Profiles of both sides, by index; made on demand, as most sentences are equal and need none. */
export interface Profiles {
  readonly before: (i: number) => Profile;
  readonly after: (j: number) => Profile;
}

/**
 * The pairs of a gap that are worth a look, by an inverted index over the sentences after. Stops when the
 * budget is exhausted, and says so in it.
 */
export function findCandidates(gap: Gap, profiles: Profiles, budget: Budget): Candidate[] {
  const postings = indexColumns(gap.columns, profiles);
  const candidates: Candidate[] = [];
  for (const i of gap.rows) {
    if (budget.exhausted) break;
    const before = profiles.before(i);
    for (const j of columnsOf(before, postings, budget)) {
      candidates.push({ i, j, likeness: likenessOf(before, profiles.after(j)) });
    }
  }
  return candidates;
}

function indexColumns(columns: readonly number[], profiles: Profiles): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const j of columns) {
    for (const feature of profiles.after(j).features.keys()) {
      const known = postings.get(feature);
      if (known === undefined) postings.set(feature, [j]);
      else if (known.length <= MAX_POSTINGS) known.push(j);
    }
  }
  return postings;
}

function columnsOf(before: Profile, postings: ReadonlyMap<string, number[]>, budget: Budget): Set<number> {
  const columns = new Set<number>();
  for (const feature of before.features.keys()) {
    const places = postings.get(feature) ?? [];
    if (places.length > MAX_POSTINGS) continue;
    budget.visits -= places.length;
    for (const j of places) columns.add(j);
  }
  budget.pairs -= columns.size;
  budget.exhausted ||= budget.pairs < 0 || budget.visits < 0;
  return columns;
}
