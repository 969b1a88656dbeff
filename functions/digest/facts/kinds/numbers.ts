import { readHanAmount } from "../../text/han-numbers.ts";
import type { Found, SentenceToken } from "../sentence.ts";

const ONES = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: ReadonlyMap<string, string> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, n): [string, string] => [word, `${n + 1}${["st", "nd", "rd"][n] ?? "th"}`]),
);
const MINUS = new Set(["minus", "negative"]);
const VAGUE = new Set("dozens scores hundreds thousands millions billions half".split(" "));

const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, n): [string, number] => [word, n]),
  ...TENS.map((word, n): [string, number] => [word, 10 * (n + 2)]),
]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["mn", 1e6],
  ["m", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);

/** First words of numbers without digits; they may be joined to others by a hyphen. */
export const NUMBER_OPENERS: readonly string[] = [
  ...SMALL.keys(),
  ...ORDINALS.keys(),
  ...VAGUE,
  ...MINUS,
  "a",
];

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["us$", "USD"],
  ["hk$", "HKD"],
  ["nz$", "NZD"],
  ["a$", "AUD"],
  ["c$", "CAD"],
  ["r$", "BRL"],
  ["s$", "SGD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₺", "TRY"],
]);
const CODES = new Set("USD EUR GBP JPY CHF CNY INR RUB AUD CAD TRY BRL SEK NOK DKK PLN UAH".split(" "));

/** Units written after a number, with a canonical name for each. */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    ["%", "%", "percent", "pct"],
    ["USD", "dollar", "dollars"],
    ["EUR", "euro", "euros"],
    ["GBP", "pound", "pounds"],
    ["RUB", "ruble", "rubles", "rouble", "roubles"],
    ["JPY", "yen"],
    ["cent", "cents"],
    ["°", "degree", "degrees"],
    ["km", "kilometre", "kilometres", "kilometer", "kilometers"],
    ["metre", "metres", "meter", "meters"],
    ["cm", "centimetre", "centimetres", "centimeter", "centimeters"],
    ["mm", "millimetre", "millimetres", "millimeter", "millimeters"],
    ["mile", "miles", "mi"],
    ["mph"],
    ["foot", "feet", "ft"],
    ["inch", "inches"],
    ["yard", "yards"],
    ["kg", "kilogram", "kilograms", "kilo", "kilos"],
    ["gram", "grams"],
    ["tonne", "tonnes", "ton", "tons"],
    ["lb", "lbs"],
    ["litre", "litres", "liter", "liters"],
    ["gallon", "gallons"],
    ["barrel", "barrels"],
    ["hectare", "hectares"],
    ["acre", "acres"],
    ["second", "seconds"],
    ["minute", "minutes"],
    ["hour", "hours"],
    ["day", "days"],
    ["week", "weeks"],
    ["month", "months"],
    ["year", "years"],
    ["decade", "decades"],
  ].flatMap(([name = "", ...words]) => [name, ...words].map((word): [string, string] => [word, name])),
);

const NOT_A_COUNT_BEFORE = new Set("no the this that each every any which another some".split(" "));
const NOT_A_COUNT_AFTER = new Set(["of", "another", "by", "day", "or"]);

/** A quantity being parsed; `at` is the next token to read. */
interface Quantity {
  readonly value: string;
  readonly unit: string;
  readonly at: number;
}

/**
 * The number at a token: digits or words, with sign, scale, currency and unit. Its value is the plain number and the unit,
 * "1500000 USD"; anything else ("3-1", "10:30", "1990s") is its own value.
 */
export function numberAt(tokens: readonly SentenceToken[], at: number): Found | undefined {
  const code = CODES.has(tokens[at]?.text ?? "") && tokens[at + 1]?.type === "number" ? 1 : 0;
  const minus = isMinus(tokens[at + code]) ? 1 : 0;
  const start = at + code + minus;
  const core = digitsAt(tokens, start) ?? wordsAt(tokens, start);
  if (core === undefined) {
    return undefined;
  }
  const scaled = scale(tokens, core);
  const whole = withUnit(tokens, code === 1 ? { ...scaled, unit: tokens[at]?.text ?? "" } : scaled);
  const value = minus === 1 ? negate(whole.value) : whole.value;
  return { kind: "number", value: `${value} ${whole.unit}`.trim(), length: whole.at - at };
}

function isMinus(token: SentenceToken | undefined): boolean {
  return token !== undefined && MINUS.has(token.form);
}

function negate(value: string): string {
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}

const PARTS = /^([-+−–]?)([A-Z]{0,2}[$€£¥₹₽₩₪₺])?\s?([-+−–]?)([\d.,:/\u00a0\u2009\u202f–-]*\d)\s*(.*)$/u;

function digitsAt(tokens: readonly SentenceToken[], at: number): Quantity | undefined {
  const token = tokens[at];
  if (token?.type !== "number") {
    return undefined;
  }
  const han = readHanAmount(token.text);
  if (han !== undefined) {
    return { ...han, at: at + 1 };
  }
  const [, sign = "", currency = "", inner = "", digits = "", suffix = ""] = PARTS.exec(token.text) ?? [];
  const isNegative = /[-−–]/.test(sign + inner);
  const factor = SCALES.get(suffix.toLowerCase());
  const plain = plainNumber(digits);
  const value = factor === undefined ? plain : multiply(plain, factor);
  return {
    value: isNegative ? `-${value}` : value,
    unit: CURRENCIES.get(currency.toLowerCase()) ?? (factor === undefined ? nameOfUnit(suffix) : ""),
    at: at + 1,
  };
}

