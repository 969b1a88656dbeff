import { wordSet } from "../../phrases.ts";
import type { Token } from "../../reading/tokens.ts";
import type { Unit } from "../../reading/types.ts";
import { plainKey } from "../../reading/values.ts";
import type { Gap, Side } from "../gaps.ts";
import { type Span, surfaceOf } from "../slot.ts";
import type { Pair } from "./pairs.ts";

const TWO_DIGITS = /^\d\d$/;
const APOSTROPHE = /^['’]$/;
/** Before a year without its century: "FY 23". */
const SHORT_YEAR_LEADS = wordSet("fy ay hj sj saison season temporada stagione vintage promo");
const JOINS = /^[-/:‑–]$/;
/** Two numbers with a hyphen are a range, of which one end may change; with these signs, or of more numbers, it is one value. */
const PARTS_OF_ONE = /[/:]|-.*-/;
const SEASON = /^(?:19|20)?\d\d\/\d\d$/;
const CENTURY = /^(?:19|20)(?=\d\d\D)/;

/** A number with what is glued to it as a part of one value: the score "6-3-10", the season "2019/20". */
export function compoundOf(span: Span): Span {
  const { tokens } = span.sentence;
  let { from, to } = span;
  while (isJoined(tokens, from - 1) && tokens[from - 2]?.type === "number") {
    from -= 2;
  }
  while (isJoined(tokens, to) && tokens[to + 1]?.type === "number") {
    to += 2;
  }
  const whole = { ...span, from, to };
  return PARTS_OF_ONE.test(surfaceOf(whole)) ? whole : span;
}

/** A sign without blanks around it. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  return sign?.isGlued === true && JOINS.test(sign.text) && tokens[at + 1]?.isGlued === true;
}

/** "2019/20": a span of two years. */
export function isSeason(span: Span): boolean {
  return SEASON.test(surfaceOf(span));
}

/** "19/20", "2019/20": the same but for the century. */
export function isSameCompound(before: Span, after: Span): boolean {
  const [a, b] = [surfaceOf(before), surfaceOf(after)];
  return a !== b && a.replace(CENTURY, "") === b.replace(CENTURY, "");
}

/** "FY 23", "FY 2023"; "class of '98", "class of 1998". */
export function isSameYear({ before, after }: Gap, [a, b]: Pair): boolean {
  return isShortYear(before, a, b) || isShortYear(after, b, a);
}

/** Whether the first is a year without its century, and shows that it is one. */
function isShortYear({ sentence: { tokens } }: Side, short: Unit, year: Unit): boolean {
  const lead = tokens[short.from - 1];
  const isShown =
    SHORT_YEAR_LEADS.has(lead?.form ?? "") || (lead?.text !== undefined && APOSTROPHE.test(lead.text));
  const [digits, all] = [short, year].map((unit) => plainKey(unit).slice(1));
  return (
    isShown &&
    year.isYear === true &&
    TWO_DIGITS.test(digits ?? "") &&
    all?.length === 4 &&
    all.endsWith(digits ?? "")
  );
}
