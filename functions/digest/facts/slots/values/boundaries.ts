import { wordSet } from "../../phrases.ts";
import type { Moment } from "../../reading/dates/moment.ts";
import type { Unit } from "../../reading/types.ts";
import type { Side } from "../gaps.ts";
import { FUNCTION_WORDS } from "../words.ts";

/** Words before a day on which something ends or begins. */
const BOUNDARIES = wordSet(
  "until till til by before from since bis vor ab seit spätestens jusqu' jusqu'à jusqu'au avant dès depuis partir hasta antes desde " +
    "até partir fino entro prima dal tot vóór voor vanaf sinds till före från sedan indtil fra siden do od před po przed до с к после 至 到",
);
/** The same behind the day. */
const LATER_BOUNDARY = /^(?:まで|から|까지|부터)/;
/** Words between one of these and the day: "à partir de", "bis zum", "fino a". */
const MAX_TO_BOUNDARY = 2;

/**
 * "closed until Friday" → "closed until 25 November": where a day ends or begins something, a weekday and a date are two days, unless
 * the date says its weekday. Elsewhere a weekday may be the same day by its name: "They met on Friday". A span of weekdays comes again each
 * week.
 */
export function isOtherBoundary(before: Side, a: Unit, after: Side, b: Unit): boolean {
  const [weekday, date] = isWeekday(a.moment) ? [a, b] : [b, a];
  const isDated = date.moment?.day !== undefined && date.moment.month !== undefined;
  const isSpan = weekday.shown !== undefined || date.shown !== undefined;
  return (
    isWeekday(weekday.moment) &&
    isDated &&
    date.moment?.weekday === undefined &&
    !isSpan &&
    isBounded(before, a) &&
    isBounded(after, b)
  );
}

function isWeekday(moment: Moment | undefined): boolean {
  return moment?.weekday !== undefined && moment.day === undefined && moment.minute === undefined;
}

function isBounded({ sentence: { units } }: Side, value: Unit): boolean {
  const at = units.findIndex(({ from }) => from === value.from);
  const next = units
    .slice(at + 1, at + 1 + MAX_TO_BOUNDARY)
    .map(({ key }) => key)
    .join("");
  const lead = units.slice(Math.max(0, at - 1 - MAX_TO_BOUNDARY), at).toReversed();
  const end = lead.findIndex(({ key }) => !FUNCTION_WORDS.has(key) && !BOUNDARIES.has(key));
  return (
    LATER_BOUNDARY.test(next) ||
    lead.slice(0, end < 0 ? lead.length : end).some(({ key }) => BOUNDARIES.has(key))
  );
}
