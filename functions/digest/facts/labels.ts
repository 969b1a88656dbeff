import { hasUnspaced } from "../text/scripts.ts";
import type { Token } from "./reading/tokens.ts";
import type { SlotChange, Span } from "./slots/slot.ts";
import { FUNCTION_WORDS } from "./slots/words.ts";
import type { FactChange } from "./types.ts";

/** Words shown before and after a fact that has no sure label. */
const MAX_AROUND = 5;
/** The same in letters, for scripts without spaces. */
const MAX_AROUND_UNSPACED = 12;
/** Words of the head of a list line: "Dead: 12". */
const MAX_HEAD_WORDS = 4;
/** A clause ends at these; at a comma only if it has said something. */
const ENDS_CLAUSE = /^[.;:!?()[\]—–|·•"“”„«»。；！？।]$/;
const COMMA = /^[,，、،]$/;
const MIN_CLAUSE = 2;

/**
 * What a fact is about: the head of its list line ("Dead"), which says so for sure; otherwise the words of its clause
 * around it, so that readers see for themselves.
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
  const lead = leadOf(span);
  const around = {
    lead: textOf(span, lead, span.from),
    tail: textOf(span, span.to, tailEnd(span, span.from - lead)),
  };
  return around.lead === "" && around.tail === "" ? {} : { around };
}

/** "Dead: 12": the words before the colon that opens the line. */
function headOf({ sentence, from }: Span): string | undefined {
  const { tokens, text } = sentence;
  const colon = tokens.findIndex((token) => token.text === ":");
  const isHead =
    colon > 0 &&
    colon <= MAX_HEAD_WORDS &&
    colon === from - 1 &&
    tokens.slice(0, colon).every(({ type }) => type === "word");
  return isHead ? text.slice(tokens[0]?.start, tokens[colon - 1]?.end) : undefined;
}

/** Where the words of the clause before a span begin. */
function leadOf({ sentence, from }: Span): number {
  const { tokens, text } = sentence;
  const limit = limitFor(text);
  let start = from;
  while (start > 0 && from - start < limit && !endsClause(tokens, start - 1, from - start)) {
    start -= 1;
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
  while (end < tokens.length && end - to < limit && !endsClause(tokens, end, said + end - to)) {
    end += 1;
  }
  end += isInNumber(tokens, end) ? 2 : 0;
  const isCutOff = end - to >= limit;
  while (
    end > to &&
    (isComma(tokens[end - 1]) || (isCutOff && FUNCTION_WORDS.has(tokens[end - 1]?.form ?? "")))
  ) {
    end -= 1;
  }
  return end;
}

/** The text of the tokens between two places, without a comma before it. */
function textOf({ sentence: { tokens, text } }: Span, from: number, to: number): string {
  const start = isComma(tokens[from]) ? from + 1 : from;
  return to <= start ? "" : text.slice(tokens[start]?.start, tokens[to - 1]?.end);
}

function limitFor(text: string): number {
  return hasUnspaced(text) ? MAX_AROUND_UNSPACED : MAX_AROUND;
}

/** Whether a token ends the clause of which some tokens are taken. */
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
