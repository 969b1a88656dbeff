import { readTopics, type Topic, type TopicSetting } from "../../functions/digest/topics/topics.ts";

/** Topics as settings have them; throws with what is wrong with them. */
export function makeTopics(...settings: readonly TopicSetting[]): readonly Topic[] {
  const read = readTopics(settings);
  if (typeof read === "string") {
    throw new Error(read);
  }
  return read;
}
