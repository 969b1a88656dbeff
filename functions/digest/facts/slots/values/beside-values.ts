import { TERM_UNITS } from "../../reading/numbers/units.ts";
import type { Unit } from "../../reading/types.ts";
import type { Gap, Side } from "../gaps.ts";
import { isRespelt } from "../names/spelling.ts";
import { type Span, spanOf } from "../slot.ts";
import { isContent } from "../words.ts";

/** "12 euros" → "13 euros (6 for children)": without what is said in brackets at the end of one side only. */
export function withoutBracket({ before, after }: Gap): Gap {
  const [a, b] = [bracketAt(before), bracketAt(after)];
  return a === undefined || b === undefined
    ? { before: { ...before, to: a ?? before.to }, after: { ...after, to: b ?? after.to } }
    : { before, after };
}

/** The first unit in the brackets that end a side, if more stands before them. */
function bracketAt({ sentence: { tokens, units }, from, to }: Side): number | undefined {
  const isClosed = tokens[units[to - 1]?.to ?? 0]?.text === ")";
  const at = isClosed
    ? units.slice(from + 1, to).findIndex((unit) => tokens[unit.from - 1]?.text === "(")
    : -1;
  return at < 0 ? undefined : from + 1 + at;
}

/** "Feburary 2023" → "February 2023": before the year stands what is nearly the month. */
export function isMisspeltMonth(
  { sentence: { tokens } }: Side,
  year: Unit,
  other: Side,
  date: Unit,
): boolean {
  const [word, month] = [tokens[year.from - 1], other.sentence.tokens[date.from]];
  const isMonth = year.isYear === true && date.moment?.month !== undefined && date.moment.day === undefined;
  return isMonth && word?.type === "word" && month?.type === "word" && isRespelt(word.form, month.form);
}

/** "three seasons" → "18 months": with what is counted, where the other side has a unit of time. */
export function withCounted({ sentence, to }: Side, value: Unit, other: Unit): Span {
  const span = spanOf(sentence, value);
  const counted = sentence.units.slice(0, to).find(({ from }) => from === value.to);
  const isOtherUnit = value.unit === "" && TERM_UNITS.has(other.unit ?? "") && value.sort === "number";
  return isOtherUnit && counted !== undefined && isContent(counted) ? { ...span, to: counted.to } : span;
}
