import { addShingles, MAX_OWNERS, ownersOf, shingleIndex } from "../../text/shingles.ts";
import type { RemovedRecord } from "../schema.ts";
import { type Identity, SKETCH_VALUES, sketchValues } from "./identity.ts";

/** A story that is gone, as far as it is needed once it is found again. */
export interface Lost extends Pick<RemovedRecord, "key" | "hash" | "firstSeen" | "lastChanged" | "earlier"> {
  /** Absent in records of version 2 and before: such a story is found by the hash of its text only. */
  readonly match?: Omit<NonNullable<RemovedRecord["match"]>, "sketch">;
  /** Of an absent story, the slot of the first run that missed it; without one, that is this run. */
  readonly since?: string;
}

/** How sure it is, before the texts are compared, that two stories are one; the lower, the surer. */
export const TIERS = {
  sameKey: 0,
  sameHeadline: 1,
  sameWords: 2,
  similarWords: 3,
  onlySameHeadline: 4,
} as const;

type Tier = (typeof TIERS)[keyof typeof TIERS];

/** A lost story that a new one may be; `likeness` estimates the share of their shingles in common. */
export interface Near {
  readonly lost: number;
  readonly tier: Tier;
  readonly likeness: number;
}

/** Lost stories by what they are recognised by. A lost story is a number, its place in the list. */
export interface LostIndex {
  /** The first one with this text, or this folded text, that is free; rather the one that had this key. */
  firstWithText(hash: string, key: string, isFree: IsFree): number | undefined;
  firstWithFolded(folded: string, isFree: IsFree): number | undefined;
  /** Free ones with the same key, a similar text or the same headline, at most {@link MAX_NEAR}, the surest first. */
  near(identity: Identity, key: string, isFree: IsFree): readonly Near[];
}

/** Whether a lost story has not been found yet; once false, always false. */
export type IsFree = (lost: number) => boolean;

/** Lost stories that are considered for a new one. */
const MAX_NEAR = 8;
/** From this share of common values on, two texts are worth comparing. */
const MIN_LIKENESS = 0.25;
/** From this share on, of at least so many values, they hardly are different stories. */
const SURE_LIKENESS = 0.5;
const SURE_VALUES = 8;

/**
 * Indexes lost stories, with the sketch of each. Values that {@link MAX_OWNERS} stories share are stock phrases and tell
 * nothing; of stories with one headline, the first that many are considered. About linear, some 200 bytes a story.
 */
export function createLostIndex(lost: readonly Lost[], sketches: readonly string[]): LostIndex {
  const byText = chainBy(lost, ({ hash }) => hash);
  const byFolded = chainBy(lost, ({ match }) => match?.folded);
  const byKey = chainBy(lost, ({ key, since }) => (since === undefined ? undefined : key));
  const byHeadline = chainBy(lost, ({ match }) => match?.headline);
  const sizes = new Uint8Array(lost.length);
  const shingles = shingleIndex(SKETCH_VALUES * lost.length);
  for (const [id, sketch] of sketches.entries()) {
    const values = sketchValues(sketch);
    sizes[id] = values.length;
    addShingles(shingles, values, id);
  }
  return {
    firstWithText(hash, key, isFree) {
      const own = byKey.some(key, MAX_OWNERS).find((id) => isFree(id) && lost[id]?.hash === hash);
      return own ?? byText.first(hash, isFree);
    },
    firstWithFolded: byFolded.first,
    near({ headline, sketch }, key, isFree) {
      const owners = [...sketchValues(sketch)].map((value) => ownersOf(shingles, value));
      const telling = owners.filter(({ length }) => length < MAX_OWNERS);
      const shared = new Map<number, number>();
      for (const id of telling.flat()) {
        shared.set(id, (shared.get(id) ?? 0) + 1);
      }
      for (const id of [...byKey.some(key, MAX_OWNERS), ...byHeadline.some(headline, MAX_OWNERS)]) {
        shared.set(id, shared.get(id) ?? 0);
      }
      const found = [...shared].flatMap(([id, count]) => {
        const values = Math.min(telling.length, sizes[id] ?? 0);
        const isSameHeadline = lost[id]?.match?.headline === headline;
        const likeness = count / Math.max(1, values);
        const isSameKey = lost[id]?.since !== undefined && lost[id].key === key;
        const tier = isSameKey ? TIERS.sameKey : tierOf({ likeness, values, isSameHeadline });
        return tier === undefined || !isFree(id) ? [] : [{ lost: id, tier, likeness }];
      });
      return found.sort(compareNear).slice(0, MAX_NEAR);
    },
  };
}

/** Compares in the order in which pairs are tried. */
function compareNear(a: Near, b: Near): number {
  return a.tier - b.tier || b.likeness - a.likeness || a.lost - b.lost;
}

function tierOf({
  likeness,
  values,
  isSameHeadline,
}: {
  readonly likeness: number;
  readonly values: number;
  readonly isSameHeadline: boolean;
}): Tier | undefined {
  if (likeness < MIN_LIKENESS) {
    const isOther = !isSameHeadline || (likeness === 0 && values === SKETCH_VALUES);
    return isOther ? undefined : TIERS.onlySameHeadline;
  }
  if (isSameHeadline) {
    return TIERS.sameHeadline;
  }
  return likeness >= SURE_LIKENESS && values >= SURE_VALUES ? TIERS.sameWords : TIERS.similarWords;
}

/** The stories with each value, in order. */
interface Chains {
  first(value: string, isFree: IsFree): number | undefined;
  some(value: string, limit: number): readonly number[];
}

/** The first story of each value in a map, the next after each story in one array. */
function chainBy(lost: readonly Lost[], keyOf: (lost: Lost) => string | undefined): Chains {
  const first = new Map<string, number>();
  const next = new Int32Array(lost.length).fill(NONE);
  for (const [back, story] of lost.toReversed().entries()) {
    const value = keyOf(story);
    if (value !== undefined) {
      const id = lost.length - 1 - back;
      next[id] = first.get(value) ?? NONE;
      first.set(value, id);
    }
  }
  return {
    first(value, isFree) {
      const known = first.get(value);
      let id = known ?? NONE;
      while (id !== NONE && !isFree(id)) {
        id = next[id] ?? NONE;
      }
      if (id !== known && known !== undefined) {
        first.set(value, id);
      }
      return id === NONE ? undefined : id;
    },
    some(value, limit) {
      const ids: number[] = [];
      for (let id = first.get(value) ?? NONE; id !== NONE && ids.length < limit; id = next[id] ?? NONE) {
        ids.push(id);
      }
      return ids;
    },
  };
}

const NONE = -1;
