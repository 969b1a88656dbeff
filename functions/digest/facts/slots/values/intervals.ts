import { wordSet } from "../../phrases.ts";
import { boundBefore } from "../../polarity/bounds.ts";
import { RANGE_LINKS } from "../../reading/range-words.ts";
import { RANGE_DASH } from "../../reading/ranges.ts";
import { matches } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { isValue, plainKey } from "../../reading/values.ts";
import { JOINERS } from "../words.ts";

/** Two values that are one: "5 to 7", "between May and July", "at least three and at most five". */
export interface Interval {
  readonly start: Unit;
  readonly end: Unit;
  /** Index of the first unit: that of the word that opens it, if one does. */
  readonly from: number;
  /** Index after the last unit. */
  readonly to: number;
  /** How it is written; intervals written alike are compared end by end. */
  readonly form: "between" | "to" | "bounds";
}

const BETWEEN = wordSet("between entre zwischen tra fra tussen mellan mellem mellom");
/** Words that may open an interval ("from 5 to 7"), or the course of a change ("rose from 5 to 7"). */
export const FROM = wordSet("from de von vom da dal dalla desde van från fra od z");
/** Units between a value with a lower bound and the value with the upper one. */
const MAX_LINKS = 5;
const LOWER = new Set(["≥", ">"]);
const UPPER = new Set(["≤", "<"]);

/** The intervals of a sentence, from left to right. Linear time. */
export function intervalsOf(sentence: ReadSentence): readonly Interval[] {
  const found: Interval[] = [];
  for (let at = 0; at < sentence.units.length; ) {
    const interval = intervalAt(sentence, at);
    found.push(...(interval === undefined ? [] : [interval]));
    at = interval?.to ?? at + 1;
  }
  return found;
}

function intervalAt(sentence: ReadSentence, at: number): Interval | undefined {
  const start = sentence.units[at];
  if (start === undefined) {
    return undefined;
  }
  const value = isOne(sentence, start) ? { ...start, sort: "number" as const, key: "#1", unit: "" } : start;
  return isValue(value)
    ? (linked(sentence, at, value) ?? dashed(sentence, at, value) ?? bounded(sentence, at, value))
    : undefined;
}

/** "one to three", though "one" is an article elsewhere. */
function isOne({ tokens }: ReadSentence, { sort, from }: Unit): boolean {
  return sort === "word" && tokens[from]?.means?.isOne === true;
}

/** "5 to 7", "between 5 and 7". */
function linked({ units }: ReadSentence, at: number, start: Unit): Interval | undefined {
  const [link, end] = units.slice(at + 1, at + 3);
  if (link?.from !== start.to || link.to !== end?.from) {
    return undefined;
  }
  const opener = units[at - 1]?.key ?? "";
  if (BETWEEN.has(opener) && JOINERS.has(link.key)) {
    return spanning({ start, end, from: at - 1, to: at + 3, form: "between" }, true);
  }
  const open: Interval = { start, end, from: at, to: at + 3, form: "to" };
  return RANGE_LINKS.has(link.key) ? spanning(open, FROM.has(opener)) : undefined;
}

/** "5 – 7", which is read as two values. */
function dashed({ units, tokens }: ReadSentence, at: number, start: Unit): Interval | undefined {
  const end = units[at + 1];
  if (end === undefined || end.from - start.to !== 1 || !matches(tokens[start.to], RANGE_DASH)) {
    return undefined;
  }
  const isLonger = matches(tokens[start.from - 1], RANGE_DASH) || matches(tokens[end.to], RANGE_DASH);
  return isLonger ? undefined : spanning({ start, end, from: at, to: at + 2, form: "to" }, false);
}

/** "At least three and at most five", "mindestens drei, höchstens fünf". */
function bounded(sentence: ReadSentence, at: number, start: Unit): Interval | undefined {
  const { units } = sentence;
  const lower = boundBefore({ sentence, from: at, to: at });
  const later = units.slice(at + 1, at + 1 + MAX_LINKS).findIndex(isValue);
  const last = at + 1 + later;
  const end = units[last];
  if (!LOWER.has(lower.bound) || later < 0 || end === undefined) {
    return undefined;
  }
  const upper = boundBefore({ sentence, from: last, to: last });
  const links = units.slice(at + 1, upper.from);
  const areJoined = UPPER.has(upper.bound) && upper.from > at && links.every(({ key }) => JOINERS.has(key));
  return areJoined
    ? spanning({ start, end, from: lower.from, to: last + 1, form: "bounds" }, true)
    : undefined;
}

/** An interval with ends of one kind: both dates or years, or numbers of one unit; these rise where no word opens it. */
function spanning(interval: Interval, isOpened: boolean): Interval | undefined {
  const { start, end } = interval;
  if (start.key === end.key) {
    return undefined;
  }
  if (isTime(start) && isTime(end)) {
    return interval;
  }
  const [low = 0, high = 0] = [start, end].map((unit) => Number(plainKey(unit).slice(1)));
  const areNumbers = start.sort === "number" && end.sort === "number";
  const isOneUnit = start.unit === end.unit || start.unit === "" || end.unit === "";
  return areNumbers && isOneUnit && (isOpened || low < high) ? interval : undefined;
}

/** A date, or a number that may be a year. */
export function isTime({ sort, isYear }: Unit): boolean {
  return sort === "date" || isYear === true;
}
