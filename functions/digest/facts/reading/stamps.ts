import { CHANGED } from "../../story/lines/stamp-forms.ts";
import { hasCapital } from "../../text/tokens.ts";
import { phraseAt, phrasesOf, wordSet } from "../phrases.ts";
import { dateAt } from "./dates/dates.ts";
import type { Reading } from "./reading.ts";
import { matches, type Token } from "./tokens.ts";

/** What only a part of a line says before the date of its page. */
const IN_LINES =
  "changed|amended|senast ändrat|senast ändrad|zuletzt geändert|revdate|revision date|version date|versiedatum|date de version|versionsdatum|fecha de versión|stand am|stand vom|atualizado em|actualizado em";
const STAMPS = phrasesOf(
  [...CHANGED, IN_LINES].flatMap((phrases) => phrases.split("|")).map((words) => [words, true] as const),
);
/** "Last updated", "Letzte Änderung", "Aktueller Stand", "date of last update": one of these and one of CHANGES. */
const LAST = wordSet(
  "last latest zuletzt letztmals letzte letzter letzten letztes aktueller dernière ultimo ultima última último laatst laatste senast",
);
const CHANGES = wordSet(
  "updated update modified modification revised revision reviewed review edited edit changed change saved stand änderung geändert " +
    "aktualisierung aktualisiert bearbeitung bearbeitet überarbeitung überarbeitet prüfung mise modification révision actualisation " +
    "actualización actualizado modificación modificado revisión revisado aggiornamento aggiornato modifica revisione atualização " +
    "actualização atualizado modificação revisão bijgewerkt update wijziging gewijzigd herziening herzien uppdaterad ändrad",
);
const UPDATE = wordSet("à jour");
/** Small words of "date de dernière mise à jour", "data di ultimo aggiornamento", "datum der letzten änderung". */
const DATE_OF = wordSet("date datum data fecha page seite of de di der du d'");
/** Nearly no word opens a stamp. */
const OPENERS = new Set([...DATE_OF, ...LAST, ...STAMPS.keys()]);
/** Tokens of the longest stamp. */
const MAX_STAMP_WORDS = 6;
const STAMP_LINKS = wordSet(
  ": , on at the am vom le el il em op den @ - – | utc gmt cet cest est edt pst pdt uhr",
);
/** Words for the day on which a source was seen. */
const ACCESSED = wordSet(
  "accessed retrieved viewed visited gesehen abgerufen aufgerufen zugriff consulté consultée consultado consultada consultato visitato " +
    "geraadpleegd bezocht hämtad hämtat hentet dostęp citováno viitattu",
);
/** Words that may stand between a stamp and its colon or dash. */
const MAX_STAMP_SUBJECT = 3;
const STAMP_COLON = /^[:–—-]$/;
const SEPARATOR = /^[/|•·–—]$/;
const YEAR = /^(?:19|20)\d\d$/;
const YEAR_LINK = /^[-–,]$/;
/** Between "Copyright" and its years: "(c)", ":". */
const COPYRIGHT_MARK = /^[(c):,©]$/i;
const VERSION = wordSet("version versión versione versão versie wersja verze versio rev revision révision");
/** "This page was last updated on …". */
const PAGE_OPENERS = wordSet("this diese dieser dieses cette ce esta este questa questo deze dit");
/** Tokens before the words of a stamp that one of these opens. */
const MAX_PAGE_WORDS = 4;
/** Longest stamp in tokens after its words. */
const MAX_STAMP = 16;
/** That a text was changed, and for the last time. */
const UPDATED = wordSet(
  "updated modified revised reviewed edited changed geändert aktualisiert überarbeitet jour actualisée actualisées modifiée modifiées " +
    "modifié actualizado actualizada modificado modificada revisada aggiornato aggiornata aggiornati modificata bijgewerkt gewijzigd " +
    "herzien atualizado atualizada atualizadas",
);
const UPDATE_LINKS = wordSet("on in am en le el il em op den");
/** How many tokens may stand between these and the date. */
const MAX_UPDATED = 14;
/** Text extraction may glue the first word of a stamp to what stands before it: "PolicyLast". */
const GLUED_LAST = /.{3}last$/u;
const AGO = "ago";
const MAX_AGO_LINE = 6;
const AGO_UNIT = /^(?:second|minute|hour)s?$/;

