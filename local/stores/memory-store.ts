import { createHash } from "node:crypto";
import { createLocalStore, type LocalObject, type LocalStore, type Shelf, type Tags } from "./local-store.ts";

interface MemoryObject extends LocalObject {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly tags: Tags;
}

export interface MemoryStoreOptions {
  readonly bucket?: string;
  /** The store's clock; defaults to this machine's. */
  readonly now?: () => Date;
}

/** An object store that lasts as long as the process. */
export interface MemoryStore extends LocalStore {
  /** A store of its own with the same objects, modified when these were; `now` is its clock. */
  copy(now: () => Date): MemoryStore;
  /** A hash of all that it holds: stores with the same one hold the same objects, modified at the same times. */
  fingerprint(): string;
}

/** A new, empty store. */
export function createMemoryStore({
  bucket = "memory",
  now = () => new Date(),
}: MemoryStoreOptions = {}): MemoryStore {
  return createStoreOf(new Map(), bucket, now);
}

/** Objects are replaced, never changed, so that two stores can share them. */
function createStoreOf(objects: Map<string, MemoryObject>, bucket: string, now: () => Date): MemoryStore {
  return {
    ...createLocalStore(bucket, createMemoryShelf(objects, now), now),
    copy: (clock) => createStoreOf(new Map(objects), bucket, clock),
    fingerprint: () => fingerprintOf([...objects.values()]),
  };
}

function fingerprintOf(objects: readonly MemoryObject[]): string {
  const lines = objects.map(({ key, etag, modified, contentType, tags }) =>
    JSON.stringify([key, etag, modified.getTime(), contentType, tags]),
  );
  return createHash("sha256").update(lines.toSorted().join("\n")).digest("hex");
}

function createMemoryShelf(objects: Map<string, MemoryObject>, now: () => Date): Shelf {
  return {
    keys: () => objects.keys(),
    look: (key) => objects.get(key),
    read(key, range) {
      const bytes = objects.get(key)?.bytes ?? new Uint8Array();
      return range === undefined ? bytes.slice() : bytes.slice(range.offset, range.offset + range.length);
    },
    put(key, bytes, contentType) {
      const etag = createHash("md5").update(bytes).digest("hex");
      const size = bytes.length;
      objects.set(key, {
        key,
        etag,
        size,
        modified: now(),
        bytes: new Uint8Array(bytes),
        contentType,
        tags: {},
      });
      return etag;
    },
    contentType: (key) => objects.get(key)?.contentType,
    remove: (key) => objects.delete(key),
    tags: (key) => objects.get(key)?.tags ?? {},
    setTags(key, tags) {
      const object = objects.get(key);
      if (object !== undefined) {
        objects.set(key, { ...object, tags: { ...tags } });
      }
    },
  };
}
