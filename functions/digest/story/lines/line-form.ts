import { type Found, type LineWord, type PhraseTable, phraseAt } from "./line-words.ts";
import { isTimeFigure, TIME_UNITS, TIME_WORDS } from "./times.ts";

/**
 * What the lines of a page look like that are no part of its story: each word of such a line is a head of the form, or fills
 * it. One other word, and the line says more: "Updated at 14:05" is a form, "Updated rules at 14:05" is none.
 */
export interface LineForm {
  /** One of these at least. */
  readonly heads: PhraseTable;
  /** What may stand beside them. */
  readonly fill: PhraseTable;
  /**
   * `time`: has a date, a clock time or a day, and may have the names of months and the like. `span`: a number of minutes, hours, days.
   * `figure`: has a number. `words`: two words or more, and no number.
   */
  readonly needs: "time" | "span" | "figure" | "words" | "nothing";
}

/** Whether every word of a line belongs to a form. Linear in the line, which is short. */
export function hasForm(words: readonly LineWord[], form: LineForm): boolean {
  const seen = { head: false, time: false, unit: false, figure: false };
  for (let at: Found = { word: 0, character: 0 }; at.word < words.length; ) {
    const next = stepAt(words, at, form, seen);
    if (next === undefined) {
      return false;
    }
    at = next;
  }
  return seen.head && holdsNeed(form.needs, seen, words.length);
}

interface Seen {
  head: boolean;
  time: boolean;
  unit: boolean;
  figure: boolean;
}

function stepAt(words: readonly LineWord[], at: Found, form: LineForm, seen: Seen): Found | undefined {
  const { text = "", sort } = words[at.word] ?? {};
  const head = phraseAt(form.heads, words, at);
  if (head !== undefined) {
    seen.head = true;
    return head;
  }
  if (sort === "pictograph") {
    return { word: at.word + 1, character: 0 };
  }
  if (sort === "figure") {
    seen.figure = true;
    seen.time ||= isTimeFigure(text);
    return form.needs === "words" || form.needs === "nothing"
      ? undefined
      : { word: at.word + 1, character: 0 };
  }
  return timeAt(words, at, form, seen) ?? phraseAt(form.fill, words, at);
}

function timeAt(words: readonly LineWord[], at: Found, { needs }: LineForm, seen: Seen): Found | undefined {
  if (needs !== "time" && needs !== "span") {
    return undefined;
  }
  const unit = needs === "span" ? phraseAt(TIME_UNITS, words, at) : undefined;
  if (unit !== undefined) {
    seen.unit = true;
    return unit;
  }
  const time = phraseAt(TIME_WORDS, words, at);
  seen.time ||= time !== undefined;
  return time;
}

function holdsNeed(needs: LineForm["needs"], { time, unit, figure }: Seen, words: number): boolean {
  switch (needs) {
    case "time":
      return time && figure;
    case "span":
      return unit && figure && !time;
    case "figure":
      return figure;
    case "words":
      return words > 1;
    case "nothing":
      return true;
    default:
      return needs satisfies never;
  }
}
