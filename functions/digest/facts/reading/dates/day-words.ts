import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { matches, type Token } from "../tokens.ts";
import type { Calendar } from "./calendar.ts";
import { frequencyOf } from "./frequencies.ts";
import { type DateRead, withoutPossessive, yearAt } from "./months.ts";

const DECADE = /^(?:1[5-9]|20)\d0$/;
const QUARTER = /^q[1-4]$/;
const NEW_YEAR = /^year(?:'s)?$/;
const APOSTROPHE = /^['’]$/;
/** Days, feasts and seasons that are nothing else, and "in his forties". */
const WORDS = wordSet(
  "today yesterday tomorrow tonight overnight aujourd'hui hier demain heute gestern morgen hoy ayer mañana oggi ieri domani " +
    "easter christmas ramadan pentecost thanksgiving pâques noël ostern weihnachten pfingsten pascua navidad pasqua natale silvester neujahr diwali eid hanukkah halloween newyear " +
    "frühling frühjahr herbst printemps automne hiver primavera verano otoño invierno autunno inverno outono lente herfst voorjaar najaar весной летом осенью зимой " +
    "twenties thirties forties fifties sixties seventies eighties nineties",
);
/** After a weekday: "Monday evening". */
const PARTS_OF_DAY = wordSet("morning afternoon evening night");
const SEASONS = wordSet("spring summer autumn winter");
const SEASON_LEADS = wordSet("the in this last next early late mid");
const RELATIVE = wordSet("last next this earlier");
const SPANS = wordSet("week month year weekend night morning afternoon evening decade century quarter");

/** The day, feast, season, span or frequency in words at a token: "today", "Q1", "next week", "the summer of 2025", "weekly". */
export function dayWordAt(tokens: readonly Token[], at: number, calendar: Calendar): DateRead | undefined {
  const [form = "", next = ""] = [tokens[at]?.form, tokens[at + 1]?.form];
  const day = withoutPossessive(form);
  const isPartOfDay = PARTS_OF_DAY.has(form) && calendar.weekdays.has(tokens[at - 1]?.form ?? "");
  if (WORDS.has(day) || isPartOfDay || QUARTER.test(form)) {
    return { word: day, at: at + 1 };
  }
  if (form === "new" && NEW_YEAR.test(next) && hasCapital(tokens[at + 1]?.text ?? "")) {
    return { word: "newyear", at: at + 2 };
  }
  if (RELATIVE.has(form) && SPANS.has(next)) {
    return { word: `${form} ${next}`, at: at + 2 };
  }
  return quarterHour(tokens, at) ?? season(tokens, at) ?? frequencyAt(tokens, at);
}

/** "weekly", "monatlich". */
function frequencyAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const word = frequencyOf(tokens[at]);
  return word === undefined ? undefined : { word, at: at + 1 };
}

/** "quarter past nine". */
function quarterHour(tokens: readonly Token[], at: number): DateRead | undefined {
  const [quarter, side] = [tokens[at], tokens[at + 1]];
  const hour = tokens[at + 2]?.means?.cardinal;
  const isTime = quarter?.form === "quarter" && (side?.form === "to" || side?.form === "past");
  return isTime && hour !== undefined ? { word: `quarter ${side.form} ${hour}`, at: at + 3 } : undefined;
}

/** "last summer", "the spring of 2025". */
function season(tokens: readonly Token[], at: number): DateRead | undefined {
  const form = tokens[at]?.form ?? "";
  if (!SEASONS.has(form) || !SEASON_LEADS.has(tokens[at - 1]?.form ?? "")) {
    return undefined;
  }
  const next = tokens[at + 1]?.form === "of" ? at + 2 : at + 1;
  const year = yearAt(tokens, next);
  return year === undefined ? { word: form, at: at + 1 } : { word: form, year, at: next + 1 };
}

/** "the 1990s". */
export function decadeAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const token = tokens[at];
  if (token?.type !== "number" || !DECADE.test(token.text)) {
    return undefined;
  }
  const last = matches(tokens[at + 1], APOSTROPHE) ? at + 2 : at + 1;
  const ending = tokens[last];
  return ending?.isGlued === true && ending.form === "s"
    ? { word: `${token.text}s`, at: last + 1 }
    : undefined;
}
