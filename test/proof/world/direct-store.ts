import type { ObjectStore } from "../../../functions/digest/ports.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import type { Call, Fault, RequestKind } from "./fault.ts";

/** The fate of a request. */
export interface Judged {
  readonly fault: Fault | undefined;
  /** To be called once the bucket has done what was asked, if no fault meets it. */
  readonly onEffect: () => void;
}

/** How the requests of a worker get to a bucket. */
export interface Ways {
  readonly bucket: LocalStore;
  /** The unmodified driver with its SDK client, over HTTP. */
  readonly overHttp: () => Promise<ObjectStore>;
  /** Decides the fate of a request; where it is a fault, the next request of this name that a server gets meets it. */
  readonly judge: (request: Pick<Call, "kind" | "name" | "key">) => Promise<Judged>;
  /** Waits for a request of this worker that meets a fault, if one is under way; never ends for a dead worker. */
  readonly goOn: () => Promise<void>;
  /** Lets the worker's later requests wait for this one. */
  readonly hold: <T>(request: Promise<T>) => Promise<T>;
}

/** The whole seconds of a `Date` header. */
const SECOND_MS = 1_000;

/**
 * A bucket whose requests are judged here. What no fault meets goes straight to the bucket: the store contract says that it is the same
 * over HTTP, where it takes ten times as long. What a fault meets goes there, through the SDK, with its further attempts.
 */
export function createDirectStore({ bucket, overHttp, judge, goOn, hold }: Ways): ObjectStore {
  let answered: { readonly date: number; readonly at: number } | undefined;
  const request = async <T>(
    kind: RequestKind,
    [method, key]: readonly [string, string],
    act: (store: ObjectStore) => Promise<T>,
  ): Promise<T> => {
    await goOn();
    const name = `${method} ${key === "" ? "listing" : key}`;
    const { fault, onEffect } = await judge({ kind, name, key });
    try {
      if (fault !== undefined) {
        return await hold(overHttp().then(act));
      }
      const answer = await act(bucket);
      onEffect();
      return answer;
    } finally {
      await goOn();
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