/** Units whose case matters: a milliwatt is not a megawatt. */
const CASED_UNIT = /^[kKmMgGtT]?(?:W|Hz|B|b|J|Pa)h?$/;

function nameOfUnit(suffix: string): string {
  return UNITS.get(suffix.toLowerCase()) ?? (CASED_UNIT.test(suffix) ? suffix : suffix.toLowerCase());
}

/** Digits with a decimal point and no thousands separators; anything else keeps its form, with hyphens for dashes. */
function plainNumber(digits: string): string {
  const tight = digits.replaceAll(/[\u00a0\u2009\u202f]/g, "").replaceAll("–", "-");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(tight)) {
    return decimal(tight.replaceAll(",", ""));
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(tight)) {
    return decimal(tight.replaceAll(".", "").replace(",", "."));
  }
  if (/^\d+,\d+$/.test(tight)) {
    return decimal(tight.replace(",", "."));
  }
  return /^\d+(?:\.\d+)?$/.test(tight) ? decimal(tight) : tight;
}

/** Strips leading zeros and trailing ones after the point. A string, as the number may exceed the precision of a double. */
function decimal(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  const tail = fraction.replace(/0+$/, "");
  const head = whole.replace(/^0+(?=\d)/, "");
  return tail === "" ? head : `${head}.${tail}`;
}

function multiply(plain: string, factor: number): string {
  const product = Number(plain) * factor;
  return Number.isFinite(product) ? String(Number(product.toPrecision(12))) : `${plain} x${factor}`;
}

function wordsAt(tokens: readonly SentenceToken[], at: number): Quantity | undefined {
  const form = tokens[at]?.form ?? "";
  if (tokens[at]?.type !== "word") {
    return undefined;
  }
  if (VAGUE.has(form)) {
    return { value: form, unit: "", at: at + 1 };
  }
  const ordinal = ORDINALS.get(form);
  if (ordinal !== undefined) {
    return { value: ordinal, unit: "", at: at + 1 };
  }
  if (form === "a" && SCALES.has(tokens[at + 1]?.form ?? "") && (tokens[at + 1]?.form.length ?? 0) > 2) {
    return { value: "1", unit: "", at: at + 1 };
  }
  if (form === "one" && !isCount(tokens, at)) {
    return undefined;
  }
  return cardinalAt(tokens, at);
}

/** "One" is a count in "one soldier", but not in "no one" or "one of them". */
function isCount(tokens: readonly SentenceToken[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.form ?? "", tokens[at + 1]];
  return !NOT_A_COUNT_BEFORE.has(before) && after?.type === "word" && !NOT_A_COUNT_AFTER.has(after.form);
}

/** "twelve", "twenty-five", "two hundred and ten": below a thousand; `scale` does the rest. */
function cardinalAt(tokens: readonly SentenceToken[], at: number): Quantity | undefined {
  const first = smallNumber(tokens[at]?.form ?? "");
  if (first === undefined) {
    return undefined;
  }
  if (tokens[at + 1]?.form !== "hundred") {
    return { value: String(first), unit: "", at: at + 1 };
  }
  const and = tokens[at + 2]?.form === "and" ? 1 : 0;
  const rest = smallNumber(tokens[at + 2 + and]?.form ?? "");
  if (rest === undefined) {
    return { value: String(first * 100), unit: "", at: at + 2 };
  }
  return { value: String(first * 100 + rest), unit: "", at: at + 3 + and };
}

/** A number word below a hundred; the "three" in "three-year-old". */
function smallNumber(form: string): number | undefined {
  if (!form.includes("-")) {
    return SMALL.get(form);
  }
  const [first = "", second = ""] = form.split("-");
  const value = SMALL.get(first);
  const ones = SMALL.get(second);
  if (value === undefined) {
    return undefined;
  }
  return value >= 20 && ones !== undefined && ones > 0 && ones < 10 ? value + ones : value;
}

function scale(tokens: readonly SentenceToken[], quantity: Quantity): Quantity {
  const form = tokens[quantity.at]?.form ?? "";
  const factor = form.length > 1 ? SCALES.get(form) : undefined;
  if (factor === undefined || Number.isNaN(Number(quantity.value))) {
    return quantity;
  }
  return scale(tokens, { ...quantity, value: multiply(quantity.value, factor), at: quantity.at + 1 });
}

function withUnit(tokens: readonly SentenceToken[], quantity: Quantity): Quantity {
  const [next, second] = [tokens[quantity.at], tokens[quantity.at + 1]];
  if (quantity.unit !== "" || next === undefined) {
    return quantity;
  }
  if (next.form === "per" && second?.form === "cent") {
    return { ...quantity, unit: "%", at: quantity.at + 2 };
  }
  const unit = CODES.has(next.text) ? next.text : UNITS.get(next.form);
  return unit === undefined || next.type === "number" ? quantity : { ...quantity, unit, at: quantity.at + 1 };
}
