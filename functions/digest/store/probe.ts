import type { ObjectStore, WriteCondition } from "../ports.ts";

/** An ETag that no object has. */
const NO_ETAG = "0".repeat(32);

const CONDITIONS: readonly (readonly [name: string, condition: WriteCondition])[] = [
  ["If-None-Match", { absent: true }],
  ["If-Match", { etag: NO_ETAG }],
];

/**
 * Throws if the store writes although a condition does not hold, as some servers of S3's protocol do without a word: two
 * runs at once would then lose changes and send emails twice. `bytes` is what is stored under `key`, so that such a
 * store loses nothing by it. Two PUTs.
 */
export async function refuseUnconditional(store: ObjectStore, key: string, bytes: Uint8Array): Promise<void> {
  for (const [name, condition] of CONDITIONS) {
    const { outcome } = await store.write(key, bytes, condition);
    if (outcome === "written") {
      throw new Error(
        `cannot use s3://${store.bucket}: it ignores the condition ${name} of a write, without which parallel runs lose changes and send emails twice: use a store with conditional writes, such as S3`,
      );
    }
  }
}
