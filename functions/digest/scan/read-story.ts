import { AccessDeniedError } from "../errors.ts";
import { type Glob, matchesGlobs, parseGlobs } from "../globs.ts";
import type { ListedObject, ObjectStore } from "../ports.ts";
import { unreadByKey } from "../story/formats/detect.ts";
import type { ReadSettings } from "../story/formats/read-document.ts";
import { MAX_STORY_BYTES, parseStory } from "../story/story.ts";
import type { Story, Unreadable, UnreadableReason } from "../story/types.ts";

/** A story as just read; `etag` comes from the read and may be newer than the listing's. */
export interface ReadStory {
  readonly story: Story | Unreadable;
  /** The original bytes; empty if the object was not read. */
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly size: number;
  /** Media type of the object, if the store names one. */
  readonly contentType?: string | undefined;
}

/** The stories of a page of the listing. */
export function storiesOf(page: readonly ListedObject[], isStory: StoryFilter): readonly ListedObject[] {
  const isListed = (listed: ListedObject): boolean => !isFolderMarker(listed) && isStory(listed.key);
  return page.every(isListed) ? page : page.filter(isListed);
}

/** Whether an object is a story at all, by its key. */
export type StoryFilter = (key: string) => boolean;

/** The filter of the settings `include` and `exclude`; throws if one of them cannot be read. */
export function createStoryFilter({
  include,
  exclude,
}: {
  readonly include: string;
  readonly exclude: string;
}): StoryFilter {
  if (include === "" && exclude === "") {
    return () => true;
  }
  const filter = { include: globsOf("include", include), exclude: globsOf("exclude", exclude) };
  return (key) => matchesGlobs(key, filter);
}

function globsOf(name: string, setting: string): readonly Glob[] {
  const globs = parseGlobs(setting);
  if (typeof globs === "string") {
    throw new Error(`cannot use the setting ${name}: ${globs}`);
  }
  return globs;
}

/** Consoles and sync tools create an empty object `name/` to represent a folder; it is not a story. */
function isFolderMarker(listed: ListedObject): boolean {
  return listed.size === 0 && listed.key.endsWith("/");
}

/**
 * Reads a listed story, at most {@link MAX_STORY_BYTES} + 1 bytes; `undefined` if it was deleted after the listing. One
 * GET, none for an object listed as empty or too large, or whose name says that it is no story. A story is unreadable if access is denied: its storage class is
 * archival, its encryption key is not ours, or it was just deleted, for which S3 returns 403 if the permission to list
 * is limited to a prefix.
 */
export async function readStory(
  store: ObjectStore,
  listed: ListedObject,
  settings: ReadSettings,
): Promise<ReadStory | undefined> {
  const unread = unreadByKey(listed.key);
  if (unread !== undefined) {
    return unreadable(listed, unread);
  }
  if (listed.size === 0) {
    return unreadable(listed, "empty");
  }
  if (listed.size > MAX_STORY_BYTES) {
    return unreadable(listed, "too large");
  }
  try {
    return await readObject(store, listed.key, settings);
  } catch (error) {
    if (error instanceof AccessDeniedError) {
      return unreadable(listed, "access denied");
    }
    throw error;
  }
}

async function readObject(
  store: ObjectStore,
  key: string,
  settings: ReadSettings,
): Promise<ReadStory | undefined> {
  const stored = await store.read(key, { offset: 0, length: MAX_STORY_BYTES + 1 });
  if (stored === undefined) {
    return undefined;
  }
  const { bytes, etag, size, contentType } = stored;
  return { story: parseStory(key, bytes, { ...settings, contentType }), bytes, etag, size, contentType };
}

/** A listed object that is not read, for this reason. */
export function unreadable({ key, etag, size }: ListedObject, reason: UnreadableReason): ReadStory {
  return { story: { key, unreadable: reason }, bytes: new Uint8Array(), etag, size };
}
