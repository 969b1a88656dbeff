import { sketchValues } from "../../changes/matching/identity.ts";
import type { NewsChange } from "../../changes/schema.ts";
import { compareKeys } from "../../key-order.ts";
import { fold } from "../../text/fold.ts";
import { tellsTheSame } from "./tells-the-same.ts";

/** Near copies share this part of the values of their sketches. */
const MIN_SHARED = 0.8;
/** Stories of one headline that a further one is compared with, so that a day of equal headlines costs no more. */
const MAX_COMPARED = 8;

/**
 * Maps each story that came, came back or went as a copy of another to the one that is told: the one that says most, the first
 * by key if several do. Copies have the same text but for typography and case, or the same headline and nearly the same text,
 * with no sentence of which both have their own version. A told story is never itself a copy. About linear.
 */
export function findCopies<Story extends NewsChange>(stories: readonly Story[]): ReadonlyMap<Story, Story> {
  const known = new Map<string, Story[]>();
  const copies = new Map<Story, Story>();
  for (const story of stories.toSorted(mostSaidFirst)) {
    const names = namesOf(story);
    const near = known.get(headlineName(story)) ?? [];
    const original =
      names.flatMap((name) => known.get(name) ?? [])[0] ?? near.find((told) => isNearCopy(told, story));
    if (original !== undefined) {
      copies.set(story, original);
    } else if (near.length < MAX_COMPARED) {
      known.set(headlineName(story), [...near, story]);
    }
    for (const name of names.filter((name) => !known.has(name))) {
      known.set(name, [original ?? story]);
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
function namesOf(story: NewsChange): readonly string[] {
  const folded = matchOf(story)?.folded;
  return [`text ${story.hash}`, ...(folded === undefined ? [] : [`folded ${folded}`])];
}

function headlineName({ headline }: NewsChange): string {
  return `headline ${fold(headline)}`;
}

function isNearCopy(told: NewsChange, story: NewsChange): boolean {
  const [a, b] = [matchOf(told), matchOf(story)].map((match) => new Set(sketchValues(match?.sketch ?? "")));
  const shared = a === undefined || b === undefined ? 0 : a.intersection(b).size;
  const fewer = Math.min(a?.size ?? 0, b?.size ?? 0);
  return fewer > 0 && shared >= MIN_SHARED * fewer && tellsTheSame(told, story);
}

/** What a new or removed story is recognised by. */
function matchOf(story: NewsChange): { readonly folded: string; readonly sketch: string } | undefined {
  return "match" in story ? story.match : undefined;
}
