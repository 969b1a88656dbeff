import { wordSet } from "../../phrases.ts";
import { isHyphen, type Token } from "../tokens.ts";
import type { Amount } from "./amount.ts";

/** "segundo os vizinhos": according to the neighbours. */
const ACCORDING = wordSet("segundo secondo");
const ARTICLES = wordSet("o a os as um uma il lo la i gli le un una l'");
/** Between tens and ones: "treinta y cinco", "vingt et un", "vinte e um", "douăzeci și unu", "dvadeset i pet". */
const ONES_LINKS = wordSet("y et e și i");
const THOUSANDS_LINKS = wordSet("and et");
/** "and a half". */
const HALVES: readonly (readonly string[])[] = [
  "and a half",
  "y medio",
  "y media",
  "et demi",
  "et demie",
  "e mezzo",
  "e mezza",
  "e meio",
  "e meia",
].map((words) => words.split(" "));

/** The number in words at a token: "twelve", "twenty-first", "tripled", "dozens", "a thousand". */
export function writtenAt(tokens: readonly Token[], at: number): Amount | undefined {
  if (tokens[at]?.means === undefined) {
    return undefined;
  }
  return multipleAt(tokens, at) ?? ordinalAt(tokens, at) ?? cardinalAt(tokens, at) ?? scaleAlone(tokens, at);
}

function multipleAt(tokens: readonly Token[], at: number): Amount | undefined {
  const multiple = tokens[at]?.means?.multiple;
  return multiple === undefined ? undefined : { value: `x${multiple}`, unit: "", at: at + 1 };
}

/** "first", "thirty-third". "First," opens an enumeration, "second-hand" is another word. */
function ordinalAt(tokens: readonly Token[], at: number): Amount | undefined {
  const tens = tokens[at]?.means?.cardinal ?? 0;
  const isCompound = isTens(tens) && isHyphen(tokens[at + 1]);
  const two = twoOrdinals(tokens, at);
  if (two !== undefined) {
    return { value: `${two}.`, unit: "", at: at + 2 };
  }
  const last = isCompound ? at + 2 : at;
  const ordinal = tokens[last]?.means?.ordinal;
  if (ordinal === undefined || (isCompound && ordinal > 9) || isOtherWord(tokens, last)) {
    return undefined;
  }
  return { value: `${isCompound ? tens + ordinal : ordinal}.`, unit: "", at: last + 1 };
}

/** "décimo quinto": tens and ones, each an ordinal. */
function twoOrdinals(tokens: readonly Token[], at: number): number | undefined {
  const [tens = 0, ones = 0] = [tokens[at], tokens[at + 1]].map((token) => token?.means?.ordinal);
  return tens > 0 && tens % 10 === 0 && ones > 0 && ones < 10 ? tens + ones : undefined;
}

/** Whether an ordinal is part of another word, opens an enumeration or means "according to". */
function isOtherWord(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isJoined = next?.isGlued === true && isHyphen(next);
  const opens = at === 0 && next?.text === ",";
  return isJoined || opens || (ACCORDING.has(tokens[at]?.form ?? "") && ARTICLES.has(next?.form ?? ""));
}

/** "twelve", "twenty-five", "two hundred and ten", "soixante et onze"; an article only before a scale. */
function cardinalAt(tokens: readonly Token[], at: number): Amount | undefined {
  const means = tokens[at]?.means;
  const first = means?.isOne === true ? oneAt(tokens, at) : means?.cardinal;
  if (first === undefined) {
    return undefined;
  }
  const below = tensAndOnes(tokens, at, first);
  return tokens[below.at]?.means?.scale === 100 ? withHundreds(tokens, below) : below;
}

/** The rest of a number after its thousands: "deux mille (vingt-trois)", "two thousand (and ten)". */
export function restAt(tokens: readonly Token[], start: number): Amount | undefined {
  const at = THOUSANDS_LINKS.has(tokens[start]?.form ?? "") ? start + 1 : start;
  const means = tokens[at]?.type === "word" ? tokens[at]?.means : undefined;
  return means?.cardinal === undefined ? undefined : cardinalAt(tokens, at);
}

/** "two hundred", "two hundred and ten". */
function withHundreds(tokens: readonly Token[], { value, at }: Amount): Amount {
  const hundreds = Number(value) * 100;
  const next = tokens[at + 1]?.form === "and" ? at + 2 : at + 1;
  const rest = tokens[next]?.means?.cardinal;
  if (rest === undefined) {
    return { value: String(hundreds), unit: "", at: at + 1 };
  }
  const tail = tensAndOnes(tokens, next, rest);
  return { ...tail, value: String(hundreds + Number(tail.value)) };
}

/** "one million", "one and a half", "une fois": here the article can only be a number. */
function oneAt(tokens: readonly Token[], at: number): number | undefined {
  const { scale, isTimes } = tokens[at + 1]?.means ?? {};
  const isNumber = scale !== undefined || isTimes === true || andAHalf(tokens, at + 1) > 0;
  return isNumber ? 1 : undefined;
}

/** "twenty-five", "twenty five", "soixante et onze", "quatre-vingt-dix-neuf": cardinals with hyphens, "and" or nothing between them. */
function tensAndOnes(tokens: readonly Token[], at: number, first: number): Amount {
  let [value, end] = [first, at + 1];
  for (let joined: number | undefined = value; joined !== undefined; ) {
    const link = tokens[end];
    const isLink = isHyphen(link) || ONES_LINKS.has(link?.form ?? "");
    const next = isLink ? end + 1 : end;
    joined = joinedCardinals(value, cardinalOf(tokens[next]));
    [value, end] = joined === undefined ? [value, end] : [joined, next + 1];
  }
  return { value: String(value), unit: "", at: end };
}

/** "et un" and "y uno" count, too. */
function cardinalOf(token: Token | undefined): number {
  return token?.means?.cardinal ?? (token?.means?.isOne === true ? 1 : 0);
}

/** What two cardinals make together; French counts in twenties from sixty on. */
function joinedCardinals(a: number, b: number): number | undefined {
  if (a === 4 && b === 20) {
    return 80;
  }
  const isTeen = (a === 10 || a === 70 || a === 90) && b >= 7 && b <= 9;
  const isOnes = isTens(a) && b >= 1 && b < (a === 60 || a === 80 ? 20 : 10);
  return isTeen || isOnes ? a + b : undefined;
}

function isTens(value: number): boolean {
  return value >= 20 && value % 10 === 0;
}

/** "dozens", "a thousand", "mille": a scale without a number before it, which is still to be read. */
function scaleAlone(tokens: readonly Token[], at: number): Amount | undefined {
  const means = tokens[at]?.means;
  if (means?.isVague === true) {
    return { value: tokens[at]?.form ?? "", unit: "", at: at + 1 };
  }
  const start = means?.isOne === true ? at + 1 : at;
  const scale = tokens[start];
  const isScale = scale !== undefined && scale.form.length > 2 && scale.means?.scale !== undefined;
  return isScale ? { value: "1", unit: "", at: start } : undefined;
}

/** The tokens of "and a half", "y medio"; 0 if it does not follow. */
export function andAHalf(tokens: readonly Token[], at: number): number {
  return HALVES.find((half) => half.every((word, n) => tokens[at + n]?.form === word))?.length ?? 0;
}
