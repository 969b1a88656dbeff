import { readHanAmount } from "../../../text/han-numbers.ts";
import { wordSet } from "../../phrases.ts";
import type { Token } from "../tokens.ts";
import type { DateRead } from "./months.ts";

/** A part of a date: its letters and the values that it may have. */
interface Part {
  readonly units: readonly string[];
  readonly from: number;
  readonly to: number;
}

const YEAR: Part = { units: ["年"], from: 1500, to: 2199 };
/** Of an era, before its month only: "令和6年3月", "民國 105 年 8 月". */
const YEAR_OF_ERA: Part = { ...YEAR, from: 1 };
const MONTH: Part = { units: ["月"], from: 1, to: 12 };
const DAY: Part = { units: ["日", "号", "號"], from: 1, to: 31 };

/** Weekdays from Monday, after "星期" and before "曜". */
const CHINESE_WEEKDAYS = "一二三四五六日";
const JAPANESE_WEEKDAYS = "月火水木金土日";
const CHINESE_WEEKS = wordSet("星期 礼拜 禮拜");

/** The Chinese or Japanese weekday at a token: "星期六", "土曜日". */
export function hanWeekdayAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const first = tokens[at]?.form ?? "";
  const second = tokens[at + 1]?.form ?? "";
  const third = tokens[at + 2]?.form ?? "";
  if (second === "曜" && JAPANESE_WEEKDAYS.includes(first)) {
    return { weekday: JAPANESE_WEEKDAYS.indexOf(first) + 1, at: third === "日" ? at + 3 : at + 2 };
  }
  const day = third === "天" ? "日" : third;
  const isDay = day.length === 1 && CHINESE_WEEKDAYS.includes(day) && CHINESE_WEEKS.has(first + second);
  return isDay ? { weekday: CHINESE_WEEKDAYS.indexOf(day) + 1, at: at + 3 } : undefined;
}

/** The Chinese or Japanese date at a token, in full or in part: "2026年11月20日", "11月", "20日". */
export function hanDateAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const isBeforeMonth = partOf(tokens[at + 1], MONTH) !== undefined;
  const year = partOf(tokens[at], isBeforeMonth ? YEAR_OF_ERA : YEAR);
  const monthAt = year === undefined ? at : at + 1;
  const month = partOf(tokens[monthAt], MONTH);
  const dayAt = month === undefined ? monthAt : monthAt + 1;
  const day = month !== undefined || year === undefined ? partOf(tokens[dayAt], DAY) : undefined;
  const to = day === undefined ? dayAt : dayAt + 1;
  if (to === at) {
    return undefined;
  }
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    at: to,
  };
}

function partOf(token: Token | undefined, { units, from, to }: Part): number | undefined {
  const isOne = token?.type === "amount" && units.some((unit) => token.text.endsWith(unit));
  const amount = isOne ? readHanAmount(token.text) : undefined;
  const value = Number(amount?.value);
  return amount !== undefined && units.includes(amount.unit) && value >= from && value <= to
    ? value
    : undefined;
}
