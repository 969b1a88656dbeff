import type { Fact, FactPair, ReadSentence, SentenceToken } from "./sentence.ts";

/** Token ranges, half open, that differ between two versions of a sentence, between words common to both. */
export interface ChangedSpan {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** Words of a statement shown before and after; a longer one is left to the inline diff. */
const MAX_STATEMENT = 8;
/** Further words that may differ where a negation was added or dropped ("did not pay", "paid"). */
const MAX_OTHER_WORDS = 2;

/**
 * An added or dropped negation with the words around it on both sides: "has accepted" → "has not accepted". If the
 * statement is not found on the other side, only its own side is shown.
 */
export function asStatement(
  pair: FactPair,
  spans: readonly ChangedSpan[],
  before: ReadSentence,
  after: ReadSentence,
): FactPair {
  const negation = pair.after ?? pair.before;
  if (negation?.kind !== "negation") {
    return pair;
  }
  const side = pair.after === undefined ? "before" : "after";
  const span = spans.find(({ [side]: [from, to] }) => from <= negation.from && negation.from < to);
  const both = onBothSides(span, before, after);
  if (both !== undefined) {
    return both;
  }
  const own = statement(side === "after" ? after : before, [negation.from, negation.to]) ?? negation;
  return side === "after" ? { after: own } : { before: own };
}

function onBothSides(
  span: ChangedSpan | undefined,
  before: ReadSentence,
  after: ReadSentence,
): FactPair | undefined {
  if (span === undefined || !isShort(span)) {
    return undefined;
  }
  const [a, b] = [statement(before, span.before), statement(after, span.after)];
  return a === undefined || b === undefined ? undefined : { before: a, after: b };
}

function isShort({ before, after }: ChangedSpan): boolean {
  const [a, b] = [before[1] - before[0], after[1] - after[0]];
  return Math.max(a, b) <= MAX_STATEMENT - 2 && Math.abs(a - b) <= MAX_OTHER_WORDS;
}

/** A range with the word before and the word after it. */
function statement({ tokens, text }: ReadSentence, [from, to]: readonly [number, number]): Fact | undefined {
  const start = isWord(tokens[from - 1]) ? from - 1 : from;
  const end = isWord(tokens[to]) ? to + 1 : to;
  if (start >= end) {
    return undefined;
  }
  const surface = text.slice(tokens[start]?.start, tokens[end - 1]?.end);
  return { kind: "negation", value: surface, surface, from: start, to: end };
}

function isWord(token: SentenceToken | undefined): boolean {
  return token?.type === "word";
}

/** An added or dropped quotation, paired with the same words unquoted on the other side, if found there. */
export function asUnquoted(pair: FactPair, before: ReadSentence, after: ReadSentence): FactPair {
  if (pair.after === undefined) {
    const plain = unquoted(pair.before, before, after);
    return plain === undefined ? pair : { before: pair.before, after: plain };
  }
  if (pair.before !== undefined) {
    return pair;
  }
  const plain = unquoted(pair.after, after, before);
  return plain === undefined ? pair : { before: plain, after: pair.after };
}

/** The words of a quotation in the other version. Linear, except for repetitive texts. */
function unquoted(quotation: Fact, { tokens }: ReadSentence, other: ReadSentence): Fact | undefined {
  const words = formsOf(tokens.slice(quotation.from, quotation.to));
  const wanted = words.map(({ form }) => form).join(" ");
  const there = formsOf(other.tokens);
  const at = ` ${there.map(({ form }) => form).join(" ")} `.indexOf(` ${wanted} `);
  if (at < 0) {
    return undefined;
  }
  const first = countSpaces(there, at);
  const found = there.slice(first, first + words.length).map(({ index }) => index);
  const [from = 0, last = 0] = [found[0], found.at(-1)];
  const surface = other.text.slice(other.tokens[from]?.start, other.tokens[last]?.end);
  return { kind: "quotation", value: wanted, surface, from, to: last + 1 };
}

interface Word {
  readonly form: string;
  readonly index: number;
}

function formsOf(tokens: readonly SentenceToken[]): Word[] {
  return tokens.flatMap(({ form, type }, index) => (type === "mark" ? [] : [{ form, index }]));
}

/** Number of words before a position in the joined words. */
function countSpaces(words: readonly Word[], position: number): number {
  let [count, length] = [0, 0];
  for (; length < position; count++) {
    length += (words[count]?.form.length ?? 0) + 1;
  }
  return count;
}
