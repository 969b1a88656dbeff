import type { StoryVector } from "./story-vectors.ts";

/** The stories that contain a term, with its weights. */
interface Postings {
  readonly places: number[];
  readonly weights: number[];
}

/**
 * The dot products of each of `members` with the earlier ones, in order: `visit` receives the index of a member and its
 * cosines with the earlier ones, by index; `touched` lists those above 0. A term has at most `maxPostings` postings.
 */
export function forEachProduct(
  members: readonly StoryVector[],
  maxPostings: number,
  visit: (place: number, cosines: Float64Array, touched: readonly number[]) => void,
): void {
  const postings = new Map<number, Postings>();
  const cosines = new Float64Array(members.length);
  for (const [place, vector] of members.entries()) {
    const touched = addProducts(vector, postings, cosines);
    visit(place, cosines, touched);
    for (const other of touched) {
      cosines[other] = 0;
    }
    post(vector, place, postings, maxPostings);
  }
}

function addProducts(
  { terms, weights }: StoryVector,
  postings: ReadonlyMap<number, Postings>,
  cosines: Float64Array,
): number[] {
  const touched: number[] = [];
  for (const [at, term] of terms.entries()) {
    const posted = postings.get(term);
    if (posted !== undefined) {
      addTerm(posted, weights[at] ?? 0, cosines, touched);
    }
  }
  return touched;
}

function addTerm(posted: Postings, weight: number, cosines: Float64Array, touched: number[]): void {
  for (let n = 0; n < posted.places.length; n++) {
    const place = posted.places[n] ?? 0;
    const sum = cosines[place] ?? 0;
    if (sum === 0) {
      touched.push(place);
    }
    cosines[place] = sum + weight * (posted.weights[n] ?? 0);
  }
}

function post(
  vector: StoryVector,
  place: number,
  postings: Map<number, Postings>,
  maxPostings: number,
): void {
  for (const [at, term] of vector.terms.entries()) {
    const known = postings.get(term) ?? { places: [], weights: [] };
    if (known.places.length >= maxPostings) {
      continue;
    }
    known.places.push(place);
    known.weights.push(vector.weights[at] ?? 0);
    postings.set(term, known);
  }
}
