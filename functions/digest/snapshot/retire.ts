import pMap from "p-map";
import type { ObjectStore } from "../ports.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The tag that lets the bucket's lifecycle rule delete an object; the function itself has no permission to
 * delete.
 */
export const SUPERSEDED_TAG = { superseded: "true" } as const;

const CONCURRENCY = 8;

/** Something that refers to objects: a snapshot, or the result of a scan. */
interface Referring {
  readonly parts: readonly { readonly key: string }[];
  readonly changes: readonly { readonly key: string }[];
  readonly threads?: string | null;
  readonly absent?: { readonly key: string } | null;
}

/** Keys that one of these refers to and the next snapshot does not: reported changes, rewritten parts, threads and absent stories. */
export function supersededKeys(
  before: readonly (Referring | undefined)[],
  after: Snapshot,
): readonly string[] {
  const kept = new Set(keysOf(after));
  const keys = before.flatMap((referring) => (referring === undefined ? [] : keysOf(referring)));
  return [...new Set(keys)].filter((key) => !kept.has(key));
}

function keysOf({ parts, changes, threads = null, absent = null }: Referring): readonly string[] {
  return [...parts, ...changes, ...(absent === null ? [] : [absent])]
    .map(({ key }) => key)
    .concat(threads ?? []);
}

/** Marks objects for the lifecycle rule. One PUT each. */
export async function retire(state: ObjectStore, keys: readonly string[]): Promise<void> {
  await pMap(keys, (key) => state.tag(key, SUPERSEDED_TAG), { concurrency: CONCURRENCY });
}

/** Marks everything that a run wrote, because another run came first. One LIST, one PUT per object. */
export async function retireRun(state: ObjectStore, folder: string): Promise<void> {
  for await (const page of state.list({ prefix: folder })) {
    await retire(
      state,
      page.map(({ key }) => key),
    );
  }
}
