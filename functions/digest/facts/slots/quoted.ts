import type { Token } from "../reading/tokens.ts";
import type { ReadSentence } from "../reading/types.ts";
import type { Span } from "./slot.ts";

/** Opening marks and what may close each. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ['"', '"'],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’"],
  ["‚", "‘"],
  ["《", "》"],
  ["'", "'"],
  ["”", "”"],
]);
/** An apostrophe looks the same. */
const SINGLE = /[‘’‚']/;
/** Marks that open and close alike: they open only after a blank, a bracket or another mark. */
const ALIKE = /["'‘’‚”]/;
const LETTER = /\p{L}/u;
const NOT_BLANK = /\S/;

/** An opening mark. */
interface Open {
  /** Its token. */
  readonly at: number;
  /** The marks that may close it. */
  readonly closes: string;
}

/** The quotations of a sentence, without their marks; one that opens it and is left open runs to its end. */
export function quotationsIn(sentence: ReadSentence): readonly Span[] {
  const { tokens, text } = sentence;
  const spans: Span[] = [];
  let open: Open | undefined;
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "mark") {
      continue;
    }
    if (open === undefined) {
      open = openAt(token, at, sentence);
    } else if (doesClose(open, token, text)) {
      spans.push({ sentence, from: open.at + 1, to: at });
      open = undefined;
    }
  }
  const all = open?.at === 0 ? [...spans, { sentence, from: 1, to: tokens.length }] : spans;
  return all.filter((span) => !isPath(span));
}

/** "/img/boats.jpg", "boats.jpg": code, which nobody says. */
function isPath({ sentence: { tokens }, from, to }: Span): boolean {
  const own = tokens.slice(from, to);
  const isCode = own.some(({ text, type }) => text.includes("/") || type === "address");
  return isCode && own.every(({ isGlued }) => isGlued);
}

/** An opening mark stands before what it quotes; French puts a blank between. Doubled, it marks bold type in a wiki. */
function openAt(token: Token, at: number, { tokens, text }: ReadSentence): Open | undefined {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const closes = PAIRS.get(token.text);
  if (closes === undefined || isRepeated(before, token) || isRepeated(token, next)) {
    return undefined;
  }
  const isInside = ALIKE.test(token.text) && token.isGlued && !isMarkButEquals(before);
  const isBefore = !isInside && NOT_BLANK.test(text.charAt(token.end) || " ");
  return isBefore || token.text === "«" ? { at, closes } : undefined;
}

/** "''". */
function isRepeated(mark: Token | undefined, next: Token | undefined): boolean {
  return mark !== undefined && SINGLE.test(mark.text) && next?.isGlued === true && next.text === mark.text;
}

/** After "=" stands code, after a letter an apostrophe, after a digit the sign for inches. */
function isMarkButEquals(token: Token | undefined): boolean {
  return token?.type === "mark" && token.text !== "=";
}

function doesClose({ closes }: Open, token: Token, text: string): boolean {
  const isApostrophe = SINGLE.test(token.text) && LETTER.test(text.charAt(token.end));
  return closes.includes(token.text) && !isApostrophe;
}
