import { composeFromStories, type StoryPair } from "../../functions/digest/edition/from-stories.ts";
import { groupThreads } from "../../functions/digest/edition/threads/threads.ts";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { gistOf } from "../../functions/digest/summary/gist.ts";
import { summariseRevision } from "../../functions/digest/summary/revised.ts";
import { summarise } from "../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";

/** A step of the job on hostile text. */
export interface Stage {
  /** The bound of its input, in letters. */
  readonly most: number;
  /** Prepares text of that length, and returns what is measured; `undefined` if there is nothing to measure. */
  readonly prepare: (text: (letters: number) => string, letters: number) => (() => unknown) | undefined;
}

const SLOT = "2031-05-06T07:00:00Z";
/** Letters of a story that is threaded, and of one whose edition is rendered. */
const THREADED = 8_000;
const RENDERED = 2_000;

function storyOf(key: string, body: string): Story | undefined {
  const story = parseStory(key, `Boats of Velm\n\n${body}`);
  return isUnreadable(story) ? undefined : story;
}

/** Every eleventh stretch of a text otherwise, from a place that differs from text to text. */
function edited(text: string): string {
  return text.replaceAll(
    /([\s\S]{200})([\s\S]{20})/g,
    (_, kept: string, gone: string) => `${kept}${gone.slice(10)}12`,
  );
}

function pairOf(text: string): readonly [Story, Story] | undefined {
  const [before, after] = [storyOf("a.txt", text), storyOf("a.txt", edited(text))];
  return before && after && [before, after];
}

/** As many texts as the letters make, no two the same. */
function textsOf(text: (letters: number) => string, letters: number, each: number): readonly string[] {
  const whole = text(2 * each);
  return Array.from({ length: Math.floor(letters / each) }, (_, n) => {
    const from = (n * 13) % each;
    return `${n} ${whole.slice(from, from + each)} ${n}`;
  });
}

/** The stages, in the order of the data. */
export const STAGES: Readonly<Record<string, Stage>> = {
  parse: {
    most: 2_500_000,
    prepare: (text, letters) => {
      const bytes = Buffer.from(text(letters));
      return () => parseStory("a.txt", bytes);
    },
  },
  split: {
    most: 2_500_000,
    prepare: (text, letters) => {
      const paragraph = text(letters);
      return () => splitSentences(paragraph);
    },
  },
  compare: {
    most: 1_000_000,
    prepare: (text, letters) => {
      const pair = pairOf(text(letters));
      return pair && (() => compareStories(...pair));
    },
  },
  summarise: {
    most: 2_500_000,
    prepare: (text, letters) => {
      const pair = pairOf(text(letters));
      const revision = pair && letters <= 1_000_000 ? compareStories(...pair) : undefined;
      return (
        pair &&
        (() => [
          summarise(pair[1]),
          revision && summariseRevision(revision, { after: pair[1] }),
          revision && gistOf(revision, { before: pair[0], after: pair[1], note: undefined }),
        ])
      );
    },
  },
  thread: {
    most: 1_000 * THREADED,
    prepare: (text, letters) => {
      const stories = textsOf(text, letters, THREADED).map((each, n) => ({ key: `s/${n}.txt`, text: each }));
      return () => groupThreads(stories);
    },
  },
  render: {
    most: 200 * RENDERED,
    prepare: (text, letters) => {
      const pairs = textsOf(text, letters, RENDERED).flatMap((each, n): StoryPair[] => {
        const [before, after] = [storyOf(`s/${n}.txt`, each), storyOf(`s/${n}.txt`, edited(each))];
        return before && after ? [{ ...(n % 2 === 0 && { before }), after }] : [];
      });
      const edition = composeFromStories(SLOT, pairs);
      return () => renderEdition(edition);
    },
  },
};
