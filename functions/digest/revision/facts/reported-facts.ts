import { plainValue } from "../../facts/facts.ts";
import type { FactChange, FactKind } from "../../facts/types.ts";

/** Facts reported for one revision; more would not make it clearer. */
const MAX_REVISION_FACTS = 200;
/** Figures first; a new kind of fact does not compile until it has its place. */
const FACT_ORDER = {
  number: 0,
  date: 1,
  name: 2,
  quotation: 3,
  polarity: 4,
} as const satisfies Record<FactKind, number>;
const FACT_KINDS = Object.keys(FACT_ORDER).length;

/**
 * The facts of all sentences as a revision reports them: each change once, none that only moved, that another says more of, or that
 * `isKnown`. Changed facts come before new and removed ones, figures first. `truncated` if there are more than are reported.
 */
export function reportedFacts(
  found: readonly FactChange[],
  isKnown: (fact: FactChange) => boolean,
): { readonly facts: readonly FactChange[]; readonly truncated: boolean } {
  const read = withoutParts(withoutMoved(withoutRepeats(found)));
  const facts = orderFacts(read.filter((fact) => !isKnown(fact)));
  return { facts: facts.slice(0, MAX_REVISION_FACTS), truncated: facts.length > MAX_REVISION_FACTS };
}

/** The same change in several sentences is reported once, with the context of the first; under another label it is another. */
function withoutRepeats(facts: readonly FactChange[]): FactChange[] {
  if (facts.length < 2) {
    return [...facts];
  }
  const known = new Set<string>();
  return facts.filter(({ kind, before, after, context }) => {
    const name = JSON.stringify([kind, context, ...[before, after].map((side) => side && plainValue(side))]);
    return !known.has(name) && known.add(name);
  });
}

/** A fact of which another says more: "Vertex → Engine" beside "Google Vertex → Engine". */
function withoutParts(facts: readonly FactChange[]): readonly FactChange[] {
  const isPart = (part: string | undefined, whole: string | undefined) =>
    part === whole || (part !== undefined && ` ${whole} `.includes(` ${part} `));
  if (facts.length > MAX_REVISION_FACTS) {
    return facts;
  }
  const short = withoutRenamed(facts);
  return short.filter(
    (fact) =>
      !short.some(
        (other) =>
          other !== fact &&
          other.kind === fact.kind &&
          other.context === fact.context &&
          isPart(fact.before, other.before) &&
          isPart(fact.after, other.after),
      ),
  );
}

/** "Velm, velm.example" → "Orsk, orsk.example" beside "Velm" → "Orsk": the same name, said more than once. */
function withoutRenamed(facts: readonly FactChange[]): readonly FactChange[] {
  const names = facts.filter(({ kind, before, after }) => kind === "name" && before && after);
  const isRenamed = (whole: FactChange, { before = "", after = "" }: FactChange) =>
    whole.before !== before &&
    whole.before?.includes(before) === true &&
    whole.before.replaceAll(before, after) === whole.after;
  return facts.filter((fact) => fact.kind !== "name" || !names.some((name) => isRenamed(fact, name)));
}

/** A value that left one sentence and came to another has only moved. */
function withoutMoved(facts: readonly FactChange[]): readonly FactChange[] {
  const nameOf = (kind: FactKind, value: string | undefined) =>
    JSON.stringify([kind, plainValue(value ?? "")]);
  const gone = new Set(
    facts.flatMap(({ kind, before, after }) => (after === undefined ? [nameOf(kind, before)] : [])),
  );
  const come = new Set(
    facts.flatMap(({ kind, before, after }) => (before === undefined ? [nameOf(kind, after)] : [])),
  );
  return facts.filter(({ kind, before, after }) => {
    if (before !== undefined && after !== undefined) {
      return true;
    }
    return before === undefined ? !gone.has(nameOf(kind, after)) : !come.has(nameOf(kind, before));
  });
}

/** Changed facts before new and removed ones; figures first; otherwise in the order of the story. */
function orderFacts(facts: readonly FactChange[]): FactChange[] {
  const isChanged = (fact: FactChange) => fact.before !== undefined && fact.after !== undefined;
  const rank = (fact: FactChange) => FACT_ORDER[fact.kind] + (isChanged(fact) ? 0 : FACT_KINDS);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}
