import { hasCapital } from "../../text/tokens.ts";
import { phraseAt, phrasesOf, wordSet } from "../phrases.ts";
import { dateAt } from "./dates/dates.ts";
import type { Reading } from "./reading.ts";
import { matches, type Token } from "./tokens.ts";

/** "Last updated", in the languages we read: the date after it is that of the page. */
const STAMP_WORDS =
  "last updated|date of last update|date last updated|last update|last modified|last revised|last reviewed|" +
  "last edited|last changed|updated|modified|published|first published|posted|page updated|page last updated|" +
  "mis à jour|mise à jour|dernière mise à jour|modifié|publié|dernière modification|zuletzt aktualisiert|" +
  "zuletzt geändert|aktualisiert|geändert|veröffentlicht|stand|última actualización|actualizado|publicado|" +
  "date de dernière mise à jour|datum der letzten änderung|letzte änderung|letzte aktualisierung|" +
  "data ultimo aggiornamento|data di ultimo aggiornamento|fecha de última actualización|stand am|stand vom|" +
  "última actualização|última modificación|ultimo aggiornamento|aggiornato|aggiornati|ultima modifica|" +
  "pubblicato|versiedatum|version date|date de version|versionsdatum|fecha de versión|laatst bijgewerkt|" +
  "bijgewerkt|última atualização|atualizado em|actualizado em|atualizado|senast uppdaterad|обновлено";
const STAMPS = phrasesOf(STAMP_WORDS.split("|").map((words) => [words, true] as const));
const STAMP_LINKS = wordSet(
  ": on at the am vom le el il em op den @ - – | utc gmt cet cest est edt pst pdt uhr",
);
const SEPARATOR = /^[/|•·–—]$/;
const YEAR = /^(?:19|20)\d\d$/;
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
const LAST = wordSet("last zuletzt letztmals dernière última ultima laatst laatste");
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
  const stamp = phraseAt(STAMPS, (step) => stampForm(tokens[at + step], step));
  if (stamp === undefined || !isStampPlace(tokens, at, stamp.words.length)) {
    return undefined;
  }
  const { dated, end } = datesAfter(reading, at + stamp.words.length);
  const next = tokens[end];
  const isLine = next === undefined || next.type === "mark" ? next?.text !== "," : hasCapital(next.text);
  return isLine ? dated : undefined;
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
  return step === 0 && form !== undefined && GLUED_LAST.test(form) ? "last" : form;
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
