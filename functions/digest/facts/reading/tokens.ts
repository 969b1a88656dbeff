import { fold } from "../../text/fold.ts";
import { hanTokenAt, isHan } from "../../text/han-numbers.ts";
import { PARTS } from "../../text/legal-words.ts";
import { normalForm } from "../../text/normal-form.ts";
import { hasUnspaced, piecesOfWord } from "../../text/scripts.ts";
import { hasCapital, isPlainMark, isPlainWord, isSmallLetter, isWhiteSpace } from "../../text/tokens.ts";
import { addressAt, mayHoldAddresses, mayOpenAddress } from "./addresses.ts";
import { type NumberWord, numberWordsOf } from "./numbers/number-words.ts";

/** A piece of a sentence that facts are read from; white space has no token. */
export interface Token {
  readonly text: string;
  /** Lower case, plain glyphs. */
  readonly form: string;
  /** An `amount` is a Chinese or Japanese number with its counter ("十二人"); an `address` holds no value. */
  readonly type: "number" | "amount" | "word" | "mark" | "address";
  readonly start: number;
  readonly end: number;
  /** Nothing stands between this token and the one before it. */
  readonly isGlued: boolean;
  /** What the word means in a number. */
  readonly means?: NumberWord | undefined;
}

/** Digits of any script, with separators of groups and decimals between them. */
const DIGITS = /\p{Nd}+(?:[.,'’·٫٬\u00a0\u2009\u202f]\p{Nd}+)*/uy;
/** Letters; digits and hyphens with digits may follow ("H5N1", "COVID-19"), a hyphen with letters ends the word. */
const WORD =
  /\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’ʼ·](?=\p{L})[\p{L}\p{M}\p{Nd}]+|[-‐‑](?!\p{Nd}{1,3},\p{Nd}{3})\p{Nd}[\p{L}\p{M}\p{Nd}]*)*/uy;
/** Digits that belong to the word before them, not to a note: "m³", "CO₂". */
const RAISED = /(?:(?<=(?<!\p{L})[cdkm]?m)[²³]|(?<=\p{L})[₀-₉]+)/uy;
const SPELT_OTHERWISE = /[œ²³₀-₉ʰ-ʸᴬ-ᵪ]/u;
/** The hyphen after these is none of theirs: "8h00-9h30", "3pm-9pm", "mid-2025". */
const BEFORE_HYPHEN =
  /(?:(?<=\p{Nd})(?:h\p{Nd}{2}|[ap]m)(?=[-‐‑]\p{Nd})|(?:early|mid|late|end|mi)(?=[-‐‑]\p{Nd}{4}))/iuy;
/** Initials; Dutch "up to and including". */
const INITIALS = /(?:\p{L}\.){2,}|t\/m(?![\p{L}\p{N}])/uy;
/** "GOV.UK". */
const DOTTED_CAPITALS = /\p{Lu}{2,12}\.\p{Lu}{2,12}(?![\p{L}\p{N}])/uy;
/** "Data.gov": a name, though it is an address too. */
const NAMED_SITE =
  /\p{Lu}[\p{L}\p{N}]{1,30}\.(?:com|org|net|gov|eu|uk|us|de|fr|es|it|nl|ch|at|io|app|ai|me|tv|co)(?![\p{L}\p{N}/@.-])/uy;
