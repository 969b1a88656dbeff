import { AccessDeniedError } from "../errors.ts";
import type { ListedObject, ObjectStore } from "../ports.ts";
import { MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story, Unreadable, UnreadableReason } from "../story/types.ts";

/** A story as it was read just now; `etag` is that of the read, which a listing may be behind. */
export interface ReadStory {
  readonly story: Story | Unreadable;
  /** As they came; empty when the object is larger than a story may be. */
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly size: number;
}

/** The stories of a page of the listing. */
export function storiesOf(page: readonly ListedObject[]): readonly ListedObject[] {
  return page.some(isFolderMarker) ? page.filter((listed) => !isFolderMarker(listed)) : page;
}

/** Consoles and sync tools make an empty object `name/` to show a folder; it is no story. */
function isFolderMarker(listed: ListedObject): boolean {
  return listed.size === 0 && listed.key.endsWith("/");
}

/**
 * Reads a listed story, never more than {@link MAX_STORY_BYTES} and one; `undefined` when it went away since the
 * listing. One GET, none for an object that is listed as empty or too large. A story that may not be read is
 * unreadable: archived by storage class, encrypted with a key that is not ours, or just deleted, which S3 answers
 * with 403 where the right to list is bound to a prefix.
 */
export async function readStory(store: ObjectStore, listed: ListedObject): Promise<ReadStory | undefined> {
  if (listed.size === 0) {
    return unreadable(listed, "empty");
  }
  if (listed.size > MAX_STORY_BYTES) {
    return unreadable(listed, "too large");
  }
  try {
    return await readText(store, listed.key);
  } catch (error) {
    if (error instanceof AccessDeniedError) {
      return unreadable(listed, "access denied");
    }
    throw error;
  }
}

async function readText(store: ObjectStore, key: string): Promise<ReadStory | undefined> {
  const stored = await store.read(key, { offset: 0, length: MAX_STORY_BYTES + 1 });
  if (stored === undefined) {
    return undefined;
  }
  const { bytes, etag, size } = stored;
  return { story: parseStory(key, bytes), bytes, etag, size };
}

function unreadable({ key, etag, size }: ListedObject, reason: UnreadableReason): ReadStory {
  return { story: { key, unreadable: reason }, bytes: new Uint8Array(), etag, size };
}
