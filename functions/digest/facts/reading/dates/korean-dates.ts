import { asciiDigits } from "../numbers/digits.ts";
import type { Token } from "../tokens.ts";
import type { Moment } from "./moment.ts";
import type { DateRead } from "./months.ts";

/** The syllables after the parts of a date, in their order. */
const PARTS: readonly (readonly [string, "year" | "month" | "day"])[] = [
  ["년", "year"],
  ["월", "month"],
  ["일", "day"],
];
const PLAIN = /^\d{1,4}$/;

/** The Korean date at a token, in full or in part: "2019년 2월 9일에"; a number of days alone is none. */
export function koreanDateAt(tokens: readonly Token[], start: number): DateRead | undefined {
  if (tokens[start]?.type !== "number") {
    return undefined;
  }
  let [at, moment]: [number, Moment] = [start, {}];
  for (const [syllable, part] of PARTS) {
    const [number, word] = [tokens[at], tokens[at + 1]];
    const plain = number?.type === "number" ? asciiDigits(number.text) : "";
    if (PLAIN.test(plain) && word?.isGlued === true && word.form.startsWith(syllable)) {
      moment = { ...moment, [part]: Number(plain) };
      at += 2;
    }
  }
  return moment.month === undefined ? undefined : { ...moment, at };
}
