import type { FactRecord, RevisionRecord } from "../../changes/schema.ts";
import { DAY_NAMES } from "../../story/lines/day-names.ts";
import { foldTypography, foldWhiteSpace } from "../../text/fold.ts";
import { sameEnds } from "../../text/same-words.ts";
import { countUnspaced } from "../../text/scripts.ts";
import { hasCapital, tokenise } from "../../text/tokens.ts";
import type { EditionEdit } from "../schema.ts";

/** Words that a revision takes away, and words that it puts in their place; either may be empty. */
type Place = readonly [removed: string, added: string];

/** Between the two sides of a passage; no story has it. */
export const ARROW = "\u0000";

/** Two sentences that begin and end with so many equal words are versions of one. */
const VERSION_WORDS = 2;

/** A shorter word that is no name says little about where an edit came from. */
const MIN_CONTENT_WORD = 4;
/** Two characters of a script without spaces are about a word. */
const CHARACTERS_PER_WORD = 2;
/** A passage that weighs more needs no closer look. */
const MAX_WEIGHED_CHARACTERS = 2_000;

/**
 * The passages that an edit takes away, puts in or replaces: equal for equal words, whatever the sentence around them, and
 * whether they came as a sentence or within one. Sentences with nothing in common are two passages.
 */
export function passagesOf(edit: EditionEdit): readonly string[] {
  switch (edit.edit) {
    case "added":
      return [passage(["", edit.after])];
    case "removed":
      return [passage([edit.before, ""])];
    case "moved":
      return [`moved${passage([edit.before, edit.after])}`];
    case "edited":
      return edit.words === undefined
        ? [passage([edit.before, ""]), passage(["", edit.after])]
        : placesOf(edit.words).map(([removed, added]) => passage(exchanged(removed, added)));
    default:
      return edit satisfies never;
  }
}

/** A sentence in the place of one with which it has nothing in common is one that went, and one that came. */
export function partsOf(edit: EditionEdit): readonly EditionEdit[] {
  if (edit.edit !== "edited" || edit.words !== undefined) {
    return [edit];
  }
  const { before, after } = edit;
  return isVersion(before, after)
    ? [edit]
    : [
        { edit: "removed", before },
        { edit: "added", after },
      ];
}

/** Whether two sentences begin and end with enough equal words. */
function isVersion(before: string, after: string): boolean {
  const wordsOf = (text: string, max?: number): readonly string[] => text.split(/\s+/, max);
  // Most begin alike, and need not be cut to their ends.
  const first = sameEnds(wordsOf(before, VERSION_WORDS), wordsOf(after, VERSION_WORDS));
  if (first.start === VERSION_WORDS) {
    return true;
  }
  const { start, end } = sameEnds(wordsOf(before), wordsOf(after));
  return start + end >= VERSION_WORDS;
}

/** The passages of headline, deck and of facts that stand in no edit, as a changed byline or status. */
export function framePassages({
  headlineChange,
  deckChange,
  edits,
  facts,
}: RevisionRecord): readonly string[] {
  const lines = [headlineChange, deckChange].filter((line) => line !== undefined);
  const told = [...edits, ...lines];
  return [
    ...lines.map(({ before, after }) => passage(exchanged(before, after))),
    ...facts.filter((fact) => !told.some((edit) => holdsFact(edit, fact))).map(factPassage),
  ];
}

/** Whether both values of a fact stand in these words. */
export function holdsFact(
  edit: { readonly before?: string; readonly after?: string },
  { before, after }: FactRecord,
): boolean {
  const { before: was = "", after: now = "" } = edit;
  return (before === null || was.includes(before)) && (after === null || now.includes(after));
}

/** Names of days and months, in the languages of CLDR. */
const CALENDAR = new Set(DAY_NAMES.flatMap((names) => names.split("|")));
/** A day of a month, or a year, beside them. */
const DAY_OR_YEAR = /^(?:[0-3]?\d|(?:19|20)\d\d)$/;

/** Words without figures, and without the signs of markup. */
const PLAIN = /^[\p{L}\p{M}\s'’.,;!-]*$/u;

/** What a passage is made of: only a date, only words that any story may have, or a figure or a name as well. */
export function kindOfPassage(text: string): "date" | "words" | "telling" {
  const words = tokenise(text.slice(0, MAX_WEIGHED_CHARACTERS)).filter(
    ({ type }) => type === "number" || type === "word",
  );
  const isCalendar = words.map(({ text: word }) => CALENDAR.has(word.toLowerCase()));
  const isDate = isCalendar.includes(true);
  if (isDate && words.every(({ text: word }, index) => isCalendar[index] || DAY_OR_YEAR.test(word))) {
    return "date";
  }
  const isPlain = PLAIN.test(text.replace(ARROW, " ")) && !words.some(({ text: word }) => hasCapital(word));
  return isPlain && countUnspaced(text) === 0 ? "words" : "telling";
}

/** What folding may change; nearly all English text has none of it. */
const NOT_FOLDED = /[^ -~]|['`]|--| {2}|^ | $/;

/** The stop of a sentence, which its twin in another story may lack. */
const LAST_STOP = /(?<=[\p{L}\p{N}])[.。]$/u;

/**
 * A passage in the form in which it is compared, without a stop at its end. Case stays: "us" that became "US" is another edit than
 * "us" that went.
 */
export function foldPassage(text: string): string {
  return text
    .split(ARROW)
    .map((side) => (NOT_FOLDED.test(side) ? foldTypography(foldWhiteSpace(side)) : side))
    .map((side) => side.replace(LAST_STOP, ""))
    .join(ARROW);
}

/** How many words of a passage say something: figures, names and other long words. */
export function weightOf(text: string): number {
  const weighed = text.slice(0, MAX_WEIGHED_CHARACTERS);
  const words = tokenise(weighed).filter(
    ({ type, text: word }) =>
      type === "number" || (type === "word" && (hasCapital(word) || word.length >= MIN_CONTENT_WORD)),
  );
  return words.length + Math.floor(countUnspaced(weighed) / CHARACTERS_PER_WORD);
}

function factPassage({ context = "", before, after }: FactRecord): string {
  return `${context}: ${passage([before ?? "", after ?? ""])}`;
}

function passage([removed, added]: Place): string {
  return `${removed}${ARROW}${added}`;
}

/** Two texts without the words that they begin and end with alike. */
function exchanged(before: string, after: string): Place {
  const [was, now] = [before.split(/\s+/), after.split(/\s+/)];
  const { start, end } = sameEnds(was, now);
  return [was.slice(start, was.length - end).join(" "), now.slice(start, now.length - end).join(" ")];
}

function placesOf(words: NonNullable<Extract<EditionEdit, { edit: "edited" }>["words"]>): readonly Place[] {
  const places: [string, string][] = [];
  let isOpen = false;
  for (const { type, text } of words) {
    if (type === "kept") {
      isOpen = false;
      continue;
    }
    const place = (isOpen ? places.pop() : undefined) ?? ["", ""];
    places.push(type === "removed" ? [place[0] + text, place[1]] : [place[0], place[1] + text]);
    isOpen = true;
  }
  return places;
}
