import { compareKeys } from "../../functions/digest/key-order.ts";
import type { ListedObject } from "../../functions/digest/ports.ts";
import { compareSides, type Difference, type Known } from "../../functions/digest/scan/join.ts";

/**
 * The join in its plain form, the reference for `joinPages`. Walks snapshot and listing in
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