const DIGIT = /\p{Nd}/u;
/** After letters of a script without spaces: "会議06". */
const ONLY_DIGITS = /^\p{Nd}+$/u;
const LETTER = /\p{L}/u;
/** Articles and pronouns that French and Italian write as part of the next word. */
const ELIDED =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|dell|all|nell|sull|dall|un|quest)['’](?=\p{L})/iu;
const ENDS_WITH_APOSTROPHE = /^\p{L}+['’]$/u;
const HYPHEN = /^[-‐‑]$/;
const MARK = /./suy;
const ARROW = /[▲▼△▽↑↓⬆⬇]/u;

/** The tokens of a sentence. Linear time. */
export function tokensOf(sentence: string, lang?: string): Token[] {
  const tokens: Token[] = [];
  const hasAddresses = mayHoldAddresses(sentence);
  const numberWord = numberWordsOf(lang);
  let isGlued = false;
  for (let at = 0; at < sentence.length; ) {
    if (isWhiteSpace(sentence, at)) {
      at += 1;
      isGlued = false;
      continue;
    }
    for (const { text, type, form = formOf(text) } of piecesAt(sentence, at, hasAddresses)) {
      const means = type === "word" ? asUsed(numberWord(form), text, tokens.at(-1)) : undefined;
      tokens.push({ text, form, type, start: at, end: at + text.length, isGlued, means });
      at += text.length;
      isGlued = true;
    }
  }
  return tokens;
}

/** "Article Fifteen": no name either. */
const NUMBERED: ReadonlySet<string> = new Set(PARTS);

/** A capital inside a sentence makes a name of a number word ("Prince Otto"), but for nouns and ordinals ("the Second Plan"). */
function asUsed(
  means: NumberWord | undefined,
  text: string,
  before: Token | undefined,
): NumberWord | undefined {
  if (means === undefined) {
    return undefined;
  }
  const isNamed =
    before !== undefined && before.type !== "mark" && hasCapital(text) && !NUMBERED.has(before.form);
  const isNoun =
    means.scale !== undefined ||
    means.part !== undefined ||
    means.ordinal !== undefined ||
    means.isTimes === true ||
    means.isVague === true;
  return isNamed && !isNoun ? undefined : means;
}

/** An elided article keeps its apostrophe, which alone would be a quotation mark; "cœur" is "coeur", "CO₂" is "co2". */
function formOf(text: string): string {
  if (isPlainWord(text)) {
    return text;
  }
  const form = ENDS_WITH_APOSTROPHE.test(text) ? `${fold(text.slice(0, -1))}'` : fold(text);
  return SPELT_OTHERWISE.test(form) ? normalForm(form.replaceAll("œ", "oe"), "NFKC") : form;
}

/** Whether there is a token and its text matches. */
export function matches(token: Token | undefined, pattern: RegExp): boolean {
  return token !== undefined && pattern.test(token.text);
}

/** Whether a token joins two words to one. */
export function isHyphen(token: Token | undefined): boolean {
  return matches(token, HYPHEN);
}

/** A token to be; without a form if that has to be found. */
type Piece = Pick<Token, "text" | "type"> & { readonly form?: string };

function piecesAt(sentence: string, at: number, hasAddresses: boolean): readonly Piece[] {
  const plain = plainWordAt(sentence, at);
  if (plain !== undefined && !(hasAddresses && mayOpenAddress(plain))) {
    return [{ text: plain, form: plain, type: "word" }];
  }
  const address = hasAddresses ? addressPiece(sentence, at) : undefined;
  if (address !== undefined) {
    return [address];
  }
  return isPlainMark(sentence.charCodeAt(at)) ? [plainMark(sentence.charAt(at))] : patternsAt(sentence, at);
}

/** Whatever is no address and not told by its first character. */
function patternsAt(sentence: string, at: number): readonly Piece[] {
  const first = sentence.charAt(at);
  if (isHan(first)) {
    return hanPieces(sentence, at);
  }
  const digits = DIGIT.test(charAt(sentence, at)) ? match(DIGITS, sentence, at) : undefined;
  if (digits !== undefined) {
    return [hanAmountAt(sentence, at, digits) ?? { text: digits, type: "number" }];
  }
  return LETTER.test(charAt(sentence, at)) ? wordPieces(sentence, at) : [mark(sentence, at)];
}

function addressPiece(sentence: string, at: number): Piece | undefined {
  const site = match(NAMED_SITE, sentence, at);
  const text = site ?? addressAt(sentence, at);
  return text === undefined ? undefined : { text, type: site === undefined ? "address" : "word" };
}

/** Nearly all words consist of a to z and end at a space or comma: they skip the patterns. */
function plainWordAt(sentence: string, at: number): string | undefined {
  let end = at;
  while (isSmallLetter(sentence.charCodeAt(end))) {
    end += 1;
  }
  const next = sentence.charAt(end);
  return end > at && (next === " " || next === ",") ? sentence.slice(at, end) : undefined;
}

/** A letter outside the basic plane takes two code units. */
function charAt(sentence: string, at: number): string {
  return String.fromCodePoint(sentence.codePointAt(at) ?? 0);
}

function plainMark(text: string): Piece {
  return { text, form: fold(text), type: "mark" };
}

/** A mark; an arrow or a triangle says up or down as a word does. */
function mark(sentence: string, at: number): Piece {
  const text = match(MARK, sentence, at) ?? sentence.charAt(at);
  return { text, type: ARROW.test(text) ? "word" : "mark" };
}

/** Digits before a Chinese or Japanese letter may form an amount with it: "12人", "12 人". */
function hanAmountAt(sentence: string, at: number, digits: string): Piece | undefined {
  const next = at + digits.length;
  const isBeforeHan = isHan(sentence.charAt(sentence.charAt(next) === " " ? next + 1 : next));
  const amount = isBeforeHan ? hanTokenAt(sentence, at) : undefined;
  return amount?.type === "number" ? { text: amount.text, type: "amount" } : undefined;
}

function hanPieces(sentence: string, at: number): readonly Piece[] {
  const token = hanTokenAt(sentence, at);
  if (token === undefined) {
    return [mark(sentence, at)];
  }
  return token.type === "number"
    ? [{ text: token.text, type: "amount" }]
    : piecesOfWord(token.text).map((text): Piece => ({ text, type: "word" }));
}

function wordPieces(sentence: string, at: number): readonly Piece[] {
  const second = sentence.charAt(at + 1);
  const initials = second === "." || second === "/" ? match(INITIALS, sentence, at) : undefined;
  const plain =
    initials ??
    match(BEFORE_HYPHEN, sentence, at) ??
    match(DOTTED_CAPITALS, sentence, at) ??
    match(WORD, sentence, at);
  if (plain === undefined) {
    return [mark(sentence, at)];
  }
  const word = plain + (match(RAISED, sentence, at + plain.length) ?? "");
  const elided = ELIDED.exec(word)?.[0] ?? "";
  const pieces = hasUnspaced(word) ? piecesOfWord(word) : [word.slice(elided.length)];
  return [elided, ...pieces]
    .filter((text) => text !== "")
    .map((text): Piece => ({ text, type: ONLY_DIGITS.test(text) ? "number" : "word" }));
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
}
