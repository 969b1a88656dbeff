import { readEventStories, readSummaries } from "../data/data-folder.ts";
import { readStory, sentencesOf } from "../data/read-story.ts";
import type { Measurement } from "../measures/figure.ts";
import { meanOf, rounded } from "../measures/mean.ts";
import { type Rouge, rouge } from "../measures/rouge.ts";

interface Titled {
  readonly title: string;
  readonly body: string;
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const DAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?";
/** A title, then the date between it and the body; a time after the date belongs to it. */
const TITLE_AND_DATE = new RegExp(
  `^([^.|]{20,140}?) (?:(?:First |Last )?(?:Published|Updated|Posted)(?: on)?:? )?${DAY}(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH} \\d{4})` +
    "(?:[ ,|@-]*(?:at )?\\d{1,2}: ?\\d{2} ?(?:[ap]\\.?m\\.?)?(?: [A-Z]{2,4}\\b)?)?[ |,-]*",
  "i",
);
const LENGTHS = { least: 4, most: 16 } as const;
const BODY_WORDS = 40;
const MEASURES = ["rouge1", "rouge2", "rougeL"] as const satisfies readonly (keyof Rouge)[];

/**
 * ROUGE F1 of headlines derived from a body without its title: against that title, for stories with one set off
 * from the body by a date; and against the story's first highlight, which is not a title but nearly as telling
 * and exists for all. The whole first sentence serves as comparison.
 */
export function measureHeadlines(folder: string): Measurement[] {
  const titled = readEventStories(folder).flatMap(({ text }) => cutTitle(text) ?? []);
  const highlighted = readSummaries(folder).map(({ text, reference }) => ({
    title: reference.split("\n")[0] ?? "",
    body: text,
  }));
  return [...against("its title", titled), ...against("its first highlight", highlighted)];
}

/** A story's title and body, if a date separates them. */
export function cutTitle(text: string): Titled | undefined {
  const [whole, title] = TITLE_AND_DATE.exec(text.slice(0, 300)) ?? [];
  if (whole === undefined || title === undefined) {
    return undefined;
  }
  const words = title.split(" ").length;
  const body = text.slice(whole.length);
  const isTitled =
    words >= LENGTHS.least && words <= LENGTHS.most && body.split(" ", BODY_WORDS).length === BODY_WORDS;
  return isTitled ? { title, body } : undefined;
}

function against(what: string, stories: readonly Titled[]): Measurement[] {
  const scores = stories.map(({ title, body }) => {
    const story = readStory("story.txt", body);
    return {
      ours: rouge([story.headline], [title]),
      first: rouge(sentencesOf(story).slice(0, 1), [title]),
      words: story.headline.split(" ").length,
    };
  });
  return MEASURES.map((measure) => ({
    figure: `headline against ${what}, ${measure}`,
    value: rounded(100 * meanOf(scores.map(({ ours }) => ours[measure]))),
    firstSentence: rounded(100 * meanOf(scores.map(({ first }) => first[measure]))),
    words: rounded(meanOf(scores.map(({ words }) => words)), 1),
    of: scores.length,
  }));
}