/** The end of a stamp of the page at a token, "Last updated: 20/04/2020 @ 18:20": its words and the dates after them. */
export function stampEnd(reading: Reading, at: number): number | undefined {
  const { tokens } = reading;
  if (tokens[at]?.type !== "word") {
    return undefined;
  }
  const length = stampWords(tokens, at);
  if (length === 0 || !isStampPlace(tokens, at, length)) {
    return undefined;
  }
  const subject = length > 1 ? subjectLength(tokens, at + length) : 0;
  const { dated, end } = datesAfter(reading, at + length + subject);
  const next = tokens[end];
  const isLine = next === undefined || next.type === "mark" || hasCapital(next.text);
  return isLine && tokens[end - 1]?.text !== "," ? dated : undefined;
}

/** "accessed 4 May 2030", "[Gesehen 11.04.2024]", "(consulté le 4 mai 2030)": the end of the day on which a source was seen. */
export function accessEnd(reading: Reading, at: number): number | undefined {
  const { tokens } = reading;
  const [before, word] = [tokens[at - 1], tokens[at]];
  if (!ACCESSED.has(word?.form ?? "") || before?.type === "word" || before?.type === "number") {
    return undefined;
  }
  const start = STAMP_LINKS.has(tokens[at + 1]?.form ?? "") ? at + 2 : at + 1;
  const date = dateAt(reading, start);
  return date?.moment.day === undefined ? undefined : date.to;
}

/** "Version 2.1", "Version: 6 March 2031" as a line by itself: the version of the text. */
export function versionLineEnd(reading: Reading, at: number): number | undefined {
  const { tokens } = reading;
  const [word, colon] = tokens;
  if (at > 0 || !VERSION.has(word?.form ?? "")) {
    return undefined;
  }
  const start = colon?.text === ":" ? 2 : 1;
  const end = tokens[start]?.type === "number" ? start + 1 : undefined;
  return [end, dateAt(reading, start)?.to].includes(tokens.length) ? tokens.length : undefined;
}

/** "© 1996-2018", "Copyright (c) 2031", "© Ada Holt, 2031": the end of the years of a copyright notice that begins before a token. */
export function copyrightEnd(tokens: readonly Token[], at: number): number | undefined {
  if (!matches(tokens[at], YEAR) || !isCopyright(tokens, at)) {
    return undefined;
  }
  let end = at + 1;
  while (matches(tokens[end], YEAR) || matches(tokens[end], YEAR_LINK)) {
    end += 1;
  }
  return end;
}

/** Whether a copyright notice stands right before a token, or opens its line. */
function isCopyright(tokens: readonly Token[], at: number): boolean {
  let lead = at - 1;
  while (matches(tokens[lead], COPYRIGHT_MARK) && tokens[lead]?.text !== "©") {
    lead -= 1;
  }
  const first = tokens[0]?.form === "copyright" ? tokens[1] : tokens[0];
  return tokens[lead]?.form === "copyright" || [tokens[lead], first].some((token) => token?.text === "©");
}

/** Words between a stamp and what sets off its date: "Last updated in the register: …", "Last updated: Ada Holt – …". */
function subjectLength(tokens: readonly Token[], at: number): number {
  const colon = tokens[at]?.text === ":" ? 1 : 0;
  const words = tokens.slice(at + colon, at + colon + MAX_STAMP_SUBJECT + 1);
  const length = words.findIndex(({ type }) => type !== "word");
  return length > 0 && matches(words[length], STAMP_COLON) ? colon + length : 0;
}

