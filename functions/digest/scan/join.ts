import { compareKeys } from "../key-order.ts";
import type { ListedObject } from "../ports.ts";

/** The fields of a snapshot entry that the join uses. */
export interface Known {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  /** A state that was not trusted: the entry describes the one before it. */
  readonly held?: unknown;
}

/**
 * What the listing and the snapshot say about one key.
 *
 * | snapshot | listing | difference |
 * |---|---|---|
 * | – | there | `added` |
 * | there | – | `removed` |
 * | there | same ETag and size | `same` |
 * | there, and another state held back | any | `touched`: the doubt ends |
 * | there | another ETag or size | `touched`: a candidate, the hash of its text decides |
 */
export type Difference<Entry extends Known> =
  | { readonly difference: "same"; readonly before: Entry }
  | { readonly difference: "touched"; readonly before: Entry; readonly listed: ListedObject }
  | { readonly difference: "added"; readonly listed: ListedObject }
  | { readonly difference: "removed"; readonly before: Entry };

/** A difference that needs processing. */
export type Changed<Entry extends Known> = Exclude<Difference<Entry>, { readonly difference: "same" }>;

/** The difference at the smaller of the two keys. */
export function compareSides<Entry extends Known>(before: Entry, listed: ListedObject): Difference<Entry> {
  const order = compareKeys(before.key, listed.key);
  if (order < 0) {
    return { difference: "removed", before };
  }
  if (order > 0) {
    return { difference: "added", listed };
  }
  return before.etag === listed.etag && before.size === listed.size && before.held === undefined
    ? { difference: "same", before }
    : { difference: "touched", before, listed };
}
