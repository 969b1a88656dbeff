import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import type { ObjectStore } from "../../functions/digest/ports.ts";

/** Where the peer keeps its state. */
const SNAPSHOT = "peer/snapshot.json";

type JsonSnapshot = Record<string, { readonly etag: string; readonly size: number; readonly hash: string }>;

/** Lists a bucket with the SDK's own paginator and parser, and keeps nothing. */
export async function paginate(client: S3Client, bucket: string): Promise<number> {
  let listed = 0;
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    listed += page.Contents?.length ?? 0;
  }
  return listed;
}

/**
 * The naive change tracker: the whole snapshot is one JSON object; read it, list the bucket with the SDK,
 * compare, write it back. Returns how many stories differ.
 */
export async function trackInJson(client: S3Client, bucket: string, state: ObjectStore): Promise<number> {
  const stored = await state.read(SNAPSHOT);
  const before: JsonSnapshot = stored === undefined ? {} : JSON.parse(Buffer.from(stored.bytes).toString());
  const after: JsonSnapshot = {};
  let changed = 0;
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    for (const { Key = "", ETag = "", Size = 0 } of page.Contents ?? []) {
      const known = before[Key];
      changed += known?.etag === ETag && known.size === Size ? 0 : 1;
      after[Key] = { etag: ETag, size: Size, hash: known?.hash ?? "rgB-wOoOpBNv3P9gaJrarA" };
    }
  }
  await state.write(SNAPSHOT, Buffer.from(JSON.stringify(after)));
  return changed;
}
