import { phraseAt, phrasesOf, wordSet } from "../../phrases.ts";
import { asciiDigits } from "../numbers/digits.ts";
import type { Token } from "../tokens.ts";
import { type DateRead, smallNumber } from "./months.ts";

/** An hour, its minutes if there are any, and the next token. */
interface Hour {
  readonly hour: number;
  readonly minutes?: number;
  readonly at: number;
  /** Written with a colon: "19:00". */
  readonly hasColon?: true;
}

const HALF_DAY = 720;
/** Minutes that these add to an hour. */
const HALVES: ReadonlyMap<string, number> = new Map([
  ["am", 0],
  ["a.m", 0],
  ["a.m.", 0],
  ["pm", HALF_DAY],
  ["p.m", HALF_DAY],
  ["p.m.", HALF_DAY],
]);
const NOON = wordSet("noon midday mediodía mezzogiorno");
const MIDNIGHT = wordSet("midnight minuit mitternacht medianoche mezzanotte");
/** After these an hour without minutes is one: "18 Uhr", "18 h", "7 o'clock". */
const HOUR_WORDS = wordSet("uhr h o'clock");
/** Abbreviations of time zones in use. */
const ZONES = wordSet(
  "UTC GMT BST IST CET CEST MEZ MESZ EET EEST MSK EST EDT CST CDT MST MDT PST PDT AKST HST JST KST AEST AEDT",
);
const HOURS = wordSet("heure heures hora horas");
/** "18 h 30", "18 heures 30". */
const MINUTES_FOLLOW = wordSet("h heure heures");
const BEFORE_HOURS = wordSet("à avant après vers dès jusqu'à las às");
/** Parts of a second may follow. */
const MINUTES = /^[0-5]\d(?:\.\d{1,9})?$/;
const DOTTED = /^(\d{1,2})\.([0-5]\d)$/;
const COMPACT = /^(\d{1,2})([0-5]\d)$/;
const GLUED_MINUTES = /^h([0-5]\d)$/;
const LAST_HOUR = 24;

/** Parts of the day that say which hour is meant, with the minutes before their hours. */
const PARTS_OF_DAY = phrasesOf(
  Object.entries({
    "de la mañana": 0,
    "de la madrugada": 0,
    "de la tarde": HALF_DAY,
    "de la noche": HALF_DAY,
    "da manhã": 0,
    "da madrugada": 0,
    "da tarde": HALF_DAY,
    "da noite": HALF_DAY,
    "del mattino": 0,
    "di mattina": 0,
    "del pomeriggio": HALF_DAY,
    "di sera": HALF_DAY,
  }),
);
/** Minutes that these add to an hour in words. */
const PARTS_OF_HOUR = phrasesOf(
  Object.entries({
    "y media": 30,
    "y cuarto": 15,
    "menos cuarto": -15,
    "e meia": 30,
    "e um quarto": 15,
    "e mezza": 30,
    "e mezzo": 30,
    "e un quarto": 15,
    "meno un quarto": -15,
  }),
);

/** The time of day at a token: "7 a.m.", "7.30pm", "19:00", "18 Uhr", "18h30", "noon", "las siete y media de la tarde". */
export function clockAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const spoken = spokenAt(tokens, at);
  const token = tokens[at];
  if (spoken !== undefined || token?.type === "word") {
    return spoken ?? (token === undefined ? undefined : inWords(token, at));
  }
  const hour = token?.type === "number" ? hourAt(tokens, token, at) : undefined;
  if (hour === undefined || hour.hour > LAST_HOUR) {
    return undefined;
  }
  const read =
    withHalf(tokens, hour) ??
    withHourWord(tokens, hour) ??
    withoutWord(tokens, hour) ??
    afterHourWord(tokens, hour, at);
  return read === undefined ? undefined : withZone(tokens, read);
}

/** "siete y media de la tarde", "8 de la mañana": an hour with its part of the day. */
function spokenAt(tokens: readonly Token[], at: number): DateRead | undefined {
  const hour = tokens[at]?.means?.cardinal ?? smallNumber(tokens[at]);
  if (hour < 1 || hour > LAST_HOUR / 2) {
    return undefined;
  }
  const minutes = phraseAt(PARTS_OF_HOUR, (step) => tokens[at + 1 + step]?.form);
  const next = at + 1 + (minutes?.words.length ?? 0);
  const part = phraseAt(PARTS_OF_DAY, (step) => tokens[next + step]?.form);
  return part === undefined
    ? undefined
    : { minute: (hour % 12) * 60 + (minutes?.value ?? 0) + part.value, at: next + part.words.length };
}

