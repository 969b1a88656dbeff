import { nameStemsOf } from "../summary/name-stems.ts";
import { stemsOf } from "../summary/stems.ts";
import { countTerms, documentFrequencies, vectorOf } from "../summary/vectors.ts";

/**
 * Stories added to the count in the idf, as if none of them had the term: a corpus of seven stories has no idf of its own,
 * and what two stories of one event share is in all stories of a corpus of two.
 */
const BACKGROUND_STORIES = 100;
/** Names tell events apart better than other words do. */
const NAME_WEIGHT = 2;
/** The weightiest terms of a story count; fewer where there are many stories. */
const MAX_TERMS = 120;
const MAX_TERMS_OF_MANY = 60;
const MANY_STORIES = 1000;

/** A story as numbered terms and their weights, of length 1. */
export interface StoryVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** The tf-idf vectors of some texts, in their order. */
export function vectorsOf(texts: readonly string[]): StoryVector[] {
  const counts = texts.map((text) => countTerms(stemsOf(text)));
  const frequencies = documentFrequencies(counts);
  const numbers = new Map([...frequencies.keys()].map((term, number) => [term, number]));
  const names = nameStemsOf(texts);
  const idf = (term: string) =>
    Math.log((BACKGROUND_STORIES + texts.length + 1) / ((frequencies.get(term) ?? 0) + 0.5));
  const weightOf = (term: string, count: number) =>
    (1 + Math.log(count)) * idf(term) * (names.has(term) ? NAME_WEIGHT : 1);
  const limit = texts.length > MANY_STORIES ? MAX_TERMS_OF_MANY : MAX_TERMS;
  return counts.map((terms) => {
    const vector = vectorOf(weightiest(terms, weightOf, limit), weightOf);
    return { terms: [...vector.keys()].map((term) => numbers.get(term) ?? 0), weights: [...vector.values()] };
  });
}

function weightiest(
  terms: ReadonlyMap<string, number>,
  weightOf: (term: string, count: number) => number,
  limit: number,
): ReadonlyMap<string, number> {
  if (terms.size <= limit) return terms;
  const weighed = [...terms].map(([term, count]) => ({ term, count, weight: weightOf(term, count) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  return new Map(weighed.slice(0, limit).map(({ term, count }) => [term, count]));
}

/** Which stories have a term, and with what weight. */
export interface Postings {
  readonly places: number[];
  readonly weights: number[];
}

/**
 * The products of each of `members` with those before it, one after the other: `visit` gets the place of a member and,
 * by place, the cosines with earlier ones; `touched` names those above 0. A term posts at most `maxPostings` members.
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
    for (const other of touched) cosines[other] = 0;
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
    if (posted !== undefined) addTerm(posted, weights[at] ?? 0, cosines, touched);
  }
  return touched;
}

function addTerm(posted: Postings, weight: number, cosines: Float64Array, touched: number[]): void {
  for (let n = 0; n < posted.places.length; n++) {
    const place = posted.places[n] ?? 0;
    const sum = cosines[place] ?? 0;
    if (sum === 0) touched.push(place);
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
    if (known.places.length >= maxPostings) continue;
    known.places.push(place);
    known.weights.push(vector.weights[at] ?? 0);
    postings.set(term, known);
  }
}
