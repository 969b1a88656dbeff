import type { ObjectStore } from "../ports.ts";
import type { Version } from "../story/read-alike.ts";
import { isUnreadable, MAX_STORY_BYTES, type ParseOptions, parseStory } from "../story/story.ts";
import type { Story, Unreadable } from "../story/types.ts";
import type { Entry } from "./entry.ts";
import { readPacked } from "./packs.ts";

type Archived = Pick<Entry, "key" | "hash" | "place">;

/**
 * A text that was archived under this key, read as objects are read now, so that a change of the readers is no change of
 * the story; `undefined` if that gives another text than the one archived. One ranged GET.
 */
export async function readArchivedStory(
  state: ObjectStore,
  entry: Archived,
  options: ParseOptions,
): Promise<Version | undefined> {
  return versionIn(await readPacked(state, entry.place, MAX_STORY_BYTES), entry, options);
}

/** Media types that an object may have had, where its key and bytes do not say how to read it; most need none. */
const TYPES = [undefined, "text/html", "text/markdown", "application/json", "application/xml", "text/plain"];

/** A text, and the media type with which it is the one archived. */
export interface ArchivedVersion extends Version {
  readonly contentType?: string;
}

/** {@link readArchivedStory} without its media type, which is not archived: of those that there are, the one that gives the text's hash. */
export async function readArchivedAnyType(
  state: ObjectStore,
  entry: Archived,
  options: Omit<ParseOptions, "contentType">,
): Promise<ArchivedVersion | undefined> {
  const bytes = await readPacked(state, entry.place, MAX_STORY_BYTES);
  for (const contentType of TYPES) {
    const version = versionIn(bytes, entry, { ...options, contentType });
    if (version !== undefined) {
      return { ...version, ...(contentType !== undefined && { contentType }) };
    }
  }
  return undefined;
}

function versionIn(
  bytes: Uint8Array,
  { key, hash }: Pick<Archived, "key" | "hash">,
  options: ParseOptions,
): Version | undefined {
  const story = parseArchived(key, bytes, options);
  return isUnreadable(story) || story.hash !== hash ? undefined : { story, bytes };
}

/**
 * A text that was archived when its key was a story. What today's readers take for no story any more (a picture in
 * SVG, JSON without an article) was plain text then, and is compared as such.
 */
function parseArchived(key: string, bytes: Uint8Array, options: ParseOptions): Story | Unreadable {
  const story = parseStory(key, bytes, options);
  return isUnreadable(story) ? parseStory(key, bytes, { isPlainText: true }) : story;
}
