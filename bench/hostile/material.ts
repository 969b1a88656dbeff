import { recordAdded, recordRevision } from "../../functions/digest/changes/record.ts";
import type { NewsChange } from "../../functions/digest/changes/schema.ts";
import { composeEdition } from "../../functions/digest/edition/compose.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { compareStories } from "../../functions/digest/revision/compare.ts";
import type { Revision } from "../../functions/digest/revision/types.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import type { Story } from "../../functions/digest/story/types.ts";
import { once } from "../../functions/digest/text/once.ts";

const SLOT = "2031-05-06T07:00:00Z";
/** Letters of each of many stories; as many are read for its thread. */
const LETTERS_OF_MANY = 2_000;
/** Stories of an edition that are made from texts; the others are like one of them, under their own key. */
const MADE = 40;

type Pair = readonly [before: Story, after: Story];

/** What the stages are measured on, of one hostile text at one size; made when it is first asked for, once for all stages. */
export interface Material {
  readonly size: number;
  readonly text: () => string;
  /** `undefined` if it is held back before it is compared. */
  readonly edited: () => Pair | undefined;
  readonly reversed: () => Pair | undefined;
  /** Compares the edited pair, anew each time. */
  readonly compare: () => Revision | undefined;
  /** What the last comparison found. */
  readonly revision: () => Revision | undefined;
  /** As many stories as the size, no two the same. */
  readonly stories: () => readonly string[];
  /** As many records as the size, new and revised by turns; none if they are held back. */
  readonly records: () => readonly NewsChange[];
  /** Composes the edition of the records, anew each time. */
  readonly compose: () => Edition;
  /** What was composed last. */
  readonly edition: () => Edition;
}

/** The material of a hostile text, by size. */
export function materialOf(make: (letters: number) => string): (size: number) => Material {
  const known = new Map<number, Material>();
  const fewer = new Map<number, readonly NewsChange[]>();
  const made = (stories: number) => {
    const count = Math.min(MADE, stories);
    const records = fewer.get(count) ?? recordsOf(textsOf(make, count));
    fewer.set(count, records);
    return records;
  };
  return (size) => {
    const material = known.get(size) ?? materialAt(make, size, made);
    known.set(size, material);
    return material;
  };
}

function materialAt(
  make: (letters: number) => string,
  size: number,
  made: (stories: number) => readonly NewsChange[],
): Material {
  const text = once(() => make(size));
  const before = once(() => storyOf(text()));
  const pairWith = (edit: (text: string) => string) =>
    once(() => {
      const [a, b] = [before(), storyOf(edit(text()))];
      return a && b && ([a, b] as const);
    });
  const edited = pairWith(editedText);
  let compared: Revision | undefined;
  const compare = () => {
    const pair = edited();
    compared = pair && compareStories(...pair);
    return compared;
  };
  const records = once(() => {
    const some = made(size);
    return some.length === 0 ? [] : Array.from({ length: size }, (_, n) => numbered(some, n));
  });
  let composed: Edition | undefined;
  const compose = () => {
    composed = editionOf(records());
    return composed;
  };
  return {
    size,
    text,
    edited,
    reversed: pairWith(reversedText),
    compare,
    revision: () => compared ?? compare(),
    stories: () => textsOf(make, size),
    records,
    compose,
    edition: () => composed ?? compose(),
  };
}

function storyOf(body: string): Story | undefined {
  const story = parseStory("a.txt", `Boats of Velm\n\n${body}`);
  return isUnreadable(story) ? undefined : story;
}

/** Every eleventh stretch of a text otherwise. */
function editedText(text: string): string {
  return text.replaceAll(
    /([\s\S]{200})([\s\S]{20})/g,
    (_, kept: string, gone: string) => `${kept}${gone.slice(10)}12`,
  );
}

/** The words of a text from the last to the first, and one of their own, so that a text of one word differs at any length. */
function reversedText(text: string): string {
  return `12 ${text.split(" ").toReversed().join(" ")}`;
}

function textsOf(make: (letters: number) => string, stories: number): readonly string[] {
  const whole = make(2 * LETTERS_OF_MANY);
  return Array.from({ length: stories }, (_, n) => {
    const from = (n * 13) % LETTERS_OF_MANY;
    return `${n} ${whole.slice(from, from + LETTERS_OF_MANY)} ${n}`;
  });
}

function recordsOf(texts: readonly string[]): readonly NewsChange[] {
  return texts.flatMap((text, n): NewsChange[] => {
    const [before, after] = [storyOf(text), storyOf(editedText(text))];
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
}

function editionOf(records: readonly NewsChange[]): Edition {
  const count = (change: NewsChange["change"]) => records.filter((record) => record.change === change).length;
  const none = { reverted: 0, returned: 0, renamed: 0, removed: 0, cosmetic: 0, unstable: 0, heldBack: 0 };
  const counts = { stories: records.length, added: count("added"), revised: count("revised"), ...none };
  return composeEdition({ slot: SLOT, hasNews: true, isBaseline: false, counts, records, knownThreads: [] });
}

function numbered(made: readonly NewsChange[], n: number): NewsChange {
  const record = made[n % made.length] as Exclude<NewsChange, { change: "removed" }>;
  const [headline, text] = [record.headline, record.text].map((each) => `${n} ${each}`);
  return { ...record, key: `s/${n}.txt`, headline: headline ?? "", text: text ?? "" };
}
