import type { KeyRange, ListedObject, ObjectStore } from "../store/store.ts";
import { MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story, Unreadable } from "../story/types.ts";

/** A story as it was read just now; `etag` is that of the read, which a listing may be behind. */
export interface ReadStory {
  readonly story: Story | Unreadable;
  /** As they came; empty when the object is larger than a story may be. */
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly size: number;
}

/** Every story of the corpus in a key range, in key order. One LIST per 1,000 keys. */
export async function* listStories(
  store: ObjectStore,
  range: KeyRange,
): AsyncGenerator<ListedObject, void, undefined> {
  for await (const page of store.list(range)) {
    for (const listed of page) {
      if (!isFolderMarker(listed)) {
        yield listed;
      }
    }
  }
}

/** Consoles and sync tools make an empty object `name/` to show a folder; it is no story. */
function isFolderMarker(listed: ListedObject): boolean {
  return listed.size === 0 && listed.key.endsWith("/");
}

/**
 * Reads a listed story, never more than {@link MAX_STORY_BYTES} and one; `undefined` when it went away since the
 * listing. One GET, none for an object that is listed as empty or too large.
 */
export async function readStory(store: ObjectStore, listed: ListedObject): Promise<ReadStory | undefined> {
  const { key, etag, size } = listed;
  if (size === 0) {
    return { story: { key, unreadable: "empty" }, bytes: new Uint8Array(), etag, size };
  }
  if (size > MAX_STORY_BYTES) {
    return { story: { key, unreadable: "too large" }, bytes: new Uint8Array(), etag, size };
  }
  const stored = await store.read(key, { offset: 0, length: MAX_STORY_BYTES + 1 });
  return (
    stored && {
      story: parseStory(key, stored.bytes),
      bytes: stored.bytes,
      etag: stored.etag,
      size: stored.size,
    }
  );
}
