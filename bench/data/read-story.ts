import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";

/** The story in a text, as the job would read it; throws if there is none. */
export function readStory(key: string, text: string): Story {
  const parsed = parseStory(key, Buffer.from(text, "utf8"));
  if (isUnreadable(parsed)) {
    throw new Error(`cannot read the story ${key}: ${parsed.unreadable}`);
  }
  return parsed;
}

/** The sentences of a story's body, in order, from which summaries are made. */
export function sentencesOf(story: Story): string[] {
  return story.paragraphs.flatMap(splitSentences);
}
