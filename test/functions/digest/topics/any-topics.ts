import { readTopics, type Topic, type TopicSetting } from "../../../../functions/digest/topics/topics.ts";
import { fc } from "../../../support/laws.ts";

/** Topics as they are set; throws what is wrong with them. */
export function topics(...settings: readonly TopicSetting[]): readonly Topic[] {
  const read = readTopics(settings);
  if (typeof read === "string") {
    throw new Error(read);
  }
  return read;
}

/** Topics of any kind that say something about the sample edition. */
const anyTopic: fc.Arbitrary<Omit<TopicSetting, "name">> = fc.record(
  {
    keys: fc.subarray(["vote", "h", "**/*.txt", "f", "market"], { minLength: 1 }),
    words: fc.subarray(["council", "the", "tunnel", "people", '"of the"'], { minLength: 1 }),
    not: fc.subarray(["tunnel", "council", "ferry"], { minLength: 1 }),
    kinds: fc.subarray(["new", "revised", "removed", "renamed"] as const, { minLength: 1 }),
    figure: fc.constantFrom({ change: "1%" }, { change: "50%" }),
  },
  { requiredKeys: [] },
);
export const anyTopics = fc
  .array(anyTopic, { minLength: 1, maxLength: 4 })
  .map((all) => topics(...all.map((one, n) => ({ ...one, name: `t${n}` }))));
