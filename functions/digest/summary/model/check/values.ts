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
/** "#1200000" for "#1187345": up to three figures of a longer number. */
const ROUND = /^#[1-9]\d{0,2}?(0+)$/u;
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

/** The same value, or what it rounds, with the same unit or none on one side; or a small one in words; or one of a date. */
function isKnownNumber(sentence: ReadSentence, unit: Unit, source: Source): boolean {
  const value = plainKey(unit);
  const own = unit.unit ?? "";
  const hasDigits = sentence.tokens.slice(unit.from, unit.to).some(({ text }) => DIGIT.test(text));
  const isSaid = (units: ReadonlySet<string>) => own === "" || units.has("") || units.has(own);
  const isCounted = !hasDigits && COUNTED.has(value);
  return isCounted || isYear(value, source) || unitsOf(value, source).some(isSaid);
}

/** The units of a value in the story, and of those that it rounds. */
function unitsOf(value: string, { numbers }: Source): readonly ReadonlySet<string>[] {
  const same = numbers.get(value);
  const zeros = ROUND.exec(value)?.[1]?.length ?? 0;
  const isNear = (other: string) =>
    Math.abs(Number(other.slice(1)) - Number(value.slice(1))) * 2 <= 10 ** zeros;
  return [
    ...(same === undefined ? [] : [same]),
    ...(zeros > 1 ? [...numbers].flatMap(([other, units]) => (isNear(other) ? [units] : [])) : []),
  ];
}

function isYear(value: string, { moments }: Source): boolean {
  return moments.some(({ year, day }) => value === `#${year}` || value === `#${day}` || value === `#${day}.`);
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
