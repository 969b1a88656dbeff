import { toldAs } from "../../../functions/digest/changes/order.ts";
import type { EditionChange } from "../../../functions/digest/edition/schema.ts";
import { isMatch, matcherOf, type Refusal } from "../../../functions/digest/topics/match.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";

/** Wishes of a topic that are named: of very many, the first say enough. */
const MAX_NAMED = 8;

/** What keeps a change out of a topic, in words: `key does not match court/`. Of something that is only named, there is no change. */
export function whyNot(refusal: Refusal, topic: Topic, change?: EditionChange): string {
  switch (refusal) {
    case "keys":
      return `key does not match ${either(topic.keys.map(({ written }) => written))}`;
    case "words":
      return `does not contain ${either(topic.words)}`;
    case "not":
      return `contains ${foundOf(topic, change)}, which the topic excludes`;
    case "languages":
      return `language is ${change?.lang}, not ${either(topic.languages)}`;
    case "kinds":
      return `is ${change && kindOf(change)}, not ${either(topic.kinds)}`;
    case "figure":
      return `no figure changed by ${percentOf(topic.figure ?? 0)} % or more`;
    case "more":
      return "goes only to topics that ask for keys alone";
    default:
      return refusal satisfies never;
  }
}

function either(names: readonly string[]): string {
  const some = names.slice(0, MAX_NAMED);
  const last = names.length > MAX_NAMED ? `one of ${names.length - MAX_NAMED} more` : some.pop();
  return some.length === 0 ? `${last}` : `${some.join(", ")} or ${last}`;
}

/** The excluded word that is found: the one for which a topic of these words would let the change in. */
function foundOf(topic: Topic, change: EditionChange | undefined): string {
  const found = topic.not.find((word) => {
    const only = { ...topic, keys: [], words: [word], not: [], languages: [], kinds: [], figure: undefined };
    return change !== undefined && isMatch(matcherOf(only).change(change));
  });
  return found ?? either(topic.not);
}

function kindOf(change: EditionChange): string {
  const kind = toldAs(change);
  return kind === "added" ? "new" : kind;
}

function percentOf(share: number): number {
  return Number((share * 100).toFixed(2));
}
