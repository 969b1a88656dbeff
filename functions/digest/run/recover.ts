import { parseReceipt } from "../delivery/receipt.ts";
import { deliveriesOf, RUNS_PREFIX } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { toSlot } from "../slot.ts";
import { type Due, type Head, withoutArtefacts } from "../snapshot/head.ts";
import { parseSnapshot, type Snapshot } from "../snapshot/snapshot.ts";

/** Editions further back are no longer news; their undelivered emails are lost with the head. */
const MAX_DUE = 3;

/**
 * Reconstructs the head after `head.json` was deleted or damaged; `undefined` if there was no run yet.
 *
 * A snapshot is the last object that a run writes before its commit, so the newest one is either current or was never
 * committed. Continuing from it is right in both cases: its edition becomes due with it, and the receipts show who
 * already has it. After a slot in the future and an event `redate`, those that go on from it are newer. The same holds for the editions before it, which may still have been due. If several runs finished
 * the same slot, the one named by the receipts was committed. The recipients are lost with the head: those of the due
 * editions are left empty, and so are their artefacts, as in a head of version 1. Costs one LIST per 1,000 objects under `runs/`, and happens only after damage.
 */
export async function recoverHead(store: ObjectStore, nonce: string): Promise<Head | undefined> {
  const keys = await snapshotKeys(store);
  const latest = await newestSnapshots(store, keys);
  const newest = isAhead(latest[0], store) ? await goneOnFrom(latest, store, keys) : latest;
  const delivered = await deliveredEditions(store, newest[0]?.snapshot.slot);
  const found = newest.find(({ snapshot }) => delivered.has(snapshot.edition)) ?? newest[0];
  if (found === undefined) {
    return undefined;
  }
  const { slot, runId } = found.snapshot;
  return { version: 1, nonce, slot, runId, snapshot: found.key, due: await dueUpTo(store, found.snapshot) };
}

/** The due editions of this snapshot and its ancestors, oldest first. */
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

async function snapshotKeys(store: ObjectStore): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const page of store.list({ prefix: RUNS_PREFIX })) {
    keys.push(...page.map(({ key }) => key).filter((key) => key.endsWith("/snapshot.json")));
  }
  return keys;
}

/** The snapshots of the latest slot that has any, in key order. */
async function newestSnapshots(
  store: ObjectStore,
  keys: readonly string[],
): Promise<readonly FoundSnapshot[]> {
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

function isAhead(found: FoundSnapshot | undefined, store: ObjectStore): boolean {
  return found !== undefined && found.snapshot.slot > toSlot(store.now());
}

/** The latest of the snapshots that were compared with one of these, or with one that was; these, if there are none. */
async function goneOnFrom(
  these: readonly FoundSnapshot[],
  store: ObjectStore,
  keys: readonly string[],
): Promise<readonly FoundSnapshot[]> {
  const line = new Set(these.map(({ key }) => key));
  let latest = these;
  for (const key of keys) {
    const snapshot = line.has(key) ? undefined : await readIfSnapshot(store, key);
    if (snapshot?.parent && line.has(snapshot.parent)) {
      const isSame = latest !== these && latest[0]?.snapshot.slot === snapshot.slot;
      latest = [...(isSame ? latest : []), { key, snapshot }];
      line.add(key);
    }
  }
  return latest;
}

async function readIfSnapshot(store: ObjectStore, key: string): Promise<Snapshot | undefined> {
  const stored = await store.read(key);
  return stored && parseSnapshot(stored.bytes);
}

/** Keys of the editions claimed or delivered for a slot. */
async function deliveredEditions(store: ObjectStore, slot: string | undefined): Promise<ReadonlySet<string>> {
  const editions = new Set<string>();
  if (slot === undefined) {
    return editions;
  }
  for await (const page of store.list({ prefix: deliveriesOf(slot) })) {
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
