import pMap from "p-map";
import type { AddedRecord } from "../schema.ts";
import { type CompareContext, comparePair, type Found, type Pair, type Told } from "./compare-pair.ts";
import { type Lost, type LostIndex, type Near, TIERS } from "./lost-index.ts";

/** New stories that may be lost ones; beyond this number, the last ones in key order are reported as added. */
const MAX_FOUND = 2 ** 17;
/** Compressed bytes of the texts that are compared in one run. */
const MAX_COMPARED_BYTES = 16 * 1024 * 1024;
/** Pairs compared concurrently; each may take several times `MAX_STORY_BYTES` of memory. */
const CONCURRENCY = 4;
/** A story that turned out to be another one than its best match tries the next one in the next round. */
const MAX_TRIES = 4;

/** The lost story that a new one is, and what became of its text. */
export interface Match {
  readonly lost: Lost;
  readonly told: Told;
}

/** Looks for lost stories among new ones. */
export interface Search {
  /** A new story, in key order. */
  add(record: AddedRecord): void;
  /** The stories found, by their new key; each lost story at most once. */
  finish(context: CompareContext): Promise<ReadonlyMap<string, Match>>;
}

/** Starts a search; the order of the matches is that of `findMoves`. */
export function startSearch(lost: readonly Lost[], index: LostIndex): Search {
  const state: SearchState = { lost, index, ...createLedger(lost), found: [], pairs: [] };
  const { isFree, take, matches } = state;
  return {
    add(record) {
      const same = index.firstWithText(record.hash, record.key, isFree);
      if (same === undefined || mayComeBack(same, record, state)) {
        addFound(record, state);
      } else {
        take(same, record.key, { text: "same" });
      }
    },
    async finish(context) {
      takeEqual(state, ({ hash, key }) => index.firstWithText(hash, key, isFree), "same");
      takeEqual(state, ({ match }) => index.firstWithFolded(match.folded, isFree), "cosmetic");
      await takeSimilar(state, context);
      return matches;
    },
  };
}

/** Which lost stories have been found, and as what. */
interface Ledger {
  readonly matches: ReadonlyMap<string, Match>;
  isFree(lost: number): boolean;
  take(lost: number, key: string, told: Told): void;
}

interface SearchState extends Ledger {
  readonly lost: readonly Lost[];
  readonly index: LostIndex;
  /** New stories that may be lost ones. */
  readonly found: Found[];
  /** Pairs of similar stories, packed. */
  readonly pairs: number[];
}

function createLedger(lost: readonly Lost[]): Ledger {
  const isTaken = new Uint8Array(lost.length);
  const matches = new Map<string, Match>();
  return {
    matches,
    isFree: (id) => isTaken[id] === 0,
    take(id, key, told) {
      const taken = lost[id];
      if (taken !== undefined) {
        isTaken[id] = 1;
        matches.set(key, { lost: taken, told });
      }
    },
  };
}

/** An absent story with the same text had another key, under which it may come back in the same run. */
function mayComeBack(id: number, { key, match }: AddedRecord, { lost }: SearchState): boolean {
  return match !== undefined && lost[id]?.since !== undefined && lost[id].key !== key;
}

function addFound({ key, hash, match }: AddedRecord, { index, isFree, found, pairs }: SearchState): void {
  if (match === undefined || found.length === MAX_FOUND) {
    return;
  }
  const near = index.near(match, key, isFree);
  const isEqual =
    index.firstWithText(hash, key, isFree) !== undefined ||
    index.firstWithFolded(match.folded, isFree) !== undefined;
  if (near.length > 0 || isEqual) {
    const { sketch: _, ...rest } = match;
    pairs.push(...near.map((each) => packPair(each, found.length)));
    found.push({ key, hash, match: rest });
  }
}

function takeEqual(
  { matches, take, found }: SearchState,
  equalOf: (found: Found) => number | undefined,
  text: "same" | "cosmetic",
): void {
  for (const each of found) {
    const equal = matches.has(each.key) ? undefined : equalOf(each);
    if (equal !== undefined) {
      take(equal, each.key, { text });
    }
  }
}

