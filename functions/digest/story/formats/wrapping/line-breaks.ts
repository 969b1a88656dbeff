import { columnsOf } from "../../../text/columns.ts";

/** A line of a text, trimmed; never empty. */
export interface Line {
  readonly text: string;
  /** Whether the next line of the text is blank, or there is none. */
  readonly blankAfter: boolean;
}

/** A line end between two lines that no blank line separates. */
export interface LineBreak {
  /** Columns of the line before it. */
  readonly columns: number;
  /** Columns that the first word of the next line would have taken in addition. */
  readonly wanted: number;
  /** Whether the line ends like a sentence or an introduction. */
  readonly isStopped: boolean;
  /**
   * How the sentence goes on in the next line: `small`: in a small letter; `caseless`: in a script that has none; `hanging`: after
   * a word that ends no sentence.
   */
  readonly goesOn?: "small" | "caseless" | "hanging";
}

/** Scripts that set no space between words, and break lines anywhere. */
const UNSPACED_END = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]$/;
const UNSPACED_START = /^[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]/;
/** Marks that may hang over the end of a line rather than begin the next. */
const HANGING_MARKS = /[、。，．！？」』）”]{1,3}$/u;
/** Columns that a sign of these scripts takes, with a comma or bracket that must not begin a line. */
const UNSPACED_WANTED = 4;

const STOPPED = /[.!?…:。！？：।॥؟۔]["”’'»›“)\]」』）]{0,4}$/u;
/** In a small letter, but of no brand as "iPhone", and of no item after a dash. */
const GOES_ON = /^(?:["“„«‘'(]|[–—] ?)?\p{Ll}(?!\p{Lu})|^[,;)]/u;
/** Words that end no line but a wrapped one. */
const UNENDING_WORD =
  /(?:^|\s)(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|but|that|which|than|is|was|were|has|had|der|die|das|den|dem|des|ein|eine|einem|einen|einer|und|oder|im|am|zum|zur|vom|von|mit|für|auf|wie|dass|sich|le|la|les|un|une|du|de|et|ou|que|qui|dans|pour|sur|au|aux|el|los|las|del|al|una|con|por|para|il|lo|gli|di|da|che|per|nel|della|os?|as?|um|uma|do|dos|em|no|na|het|een|van|en|op|te)$/iu;
const CASELESS = /^["“„«‘'(「『（]?\p{Lo}/u;
const HYPHENATED = /\p{L}-$/u;
const CONJUNCTION = /^(?:and|or|und|oder|et|ou|y|o|e|och|og|en|of)\s/;

/** Whether a line ends with a sentence, or introduces what follows. */
export function isStopped(line: string): boolean {
  return STOPPED.test(line.slice(-6));
}

/** What the end of one line and the beginning of the next show. */
export function lineBreak(line: string, next: string): LineBreak {
  const isUnspaced = UNSPACED_START.test(next);
  const hanging = isUnspaced ? columnsOf(HANGING_MARKS.exec(line.slice(-3))?.[0] ?? "") : 0;
  const goesOn = goingOn(line, next);
  return {
    columns: columnsOf(line) - hanging,
    wanted: isUnspaced
      ? UNSPACED_WANTED + hanging
      : wordColumns(next) + (HYPHENATED.test(line.slice(-3)) ? 0 : 1),
    isStopped: isStopped(line),
    ...(goesOn !== undefined && { goesOn }),
  };
}

function wordColumns(line: string): number {
  return columnsOf(/^\S{1,60}/.exec(line)?.[0] ?? "");
}

function goingOn(line: string, next: string): LineBreak["goesOn"] {
  if (isStopped(line)) {
    return undefined;
  }
  if (GOES_ON.test(next)) {
    return "small";
  }
  if (CASELESS.test(next)) {
    return "caseless";
  }
  return UNENDING_WORD.test(line.slice(-12)) ? "hanging" : undefined;
}

/** Lines as one: without a space after a hyphen, and in scripts that have none. */
export function joinLines(lines: readonly string[]): string {
  return lines.flatMap((line, index) => [gapBetween(lines[index - 1], line), line]).join("");
}

function gapBetween(line: string | undefined, next: string): string {
  if (line === undefined) {
    return "";
  }
  const isHyphenated = HYPHENATED.test(line.slice(-3)) && /^\p{Ll}/u.test(next) && !CONJUNCTION.test(next);
  return isHyphenated || UNSPACED_END.test(line.slice(-1)) || UNSPACED_START.test(next) ? "" : " ";
}
