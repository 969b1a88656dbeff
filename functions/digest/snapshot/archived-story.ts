import type { ObjectStore } from "../ports.ts";
import type { Version } from "../story/read-alike.ts";
import { isUnreadable, MAX_STORY_BYTES, type ParseOptions, parseStory } from "../story/story.ts";
import type { Story, Unreadable } from "../story/types.ts";
import type { Entry } from "./entry.ts";
import { readPacked } from "./packs.ts";

/**
 * A text that was archived under this key, read as objects are read now, so that a change of the readers is no change of
 * the story; `undefined` if that gives another text than the one archived. One ranged GET.
 */
export async function readArchivedStory(
  state: ObjectStore,
  { key, hash, place }: Pick<Entry, "key" | "hash" | "place">,
  options: ParseOptions,
): Promise<Version | undefined> {
  const bytes = await readPacked(state, place, MAX_STORY_BYTES);
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
