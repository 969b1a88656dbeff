import { compareKeys } from "../key-order.ts";
import type { ListedObject } from "../ports.ts";

/** The fields of a snapshot entry that the join uses. */
export interface Known {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
}

/**
 * What the listing and the snapshot say about one key.
 *
 * | snapshot | listing | difference |
 * |---|---|---|
 * | – | there | `added` |
 * | there | – | `removed` |
 * | there | same ETag and size | `same` |
 * | there | another ETag or size | `touched`: a candidate, the hash of its text decides |
 */
export type Difference<Entry extends Known> =
  | { readonly difference: "same"; readonly before: Entry }
  | { readonly difference: "touched"; readonly before: Entry; readonly listed: ListedObject }
  | { readonly difference: "added"; readonly listed: ListedObject }
  | { readonly difference: "removed"; readonly before: Entry };

/** A difference that needs processing. */
export type Changed<Entry extends Known> = Exclude<Difference<Entry>, { readonly difference: "same" }>;

/**
 * The join in its plain form: the reference for `joinPages`, which runs use. Walks snapshot and listing in
 * parallel, both in {@link compareKeys} order, and yields one difference per key in that order. Constant
 * memory, linear time. Throws if a side is out of order or repeats a key, because every later difference would
 * be wrong.
 */
export async function* joinListing<Entry extends Known>(
  before: Iterable<Entry> | AsyncIterable<Entry>,
  listed: Iterable<ListedObject> | AsyncIterable<ListedObject>,
): AsyncGenerator<Difference<Entry>, void, undefined> {
  const left = inOrder(before, "snapshot");
  const right = inOrder(listed, "listing");
  let entry = await next(left);
  let object = await next(right);
  let difference = compareEnds(entry, object);
  while (difference !== undefined) {
    yield difference;
    entry = difference.difference === "added" ? entry : await next(left);
    object = difference.difference === "removed" ? object : await next(right);
    difference = compareEnds(entry, object);
  }
}

/** The same at the end of a side; `undefined` at the end of both. */
function compareEnds<Entry extends Known>(
  before: Entry | undefined,
  listed: ListedObject | undefined,
): Difference<Entry> | undefined {
  if (before === undefined) {
    return listed && { difference: "added", listed };
  }
  return listed === undefined ? { difference: "removed", before } : compareSides(before, listed);
}

/** The difference at the smaller of the two keys. */
export function compareSides<Entry extends Known>(before: Entry, listed: ListedObject): Difference<Entry> {
  const order = compareKeys(before.key, listed.key);
  if (order < 0) {
    return { difference: "removed", before };
  }
  if (order > 0) {
    return { difference: "added", listed };
  }
  return before.etag === listed.etag && before.size === listed.size
    ? { difference: "same", before }
    : { difference: "touched", before, listed };
}

async function next<T>(side: AsyncGenerator<T, void, undefined>): Promise<T | undefined> {
  const step = await side.next();
  return step.done ? undefined : step.value;
}

async function* inOrder<T extends { readonly key: string }>(
  side: Iterable<T> | AsyncIterable<T>,
  name: string,
): AsyncGenerator<T, void, undefined> {
  let last: string | undefined;
  for await (const element of side) {
    if (last !== undefined && compareKeys(last, element.key) >= 0) {
      throw new Error(
        `cannot join the ${name}: key ${JSON.stringify(element.key)} came after ${JSON.stringify(last)}, keys must ascend in UTF-8 byte order`,
      );
    }
    last = element.key;
    yield element;
  }
}
