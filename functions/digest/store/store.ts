/**
 * What the job needs of an object store. S3 is one driver, the in-memory store and the folder store of the
 * local cloud are others; one contract suite (test/support/store-contract.ts) holds them all to it.
 */

/** One object as a listing shows it. `etag` is an opaque version token, without its quotes. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

/** Keys under `prefix` that lie in `(after, upTo]`, in UTF-8 byte order; a missing bound is open. */
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

/** An object, or the range of it that was asked for. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Bytes of the whole object, also when a range was read. */
  readonly size: number;
}

/** A write that must create the key, or must replace exactly the version with this etag. */
export type WriteCondition = { readonly absent: true } | { readonly etag: string };

/**
 * `refused`: the condition does not hold (HTTP 412, or 404 for a replaced key that is gone).
 * `conflict`: another write was under way (HTTP 409); the same write may be tried again.
 */
export type WriteResult =
  | { readonly outcome: "written"; readonly etag: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "conflict" };

/** One bucket. Every method throws when the store cannot be reached or does not allow the call. */
export interface ObjectStore {
  /** The bucket's name, for messages. */
  readonly bucket: string;
  /** Pages of at most 1,000 objects in key order; a page may be empty. One request a page. */
  list(range: KeyRange): AsyncIterable<readonly ListedObject[]>;
  /** The object, or `undefined` when there is none under this key. One request. */
  read(key: string, range?: ByteRange): Promise<StoredObject | undefined>;
  /** Writes the whole object, atomically; without a condition it is written, or this throws. One request. */
  write(key: string, bytes: Uint8Array, condition?: WriteCondition): Promise<WriteResult>;
  /** Replaces the tags of an object; throws when there is none. One request. */
  tag(key: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /**
   * The store's clock, not this machine's: the `Date` of its last answer plus the time since. Deadlines that
   * several workers compare are told by it. At most a second and one round trip behind.
   */
  now(): Date;
}
