import { readHanAmount } from "../../../text/han-numbers.ts";
import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import type { Reading } from "../reading.ts";
import { matches, type Token } from "../tokens.ts";
import type { Unit } from "../types.ts";
import type { Amount } from "./amount.ts";
import { CURRENCY_SIGNS } from "./currencies.ts";
import { multiply, plainDecimal } from "./digits.ts";
import { fractionAt } from "./fractions.ts";
import { leadAt } from "./signs.ts";
import { unitAt } from "./unit-at.ts";
import { UNITS } from "./units.ts";
import { andAHalf, restAt, writtenAt } from "./written.ts";

const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** The figure of a note glued to a year: "in 1959.11". */
const YEAR_AND_NOTE = /^((?:1[5-9]|20)\d\d)\.\d{1,2}$/;
const FOUR_DIGITS = /^\d{4}$/;
const FIRST_GROUP = /^[1-9]\d{0,2}$/;
const NEXT_GROUP = /^\d{3}(?:[.,]\d{1,2})?$/;
/** Letters that make an identifier of digits before them; other scripts glue words to numbers ("21세"). */
const MAKES_IDENTIFIER = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u;
const ORDINAL_ENDING = /^(?:st|nd|rd|th|er|re|ère|e|ème|ième|eme|º|ª|o|a)$/;
/** Scales that are written with a stop. */
const SHORT_SCALE = /^(?:тыс|млн|млрд|mio|mrd)$/;
const ONE_LETTER = /^[a-z]$/;
/** The next smaller unit, and how many of it make one. */
const SMALLER: ReadonlyMap<string, { readonly unit: string; readonly count: number }> = new Map([
  ["year", { unit: "month", count: 12 }],
  ["week", { unit: "day", count: 7 }],
  ["day", { unit: "hour", count: 24 }],
  ["hour", { unit: "minute", count: 60 }],
  ["minute", { unit: "second", count: 60 }],
  ["foot", { unit: "inch", count: 12 }],
]);
const AND = wordSet("and et und y e en och og i ,");

/**
 * The number at a token: digits or words, with its sign, currency, scale and unit. The key of two numbers is equal if
 * they are the same, however they are written.
 */
export function numberAt(reading: Reading, from: number): Unit | undefined {
  const { tokens } = reading;
  const han = tokens[from]?.type === "amount" ? readHanAmount(tokens[from].text) : undefined;
  if (han !== undefined) {
    return asUnit(from, { value: han.value, unit: han.unit, at: from + 1 });
  }
  const lead = leadAt(tokens, from);
  const core = digitsAt(reading, lead.at) ?? writtenAt(tokens, lead.at);
  if (core === undefined) {
    return undefined;
  }
  const hasCurrency = lead.unit !== "" || CURRENCY_SIGNS.has(tokens[core.at]?.text ?? "");
  const scaled = withScale(tokens, withHalf(tokens, core), hasCurrency);
  const measured = withUnit(tokens, lead.unit === "" ? scaled : { ...scaled, unit: lead.unit });
  const whole = withSmaller(reading, measured);
  const isYear = whole.isPlain === true && whole.unit === "" && !lead.isMinus && YEAR.test(whole.value);
  return { ...asUnit(from, lead.isMinus ? { ...whole, value: negate(whole.value) } : whole), isYear };
}

function asUnit(from: number, { value, unit, at }: Amount): Unit {
  return { sort: "number", key: `#${value} ${unit}`.trim(), from, to: at, unit, isYear: false };
}

function negate(value: string): string {
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}

function digitsAt({ tokens, lang }: Reading, at: number): Amount | undefined {
  const fraction = fractionAt(tokens, at);
  if (fraction !== undefined || tokens[at]?.type !== "number") {
    return fraction;
  }
  const [, year] = YEAR_AND_NOTE.exec(tokens[at].text) ?? [];
  if (year !== undefined && (tokens[at + 1] === undefined || hasCapital(tokens[at + 1]?.text ?? ""))) {
    return { value: year, unit: "", at: at + 1, isPlain: true };
  }
  const end = groupsEnd(tokens, at);
  const digits = tokens
    .slice(at, end)
    .map(({ text }) => text)
    .join("");
  const value = plainDecimal(digits, lang);
  return value === undefined
    ? undefined
    : withSuffix(tokens, { value, unit: "", at: end, isPlain: FOUR_DIGITS.test(digits) });
}

/** "12 000": groups of three digits, each after one blank. */
function groupsEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  if (matches(tokens[at], FIRST_GROUP)) {
    while (matches(tokens[end], NEXT_GROUP) && isAfterOneBlank(tokens, end)) {
      end += 1;
    }
  }
  return end;
}

function isAfterOneBlank(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.isGlued === false && token.start - (tokens[at - 1]?.end ?? 0) === 1;
}

