import type { Moment } from "../../../facts/reading/dates/moment.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { plainKey } from "../../../facts/reading/values.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";

/** What a writer may count: two people named are "two men". */
const COUNTED: ReadonlySet<string> = new Set([
  "#1",
  "#2",
  "#3",
  "#1.",
  "#2.",
  "#3.",
  "#x1",
  "#x2",
  "#0.5",
  "#4",
]);
const DIGIT = /\p{Nd}/u;
const HOUR = 60;
const HALF_DAY = 12;
/** Parts of a date that a story has to give. */
const PARTS = ["year", "month", "day", "weekday", "minute"] as const satisfies readonly (keyof Moment)[];

/** Numbers and dates of a sentence of which no part of the story has the value. */
export function unknownValues(sentence: ReadSentence, source: Source): readonly Found[] {
  return sentence.units.flatMap((unit): readonly Found[] => {
    const { from, to, sort } = unit;
    if (sort === "number" && !isKnownNumber(sentence, unit, source)) {
      return [{ kind: "number", from, to }];
    }
    return sort === "date" && !isKnownDate(sentence, unit, source) ? [{ kind: "date", from, to }] : [];
  });
}

/** The same value, with the same unit or none on one side; or a small one in words; or one rounded. */
function isKnownNumber(sentence: ReadSentence, unit: Unit, source: Source): boolean {
  const value = plainKey(unit);
  const units = source.numbers.get(value);
  const own = unit.unit ?? "";
  const hasDigits = sentence.tokens.slice(unit.from, unit.to).some(({ text }) => DIGIT.test(text));
  const isSaid = units !== undefined && (own === "" || units.has("") || units.has(own));
  return isSaid || (!hasDigits && COUNTED.has(value)) || isYear(value, source) || isRounded(value, source);
}

function isYear(value: string, { moments }: Source): boolean {
  return moments.some(({ year, day }) => value === `#${year}` || value === `#${day}` || value === `#${day}.`);
}

/** "#1200000" for "#1187345": two figures or three of a longer number. */
function isRounded(value: string, { numbers }: Source): boolean {
  const number = Number(value.slice(1));
  const zeros = /^#[1-9]\d{0,2}?(0+)$/u.exec(value)?.[1]?.length ?? 0;
  return (
    zeros > 1 &&
    [...numbers.keys()].some((other) => Math.abs(Number(other.slice(1)) - number) * 2 <= 10 ** zeros)
  );
}

/** Each part of the date stands in a date of the story, or among its numbers; "today" and the like say nothing by themselves. */
function isKnownDate({ tokens }: ReadSentence, { moment = {}, from, to }: Unit, source: Source): boolean {
  const own = tokens.slice(from, to);
  const isWord = PARTS.every((part) => moment[part] === undefined);
  const isPeriod = isWord && own.some(({ text }) => DIGIT.test(text));
  return isPeriod
    ? own.every(({ form }) => source.words.has(form)) || isQuarter(moment, source)
    : PARTS.every((part) => isGiven(part, moment[part], source));
}

function isGiven(
  part: (typeof PARTS)[number],
  value: number | undefined,
  { moments, numbers }: Source,
): boolean {
  if (value === undefined || moments.some((other) => other[part] === value)) {
    return true;
  }
  const asNumbers = part === "minute" ? hoursOf(value) : [value];
  return part !== "weekday" && part !== "month" && asNumbers.some((number) => numbers.has(`#${number}`));
}

/** "7 pm" where the story has "7". */
function hoursOf(minute: number): readonly number[] {
  const hour = minute / HOUR;
  return Number.isInteger(hour) ? [hour, hour % HALF_DAY, (hour % HALF_DAY) + HALF_DAY] : [];
}

/** "Q3" where the story has "the third quarter". */
function isQuarter({ word = "" }: Moment, { numbers }: Source): boolean {
  const [, quarter] = /^q([1-4])$/u.exec(word) ?? [];
  return quarter !== undefined && numbers.has(`#${quarter}.`);
}
