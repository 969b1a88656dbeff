import { contextOf } from "./fact-context.ts";
import { dateAt } from "./fact-dates.ts";
import { hasTellingCapitals, nameAt } from "./fact-names.ts";
import { negationAt } from "./fact-negations.ts";
import { numberAt } from "./fact-numbers.ts";
import { type FactPair, MAX_FACT_EDIT_LENGTH, pairFacts } from "./fact-pairs.ts";
import { quotationsIn } from "./fact-quotations.ts";
import { type Fact, type Found, type Place, placesIn } from "./fact-tokens.ts";
import { foldTypography, foldWhiteSpace } from "./fold.ts";
import type { FactChange } from "./types.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** What is longer is no sentence; no facts are read from it. */
const MAX_LETTERS = 20_000;

/** How facts are compared. */
export interface FactOptions {
  /** Tells names from other words at the start of a sentence; the more text it knows, the better. */
  readonly vocabulary?: Vocabulary;
  /** Edit distance beyond which facts are paired in order, not by place. */
  readonly maxEditLength?: number;
}

/**
 * The facts in which two versions of a sentence differ: numbers, dates, names, negations and quotations. Facts pair up
 * by their place between the words that stayed, so that figures that change places are seen; a fact that only moved
 * with its clause is no change. Linear but for the pairing, which takes at most `maxEditLength` squared steps.
 */
export function compareFacts(before: string, after: string, options: FactOptions = {}): FactChange[] {
  if (before === after || Math.max(before.length, after.length) > MAX_LETTERS) return [];
  const { vocabulary = vocabularyOf([before, after]), maxEditLength = MAX_FACT_EDIT_LENGTH } = options;
  const [a, b] = [placesIn(before), placesIn(after)];
  const recognise = recogniser(vocabulary, hasTellingCapitals(a) && hasTellingCapitals(b));
  const pairs = pairFacts(
    { places: a, facts: factsIn(before, a, recognise), quotations: quotationsIn(before, a) },
    { places: b, facts: factsIn(after, b, recognise), quotations: quotationsIn(after, b) },
    Math.min(maxEditLength, MAX_FACT_EDIT_LENGTH),
  );
  return pairs.map((pair) => toChange(pair, a, b));
}

/** Whether two sentences have the same numbers in the same order; other glyphs for signs and separators are no difference. */
export function haveSameFigures(before: string, after: string): boolean {
  return figuresIn(before) === figuresIn(after);
}

function figuresIn(sentence: string): string {
  const places = placesIn(foldTypography(foldWhiteSpace(sentence)));
  const figures = places.flatMap((place, at) =>
    place.type === "number" ? [numberAt(places, at)?.value ?? place.text] : [],
  );
  return figures.join("\n");
}

type Recognise = (places: readonly Place[], at: number) => Found | undefined;

function recogniser(vocabulary: Vocabulary, withNames: boolean): Recognise {
  return (places, at) =>
    dateAt(places, at) ??
    numberAt(places, at) ??
    negationAt(places, at) ??
    (withNames ? nameAt(places, at, vocabulary) : undefined);
}

function factsIn(sentence: string, places: readonly Place[], recognise: Recognise): Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < places.length; ) {
    const found = recognise(places, at);
    if (found !== undefined) facts.push(toFact(sentence, places, at, found));
    at += found?.length ?? 1;
  }
  return facts;
}

function toFact(sentence: string, places: readonly Place[], at: number, found: Found): Fact {
  const { kind, value, length, lead = 0 } = found;
  const [from, to] = [at + lead, at + length];
  const surface = sentence.slice(places[from]?.start ?? 0, places[to - 1]?.end ?? 0);
  return { kind, value, surface: kind === "name" ? surface.replace(/['’]s?$/, "") : surface, from, to };
}

function toChange({ before, after }: FactPair, a: readonly Place[], b: readonly Place[]): FactChange {
  const context =
    (after === undefined ? undefined : contextOf(b, after)) ??
    (before === undefined ? undefined : contextOf(a, before));
  return {
    kind: (after ?? before)?.kind ?? "number",
    ...(before === undefined ? {} : { before: before.surface }),
    ...(after === undefined ? {} : { after: after.surface }),
    ...(context === undefined ? {} : { context }),
  };
}