/** Compares pairs, the most similar first, in rounds; those that a run cannot afford to compare are taken unread if they are surely one story. */
async function takeSimilar(state: SearchState, context: CompareContext): Promise<void> {
  const { take } = state;
  const budget = createBudget(context.maxCompared);
  // Packed numbers sort as pairs do: the surest first, then in key order.
  let open = Float64Array.from(state.pairs).sort();
  for (let round = 1; round <= MAX_TRIES && open.length > 0; round += 1) {
    const chosen = chooseOnce(open, state).filter((pair) => budget.admits(sidesOf(pair, state)));
    for (const { pair, told } of await compareAll(chosen, state, context)) {
      if (told !== undefined) {
        take(unpackPair(pair).lost, sidesOf(pair, state).found.key, told);
      }
    }
    const tried = new Set(chosen);
    open = open.filter((pair) => !tried.has(pair) && isOpen(pair, state));
  }
  for (const pair of chooseOnce(open.filter(isSure), state)) {
    take(unpackPair(pair).lost, sidesOf(pair, state).found.key, { text: "uncompared" });
  }
}

function isSure(pair: number): boolean {
  return unpackPair(pair).tier <= TIERS.sameWords;
}

function isOpen(pair: number, { isFree, matches, found }: SearchState): boolean {
  const { lost: id, found: at } = unpackPair(pair);
  return isFree(id) && !matches.has(found[at]?.key ?? "");
}

function sidesOf(pair: number, { lost, found }: SearchState): Pair {
  const { lost: id, found: at } = unpackPair(pair);
  const [before, after] = [lost[id], found[at]];
  if (before === undefined || after === undefined) {
    throw new RangeError(`cannot compare pair ${pair}: there are ${lost.length} and ${found.length} stories`);
  }
  return { lost: before, found: after };
}

async function compareAll(chosen: readonly number[], state: SearchState, context: CompareContext) {
  return await pMap(chosen, async (pair) => ({ pair, told: await compareOne(pair, state, context) }), {
    concurrency: CONCURRENCY,
  });
}

/** A pair on which an invocation ended is taken unread if it is surely one story. */
async function compareOne(pair: number, state: SearchState, context: CompareContext) {
  const sides = sidesOf(pair, state);
  const read = await context.under(sides.found.key, async () => ({
    told: await comparePair(sides, context),
  }));
  return read === undefined && isSure(pair) ? ({ text: "uncompared" } as const) : read?.told;
}

/** Numbers of stories take this many bits, as there are at most `MAX_FOUND` of either. */
const STORIES = 2 ** 18;
const LIKENESSES = 32;

/** A pair as one number: tier, likeness, new story and lost story, in the order in which pairs are tried. */
function packPair({ lost, tier, likeness }: Near, found: number): number {
  const rank = tier * (LIKENESSES + 1) + LIKENESSES - Math.min(LIKENESSES, Math.round(likeness * LIKENESSES));
  return (rank * STORIES + found) * STORIES + lost;
}

function unpackPair(pair: number): { readonly tier: number; readonly found: number; readonly lost: number } {
  const stories = pair % STORIES ** 2;
  const rank = (pair - stories) / STORIES ** 2;
  return {
    tier: Math.floor(rank / (LIKENESSES + 1)),
    found: Math.floor(stories / STORIES),
    lost: stories % STORIES,
  };
}

/** The first of these pairs, which are sorted, that are open and have no story in common with one before. */
function chooseOnce(pairs: Float64Array, state: SearchState): readonly number[] {
  const [losts, founds] = [new Set<number>(), new Set<number>()];
  const chosen: number[] = [];
  for (const pair of pairs) {
    const { lost, found } = unpackPair(pair);
    if (!losts.has(lost) && !founds.has(found) && isOpen(pair, state)) {
      losts.add(lost);
      founds.add(found);
      chosen.push(pair);
    }
  }
  return chosen;
}

/** Admits pairs to be compared as long as a run can afford them. */
function createBudget(maxCompared: number) {
  let [pairs, bytes] = [maxCompared, MAX_COMPARED_BYTES];
  return {
    admits({ lost, found }: Pair): boolean {
      const size = (lost.match?.place?.length ?? 0) + (found.match.place?.length ?? 0);
      if (pairs === 0 || size > bytes) {
        return false;
      }
      pairs -= 1;
      bytes -= size;
      return true;
    },
  };
}
