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

/** Lower-case words that can begin a fact; others contain a hyphen or apostrophe ("twenty-five", "didn't"). */
const OPENERS: ReadonlySet<string> = new Set([...NUMBER_OPENERS, ...DATE_OPENERS, ...NEGATION_WORDS]);
const COMPOUND = /['-]/;

/** Facts of one sentence that get a label: more are a table, and each label takes a pass over the sentence. */
const MAX_LABELS = 50;

/** Options for comparing facts. */
export interface FactOptions {
  /** Distinguishes names from other words at the start of a sentence; the more text it covers, the better. */
  readonly vocabulary?: Vocabulary;
  /** One for all sentences of a comparison; if it gives up, facts are paired in order, not by position. */
  readonly diff?: Diff;
  /** Whether facts get labels, whose rules are for English; true by default. */
  readonly hasLabels?: boolean;
  /** The dates of the two stories ("2025-06-22"), if known; they resolve "today". */
  readonly days?: { readonly before?: string | undefined; readonly after?: string | undefined };
}

/**
 * The facts in which two versions of a sentence differ: numbers, dates, names, negations and quotations. Facts are paired
 * by their position between kept words, so swapped figures are noticed; a fact that only moved with its clause is not a
 * change. Linear, except for the pairing, which is bounded by `diff`.
 */
export function compareFacts(before: string, after: string, options: FactOptions = {}): FactChange[] {
  if (before === after || Math.max(before.length, after.length) > MAX_SENTENCE_LENGTH) {
    return [];
  }
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
  if (hasSameFacts(readBefore, readAfter)) {
    return [];
  }
  const pairs = pairFacts(readBefore, readAfter, diff);
  const labels = [labeller(readBefore), labeller(readAfter)] as const;
  return pairs.map((pair, n) => toChange(pair, hasLabels && n < MAX_LABELS ? labels : []));
}

function read(sentence: string, tokens: readonly SentenceToken[], recognise: Recognise): ReadSentence {
  const facts = factsIn(sentence, tokens, recognise);
  return { text: sentence, tokens, facts, quotations: quotationsIn(sentence, tokens, facts) };
}

/** Same facts and quotations, in the same order: most edits leave them alone. */
function hasSameFacts(before: ReadSentence, after: ReadSentence): boolean {
  return (["facts", "quotations"] as const).every((sort) => {
    const [a, b] = [before[sort], after[sort]];
    return (
      a.length === b.length && a.every(({ kind, value }, n) => kind === b[n]?.kind && value === b[n].value)
    );
  });
}

/** Whether two sentences have the same numbers in the same order, ignoring glyph variants of signs and separators. */
export function haveSameFigures(before: string, after: string): boolean {
  return figuresIn(before) === figuresIn(after);
}

/** The value of a fact, however it is written: "Twelve" and "12" are equal. */
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

/** "the First Amendment": inside a sentence, a capitalised number word before another capital is part of a name. */
function isNamedNumber(tokens: readonly SentenceToken[], at: number): boolean {
  const isCapital = (token: SentenceToken | undefined) => token?.type === "word" && hasCapital(token.text);
  return tokens[at - 1]?.type === "word" && isCapital(tokens[at]) && isCapital(tokens[at + 1]);
}

function factsIn(sentence: string, tokens: readonly SentenceToken[], recognise: Recognise): Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = mayOpenFact(tokens[at]) ? recognise(tokens, at) : undefined;
    if (found !== undefined) {
      facts.push(toFact(sentence, tokens, at, found));
    }
    at += found?.length ?? 1;
  }
  return facts;
}

/** Most tokens are lower-case words that no fact begins with; this skips them cheaply. */
function mayOpenFact(token: SentenceToken | undefined): boolean {
  if (token === undefined || token.type !== "word") {
    return token?.type === "number";
  }
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

/** Computes a value on first use only. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
