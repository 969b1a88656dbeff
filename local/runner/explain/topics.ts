import type { Edition, EditionChange } from "../../../functions/digest/edition/schema.ts";
import { isMatch, type Match, matcherOf, type Refusal } from "../../../functions/digest/topics/match.ts";
import { isWeekly, type Topic } from "../../../functions/digest/topics/topics.ts";
import { printableLine } from "../../../infra/doctor/printable.ts";
import { whyNot } from "./refusal.ts";
import type { Told } from "./told.ts";

/** Something that an edition tells or names. */
interface Item {
  readonly key: string;
  /** Absent: it is only named. */
  readonly change?: EditionChange;
  /** What it is, if it is only named: `formatting change`. */
  readonly kind?: string;
  readonly renamedFrom?: string | undefined;
}

/** Whether an item is in a topic, and why. */
export interface Verdict {
  readonly item: Item;
  readonly topic: Topic;
  readonly found: Match | Refusal;
}

/** Items of an edition that are explained, each for every topic. */
const MAX_ITEMS = 30;

/**
 * Of each item of an edition, changes first, and each topic: what let it in or kept it out; for weekly topics the same of the week's edition, or
 * when it is due. Empty without topics, or if there is nothing to explain.
 */
export function explainTopics({ edition, week, nextWeek }: Told, topics: readonly Topic[]): string {
  const daily = topics.filter(({ rhythm }) => rhythm === "daily");
  const weekly = topics.filter(isWeekly);
  const ofWeek = week === undefined ? [] : linesOf(week, weekly);
  const lines = [
    ...linesOf(edition, daily),
    ...(week === undefined ? weekly.map(({ name }) => `${name} is weekly, ${nextWeek}`) : []),
    ...(ofWeek.length > 0 ? ["Of the week:", ...ofWeek] : []),
  ];
  return lines.length === 0
    ? ""
    : ["Which topics each is in, and why (docs/deploy.md, Topics that readers choose):", ...lines].join("\n");
}

function linesOf(edition: Edition, topics: readonly Topic[]): readonly string[] {
  if (topics.length === 0 || edition.changes.length === 0) {
    return [];
  }
  const items = itemsOf(edition);
  const more = items.length - MAX_ITEMS;
  const verdicts = verdictsOf(items.slice(0, MAX_ITEMS), topics);
  return [...verdicts.map(lineOf), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** What an edition tells and names, in its order, what it only names last. */
export function itemsOf({ changes, cosmetic, unstable, heldBack, passing = [] }: Edition): readonly Item[] {
  return [
    ...changes.map((change) => ({ key: change.key, change })),
    ...passing.map(({ key, what }) => ({ key, kind: what })),
    ...cosmetic.map(({ key }) => ({ key, kind: "formatting change" })),
    ...unstable.map(({ key, renamedFrom }) => ({ key, renamedFrom, kind: "unstable" })),
    ...heldBack.map(({ key }) => ({ key, kind: "held back" })),
  ];
}

/** For each item the topics in their order. */
export function verdictsOf(items: readonly Item[], topics: readonly Topic[]): readonly Verdict[] {
  const matchers = topics.map((topic) => ({ topic, ...matcherOf(topic) }));
  return items.flatMap((item) => {
    const { key, renamedFrom = key, change: told } = item;
    return matchers.map(({ topic, change, named }) => ({
      item,
      topic,
      found: told === undefined ? named(key, renamedFrom) : change(told),
    }));
  });
}

function lineOf({ item, topic, found }: Verdict): string {
  const key = printableLine(item.key);
  const name = item.kind === undefined ? key : `${key} (${item.kind})`;
  return isMatch(found)
    ? `${name}: in ${topic.name} (${printableLine(found.because.join(", ")) || "it takes everything"})`
    : `${name}: not in ${topic.name}: ${printableLine(whyNot(found, topic, item.change))}`;
}
