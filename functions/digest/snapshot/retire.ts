import pMap from "p-map";
import type { ObjectStore } from "../store/store.ts";
import type { Snapshot } from "./snapshot.ts";

/** The tag by which the bucket's lifecycle rule knows what may go; the function itself has no right to delete. */
export const SUPERSEDED_TAG = { superseded: "true" } as const;

const CONCURRENCY = 8;

/** Keys that the snapshot before refers to and the one after does not: its changes, and parts and threads rewritten. */
export function supersededKeys(before: Snapshot, after: Snapshot): readonly string[] {
  const kept = new Set([...after.parts.map(({ key }) => key), after.threads]);
  const parts = before.parts.map(({ key }) => key);
  const threads = before.threads === null ? [] : [before.threads];
  return [...parts, ...before.changes.map(({ key }) => key), ...threads].filter((key) => !kept.has(key));
}

/** Marks objects for the lifecycle rule. One PUT each. */
export async function retire(state: ObjectStore, keys: readonly string[]): Promise<void> {
  await pMap(keys, (key) => state.tag(key, SUPERSEDED_TAG), { concurrency: CONCURRENCY });
}

/** Marks everything that a run wrote, because another run came first. One LIST, one PUT an object. */
export async function retireRun(state: ObjectStore, folder: string): Promise<void> {
  for await (const page of state.list({ prefix: folder })) {
    await retire(
      state,
      page.map(({ key }) => key),
    );
  }
}
