import type { ObjectStore } from "../../../functions/digest/ports.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import type { RequestKind } from "./fault.ts";
import { askJudged, type Judging } from "./judged.ts";

/** How the requests of a worker get to a bucket. */
export interface Ways extends Judging {
  readonly bucket: LocalStore;
  /** The unmodified driver with its SDK client, over HTTP. */
  readonly overHttp: () => Promise<ObjectStore>;
}

/** The whole seconds of a `Date` header. */
const SECOND_MS = 1_000;

/**
 * A bucket whose requests are judged here. What no fault meets goes straight to the bucket: the store contract says that it is the same
 * over HTTP, where it takes ten times as long. What a fault meets goes there, through the SDK, with its further attempts.
 */
export function createDirectStore({ bucket, overHttp, ...judging }: Ways): ObjectStore {
  let answered: { readonly date: number; readonly at: number } | undefined;
  const request = async <T>(
    kind: RequestKind,
    [method, key]: readonly [string, string],
    act: (store: ObjectStore) => Promise<T>,
  ): Promise<T> => {
    const name = `${method} ${key === "" ? "listing" : key}`;
    try {
      return await askJudged({ kind, name, key }, judging, {
        overHttp: () => overHttp().then(act),
        directly: () => act(bucket),
      });
    } finally {
      const date = Math.floor(bucket.now().getTime() / SECOND_MS) * SECOND_MS;
      answered = { date, at: performance.now() };
    }
  };
  return {
    bucket: bucket.bucket,
    async *list(range) {
      // No bucket of a case fills a second page.
      yield* await request("read", ["GET", ""], (store) => Array.fromAsync(store.list(range)));
    },
    read: (key, range) =>
      request("read", [range?.length === 0 ? "HEAD" : "GET", key], (store) => store.read(key, range)),
    write: (key, ...rest) => request("write", ["PUT", key], (store) => store.write(key, ...rest)),
    tag: (key, tags) => request("tag", ["PUT", key], (store) => store.tag(key, tags)),
    now() {
      if (answered === undefined) {
        throw new Error(`cannot know the time of ${bucket.bucket}: it has not answered yet`);
      }
      return new Date(answered.date + performance.now() - answered.at);
    },
  };
}
