import { compareKeys } from "../../functions/digest/key-order.ts";
import type { KeyRange } from "../../functions/digest/ports.ts";

/** The keys of a local store in S3's order. */
export interface KeyIndex {
  add(key: string): void;
  remove(key: string): void;
  /** The first keys of the range, at most `limit`. */
  first(range: KeyRange, limit: number): readonly string[];
}

/** Sorts on the first read after a write, not on each write: a million keys take about two seconds. */
export function createKeyIndex(initial: Iterable<string>): KeyIndex {
  const known = new Set(initial);
  let sorted: readonly string[] | undefined;
  return {
    add(key) {
      sorted = known.has(key) ? sorted : undefined;
      known.add(key);
    },
    remove(key) {
      sorted = known.delete(key) ? undefined : sorted;
    },
    first(range, limit) {
      sorted ??= [...known].sort(compareKeys);
      return keysOf(sorted, range, limit);
    },
  };
}

function keysOf(
  keys: readonly string[],
  { prefix = "", after, upTo }: KeyRange,
  limit: number,
): readonly string[] {
  const from = position(keys, (key) => compareKeys(key, prefix) >= 0);
  const past = after === undefined ? 0 : position(keys, (key) => compareKeys(key, after) > 0);
  const found: string[] = [];
  for (let i = Math.max(from, past); i < keys.length && found.length < limit; i += 1) {
    const key = keys[i] ?? "";
    if (!key.startsWith(prefix) || (upTo !== undefined && compareKeys(key, upTo) > 0)) {
      break;
    }
    found.push(key);
  }
  return found;
}

/** The index of the first key that meets a condition which, once true, stays true. */
function position(keys: readonly string[], holds: (key: string) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(keys[middle] ?? "")) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
