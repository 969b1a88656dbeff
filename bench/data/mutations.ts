import { COSMETIC_RULES } from "./cosmetic-mutations.ts";
import { FACT_RULES, type FactRule } from "./fact-mutations.ts";
import { drawSome, type Random } from "./random.ts";

/** A text with one fact changed, and how the change should be reported. */
export interface FactMutation {
  readonly name: string;
  readonly kind: FactRule["kind"];
  readonly text: string;
  /** Must occur in the `before` and the `after` of one fact change; absent if that side has no such fact. */
  readonly before?: string;
  readonly after?: string;
}

/** A text as bytes before and after a change that should not be reported as news. */
export interface CosmeticMutation {
  readonly name: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Up to `count` mutations of each kind for a text, at random places; none of a kind that does not fit the text. */
export function mutateFacts(text: string, count: number, random: Random): FactMutation[] {
  return FACT_RULES.flatMap((rule) => {
    const matches = drawSome([...text.matchAll(rule.pattern)], count, random);
    return matches.flatMap((match) => mutate(text, rule, match, random) ?? []);
  });
}

function mutate(
  text: string,
  { name, kind, change }: FactRule,
  match: RegExpExecArray,
  random: Random,
): FactMutation | undefined {
  const { to, before, after } = change(match, random);
  if (to === match[0]) {
    return undefined;
  }
  return {
    name,
    kind,
    text: text.slice(0, match.index) + to + text.slice(match.index + match[0].length),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** One cosmetic mutation of each kind that changes the bytes of the text. */
export function mutateCosmetics(text: string, random: Random): CosmeticMutation[] {
  return COSMETIC_RULES.flatMap(({ name, prepare = (plain) => plain, change }) => {
    const before = prepare(text);
    const after = before === undefined ? undefined : change(before, random);
    if (before === undefined || after === undefined) {
      return [];
    }
    const [a, b] = [Buffer.from(before), Buffer.from(after)];
    return a.equals(b) ? [] : [{ name, before: a, after: b }];
  });
}
