import { parseReceipt } from "../delivery/receipt.ts";
import { DELIVERIES_PREFIX, RUNS_PREFIX } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { type Due, type Head, withoutArtefacts } from "../snapshot/head.ts";
import { parseSnapshot, type Snapshot } from "../snapshot/snapshot.ts";

/** An edition that lies farther back is no news any more; what is due of it is given up with the head. */
const MAX_DUE = 3;

/**
 * Finds the head again after `head.json` was deleted or damaged, or `undefined` when there was no run yet.
 *
 * A snapshot is the last object that a run writes before its commit, so the newest one is the current one, or
 * one whose commit did not happen; going on from it is right in both cases, because its edition becomes due with
 * it, and the receipts know who has it already. So do the editions before it, which may have been due still. Where
 * several runs finished the same slot, the one that the receipts name was committed. The recipients went with the head:
 * those of the due editions are left open. Costs a LIST per 1,000 objects under `runs/`, and happens only after damage.
 */
export async function recoverHead(store: ObjectStore, nonce: string): Promise<Head | undefined> {
  const newest = await newestSnapshots(store);
  const delivered = await deliveredEditions(store, newest[0]?.snapshot.slot);
  const found = newest.find(({ snapshot }) => delivered.has(snapshot.edition)) ?? newest[0];
  if (found === undefined) {
    return undefined;
  }
  const { slot, runId } = found.snapshot;
  return { version: 2, nonce, slot, runId, snapshot: found.key, due: await dueUpTo(store, found.snapshot) };
}

/** The editions of this snapshot and of those before it, oldest first. */
async function dueUpTo(store: ObjectStore, last: Snapshot): Promise<Due[]> {
  const due: Due[] = [];
  let snapshot: Snapshot | undefined = last;
  for (let back = 0; back < MAX_DUE && snapshot !== undefined; back++) {
    const { slot, edition, parent, due: isDue }: Snapshot = snapshot;
    due.unshift(...(isDue ? [withoutArtefacts({ slot, edition, recipients: [] })] : []));
    snapshot = parent === null ? undefined : await readIfSnapshot(store, parent);
  }
  return due;
}

interface FoundSnapshot {
  readonly key: string;
  readonly snapshot: Snapshot;
}

/** The snapshots of the last slot that has one, in key order. */
async function newestSnapshots(store: ObjectStore): Promise<readonly FoundSnapshot[]> {
  const keys: string[] = [];
  for await (const page of store.list({ prefix: RUNS_PREFIX })) {
    keys.push(...page.map(({ key }) => key).filter((key) => key.endsWith("/snapshot.json")));
  }
  const found: FoundSnapshot[] = [];
  for (const key of keys.toReversed()) {
    const snapshot = await readIfSnapshot(store, key);
    if (snapshot !== undefined && found[0] !== undefined && found[0].snapshot.slot !== snapshot.slot) {
      break;
    }
    if (snapshot !== undefined) {
      found.unshift({ key, snapshot });
    }
  }
  return found;
}

async function readIfSnapshot(store: ObjectStore, key: string): Promise<Snapshot | undefined> {
  const stored = await store.read(key);
  return stored && parseSnapshot(stored.bytes);
}

/** Keys of the editions that were claimed or delivered for a slot. */
async function deliveredEditions(store: ObjectStore, slot: string | undefined): Promise<ReadonlySet<string>> {
  const editions = new Set<string>();
  if (slot === undefined) {
    return editions;
  }
  for await (const page of store.list({ prefix: `${DELIVERIES_PREFIX}${slot}/` })) {
    for (const { key } of page) {
      const stored = await store.read(key);
      const receipt = stored && parseReceipt(stored.bytes);
      if (receipt !== undefined) {
        editions.add(receipt.edition);
      }
    }
  }
  return editions;
}
