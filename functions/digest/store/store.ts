/**
 * What the job needs from an object store. S3 is one driver; the local cloud's in-memory and folder stores are
 * others. One contract suite (test/support/store-contract.ts) tests them all.
 */

/** One object as a listing shows it. `etag` is an opaque version token, without its quotes. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

/** Keys under `prefix` in `(after, upTo]`, in UTF-8 byte order; a missing bound is open. */
export interface KeyRange {
  readonly prefix?: string | undefined;
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

/** Bytes `offset` to `offset + length`, cut at the object's end. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** An object, or the requested range of it. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Bytes of the whole object, even if only a range was read. */
  readonly size: number;
}

/** A write that must create the key, or replace exactly the version with this etag. */
export type WriteCondition = { readonly absent: true } | { readonly etag: string };

/**
 * `refused`: the condition does not hold (HTTP 412, or 404 for a replaced key that is gone). `conflict`:
 * another write was under way (HTTP 409); the same write may be retried.
 */
export type WriteResult =
  | { readonly outcome: "written"; readonly etag: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "conflict" };

/** One bucket. Every method throws if the store cannot be reached or denies access. */
export interface ObjectStore {
  /** The bucket's name, for messages. */
  readonly bucket: string;
  /** Pages of at most 1,000 objects in key order; a page may be empty. One request per page. */
  list(range: KeyRange): AsyncIterable<readonly ListedObject[]>;
  /** The object, or `undefined` if the key does not exist. One request. */
  read(key: string, range?: ByteRange): Promise<StoredObject | undefined>;
  /** Writes the whole object atomically; without a condition it is written or this throws. One request. */
  write(key: string, bytes: Uint8Array, condition?: WriteCondition): Promise<WriteResult>;
  /** Replaces the tags of an object; throws if it does not exist. One request. */
  tag(key: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /**
   * The store's clock, not this machine's: the `Date` of its last response plus the time since. Used for
   * deadlines that several workers compare. At most a second and one round trip late.
   */
  now(): Date;
}
