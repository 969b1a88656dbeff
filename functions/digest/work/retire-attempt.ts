import type { Deps } from "../deps.ts";
import { readHead } from "../snapshot/head.ts";
import { retireRun } from "../snapshot/retire.ts";
import { readSnapshot } from "../snapshot/snapshot.ts";
import type { ObjectStore } from "../store/store.ts";
import type { Attempt } from "./attempt.ts";
import { resultOf, type Work } from "./work.ts";
import { readWork } from "./work-file.ts";

/**
 * Marks what an attempt wrote whose work was not kept. Where the answer was only lost, another worker may have gone on
 * from that work meanwhile; what it refers to must not expire, so then nothing is marked. Two GETs, and one a snapshot
 * since.
 */
export async function retireAttempt({ context }: Attempt, work: Work, { state }: Deps): Promise<void> {
  const { folder } = context.keys;
  if (!(await isUsed(folder, work.parent, state))) {
    await retireRun(state, folder);
  }
}

async function isUsed(folder: string, parent: string | null, state: ObjectStore): Promise<boolean> {
  const file = await readWork(state);
  if ("work" in file && refersTo(resultOf(file.work), folder)) {
    return true;
  }
  const head = await readHead(state);
  let key = head.state === "current" ? head.head.snapshot : null;
  while (key !== null && key !== parent) {
    const snapshot = await readSnapshot(state, key);
    if (refersTo(snapshot, folder)) {
      return true;
    }
    key = snapshot.parent;
  }
  return false;
}

interface Referring {
  readonly parts: readonly { readonly key: string }[];
  readonly changes: readonly { readonly key: string }[];
}

function refersTo({ parts, changes }: Referring, folder: string): boolean {
  return [...parts, ...changes].some(({ key }) => key.startsWith(folder));
}
