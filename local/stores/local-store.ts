import type {
  ByteRange,
  KeyRange,
  ListedObject,
  ObjectStore,
  WriteCondition,
} from "../../functions/digest/ports.ts";
import { createKeyIndex, type KeyIndex } from "./key-index.ts";

export type Tags = Readonly<Record<string, string>>;

/** Tags of an object that is there, and that the local S3 lets nobody read. */
export const DENIED_TAGS: Tags = { access: "denied" };

/** Whether an object with these tags may not be read. */
export function isDenied(tags: Tags | undefined): boolean {
  return tags?.access === DENIED_TAGS.access;
}

export interface LocalObject extends ListedObject {
  readonly modified: Date;
}

/** An object store on this machine: the function's port, plus what only the local cloud needs. */
export interface LocalStore extends ObjectStore {
  list(range: KeyRange): AsyncIterable<readonly LocalObject[]>;
  /** The object without its bytes. */
  look(key: string): Promise<LocalObject | undefined>;
  /** Removes an object if it exists. */
  remove(key: string): Promise<void>;
  /** Tags of an object, `undefined` if it does not exist. */
  tags(key: string): Promise<Tags | undefined>;
}

/**
 * Where a local store keeps its objects. All calls are synchronous, so that a condition and its write are
 * atomic within this process.
 */
export interface Shelf {
  keys(): Iterable<string>;
  look(key: string): LocalObject | undefined;
  /** The bytes of an existing object, or of a range. */
  read(key: string, range: ByteRange | undefined): Uint8Array;
  /** Replaces a whole object with its media type and drops its tags, as S3 does. Returns the new ETag. */
  put(key: string, bytes: Uint8Array, contentType: string | undefined): string;
  /** The media type of an existing object, if it was written with one: a name says nothing about it. */
  contentType(key: string): string | undefined;
  remove(key: string): void;
  tags(key: string): Tags;
  setTags(key: string, tags: Tags): void;
}

const PAGE_SIZE = 1000;

/** An object store on a shelf; `now` is the store's clock. */
export function createLocalStore(
  bucket: string,
  shelf: Shelf,
  now: () => Date = () => new Date(),
): LocalStore {
  const index = createKeyIndex(shelf.keys());
  return {
    bucket,
    now,
    list: (range) => pages(index, shelf, range),
    look: async (key) => shelf.look(key),
    async read(key, range) {
      const object = shelf.look(key);
      return (
        object && {
          bytes: shelf.read(key, range),
          etag: object.etag,
          size: object.size,
          contentType: shelf.contentType(key),
        }
      );
    },
    async write(key, bytes, condition, contentType) {
      if (!isMet(condition, shelf.look(key))) {
        return { outcome: "refused" };
      }
      const etag = shelf.put(key, bytes, contentType);
      index.add(key);
      return { outcome: "written", etag };
    },
    async tag(key, tags) {
      if (shelf.look(key) === undefined) {
        throw new Error(`cannot tag ${key} in ${bucket}: it does not exist`);
      }
      shelf.setTags(key, tags);
    },
    tags: async (key) => (shelf.look(key) === undefined ? undefined : shelf.tags(key)),
    async remove(key) {
      shelf.remove(key);
      index.remove(key);
    },
  };
}

function isMet(condition: WriteCondition | undefined, current: LocalObject | undefined): boolean {
  if (condition === undefined) {
    return true;
  }
  return "etag" in condition ? current?.etag === condition.etag : current === undefined;
}

/** As in S3, a listing of several pages is not a snapshot: each page shows the state when it is read. */
async function* pages(
  index: KeyIndex,
  shelf: Shelf,
  range: KeyRange,
): AsyncGenerator<readonly LocalObject[]> {
  let keys = index.first(range, PAGE_SIZE);
  for (;;) {
    yield keys.map((key) => shelf.look(key)).filter((object) => object !== undefined);
    const last = keys.at(-1);
    if (last === undefined || keys.length < PAGE_SIZE) {
      return;
    }
    keys = index.first({ ...range, after: last }, PAGE_SIZE);
  }
}
