import { diffArrays } from "diff";
import type { Fact, Place } from "./fact-tokens.ts";

/** Edit distance, in words and facts, up to which facts are paired by place; beyond it, in order. */
export const MAX_FACT_EDIT_LENGTH = 300;

/** A sentence, read for facts. */
export interface Reading {
  readonly places: readonly Place[];
  readonly facts: readonly Fact[];
  readonly quotations: readonly Fact[];
}

/** A fact that is another one now, is new (no `before`) or gone (no `after`). */
export type FactPair =
  | { readonly before: Fact; readonly after: Fact }
  | { readonly before: Fact; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Fact };

/** Facts between the same kept words. */
interface Hunk {
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
}

/**
 * The facts that differ between two readings. Within a hunk equal facts cancel, then facts of one kind pair up in
 * order; what is left over cancels against equal facts of other hunks (a clause that moved), and the rest appeared or
 * disappeared.
 */
export function pairFacts(before: Reading, after: Reading, maxEditLength: number): FactPair[] {
  const hunks = hunksOf(before, after, maxEditLength).map(({ before, after }) => cancelEqual(before, after));
  const inPlace = hunks.map(({ before, after }) => pairInOrder(before, after));
  const rest = cancelEqual(
    inPlace.flatMap((hunk) => hunk.before),
    inPlace.flatMap((hunk) => hunk.after),
  );
  const pairs = inPlace.flatMap((hunk) => hunk.pairs).filter((pair) => !isSame(pair.before, pair.after));
  return [
    ...pairs,
    ...rest.after.map((fact): FactPair => ({ after: fact })),
    ...rest.before.map((fact): FactPair => ({ before: fact })),
    ...pairQuotations(before.quotations, after.quotations),
  ];
}

interface Unit {
  readonly form: string;
  readonly fact?: Fact;
}

/** Words outside facts by their form, facts by kind and value. */
function unitsOf({ places, facts }: Reading): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const fact of facts) {
    for (; at < fact.from; at++) units.push({ form: places[at]?.form ?? "" });
    units.push({ form: `${fact.kind}\n${fact.value}`, fact });
    at = fact.to;
  }
  for (; at < places.length; at++) units.push({ form: places[at]?.form ?? "" });
  return units;
}

function hunksOf(before: Reading, after: Reading, maxEditLength: number): Hunk[] {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  const parts = diffArrays(formsOf(a), formsOf(b), { maxEditLength });
  if (parts === undefined) return [{ before: before.facts, after: after.facts }];
  const hunks: { before: Fact[]; after: Fact[] }[] = [{ before: [], after: [] }];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    const hunk = hunks.at(-1);
    if (removed) hunk?.before.push(...factsOf(a.slice(i, i + count)));
    else if (added) hunk?.after.push(...factsOf(b.slice(j, j + count)));
    else hunks.push({ before: [], after: [] });
    i += added ? 0 : count;
    j += removed ? 0 : count;
  }
  return hunks;
}

function formsOf(units: readonly Unit[]): string[] {
  return units.map((unit) => unit.form);
}

function factsOf(units: readonly Unit[]): Fact[] {
  return units.flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
}

function cancelEqual(before: readonly Fact[], after: readonly Fact[]): Hunk {
  const counts = new Map<string, number>();
  const nameOf = (fact: Fact) => `${fact.kind}\n${fact.value}`;
  for (const fact of after) counts.set(nameOf(fact), (counts.get(nameOf(fact)) ?? 0) + 1);
  const common = new Map<string, number>();
  const left = before.filter((fact) => {
    const count = counts.get(nameOf(fact)) ?? 0;
    if (count === 0) return true;
    counts.set(nameOf(fact), count - 1);
    common.set(nameOf(fact), (common.get(nameOf(fact)) ?? 0) + 1);
    return false;
  });
  const added = after.filter((fact) => {
    const count = common.get(nameOf(fact)) ?? 0;
    common.set(nameOf(fact), count - 1);
    return count <= 0;
  });
  return { before: left, after: added };
}

interface InOrder extends Hunk {
  readonly pairs: readonly { readonly before: Fact; readonly after: Fact }[];
}

/** Pairs the first of a kind with the first of it, and so on; a negation is there or not, and never pairs. */
function pairInOrder(before: readonly Fact[], after: readonly Fact[]): InOrder {
  const pairs: { before: Fact; after: Fact }[] = [];
  const open = [...after];
  const left = before.filter((fact) => {
    const at = fact.kind === "negation" ? -1 : open.findIndex(({ kind }) => kind === fact.kind);
    const [partner] = at < 0 ? [] : open.splice(at, 1);
    if (partner === undefined) return true;
    pairs.push({ before: fact, after: partner });
    return false;
  });
  return { before: left, after: open, pairs };
}

/** "Putin" and "Vladimir Putin" are one name: the words of one are among the words of the other. */
function isSame(before: Fact, after: Fact): boolean {
  if (before.kind !== "name" || after.kind !== "name") return false;
  const [a, b] = [before.value.split(" "), after.value.split(" ")];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word));
}

/** Quotations by their words; one that was only cut in two by its speaker is the same. */
function pairQuotations(before: readonly Fact[], after: readonly Fact[]): FactPair[] {
  if (wordsOf(before) === wordsOf(after)) return [];
  const rest = cancelEqual(before, after);
  const { pairs, ...open } = pairInOrder(rest.before, rest.after);
  return [
    ...pairs,
    ...open.after.map((fact): FactPair => ({ after: fact })),
    ...open.before.map((fact): FactPair => ({ before: fact })),
  ];
}

function wordsOf(quotations: readonly Fact[]): string {
  return quotations.map((fact) => fact.value).join(" ");
}
