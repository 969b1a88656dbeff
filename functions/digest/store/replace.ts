import type { ObjectStore, WriteCondition } from "../ports.ts";

/**
 * The new content of a mutable object. `isOurs` says whether it is now stored; the content must be fresh in
 * every write.
 */
export interface Replacement {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly condition: WriteCondition;
  isOurs(): Promise<boolean>;
}

/**
 * Replaces a mutable object under a condition, and returns whether it is now ours. A lost answer, or the
 * refusal of a retried write that had already succeeded, is resolved by reading back. One PUT, rarely one more
 * GET.
 */
export async function replaceObject(store: ObjectStore, replacement: Replacement): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_CONFLICTS; attempt++) {
    const result = await writeOrReadBack(store, replacement);
    if (result !== "conflict") {
      return result === "written";
    }
  }
  throw new Error(
    `cannot commit s3://${store.bucket}/${replacement.key}: ${MAX_CONFLICTS} writes collided with others; run again`,
  );
}

/** A write that meets another one under way is tried again this often. */
export const MAX_CONFLICTS = 5;

async function writeOrReadBack(
  store: ObjectStore,
  { key, bytes, condition, isOurs }: Replacement,
): Promise<"written" | "refused" | "conflict"> {
  try {
    const result = await store.write(key, bytes, condition);
    if (result.outcome !== "refused") {
      return result.outcome;
    }
  } catch (cause) {
    if (!(await isOurs())) {
      throw cause;
    }
    return "written";
  }
  return (await isOurs()) ? "written" : "refused";
}
