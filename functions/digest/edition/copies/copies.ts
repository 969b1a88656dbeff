import { SKETCH_VALUES, sketchValues } from "../../changes/matching/identity.ts";
import type { NewsChange } from "../../changes/schema.ts";
import { compareKeys } from "../../key-order.ts";
import { fold } from "../../text/fold.ts";
import { once } from "../../text/once.ts";
import { type Sentences, sentencesOf, tellTheSame } from "./tells-the-same.ts";

/** Near copies share this part of the values of their sketches. */
const MIN_SHARED = 0.8;
/** Stories of one headline that a further one is compared with, so that a day of equal headlines costs no more. */
const MAX_COMPARED = 8;

/** A story that others of its headline may be near copies of; few headlines have others, for which it is read. */
interface Told<Story> {
  readonly story: Story;
  readonly sketch: () => ReadonlySet<number>;
  readonly sentences: () => Sentences;
}

/**
 * Maps each story that came, came back or went as a copy of another to the one that is told: the one that says most, the first
 * by key if several do. Copies have the same text but for typography and case, or the same headline and nearly the same text,
 * with no sentence of which both have their own version. A told story is never itself a copy. About linear.
 */
export function findCopies<Story extends NewsChange>(stories: readonly Story[]): ReadonlyMap<Story, Story> {
  const byText = new Map<string, Story>();
  const byHeadline = new Map<string, Told<Story>[]>();
  const copies = new Map<Story, Story>();
  for (const story of stories.toSorted(mostSaidFirst)) {
    const names = textNames(story);
    const same = names.map((name) => byText.get(name)).find((told) => told !== undefined);
    const original = same ?? nearestOf(story, byHeadline);
    if (original !== undefined) {
      copies.set(story, original);
    }
    for (const name of names) {
      byText.set(name, byText.get(name) ?? original ?? story);
    }
  }
  return copies;
}

function mostSaidFirst(a: NewsChange, b: NewsChange): number {
  return lengthOf(b) - lengthOf(a) || compareKeys(a.key, b.key);
}

function lengthOf(story: NewsChange): number {
  return "text" in story ? story.text.length : 0;
}

/** What stories with the same text have in common. */
function textNames(story: NewsChange): readonly string[] {
  const folded = "match" in story ? story.match?.folded : undefined;
  return [`text ${story.hash}`, ...(folded === undefined ? [] : [`folded ${folded}`])];
}

/** The story of which this is a near copy; without one, others may be of this one. */
function nearestOf<Story extends NewsChange>(
  story: Story,
  byHeadline: Map<string, Told<Story>[]>,
): Story | undefined {
  const written = ("match" in story && story.match?.sketch) || "";
  if (written === "") {
    return undefined;
  }
  const headline = fold(story.headline);
  const told = byHeadline.get(headline) ?? [];
  const own = {
    story,
    sketch: once(() => new Set(sketchValues(written))),
    sentences: once(() => sentencesOf(story)),
  };
  const near = told.find((one) => isNearCopy(own, one));
  if (near === undefined && told.length < MAX_COMPARED) {
    told.push(own);
    byHeadline.set(headline, told);
  }
  return near?.story;
}

/** Of removed stories, whose text is not at hand, the one must be the other with something added. */
function isNearCopy(a: Told<NewsChange>, b: Told<NewsChange>): boolean {
  const [sketch, other] = [a.sketch(), b.sketch()];
  const isEnough = "text" in a.story || isWithin(sketch, other) || isWithin(other, sketch);
  return isEnough && isNear(sketch, other) && tellTheSame(a.sentences(), b.sentences());
}

function isNear(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.intersection(b).size >= MIN_SHARED * Math.min(a.size, b.size);
}

/** As far as sketches can tell: a value of the one that is not in the other would have to be beyond its last. */
function isWithin(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const last = b.size < SKETCH_VALUES ? Number.POSITIVE_INFINITY : Math.max(...b);
  return [...a.difference(b)].every((value) => value > last);
}
