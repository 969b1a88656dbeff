import type { Story } from "../story/types.ts";
import type { Edits } from "./edits.ts";
import { dayIn } from "./fact-days.ts";
import { compareFacts, plainValue } from "./facts.ts";
import type { FactChange, FactKind, Revision } from "./types.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Letters of a story that are read for its vocabulary, before the changed sentences: about ten pages. */
const MAX_VOCABULARY_LETTERS = 30_000;
const FACT_ORDER: readonly FactKind[] = ["number", "date", "name", "quotation", "negation"];

/**
 * The facts that changed in the edited and moved sentences of two stories, then in their headlines; the same change is told
 * once. Changed facts stand before new and gone ones, figures first.
 */
export function storyFacts(
  before: Story,
  after: Story,
  { edits, maxEditLength }: Edits,
  headline: Revision["headlineChange"],
): FactChange[] {
  const changed = edits.flatMap((edit) => (edit.edit === "edited" || edit.edit === "moved" ? [edit] : []));
  const pairs = headline === undefined ? changed : [...changed, headline];
  if (pairs.length === 0) return [];
  const options = {
    vocabulary: vocabularyOf([...beginningOf(before.paragraphs), ...pairs.map((pair) => pair.after)]),
    maxEditLength,
    days: { before: dayOf(before), after: dayOf(after) },
  };
  const facts = pairs.flatMap((pair) => compareFacts(pair.before, pair.after, options));
  const isKnown = knownNames(before.text, after.text);
  return orderFacts(withoutRepeats(facts).filter((fact) => !isKnown(fact)));
}

function beginningOf(paragraphs: readonly string[]): readonly string[] {
  let letters = 0;
  return paragraphs.filter((paragraph) => {
    letters += paragraph.length;
    return letters <= MAX_VOCABULARY_LETTERS;
  });
}

function dayOf({ byline, dateline }: Story): string | undefined {
  return dayIn(byline ?? "") ?? dayIn(dateline ?? "");
}

/** The same change in several sentences is told once, with the context of the first. */
function withoutRepeats(facts: readonly FactChange[]): FactChange[] {
  const known = new Set<string>();
  return facts.filter(({ kind, before, after }) => {
    const name = JSON.stringify([kind, ...[before, after].map((side) => side && plainValue(side))]);
    return !known.has(name) && known.add(name);
  });
}

/**
 * Which facts only name somebody whom the story named before, or still names: they tell nothing new. A story is read for
 * its names at most once, and only if it is asked for.
 */
function knownNames(before: string, after: string): (fact: FactChange) => boolean {
  const namesBefore = once(() => capitalsIn(before));
  const namesAfter = once(() => capitalsIn(after));
  return (fact) => {
    if (fact.kind !== "name" || (fact.before !== undefined && fact.after !== undefined)) return false;
    const known = fact.before === undefined ? namesBefore() : namesAfter();
    return known.has((fact.before ?? fact.after ?? "").split(/[\s.'’-]+/).at(-1) ?? "");
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function capitalsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu));
}

/** Changed facts before new and gone ones; figures first; else as they stand in the story. */
function orderFacts(facts: readonly FactChange[]): FactChange[] {
  const isChanged = (fact: FactChange) => fact.before !== undefined && fact.after !== undefined;
  const place = (fact: FactChange) =>
    FACT_ORDER.indexOf(fact.kind) + (isChanged(fact) ? 0 : FACT_ORDER.length);
  return facts.toSorted((a, b) => place(a) - place(b));
}
