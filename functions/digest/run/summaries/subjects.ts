import type { Change, Texts } from "../../changes/schema.ts";
import type { ObjectStore } from "../../ports.ts";
import { compareStories } from "../../revision/compare.ts";
import { readPacked } from "../../snapshot/packs.ts";
import type { ReadSettings } from "../../story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../story/story.ts";
import type { Story } from "../../story/types.ts";
import type { Subject } from "../../summary/model/subject.ts";

/** Where texts are kept, and how stories are read. */
interface Source {
  readonly state: ObjectStore;
  readonly reading: ReadSettings;
}

/** A new story, or a revision compared again, as its texts were kept; `undefined` if they were not. One GET a text. */
export async function subjectOf(record: Change, source: Source): Promise<Subject | undefined> {
  const texts = "texts" in record ? record.texts : undefined;
  const after = await storyAt(record.key, texts?.after, source);
  if (after === undefined || record.change === "added") {
    return after && { kind: "story", story: after };
  }
  const before = await storyAt(record.key, texts?.before, source);
  return before && { kind: "revision", revision: compareStories(before, after), after };
}

async function storyAt(
  key: string,
  text: NonNullable<Texts>["after"],
  { state, reading }: Source,
): Promise<Story | undefined> {
  if (text?.place === undefined) {
    return undefined;
  }
  const story = parseStory(key, await readPacked(state, text.place, MAX_STORY_BYTES), reading);
  return isUnreadable(story) ? undefined : story;
}
