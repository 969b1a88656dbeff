import { wordSet } from "../../phrases.ts";
import { matches, type Token } from "../tokens.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS_BEFORE, DOLLARS } from "./currencies.ts";

/** What stands before the digits of a number. */
export interface Lead {
  readonly isMinus: boolean;
  /** The currency; empty if none. */
  readonly unit: string;
  /** The next token. */
  readonly at: number;
}

/** A blank may follow it: it is no hyphen. */
const TRUE_MINUS = "−";
const MINUS_SIGN = /^[-−–]$/;
const MINUS_WORDS = wordSet("minus moins menos meno");
/** "al menos", "au moins", "por lo menos": at least. */
const BEFORE_LEAST = wordSet("al au a lo ao pelo almeno per du");
/** Before the result of an account. */
const ACCOUNT_WORDS = wordSet("was is of at to reached totalled totaled by :");

/** The signs and the currency before a number: "-$", "$-", "US$", "minus"; nothing is a plus without currency. */
export function leadAt(tokens: readonly Token[], at: number): Lead {
  const currency = currencyAt(tokens, at);
  const sign = signAt(tokens, currency.at);
  return { unit: currency.unit, isMinus: sign.isMinus !== currency.isMinus, at: sign.at };
}

/** "$", "US$", "Rs", "GBP" and what is glued to them: the currency before an amount, and a sign before it. */
function currencyAt(tokens: readonly Token[], at: number): Lead {
  const isMinus = isMinusSign(tokens, at);
  const start = isMinus ? at + 1 : at;
  const [token, next] = [tokens[start], tokens[start + 1]];
  const unit = CURRENCY_SIGNS.get(token?.text ?? "");
  if (unit !== undefined) {
    return { unit, at: start + 1, isMinus: isMinus || isAccounting(tokens, at) };
  }
  const dollar = next?.text === "$" && next.isGlued ? DOLLARS.get(token?.form ?? "") : undefined;
  if (dollar !== undefined) {
    return { unit: dollar, at: start + 2, isMinus };
  }
  const word = next?.type === "number" ? currencyWord(token) : undefined;
  return word === undefined ? { unit: "", at, isMinus: false } : { unit: word, at: start + 1, isMinus };
}

function currencyWord(token: Token | undefined): string | undefined {
  return CURRENCY_CODES.has(token?.text ?? "") ? token?.text : CURRENCY_WORDS_BEFORE.get(token?.form ?? "");
}

/** "was ($2,500)": in accounts brackets mean minus. */
function isAccounting(tokens: readonly Token[], at: number): boolean {
  const [open, close] = [tokens[at - 1], tokens[at + 2]];
  const isBracketed = open?.text === "(" && close?.text === ")" && tokens[at + 1]?.type === "number";
  return isBracketed && ACCOUNT_WORDS.has(tokens[at - 2]?.form ?? "");
}

function signAt(tokens: readonly Token[], at: number): { readonly isMinus: boolean; readonly at: number } {
  const token = tokens[at];
  const isWord = MINUS_WORDS.has(token?.form ?? "") && !BEFORE_LEAST.has(tokens[at - 1]?.form ?? "");
  if (isMinusSign(tokens, at) || isWord) {
    return { isMinus: true, at: at + 1 };
  }
  const isPlus = token?.text === "+" && tokens[at + 1]?.isGlued === true;
  return { isMinus: false, at: isPlus ? at + 1 : at };
}

/** A minus sign is glued to what it stands before, not to a word or number before it, where it is a hyphen. */
function isMinusSign(tokens: readonly Token[], at: number): boolean {
  const isGlued = tokens[at + 1]?.isGlued === true || tokens[at]?.text === TRUE_MINUS;
  const isMark = tokens[at]?.type === "mark" && tokens[at + 1]?.type !== "mark" && isGlued;
  return isMark && matches(tokens[at], MINUS_SIGN) && isFree(tokens, at) && !matches(tokens[at + 1], YEAR);
}

/** No year is negative: what stands before it is a dash. */
const YEAR = /^(?:19|20)\d\d$/;
const PLUS_OR = wordSet("/ or ou oder o of eller");
const STOP = /^[,.;:!?)\]–—-]$/;

/** "+/- 2 mm", "+ ou – 2 mm": either way. */
function isPlusOrMinus(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.text === "+" && PLUS_OR.has(tokens[at - 1]?.form ?? "");
}

/** After a blank or bracket, and not after a number or its unit: there it is a dash ("2°C -8°C"). */
function isFree(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isPlusOrMinus(tokens, at)) {
    return false;
  }
  if (tokens[at]?.isGlued === true) {
    return before?.text === "(" || CURRENCY_SIGNS.has(before?.text ?? "");
  }
  const isUnit = before?.isGlued === true && (before.type !== "mark" || !STOP.test(before.text));
  return before?.type !== "number" && !isUnit;
}
