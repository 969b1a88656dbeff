import { expect, test } from "vitest";
import { TIME_WORDS } from "../../../../../functions/digest/story/lines/times.ts";

const LANGUAGES =
  "en fr de es it pt nl pl ru uk cs sv da nb fi tr el ro hu id ar fa he hi ko vi bg hr sk".split(" ");
const FORMATS = (["long", "short"] as const).flatMap((width): Intl.DateTimeFormatOptions[] => [
  { month: width },
  { month: width, day: "numeric" },
  { weekday: width },
]);
/** Each month, and each day of a week. */
const DAYS = [
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15)),
  ...Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)),
];

function namesIn(language: string): readonly string[] {
  return FORMATS.map(
    (format) => new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...format, timeZone: "UTC" }),
  )
    .flatMap((format) => DAYS.flatMap((day) => format.formatToParts(day)))
    .filter(({ type }) => type === "month" || type === "weekday")
    .map(({ value }) => value.toLowerCase().replace(/\.$/, ""))
    .filter((name) => /^\p{L}[\p{L}\p{M} '’-]+$/u.test(name));
}

test.each(LANGUAGES)("knows the months and weekdays of the runtime: %s", (language) => {
  const known = new Set([...TIME_WORDS().values()].flat().map((words) => words.join(" ")));
  expect(namesIn(language).filter((name) => !known.has(name))).toEqual([]);
});