/**
 * What is glued to the digits: a plus ("1000+"), the ending of an ordinal ("21st"), a scale, a unit; other letters make it an identifier
 * ("18F"), which is no number.
 */
function withSuffix(tokens: readonly Token[], amount: Amount): Amount | undefined {
  const suffix = tokens[amount.at];
  if (suffix?.text === "+" && suffix.isGlued) {
    return tokens[amount.at + 1]?.isGlued === true ? amount : { ...amount, at: amount.at + 1 };
  }
  if (suffix?.isGlued !== true || suffix.type !== "word" || !MAKES_IDENTIFIER.test(suffix.text)) {
    return amount;
  }
  if (ORDINAL_ENDING.test(suffix.form)) {
    return { value: `${amount.value}.`, unit: "", at: amount.at + 1 };
  }
  const isKnown = suffix.means?.scale !== undefined || unitAt(tokens, amount.at) !== undefined;
  return isKnown ? { ...amount, isPlain: false } : undefined;
}

/** "two and a half". */
function withHalf(tokens: readonly Token[], amount: Amount): Amount {
  const length = andAHalf(tokens, amount.at);
  return length === 0
    ? amount
    : { ...amount, value: multiply(`${amount.value}.5`, 1), at: amount.at + length };
}

/** "million", "lakh", "hundred thousand". */
function withScale(tokens: readonly Token[], amount: Amount, hasCurrency: boolean): Amount {
  let scaled = amount;
  for (let factor = scaleAt(tokens, amount, hasCurrency); factor !== undefined; ) {
    const stop = hasStop(tokens, scaled.at) ? 1 : 0;
    scaled = { value: multiply(scaled.value, factor), unit: amount.unit, at: scaled.at + 1 + stop };
    factor = scaleAt(tokens, scaled, hasCurrency);
  }
  return isThousands(tokens, amount, scaled) ? withRest(tokens, scaled) : scaled;
}

/** Written in words, with a scale from a thousand on. */
function isThousands(tokens: readonly Token[], amount: Amount, scaled: Amount): boolean {
  return scaled.at > amount.at && tokens[amount.at - 1]?.type === "word" && Number(scaled.value) % 1000 === 0;
}

function withRest(tokens: readonly Token[], amount: Amount): Amount {
  const rest = restAt(tokens, amount.at);
  return rest === undefined || Number(rest.value) >= 1000
    ? amount
    : { ...amount, value: String(Number(amount.value) + Number(rest.value)), at: rest.at };
}

/** "k" must be glued; "m" and "b" need a currency too, as they are metres and bytes elsewhere. "50 cents" are money. */
function scaleAt(tokens: readonly Token[], { value, at }: Amount, hasCurrency: boolean): number | undefined {
  const token = tokens[at];
  const factor = token?.means?.scale;
  if (token === undefined || factor === undefined || Number.isNaN(Number(value))) {
    return undefined;
  }
  const isMoney = factor === 100 && UNITS.has(token.form) && tokens[at - 1]?.type === "number";
  if (isMoney) {
    return undefined;
  }
  const isPlain = !ONE_LETTER.test(token.form);
  return isPlain || (token.isGlued && (hasCurrency || token.form === "k")) ? factor : undefined;
}

/** "млн.": the stop belongs to the scale. */
function hasStop(tokens: readonly Token[], at: number): boolean {
  const stop = tokens[at + 1];
  return stop?.text === "." && stop.isGlued && SHORT_SCALE.test(tokens[at]?.form ?? "");
}

/** "2 minutes and 30 seconds", "1 Stunde 30 Minuten": an amount with one of the next smaller unit. */
function withSmaller(reading: Reading, amount: Amount): Amount {
  const { tokens } = reading;
  const smaller = SMALLER.get(amount.unit);
  if (smaller === undefined) {
    return amount;
  }
  const start = AND.has(tokens[amount.at]?.form ?? "") ? amount.at + 1 : amount.at;
  const core = digitsAt(reading, start) ?? writtenAt(tokens, start);
  const rest = core === undefined ? undefined : withUnit(tokens, core);
  const [value, more] = [Number(amount.value), Number(rest?.value)];
  const isRest = rest?.unit === smaller.unit && more > 0 && Number.isInteger(value);
  return isRest ? { ...amount, value: String(value + more / smaller.count), at: rest.at } : amount;
}

function withUnit(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.unit !== "") {
    return amount;
  }
  if (tokens[amount.at]?.means?.isTimes === true) {
    return { ...amount, value: `x${amount.value}`, at: amount.at + 1 };
  }
  const unit = unitAt(tokens, amount.at);
  return unit === undefined ? amount : { ...amount, unit: unit.name, at: unit.at };
}
