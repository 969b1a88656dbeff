import type { Edition } from "../../../functions/digest/edition/schema.ts";
import { isMatch, type Match, matcherOf, type Refusal } from "../../../functions/digest/topics/match.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { printable } from "./printable.ts";

/** Whether something of an edition is in a topic, and why. */
export interface Verdict {
  readonly key: string;
  /** What of the edition it is, if it is only named: `formatting changes`. */
  readonly kind?: string;
  readonly topic: string;
  readonly found: Match | Refusal;
}

/** Items that are explained, each for every topic. */
const MAX_ITEMS = 30;

/** Of each item of an edition, changes first, and each topic: what let it in or kept it out. Empty without topics or changes. */
export function explainTopics(edition: Edition, topics: readonly Topic[]): string {
  const verdicts = verdictsOf(edition, topics);
  if (topics.length === 0 || edition.changes.length === 0) {
    return "";
  }
  const more = verdicts.length / topics.length - MAX_ITEMS;
  return [
    "Why in a topic, or not (docs/deploy.md, Topics that readers choose):",
    ...verdicts.slice(0, MAX_ITEMS * topics.length).map(lineOf),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join("\n");
}

/** The same as values: for each item of the edition, in its order, the topics in theirs. */
export function verdictsOf(
  { changes, cosmetic, unstable, heldBack }: Edition,
  topics: readonly Topic[],
): readonly Verdict[] {
  const matchers = topics.map((topic) => ({ topic: topic.name, ...matcherOf(topic) }));
  const named = [
    ...cosmetic.map(({ key }) => ({ kind: "formatting change", keys: [key] })),
    ...unstable.map(({ key, renamedFrom = key }) => ({ kind: "unstable", keys: [key, renamedFrom] })),
    ...heldBack.map(({ key }) => ({ kind: "held back", keys: [key] })),
  ];
  return [
    ...changes.flatMap((change) =>
      matchers.map((matcher) => ({ key: change.key, topic: matcher.topic, found: matcher.change(change) })),
    ),
    ...named.flatMap(({ kind, keys }) =>
      matchers.map((matcher) => ({
        key: keys[0] ?? "",
        kind,
        topic: matcher.topic,
        found: matcher.named(...keys),
      })),
    ),
  ];
}

function lineOf({ key, kind, topic, found }: Verdict): string {
  const name = kind === undefined ? key : `${key} (${kind})`;
  return printable(
    isMatch(found)
      ? `${name}: in ${topic} (${found.because.join(", ") || "it asks for nothing"})`
      : `${name}: not in ${topic}: ${found.refusedBy}`,
  );
}