/** How many tokens a stamp's words take: "published", "last updated", "date of last update"; 0 if none stand here. */
function stampWords(tokens: readonly Token[], at: number): number {
  const first = stampForm(tokens[at], 0) ?? "";
  if (!OPENERS.has(first)) {
    return 0;
  }
  const forms = Array.from(
    { length: MAX_STAMP_WORDS },
    (_, step) => stampForm(tokens[at + step], step) ?? "",
  );
  const last = runOf(forms, 0, DATE_OF);
  const isLast = LAST.has(forms[last] ?? "") && CHANGES.has(forms[last + 1] ?? "");
  return isLast
    ? runOf(forms, last + 2, UPDATE)
    : (phraseAt(STAMPS, (step) => forms[step])?.words.length ?? 0);
}

/** Where a run of these words ends. */
function runOf(forms: readonly string[], start: number, words: ReadonlySet<string>): number {
  const length = forms.slice(start).findIndex((form) => !words.has(form));
  return length < 0 ? forms.length : start + length;
}

/** "We last updated these terms on 6 May 2031.", "wurde zuletzt am 6. Mai 2031 geändert": the end of the date at "on" or "am". */
export function updateEnd(reading: Reading, at: number): number | undefined {
  const { tokens } = reading;
  if (!UPDATE_LINKS.has(tokens[at]?.form ?? "")) {
    return undefined;
  }
  const before = wordsBefore(tokens, at);
  if (!before.some((form) => LAST.has(form))) {
    return undefined;
  }
  const { dated, end } = datesAfter(reading, at + 1);
  const isVerbLast = UPDATED.has(tokens[end]?.form ?? "");
  const next = tokens[isVerbLast ? end + 1 : end];
  const isEnd = next === undefined || next.type === "mark";
  return isEnd && (isVerbLast || before.some((form) => UPDATED.has(form))) ? dated : undefined;
}

/** The words of the clause before a token. */
function wordsBefore(tokens: readonly Token[], at: number): readonly string[] {
  const words = tokens.slice(Math.max(0, at - MAX_UPDATED), at);
  return words.slice(words.findLastIndex(({ type }) => type !== "word") + 1).map(({ form }) => form);
}

function stampForm(token: Token | undefined, step: number): string | undefined {
  const form = token?.form;
  return step === 0 && form?.endsWith("last") === true && GLUED_LAST.test(form) ? "last" : form;
}

/** Where the last date after a token ends, and where the dates and the words between them do. */
function datesAfter(reading: Reading, start: number) {
  const { tokens } = reading;
  let end = start;
  let dated: number | undefined;
  while (end < Math.min(tokens.length, start + MAX_STAMP)) {
    const date = dateAt(reading, end);
    if (date === undefined && !isStampLink(tokens[end])) {
      break;
    }
    end = date?.to ?? end + 1;
    dated = date?.to ?? dated;
  }
  return { dated, end };
}

function isStampLink(token: Token | undefined): boolean {
  return STAMP_LINKS.has(token?.form ?? "") || matches(token, YEAR);
}

/**
 * At the start of a line, after a stroke, bracket or date, or, for "Last updated" and the like, where a capital or a colon
 * sets it off.
 */
function isStampPlace(tokens: readonly Token[], at: number, length: number): boolean {
  if (tokens.findIndex(({ type }) => type !== "mark") === at || isParted(tokens, at)) {
    return true;
  }
  const isOfPage = PAGE_OPENERS.has(tokens[0]?.form ?? "") && at <= MAX_PAGE_WORDS;
  const isSetOff = tokens[at + length]?.text === ":" || tokens[at - 1]?.type === "mark";
  return length > 1 && (isOfPage || isSetOff || hasCapital(tokens[at]?.text ?? ""));
}

function isParted(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isAfterDate = before?.type === "number" || matches(before, SEPARATOR);
  return before?.text === "(" || (isAfterDate && hasCapital(token?.text ?? ""));
}

/** The end of "2 hours ago" at a token, where the line says little else: in prose it is a time like any other. */
export function agoEnd(tokens: readonly Token[], at: number): number | undefined {
  const isAgo =
    tokens[at]?.type === "number" &&
    AGO_UNIT.test(tokens[at + 1]?.form ?? "") &&
    tokens[at + 2]?.form === AGO &&
    tokens.length <= MAX_AGO_LINE;
  return isAgo ? at + 3 : undefined;
}
