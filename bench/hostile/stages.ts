import { MAX_RECORDS } from "../../functions/digest/edition/compose.ts";
import { groupThreads } from "../../functions/digest/edition/threads/threads.ts";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import { MAX_STORY_BYTES, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { gistOf } from "../../functions/digest/summary/gist.ts";
import { summariseRevision } from "../../functions/digest/summary/revised.ts";
import { summarise } from "../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import type { Material } from "./material.ts";

/** What is measured, and how large its input has become on the way to this stage. */
export interface Work {
  readonly act: () => unknown;
  readonly size: number;
}

/** A step of the job on hostile text. */
export interface Stage {
  /** The bound of its input, in letters or stories. */
  readonly most: number;
  /** What is measured on this material; `undefined` if it is held back before it comes to this stage. */
  readonly prepare: (material: Material) => Work | undefined;
}

/** Half of the bytes of a story: most of these texts have two or more bytes a letter somewhere. */
const LETTERS = MAX_STORY_BYTES / 2;

function lettersOf(...stories: readonly Story[]): number {
  return stories
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + paragraph.length, 0);
}

/** The stages, in the order of the data. */
export const STAGES: Readonly<Record<string, Stage>> = {
  parse: {
    most: LETTERS,
    prepare: ({ text, size }) => {
      const bytes = Buffer.from(text());
      return { act: () => parseStory("a.txt", bytes), size };
    },
  },
  split: {
    most: LETTERS,
    prepare: ({ text, size }) => ({ act: () => splitSentences(text()), size }),
  },
  compare: {
    most: LETTERS,
    prepare: ({ edited, compare }) => {
      const pair = edited();
      return pair && { act: compare, size: lettersOf(...pair) };
    },
  },
  "compare, words reversed": {
    most: LETTERS,
    prepare: ({ reversed }) => {
      const pair = reversed();
      return pair && { act: () => compareStories(...pair), size: lettersOf(...pair) };
    },
  },
  summarise: {
    most: LETTERS,
    prepare: ({ edited, revision }) => {
      const [pair, revised] = [edited(), revision()];
      if (pair === undefined || revised === undefined) {
        return undefined;
      }
      const [before, after] = pair;
      const act = () => [
        summarise(after),
        summariseRevision(revised, { after }),
        gistOf(revised, { before, after, note: undefined }),
      ];
      return { act, size: lettersOf(...pair) };
    },
  },
  thread: {
    most: MAX_RECORDS,
    prepare: ({ stories, size }) => {
      const keyed = stories().map((text, n) => ({ key: `s/${n}.txt`, text }));
      return { act: () => groupThreads(keyed), size };
    },
  },
  compose: {
    most: MAX_RECORDS,
    prepare: ({ records, compose, size }) => (records().length === 0 ? undefined : { act: compose, size }),
  },
  render: {
    most: MAX_RECORDS,
    prepare: ({ records, edition, size }) => {
      const composed = records().length === 0 ? undefined : edition();
      return composed && { act: () => renderEdition(composed), size };
    },
  },
};
