import { comparisonView } from "../../functions/digest/publish/pages/comparison-view.ts";
import type { ChangeLine, ComparisonView } from "../../functions/digest/publish/pages/view-types.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";

/** The story in a text; throws if there is none. */
export function storyIn(text: string | Uint8Array, key = "story.txt"): Story {
  const story = parseStory(key, text);
  if (isUnreadable(story)) {
    throw new Error(`no story in ${key}: ${story.unreadable}`);
  }
  return story;
}

/** What a comparison of two texts shows. */
export function viewBetween(before: string, after: string, key?: string): ComparisonView {
  const [was, now] = [storyIn(before, key), storyIn(after, key)];
  return comparisonView({ before: was, after: now, revision: compareStories(was, now) });
}

/** `Edited: At least [-12-]{+19+} died.` */
export function written(lines: readonly ChangeLine[]): readonly string[] {
  return lines.map(({ word, runs }) => {
    const woven = runs.map(
      ({ kept, removed, added }) => kept + (removed && `[-${removed}-]`) + (added && `{+${added}+}`),
    );
    return `${word}: ${woven.join("")}`;
  });
}

const MIDDLE =
  "The ferry line is thirty years old. Its ships cross the bay eight times a day. The harbour has two piers. A new one is planned.";

/** A story that was revised in every way that a comparison tells, with stretches that are folded. */
export const FERRY = {
  before: `Ferry strikes breakwater, twelve dead

At least 12 people died in Vellmouth on Monday. Rescuers came at once. The wind had grown since noon.

${MIDDLE} The mayor, Ines Dorn, spoke of a dark day. Nobody knows the cause. The line is closed.`,
  after: `Ferry strikes breakwater, nineteen dead

At least 19 people died in Vellmouth on Monday. Rescuers came at once.

${MIDDLE} The mayor, Ines Dorn, spoke of a dark day for the town. The wind had grown since noon. The line is closed. An inquiry begins on Friday.`,
} as const;

export const BRIDGE = {
  before: "افتتاح الجسر الجديد\n\nوقال الوزير إن المشروع كلف 12 مليون دولار. وحضر الافتتاح مئات السكان.",
  after:
    "افتتاح الجسر الجديد\n\nوقال الوزير إن المشروع كلف 19 مليون دولار. وحضر الافتتاح مئات السكان من المدينة.",
} as const;

export const TRAM = {
  before: FERRY.before,
  after: "Council votes on the tram\n\nOrla builds a tram to its airport. Shopkeepers fear for their trade.",
} as const;

/** Many more facts than are shown, one of them with a label. */
function manyFacts(): { readonly before: string; readonly after: string } {
  const rows = (more: number) =>
    Array.from(
      { length: 40 },
      (_, n) => `- Boats of pier ${String.fromCodePoint(65 + (n % 26))}${"x".repeat(n)}: ${n + more}`,
    );
  return {
    before: `Boats counted\n\n${rows(100).join("\n\n")}`,
    after: `Boats counted\n\n${rows(200).join("\n\n")}`,
  };
}

/** More changes than are shown. */
function manyChanges(): { readonly before: string; readonly after: string } {
  const text = (word: string) =>
    Array.from({ length: 2_100 }, (_, n) => `Row ${n}: the ${word} pier stays as it was.`).join("\n\n");
  return { before: `Piers\n\n${text("old")}`, after: `Piers\n\n${text("stone")}` };
}

/** Views that together fill every possible field. */
export function exampleComparisons(): readonly ComparisonView[] {
  return [FERRY, BRIDGE, TRAM, manyFacts(), manyChanges()].map(({ before, after }) =>
    viewBetween(before, after),
  );
}
