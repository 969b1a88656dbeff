import { AccessDeniedError } from "../errors.ts";
import type { ListedObject, ObjectStore } from "../ports.ts";
import { MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story, Unreadable, UnreadableReason } from "../story/types.ts";

/** A story as just read; `etag` comes from the read and may be newer than the listing's. */
export interface ReadStory {
  readonly story: Story | Unreadable;
  /** The original bytes; empty if the object was not read. */
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly size: number;
}

/** The stories of a page of the listing. */
export function storiesOf(page: readonly ListedObject[]): readonly ListedObject[] {
  return page.some(isFolderMarker) ? page.filter((listed) => !isFolderMarker(listed)) : page;
}

/** Consoles and sync tools create an empty object `name/` to represent a folder; it is not a story. */
function isFolderMarker(listed: ListedObject): boolean {
  return listed.size === 0 && listed.key.endsWith("/");
}

/**
 * Reads a listed story, at most {@link MAX_STORY_BYTES} + 1 bytes; `undefined` if it was deleted after the listing. One
 * GET, none for an object listed as empty or too large. A story is unreadable if access is denied: its storage class is
 * archival, its encryption key is not ours, or it was just deleted, for which S3 returns 403 if the permission to list
 * is limited to a prefix.
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
