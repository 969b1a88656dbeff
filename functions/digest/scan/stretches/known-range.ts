import { compareKeys } from "../../key-order.ts";
import type { UnreadPage } from "../../ports.ts";
import type { KnownStretch } from "../../snapshot/fingerprints.ts";
import type { Bounds } from "../../snapshot/snapshot.ts";
import { spell } from "../../store/object-page.ts";

/** A range of keys, and the stretches that end in it. */
export interface KnownRange {
  readonly bounds: Bounds;
  readonly stretches: readonly KnownStretch[];
  /** Its last key as the listing spells it, as far as that is known; empty: the range goes on to the end of the listing. */
  readonly spelledEnd: string;
}

/** The range with those of all stretches, which are in key order, that end in it. */
export function knownRange(bounds: Bounds, stretches: readonly KnownStretch[]): KnownRange {
  const { after, upTo } = bounds;
  const from = after === undefined ? 0 : countUpTo(stretches, after);
  const to = upTo === undefined ? stretches.length : countUpTo(stretches, upTo);
  const within = stretches.slice(from, to);
  const last = within.at(-1);
  const spelled = upTo === undefined ? "" : spell(upTo);
  return { bounds, stretches: within, spelledEnd: last?.upTo === upTo ? (last?.anchor ?? spelled) : spelled };
}

/** The number of stretches that end at or before this key. */
function countUpTo(stretches: readonly KnownStretch[], key: string): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const upTo = stretches[middle]?.upTo;
    if (upTo !== undefined && compareKeys(upTo, key) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Where the range ends in a page, and whether nothing of it comes after that page. */
export function endIn(
  page: UnreadPage,
  { bounds: { upTo }, spelledEnd }: KnownRange,
): { readonly place: number; readonly isLast: boolean } {
  const order = upTo === undefined ? -1 : compareKeys(page.last, upTo);
  const isWithin = upTo === undefined || order <= 0;
  const place = isWithin ? page.end : (page.placeAfter(spelledEnd) ?? page.placeUpTo(upTo));
  return { place, isLast: order >= 0 };
}
