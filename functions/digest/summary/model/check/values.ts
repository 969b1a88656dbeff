import { boundBefore } from "../../../facts/polarity/bounds.ts";
import type { Moment } from "../../../facts/reading/dates/moment.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { plainKey } from "../../../facts/reading/values.ts";
import { joinedAmounts } from "./amounts.ts";
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
/** Share of a number by which it may differ from what it rounds, besides half of its last figure: 10 million is no 5 million. */
const MAX_ROUNDING = 0.1;
/** The shares by which it may lie below and above with these before it. */
const ROUNDED_WITH: Readonly<Record<string, readonly [below: number, above: number]>> = {
  ">": [0, 0.25],
  "≥": [0, 0.25],
  "<": [0.25, 0],
  "≤": [0.25, 0],
};
const ROUGHLY = "≈";
const HOUR = 60;
const HALF_DAY = 12;
/** Parts of a date that a story has to give. */
const PARTS = ["year", "month", "day", "weekday", "minute"] as const satisfies readonly (keyof Moment)[];

/** Numbers and dates of a sentence of which no part of the story has the value. */
export function unknownValues(sentence: ReadSentence, source: Source): readonly Found[] {
  const joined = new Set(
    joinedAmounts(sentence).flatMap(({ value, unit, parts }) =>
      isSaid({ value, unit }, source) ? parts : [],
    ),
  );
  return sentence.units.flatMap((unit): readonly Found[] => {
    const { from, to, sort } = unit;
    if (sort === "number" && !joined.has(unit) && !isKnownNumber(sentence, unit, source)) {
      return [{ kind: "number", from, to }];
    }
    return sort === "date" && !isKnownDate(sentence, unit, source) ? [{ kind: "date", from, to }] : [];
  });
}

/** The same value, or what it rounds, with the same unit or none on one side; or a small one in words; or one of a date. */
function isKnownNumber(sentence: ReadSentence, unit: Unit, source: Source): boolean {
  const value = plainKey(unit);
  const hasDigits = sentence.tokens.slice(unit.from, unit.to).some(({ text }) => DIGIT.test(text));
  const isCounted = !hasDigits && COUNTED.has(value);
  const at = sentence.units.indexOf(unit);
  const { bound } = boundBefore({ sentence, from: at, to: at });
  const isScaled = sentence.tokens.slice(unit.from, unit.to).some(({ means }) => means?.scale !== undefined);
  const told = { value, unit: unit.unit ?? "", bound: bound === "" && isScaled ? ROUGHLY : bound };
  return isCounted || isYear(value, source) || isSaid(told, source);
}

/** A number of a summary. */
interface Told {
  readonly value: string;
  readonly unit: string;
  /** "≥", ">", "≤", "<" or "≈", as is said before it; the last, too, of one in words: "1.2 million". */
  readonly bound?: string;
}

function isSaid(told: Told, source: Source): boolean {
  return unitsOf(told, source).some((units) => told.unit === "" || units.has("") || units.has(told.unit));
}

/** The units of a value in the story, and of those that it rounds. */
function unitsOf({ value, bound }: Told, { numbers }: Source): readonly ReadonlySet<string>[] {
  // "The 20th anniversary" of what was 20 years ago.
  const same = numbers.get(value) ?? numbers.get(value.replace(/\.$/, ""));
  const [low, high] = roundedBy(value, bound);
  const isNear = (other: string) => Number(other.slice(1)) >= low && Number(other.slice(1)) <= high;
  return [
    ...(same === undefined ? [] : [same]),
    ...(low < high ? [...numbers].flatMap(([other, units]) => (isNear(other) ? [units] : [])) : []),
  ];
}

/** The least and the greatest number for which a writer may put this one: "1.2 million" for 1,187,345, "more than 100" for 116. */
function roundedBy(value: string, bound = ""): readonly [low: number, high: number] {
  const number = Number(value.slice(1));
  const zeros = ROUND.exec(value)?.[1]?.length ?? 0;
  const half = bound === ROUGHLY ? Math.min(10 ** zeros / 2 / number, MAX_ROUNDING) : 0;
  const [below, above] = zeros === 0 ? [0, 0] : (ROUNDED_WITH[bound] ?? [half, half]);
  return [number * (1 - below), number * (1 + above)];
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
    ? own.every(({ form }) => source.words.has(form)) || isKnownPeriod(moment.word ?? "", source)
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

const PERIOD = /^(?:([qh])([1-4])|([1-4])([qh]))$/u;
const PERIOD_WORDS: Readonly<Record<string, readonly string[]>> = {
  q: ["quarter", "quartal", "trimestre", "kwartaal", "kvartal"],
  h: ["half", "halbjahr", "hälfte", "semestre", "helft"],
};

/** "Q3", "3Q" or "H1" where the story has "the third quarter" or "first half"; or the other way of writing it. */
export function isKnownPeriod(word: string, { numbers, words }: Source): boolean {
  const [code = "", first, second, third, fourth] = PERIOD.exec(word) ?? [];
  const [letter = "", digit = ""] = [first ?? fourth, second ?? third];
  const isSpelt = numbers.has(`#${digit}.`) && PERIOD_WORDS[letter]?.some((name) => words.has(name));
  return code !== "" && (isSpelt === true || words.has(`${code[1]}${code[0]}`));
}
