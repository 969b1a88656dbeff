import { REFERRED_PARTS } from "../../text/legal-words.ts";
import { areSpelledAlike } from "../../text/spelling/spelled-alike.ts";
import { matches, type Token } from "../reading/tokens.ts";
import type { Gap, Side } from "./gaps.ts";
import { type Span, surfaceOf } from "./slot.ts";
import { type ToldWhole, tokensOf, toldWhole } from "./whole-phrases.ts";
import { FUNCTION_WORDS, JOINERS, SMALL_WORDS } from "./words.ts";

const PART_NAMES: ReadonlySet<string> = new Set(REFERRED_PARTS);
const ID = /^(?:\p{Nd}[\p{L}\p{Nd}.]*|\p{L})$/u;
const ORDINAL = /(?<=\p{Nd})(?:er|re|[ºª°o])(?![\p{L}\p{N}])/gu;
const STOP = ".";
const COMMA = ",";
/** Tokens before a change in which its reference may begin, and of a reference. */
const MAX_REFERENCE = 16;

/**
 * References to parts of a text, each told once and whole: "§ 7 Absatz 5" → "§ 8", "Bylaw 1 Section 1.3" → "Bylaw 0 Section 1.2",
 * "Artigos 41 e 43" → "Artigos 34 e 35".
 */
export function referenceChanges(gaps: readonly Gap[]): ToldWhole {
  return toldWhole(gaps, referenceAt, (before, after) =>
    areSpelledAlike(plainOf(before), plainOf(after))
      ? undefined
      : { kind: "number", before, after, confidence: 0.9 },
  );
}

/** "§ 1er" is "§ 1". */
function plainOf(reference: Span): string {
  return surfaceOf(reference).replace(ORDINAL, "");
}

/** The reference that a side of a gap begins in. */
function referenceAt(side: Side): Span | undefined {
  const { tokens } = side.sentence;
  const [first] = tokensOf(side);
  for (let at = Math.max(0, first - MAX_REFERENCE); at <= first; at++) {
    const end = referenceEnd(tokens, at);
    if (end > first) {
      return { sentence: side.sentence, from: at, to: end };
    }
    at = Math.max(at, end - 1);
  }
  return undefined;
}

/** The end of the reference that begins with the name of a part; where it begins if none does. */
function referenceEnd(tokens: readonly Token[], start: number): number {
  const named = new Set<string>();
  let end = start;
  for (let next = partEnd(tokens, start, named); next > end; next = nextPartEnd(tokens, end, named)) {
    end = next;
  }
  return end;
}

/** After "§ 7" comes "Absatz 5", ", section 7.2" or "und 8"; a part of the same name begins another reference. */
function nextPartEnd(tokens: readonly Token[], at: number, named: Set<string>): number {
  const link = tokens[at]?.text === COMMA || JOINERS.has(tokens[at]?.form ?? "") ? at + 1 : at;
  const part = partEnd(tokens, link, named);
  if (part > link) {
    return part;
  }
  const isListed = link > at && tokens[link]?.type === "number";
  return isListed && !isCounted(tokens[link + 1]) ? idEnd(tokens, link) : at;
}

/** "Art. 7", "Section 1.3.3", "Buchstabe e": the name of a part that was not named before, and its number or letter. */
function partEnd(tokens: readonly Token[], at: number, named: Set<string>): number {
  const name = tokens[at]?.form ?? "";
  if (!PART_NAMES.has(name) || named.has(name)) {
    return at;
  }
  const number = tokens[at + 1]?.text === STOP ? at + 2 : at + 1;
  const isNumbered = tokens[number]?.type === "number" || (matches(tokens[number], ID) && named.size > 0);
  if (!isNumbered) {
    return at;
  }
  named.add(name);
  return idEnd(tokens, number);
}

/** "2i++", "21-14", "312a": a number and what is glued to it, but for a mark at its end. */
function idEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  for (let next = end; tokens[next]?.isGlued === true; next++) {
    if (tokens[next]?.type !== "mark") {
      end = next + 1;
    }
  }
  return end;
}

/** A word that is counted follows. */
function isCounted(token: Token | undefined): boolean {
  const isWord = token?.type === "word" && token.text === token.form && !PART_NAMES.has(token.form);
  return isWord && !FUNCTION_WORDS.has(token.form) && !SMALL_WORDS.has(token.form);
}
