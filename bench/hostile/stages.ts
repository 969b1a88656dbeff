import { recordAdded, recordRevision } from "../../functions/digest/changes/record.ts";
import type { NewsChange } from "../../functions/digest/changes/schema.ts";
import { composeEdition, MAX_RECORDS } from "../../functions/digest/edition/compose.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { groupThreads } from "../../functions/digest/edition/threads/threads.ts";
import { renderEdition } from "../../functions/digest/publish/mail/render.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { gistOf } from "../../functions/digest/summary/gist.ts";
import { summariseRevision } from "../../functions/digest/summary/revised.ts";
import { summarise } from "../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";

type Text = (letters: number) => string;

/** What is measured, and how large its input has become on the way to this stage. */
export interface Work {
  readonly act: () => unknown;
  readonly size: number;
}

/** A step of the job on hostile text. */
export interface Stage {
  /** The bound of its input, in letters or stories. */
  readonly most: number;
  /** What is measured on input of about that size; `undefined` if it is held back before it comes to this stage. */
  readonly prepare: (text: Text, size: number) => Work | undefined;
}

const SLOT = "2031-05-06T07:00:00Z";
/** Half of the bytes of a story: most of these texts have two or more bytes a letter somewhere. */
const LETTERS = MAX_STORY_BYTES / 2;
/** Letters of each of many stories; as many are read for its thread. */
const LETTERS_OF_MANY = 2_000;
/** Stories of an edition that are made from texts; the others are like one of them, under their own key. */
const MADE = 40;

function storyOf(key: string, body: string): Story | undefined {
  const story = parseStory(key, `Boats of Velm\n\n${body}`);
  return isUnreadable(story) ? undefined : story;
}

/** Every eleventh stretch of a text otherwise. */
function edited(text: string): string {
  return text.replaceAll(
    /([\s\S]{200})([\s\S]{20})/g,
    (_, kept: string, gone: string) => `${kept}${gone.slice(10)}12`,
  );
}

/** The words of a text from the last to the first, and one of their own, so that a text of one word differs at any length. */
function reversed(text: string): string {
  return `12 ${text.split(" ").toReversed().join(" ")}`;
}

function pairOf(text: string, edit = edited): readonly [Story, Story] | undefined {
  const [before, after] = [storyOf("a.txt", text), storyOf("a.txt", edit(text))];
  return before && after && [before, after];
}

function lettersOf(...stories: readonly Story[]): number {
  return stories
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, paragraph) => sum + paragraph.length, 0);
}

function comparison(edit: (text: string) => string): Stage {
  return {
    most: LETTERS,
    prepare: (text, letters) => {
      const pair = pairOf(text(letters), edit);
      return pair && { act: () => compareStories(...pair), size: lettersOf(...pair) };
    },
  };
}

/** Texts of many stories, no two the same. */
function textsOf(text: Text, stories: number): readonly string[] {
  const whole = text(2 * LETTERS_OF_MANY);
  return Array.from({ length: stories }, (_, n) => {
    const from = (n * 13) % LETTERS_OF_MANY;
    return `${n} ${whole.slice(from, from + LETTERS_OF_MANY)} ${n}`;
  });
}

/** New and revised stories by turns. */
function recordsOf(text: Text, stories: number): readonly NewsChange[] {
  const made = textsOf(text, Math.min(MADE, stories)).flatMap((each, n): NewsChange[] => {
    const [before, after] = pairOf(each) ?? [];
    if (before === undefined || after === undefined) {
      return [];
    }
    const context = { before, slot: SLOT, firstSeen: SLOT, revertedTo: undefined };
    return [
      n % 2 === 0
        ? recordAdded(after, SLOT, { slot: SLOT })
        : recordRevision(after, compareStories(before, after), context),
    ];
  });
  return made.length === 0 ? [] : Array.from({ length: stories }, (_, n) => numbered(made, n));
}

function numbered(made: readonly NewsChange[], n: number): NewsChange {
  const record = made[n % made.length] as Exclude<NewsChange, { change: "removed" }>;
  const [headline, text] = [record.headline, record.text].map((each) => `${n} ${each}`);
  return { ...record, key: `s/${n}.txt`, headline: headline ?? "", text: text ?? "" };
}

function editionOf(records: readonly NewsChange[]): Edition {
  const count = (change: NewsChange["change"]) => records.filter((record) => record.change === change).length;
  const none = { reverted: 0, returned: 0, renamed: 0, removed: 0, cosmetic: 0, unstable: 0, heldBack: 0 };
  const counts = { stories: records.length, added: count("added"), revised: count("revised"), ...none };
  return composeEdition({ slot: SLOT, hasNews: true, isBaseline: false, counts, records, knownThreads: [] });
}

/** The stages, in the order of the data. */
export const STAGES: Readonly<Record<string, Stage>> = {
  parse: {
    most: LETTERS,
    prepare: (text, letters) => {
      const bytes = Buffer.from(text(letters));
      return { act: () => parseStory("a.txt", bytes), size: letters };
    },
  },
  split: {
    most: LETTERS,
    prepare: (text, letters) => {
      const paragraph = text(letters);
      return { act: () => splitSentences(paragraph), size: letters };
    },
  },
  compare: comparison(edited),
  "compare, words reversed": comparison(reversed),
  summarise: {
    most: LETTERS,
    prepare: (text, letters) => {
      const pair = pairOf(text(letters));
      if (pair === undefined) {
        return undefined;
      }
      const [[before, after], revision] = [pair, compareStories(...pair)];
      const act = () => [
        summarise(after),
        summariseRevision(revision, { after }),
        gistOf(revision, { before, after, note: undefined }),
      ];
      return { act, size: lettersOf(...pair) };
    },
  },
  thread: {
    most: MAX_RECORDS,
    prepare: (text, size) => {
      const stories = textsOf(text, size).map((each, n) => ({ key: `s/${n}.txt`, text: each }));
      return { act: () => groupThreads(stories), size };
    },
  },
  compose: {
    most: MAX_RECORDS,
    prepare: (text, size) => {
      const records = recordsOf(text, size);
      return records.length === 0 ? undefined : { act: () => editionOf(records), size };
    },
  },
  render: {
    most: MAX_RECORDS,
    prepare: (text, size) => {
      const records = recordsOf(text, size);
      const edition = records.length === 0 ? undefined : editionOf(records);
      return edition && { act: () => renderEdition(edition), size };
    },
  },
};
