import type { Comparison } from "../../functions/digest/publish/pages/comparison-view.ts";
import { isAnotherStory } from "../../functions/digest/revision/same-story.ts";
import type { Story } from "../../functions/digest/story/types.ts";

/** Characters that JSON may hold as they are, but that steer a terminal, or the order of what it shows. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The revision as one JSON object on one line, with the two versions; docs/compare.md has its fields. */
export function comparisonJson(comparison: Comparison): string {
  const { before, after, revision, names = [before.key, after.key] } = comparison;
  const { kind, counts, facts, edits, ...more } = revision;
  const object = {
    before: versionOf(names[0], before),
    after: versionOf(names[1], after),
    kind,
    counts,
    mayBeAnotherStory: isAnotherStory({ before, after, revision }),
    facts,
    edits,
    ...more,
  };
  return JSON.stringify(object).replace(STEERING, escaped);
}

function versionOf(file: string, { format, headline, lang }: Story): object {
  return { file, format, headline, ...(lang !== undefined && { lang }) };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