/** "11:59pm EST": only capitals are a zone. */
function withZone(tokens: readonly Token[], read: DateRead): DateRead {
  const { text = "", form = "" } = tokens[read.at] ?? {};
  return ZONES.has(text) ? { ...read, zone: form, at: read.at + 1 } : read;
}

function inWords({ form }: Token, at: number): DateRead | undefined {
  if (NOON.has(form)) {
    return { minute: HALF_DAY, at: at + 1 };
  }
  return MIDNIGHT.has(form) ? { minute: 0, at: at + 1 } : undefined;
}

/** "7 a.m.", "12 noon". */
function withHalf(tokens: readonly Token[], { hour, minutes = 0, at }: Hour): DateRead | undefined {
  const next = tokens[at]?.form ?? "";
  const half = HALVES.get(next);
  if (half !== undefined && hour >= 1 && hour <= 12) {
    return { minute: (hour % 12) * 60 + minutes + half, at: at + 1 };
  }
  return NOON.has(next) && hour === 12 ? { minute: HALF_DAY, at: at + 1 } : undefined;
}

/** "18 Uhr", "18 h 30", "18h30". */
function withHourWord(tokens: readonly Token[], { hour, minutes = 0, at }: Hour): DateRead | undefined {
  const [word, next] = [tokens[at], tokens[at + 1]];
  const [, glued] = word?.isGlued === true ? (GLUED_MINUTES.exec(word.form) ?? []) : [];
  if (glued !== undefined) {
    return { minute: hour * 60 + Number(glued), at: at + 1 };
  }
  if (word === undefined || !(HOUR_WORDS.has(word.form) || isHour(tokens, at))) {
    return undefined;
  }
  const isFrench =
    MINUTES_FOLLOW.has(word.form) && minutes === 0 && next?.type === "number" && MINUTES.test(next.text);
  return isFrench
    ? { minute: hour * 60 + Number(next.text), at: at + 2 }
    : { minute: hour * 60 + minutes, at: at + 1 };
}

/** "avant 15 heures", "a las 16.30 horas": after these it is no span of time. */
function isHour(tokens: readonly Token[], at: number): boolean {
  return HOURS.has(tokens[at]?.form ?? "") && BEFORE_HOURS.has(tokens[at - 2]?.form ?? "");
}

/** "19:00", "19:00:30". */
function withoutWord(tokens: readonly Token[], { hour, minutes, at, hasColon }: Hour): DateRead | undefined {
  const isTime = hasColon === true && minutes !== undefined && tokens[at]?.text !== ":";
  return isTime ? { minute: hour * 60 + minutes, at } : undefined;
}

/** "ore 18", "ore 18.30": Italian puts the word before the hour. */
function afterHourWord(
  tokens: readonly Token[],
  { hour, minutes = 0, at }: Hour,
  start: number,
): DateRead | undefined {
  return tokens[start - 1]?.form === "ore" ? { minute: hour * 60 + minutes, at } : undefined;
}

/** "12", "7:30", "7.30", "7:30:15"; "630" before "pm". */
function hourAt(tokens: readonly Token[], token: Token, at: number): Hour | undefined {
  const [, dottedHour, dottedMinutes] = DOTTED.exec(asciiDigits(token.text)) ?? [];
  if (dottedHour !== undefined) {
    return { hour: Number(dottedHour), minutes: Number(dottedMinutes), at: at + 1 };
  }
  const [, compactHour, compactMinutes] = HALVES.has(tokens[at + 1]?.form ?? "")
    ? (COMPACT.exec(asciiDigits(token.text)) ?? [])
    : [];
  if (compactHour !== undefined) {
    return { hour: Number(compactHour), minutes: Number(compactMinutes), at: at + 1 };
  }
  const hour = smallNumber(token);
  if (hour < 0) {
    return undefined;
  }
  const minutes = sixtieths(tokens, at + 1);
  if (minutes === undefined) {
    return { hour, at: at + 1 };
  }
  return { hour, minutes, at: sixtieths(tokens, at + 3) === undefined ? at + 3 : at + 5, hasColon: true };
}

/** The minutes or seconds after a colon. */
function sixtieths(tokens: readonly Token[], at: number): number | undefined {
  const [colon, digits] = [tokens[at], tokens[at + 1]];
  const isJoined = colon?.text === ":" && colon.isGlued && digits?.isGlued === true;
  const plain = isJoined ? asciiDigits(digits.text) : "";
  return MINUTES.test(plain) ? Number(plain) : undefined;
}
