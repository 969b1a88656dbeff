import { dateAt } from "./dates/dates.ts";
import { numberAt } from "./numbers/numbers.ts";
import type { Reading } from "./reading.ts";
import { isHyphen, type Token } from "./tokens.ts";
import type { Unit } from "./types.ts";

/** The date or number at a token. */
export function valueAt(reading: Reading, at: number): Unit | undefined {
  return dateAt(reading, at) ?? withShown(reading.tokens, numberAt(reading, at));
}

/** "15-metre": the number is shown without the word that it is part of. */
function withShown(tokens: readonly Token[], number: Unit | undefined): Unit | undefined {
  if (number === undefined || number.unit === "") {
    return number;
  }
  const hyphen = number.to - 2;
  const isJoined = hyphen > number.from && isHyphen(tokens[hyphen]) && tokens[hyphen + 1]?.type === "word";
  return isJoined ? { ...number, shown: [number.from, hyphen] } : number;
}

/** Whether a unit is a number or a date. */
export function isValue({ sort }: Unit): boolean {
  return sort === "number" || sort === "date";
}

/** The key of a number without its unit. */
export function plainKey({ key }: Unit): string {
  return key.split(" ", 1)[0] ?? "";
}
