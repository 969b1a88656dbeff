import {
  CHOOSING,
  editedContents,
  editForTopics,
  editOne,
  editStories,
  FIRST,
  firstStories,
  SMALL,
  SUMMARISED,
  WEEKLY,
  weekContents,
} from "./scenario.ts";

/** Days with what they show, by whose emails do: the setting, and what the buckets hold before. */
export const DAYS = {
  everyone: [SMALL, async () => await editedContents(editOne)],
  topics: [CHOOSING, async () => await editedContents(editForTopics, CHOOSING)],
  model: [SUMMARISED, async () => await editedContents(editStories, SUMMARISED)],
  first: [FIRST, async () => await editedContents(firstStories, FIRST)],
  week: [WEEKLY, async () => await weekContents()],
} as const;
