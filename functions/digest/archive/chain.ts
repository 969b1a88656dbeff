import type { ObjectStore } from "../ports.ts";
import { readHead } from "../snapshot/head.ts";
import { readSnapshot } from "../snapshot/snapshot.ts";

/** An edition that a run has committed. */
export interface Committed {
  readonly slot: string;
  /** Key of `edition.json`. */
  readonly edition: string;
  /** Key of the snapshot that the commit made current. */
  readonly snapshot: string;
}

/** Editions that are looked back at: ten years of one a day. */
const MAX_EDITIONS = 4_000;

/**
 * The editions that were committed, oldest first, found from the head by way of each snapshot's parent; those up to `known`, which is
 * in the chain, are left out. Empty without a head. One GET each.
 */
export async function committedEditions(state: ObjectStore, known?: string): Promise<readonly Committed[]> {
  const found = await readHead(state);
  const editions: Committed[] = [];
  let key = found.state === "current" ? found.head.snapshot : null;
  while (key !== null && key !== known && editions.length < MAX_EDITIONS) {
    const { slot, edition, parent } = await readSnapshot(state, key);
    editions.push({ slot, edition, snapshot: key });
    key = parent;
  }
  return editions.toReversed();
}
