import { composeFromStories, type StoryPair } from "../../../../../functions/digest/edition/from-stories.ts";
import type { Edition } from "../../../../../functions/digest/edition/schema.ts";
import { parseStory } from "../../../../../functions/digest/story/story.ts";

const SLOT = "2026-11-20T07:00:00Z";

/** Texts by key. */
export type Texts = Readonly<Record<string, string>>;

/** The edition of a day that began with these stories and ended with those. */
export function editionOf(before: Texts, after: Texts): Edition {
  const story = (key: string, text: string | undefined) =>
    text === undefined ? undefined : parseStory(key, new TextEncoder().encode(text));
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const pairs = [...keys].map(
    (key): StoryPair => ({ before: story(key, before[key]), after: story(key, after[key]) }),
  );
  return composeFromStories(SLOT, pairs);
}

/** The keys of each item, joined and sorted. */
export function itemsOf({ changes }: Edition): readonly string[] {
  const items = Map.groupBy(changes, ({ key, sameEdit, copyOf }) => sameEdit ?? copyOf ?? key);
  return [...items.values()]
    .map((together) =>
      together
        .map(({ key }) => key)
        .toSorted()
        .join(" "),
    )
    .toSorted();
}

/** The same text under several keys. */
export function under(keys: string, text: string): Texts {
  return Object.fromEntries(keys.split(" ").map((key) => [key, text]));
}

/** Changes every text. */
export function each(texts: Texts, change: (text: string, key: string) => string): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text, key)]));
}
