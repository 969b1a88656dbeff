import type { Diff } from "../text/bounded-diff.ts";
import { fold, foldTypography, foldWhiteSpace } from "../text/fold.ts";
import { MAX_SENTENCE_LENGTH } from "../text/sentences/sentences.ts";
import { hasCapital, isSmallLetter } from "../text/tokens.ts";
import { DATE_OPENERS, dateAt } from "./kinds/dates.ts";
import { nameAt } from "./kinds/names.ts";
import { NEGATION_WORDS, negationAt } from "./kinds/negations.ts";
import { NUMBER_OPENERS, numberAt } from "./kinds/numbers.ts";
import { quotationsIn } from "./kinds/quotations.ts";
import { type Label, labeller } from "./labels/labels.ts";
import { factDiff, pairFacts } from "./pairs.ts";
import {
  type Fact,
  type FactPair,
  type Found,
  type ReadSentence,
  type SentenceToken,
  tokensIn,
} from "./sentence.ts";
import { hasMeaningfulCase } from "./title-case.ts";
import type { FactChange } from "./types.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** The small words that a fact may begin with; others have a hyphen or an apostrophe ("twenty-five", "didn't"). */
const OPENERS: ReadonlySet<string> = new Set([...NUMBER_OPENERS, ...DATE_OPENERS, ...NEGATION_WORDS]);
const COMPOUND = /['-]/;

/** Facts of one sentence that get a label; more are a table, and each label takes a walk through the sentence. */
const MAX_LABELS = 50;

/** How facts are compared. */
export interface FactOptions {
  /** Tells names from other words at the start of a sentence; the more text it knows, the better. */
  readonly vocabulary?: Vocabulary;
  /** Where it gives up, facts are paired in order, not by place; one for all sentences of a comparison. */
  readonly diff?: Diff;
  /** Whether facts get labels, which are made by rules for English; true if not said. */
  readonly hasLabels?: boolean;
  /** The days of the two stories ("2025-06-22"), where they are known: what "today" means. */
  readonly days?: { readonly before?: string | undefined; readonly after?: string | undefined };
}

/**
 * The facts in which two versions of a sentence differ: numbers, dates, names, negations and quotations. Facts pair up
 * by their place between the words that stayed, so that figures that change places are seen; a fact that only moved
 * with its clause is no change. Linear but for the pairing, which takes as many steps as `diff` has left.
 */
export function compareFacts(before: string, after: string, options: FactOptions = {}): FactChange[] {
  if (before === after || Math.max(before.length, after.length) > MAX_SENTENCE_LENGTH) return [];
  const {
    vocabulary = vocabularyOf([before, after]),
    diff = factDiff(1),
    days = {},
    hasLabels = true,
  } = options;
  const [a, b] = [tokensIn(before), tokensIn(after)];
  const isCaseMeaningful = once(() => hasMeaningfulCase(a) && hasMeaningfulCase(b));
  const recognise = recogniser(vocabulary, isCaseMeaningful);
  const [readBefore, readAfter] = [
    { ...read(before, a, recognise), day: days.before },
    { ...read(after, b, recognise), day: days.after },
  ];
  if (hasSameFacts(readBefore, readAfter)) return [];
  const pairs = pairFacts(readBefore, readAfter, diff);
  const labels = [labeller(readBefore), labeller(readAfter)] as const;
  return pairs.map((pair, n) => toChange(pair, hasLabels && n < MAX_LABELS ? labels : []));
}

function read(sentence: string, tokens: readonly SentenceToken[], recognise: Recognise): ReadSentence {
  const facts = factsIn(sentence, tokens, recognise);
  return { text: sentence, tokens, facts, quotations: quotationsIn(sentence, tokens, facts) };
}

/** The same facts in the same order, and the same quotations: most edits leave them alone. */
function hasSameFacts(before: ReadSentence, after: ReadSentence): boolean {
  return (["facts", "quotations"] as const).every((sort) => {
    const [a, b] = [before[sort], after[sort]];
    return (
      a.length === b.length && a.every(({ kind, value }, n) => kind === b[n]?.kind && value === b[n].value)
    );
  });
}

/** Whether two sentences have the same numbers in the same order; other glyphs for signs and separators are no difference. */
export function haveSameFigures(before: string, after: string): boolean {
  return figuresIn(before) === figuresIn(after);
}

/** What a fact says, however it is written: "Twelve" and "12" are one value. */
export function plainValue(surface: string): string {
  return numberAt(tokensIn(surface), 0)?.value ?? fold(surface);
}

function figuresIn(sentence: string): string {
  const tokens = tokensIn(foldTypography(foldWhiteSpace(sentence)));
  const figures = tokens.flatMap((token, at) =>
    token.type === "number" ? [numberAt(tokens, at)?.value ?? token.text] : [],
  );
  return figures.join("\n");
}

type Recognise = (tokens: readonly SentenceToken[], at: number) => Found | undefined;

function recogniser(vocabulary: Vocabulary, isCaseMeaningful: () => boolean): Recognise {
  return (tokens, at) =>
    dateAt(tokens, at) ??
    (isNamedNumber(tokens, at) && isCaseMeaningful() ? undefined : numberAt(tokens, at)) ??
    negationAt(tokens, at) ??
    nameAt(tokens, at, vocabulary, isCaseMeaningful);
}

/** "the First Amendment": within a sentence a number word with a capital, before another capital, is part of a name. */
function isNamedNumber(tokens: readonly SentenceToken[], at: number): boolean {
  const isCapital = (token: SentenceToken | undefined) => token?.type === "word" && hasCapital(token.text);
  return tokens[at - 1]?.type === "word" && isCapital(tokens[at]) && isCapital(tokens[at + 1]);
}

function factsIn(sentence: string, tokens: readonly SentenceToken[], recognise: Recognise): Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = mayOpenFact(tokens[at]) ? recognise(tokens, at) : undefined;
    if (found !== undefined) facts.push(toFact(sentence, tokens, at, found));
    at += found?.length ?? 1;
  }
  return facts;
}

/** Most places are small words that no fact begins with: for those one look is enough. */
function mayOpenFact(token: SentenceToken | undefined): boolean {
  if (token === undefined || token.type !== "word") return token?.type === "number";
  return !isSmallLetter(token.text.charCodeAt(0)) || OPENERS.has(token.form) || COMPOUND.test(token.form);
}

function toFact(sentence: string, tokens: readonly SentenceToken[], at: number, found: Found): Fact {
  const { kind, value, length, lead = 0 } = found;
  const [from, to] = [at + lead, at + length];
  const surface = sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return { kind, value, surface: kind === "name" ? surface.replace(/['’]s?$/, "") : surface, from, to };
}

function toChange({ before, after }: FactPair, [labelBefore, labelAfter]: readonly Label[]): FactChange {
  const context =
    (after === undefined ? undefined : labelAfter?.(after)) ??
    (before === undefined ? undefined : labelBefore?.(before));
  return {
    kind: (after ?? before)?.kind ?? "number",
    ...(before === undefined ? {} : { before: before.surface }),
    ...(after === undefined ? {} : { after: after.surface }),
    ...(context === undefined ? {} : { context }),
  };
}

/** Makes a value when it is first asked for, and only then. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
