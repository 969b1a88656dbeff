import { groupThreads } from "../../functions/digest/edition/threads/threads.ts";
import { readEventStories } from "../data/data-folder.ts";
import { drawSome, type Random, seededRandom } from "../data/random.ts";
import { bCubedF1 } from "../measures/b-cubed.ts";
import type { Measurement } from "../measures/figure.ts";
import { meanOf, rounded } from "../measures/mean.ts";

type EventStory = ReturnType<typeof readEventStories>[number];

const SEED = 7;
/** Stories per draw, and number of draws. */
const DRAWS = [
  [7, 200],
  [20, 100],
  [60, 30],
] as const;
const FEW_EVENTS = 3;

/**
 * B-cubed F1 of threads: mean over seeded draws of 7, 20 and 60 stories, and for all at once. Seven random
 * stories are nearly all unrelated, so there is also a draw of seven from three events, two of them twins
 * ("1_a" and "1_b"): a small daily corpus, where stories must be separated as well as grouped.
 */
export function measureThreads(folder: string): Measurement[] {
  const stories = readEventStories(folder);
  const atRandom = DRAWS.map(([size, draws]) => {
    const random = seededRandom(SEED);
    return meanF1(`${size} stories`, draws, () => drawSome(stories, size, random));
  });
  const random = seededRandom(SEED);
  const few = meanF1("7 stories of three events", DRAWS[0][1], () => drawFromFew(stories, random));
  return [...atRandom.slice(0, 1), few, ...atRandom.slice(1), meanF1("all stories", 1, () => stories)];
}

function meanF1(name: string, draws: number, draw: () => readonly EventStory[]): Measurement {
  const scores = Array.from({ length: draws }, () => f1Of(draw()));
  return { figure: `threads B-cubed F1, ${name}`, value: rounded(100 * meanOf(scores)), draws };
}

function f1Of(stories: readonly EventStory[]): number {
  const groups = groupThreads(stories.map(({ id, text }) => ({ key: id, text })));
  return bCubedF1(groups, new Map(stories.map(({ id, event }) => [id, event])));
}

function drawFromFew(stories: readonly EventStory[], random: Random): EventStory[] {
  const events = [...new Set(stories.map(({ event }) => event))];
  const [first = ""] = drawSome(events, 1, random);
  const twins = events.filter((event) => topicOf(event) === topicOf(first));
  const others = events.filter((event) => !twins.includes(event));
  const few = [...twins, ...drawSome(others, FEW_EVENTS - twins.length, random)];
  return drawSome(
    stories.filter(({ event }) => few.includes(event)),
    DRAWS[0][0],
    random,
  );
}

function topicOf(event: string): string {
  return event.split("_")[0] ?? event;
}
