import { hasUnspaced } from "../../text/scripts.ts";
import { isHyphen, type Token } from "../reading/tokens.ts";
import type { SlotChange, Span } from "../slots/slot.ts";
import { FUNCTION_WORDS } from "../slots/words.ts";
import type { FactChange } from "../types.ts";
import { type Cut, cutsAround, isEmpty } from "./cuts.ts";

/** Words shown before and after a fact that has no sure label. */
const MAX_AROUND = 5;
/** The same in letters, for scripts without spaces. */
const MAX_AROUND_UNSPACED = 12;
/** Tokens of the head of a list line: "Dead: 12". */
const MAX_HEAD_WORDS = 4;
/** The same of a line that ends with its value: "Cover for employee and partner: $197". */
const MAX_LINE_HEAD_WORDS = 8;
/** A clause ends at these; at a comma only if it has said something. */
const ENDS_CLAUSE = /^[;:!?()[\]—–|·•"“”„«»。；！？।]$/;
const OPENS_BRACKET = /^[([]$/;
const CLOSES_BRACKET = /^[)\]]$/;
const QUOTE = /^["“”„«»]$/;
const COMMA = /^[,，、،]$/;
const MIN_CLAUSE = 2;

/**
 * What a fact is about: the head of its list line ("Dead"), which says so for sure; otherwise the words of its clause
 * around it, so that readers see for themselves, as far as both versions have them there; a value that came or went alone stands in one.
 */
export function labelOf({ before, after }: SlotChange): Pick<FactChange, "context" | "around"> {
  const span = after ?? before;
  if (span === undefined) {
    return {};
  }
  const context = headOf(span);
  if (context !== undefined) {
    return { context };
  }
  const cuts = cutsAround(span, after === undefined ? undefined : before);
  const start = leadOf(span);
  const end = tailEnd(span, span.from - start);
  const around = {
    lead: textOf(span, leadWithout(cuts, span, start), span.from, cuts),
    tail: textOf(span, span.to, tailWithout(cuts, span, end), cuts),
  };
  return around.lead === "" && around.tail === "" ? beyond(span, cuts) : { around };
}

/** What fills its clause is shown with words of the one before it: "by Geffrey Holt (2022-2029)". */
function beyond(span: Span, cuts: readonly Cut[]): Pick<FactChange, "around"> {
  const { sentence, from, to } = span;
  const mark = sentence.tokens[from - 1];
  if (mark === undefined || from === 1) {
    return {};
  }
  const start = leadWithout(cuts, span, leadOf({ ...span, from: from - 1 }));
  const close = sentence.tokens[to];
  const isClosed = OPENS_BRACKET.test(mark.text) && close !== undefined && CLOSES_BRACKET.test(close.text);
  const lead = textOf(span, start, QUOTE.test(mark.text) ? from - 1 : from, cuts);
  return lead === "" ? {} : { around: { lead, tail: isClosed ? close.text : "" } };
}

/** "Dead: 12": the words before the colon that opens the line. */
function headOf({ sentence, from, to }: Span): string | undefined {
  const { tokens, text } = sentence;
  const isLine = tokens.slice(to).every(({ type }) => type === "mark");
  const colon = tokens.findIndex((token) => token.text === ":");
  const isHead =
    colon > 0 &&
    colon <= (isLine ? MAX_LINE_HEAD_WORDS : MAX_HEAD_WORDS) &&
    colon === from - 1 &&
    tokens.slice(0, colon).every((token) => token.type === "word" || isHyphen(token));
  return isHead ? text.slice(tokens[0]?.start, tokens[colon - 1]?.end) : undefined;
}

/** Where the words of the clause before a span begin. */
function leadOf({ sentence, from }: Span): number {
  const { tokens, text } = sentence;
  const limit = limitFor(text);
  let start = from;
  let words = 0;
  while (start > 0 && words < limit && !endsClause(tokens, start - 1, from - start)) {
    start -= 1;
    words += tokens[start]?.type === "mark" ? 0 : 1;
  }
  return isInNumber(tokens, start - 1) ? start - 2 : start;
}

/**
 * Where the words of the clause after a span end, before which `said` tokens of it are shown. What is cut off does not end
 * in "of the".
 */
function tailEnd({ sentence, to }: Span, said: number): number {
  const { tokens, text } = sentence;
  const limit = limitFor(text);
  let end = to;
  let words = 0;
  while (end < tokens.length && words < limit && !endsClause(tokens, end, said + end - to)) {
    words += tokens[end]?.type === "mark" ? 0 : 1;
    end += 1;
  }
  end += isInNumber(tokens, end) ? 2 : 0;
  const isCutOff = words >= limit;
  while (end > to && isCutAt(tokens, end - 1, isCutOff)) {
    end -= 1;
  }
  return end;
}

/** A comma or the last stop, and, where what follows is cut off, a small word. */
function isCutAt(tokens: readonly Token[], at: number, isCutOff: boolean): boolean {
  const token = tokens[at];
  const isStop = token?.text === "." && at === tokens.length - 1;
  return isComma(token) || isStop || (isCutOff && FUNCTION_WORDS.has(token?.form ?? ""));
}

/** Where the words before a span begin, without what is cut at their beginning, or behind small words only. */
function leadWithout(cuts: readonly Cut[], { sentence: { tokens }, from }: Span, lead: number): number {
  return cuts
    .filter((cut) => cut.to >= lead && cut.to <= from)
    .reduce((start, cut) => (tokens.slice(start, cut.from).every(isEmpty) ? cut.to : start), lead);
}

/** Where the words after a span end, without what is cut at their end, and the small words before it. */
function tailWithout(cuts: readonly Cut[], { sentence: { tokens }, to }: Span, tail: number): number {
  const isLast = (cut: Cut) =>
    cut.from >= to && cut.from < tail && tokens.slice(cut.to, tail).every(isEmpty) && cut.shown !== "";
  const last = cuts.find(isLast);
  if (last === undefined) {
    return tail;
  }
  let end = Math.max(last.from, to);
  while (end > to && isCutAt(tokens, end - 1, true)) {
    end -= 1;
  }
  return end;
}

/** The text of the tokens between two places, without a comma before it and what is cut. */
function textOf(
  { sentence: { tokens, text } }: Span,
  from: number,
  to: number,
  cuts: readonly Cut[],
): string {
  const start = isComma(tokens[from]) ? from + 1 : from;
  const end = tokens[to - 1]?.end ?? 0;
  let at = tokens[start]?.start ?? end;
  let words = "";
  for (const cut of cuts.filter((one) => one.from >= start && one.to <= to)) {
    const place = tokens[cut.from]?.start ?? end;
    words += text.slice(at, place) + cut.shown;
    at =
      cut.from < cut.to ? (tokens[cut.to - 1]?.end ?? end) : Math.min(tokens[cut.from - 1]?.end ?? 0, place);
  }
  return (words + text.slice(at, Math.max(at, end))).trim();
}

function limitFor(text: string): number {
  return hasUnspaced(text) ? MAX_AROUND_UNSPACED : MAX_AROUND;
}

/** Whether a token ends the clause of which some tokens are taken; a stop inside a sentence belongs to an abbreviation. */
function endsClause(tokens: readonly Token[], at: number, taken: number): boolean {
  const token = tokens[at];
  const isEnd =
    token?.type === "mark" && (ENDS_CLAUSE.test(token.text) || (isComma(token) && taken >= MIN_CLAUSE));
  return isEnd && !isInNumber(tokens, at);
}

/** The mark inside "9:30" or "2.1". */
function isInNumber(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const areGlued = mark?.type === "mark" && mark.isGlued && after?.isGlued === true;
  return areGlued && before?.type === "number" && after.type === "number";
}

function isComma(token: Token | undefined): boolean {
  return token !== undefined && COMMA.test(token.text);
}
