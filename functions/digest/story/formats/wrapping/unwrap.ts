import { columnsOf } from "../../../text/columns.ts";
import { isStopped, joinLines, type Line, type LineBreak, lineBreak } from "./line-breaks.ts";
import { explains, isFull, loneWidth, wrapWidth } from "./wrap-width.ts";

/** Lines that no blank line separates, and the line ends between them. */
interface Run {
  readonly lines: readonly Line[];
  readonly breaks: readonly LineBreak[];
}

/** Columns by which an edited line may be longer than the width, without the paragraph being wrapped anew. */
const SLACK = 12;
/** Least share of line ends inside the sentences of a paragraph that agree with a width. */
const MIN_AGREEING = 0.6;

/** Verse has no longer lines, in columns. */
const LONGEST_VERSE = 55;

const BULLET = /^(?:[•‣⁃◦▪▫●○■□◆◇❖➢➤▶►∙·>]|[*+]\s)/u;
const MARK = /^(?:[–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)/u;
const ROW = / \| /;

/**
 * The paragraphs of a text whose lines may be wrapped: paragraph by paragraph, the lines that go on are joined. What was
 * wrapped shows in its lines, which are as long as their width allows; a line with room for the next word ended on purpose,
 * as those of verse, lists, tables and addresses do. Linear.
 */
export function unwrapLines(lines: readonly Line[]): readonly Line[] {
  const runs = runsOf(lines);
  const width = wrapWidth(runs.flatMap(({ breaks }) => breaks));
  return runs.flatMap((run) => unwrapRun(run, width));
}

function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen) {
      runs.at(-1)?.push(line);
    } else {
      runs.push([line]);
    }
    isOpen = !line.blankAfter;
  }
  return runs.map((run) => ({
    lines: run,
    breaks: run.slice(1).map((next, index) => lineBreak(run[index]?.text ?? "", next.text)),
  }));
}

function unwrapRun(run: Run, ofText: number | undefined): readonly Line[] {
  const width = run.breaks.length === 0 ? undefined : widthOfRun(run, ofText);
  if (width === undefined) {
    return run.lines;
  }
  const paragraphs: Line[][] = [];
  for (const [index, line] of run.lines.entries()) {
    const last = paragraphs.at(-1);
    if (last !== undefined && isWrap(run, index - 1, width)) {
      last.push(line);
    } else {
      paragraphs.push([line]);
    }
  }
  return paragraphs.map((lines) => ({
    text: joinLines(lines.map(({ text }) => text)),
    blankAfter: lines.at(-1)?.blankAfter ?? true,
  }));
}

/** The width of the text, unless the lines of this paragraph show another. */
function widthOfRun(run: Run, ofText: number | undefined): number | undefined {
  if (ofText !== undefined && agree(run.breaks, ofText)) {
    return isParagraph(run.breaks, ofText, isEnded(run, ofText)) ? ofText : undefined;
  }
  const own = wrapWidth(run.breaks) ?? loneWidth(run.breaks);
  const isWide = own === undefined || columnsOf(run.lines.at(-1)?.text ?? "") > own + SLACK;
  return isWide || !isEnded(run, own) ? undefined : own;
}

/** Whether the last line ends with a stop, or one that is not full, with a heading or share line under it. */
function isEnded({ lines, breaks }: Run, width: number): boolean {
  const last = lines.findLastIndex(({ text }) => isStopped(text));
  const end = breaks[last];
  return last === lines.length - 1 || (end !== undefined && !isFull(end, width));
}

/** Lines that go on in small letters, or end with a stop though each begins with a capital; without either, they are a list. */
function isParagraph(breaks: readonly LineBreak[], width: number, isComplete: boolean): boolean {
  const isPlain = breaks.some(({ goesOn }) => goesOn === "small" || goesOn === "caseless");
  if (isPlain && isComplete) {
    return true;
  }
  const areFilled = breaks.every((line) => explains(width, line));
  return areFilled && (isPlain || (isComplete && !mayBeVerse(breaks, width)));
}

/** Lines that all begin with a capital: two of them are a sentence, more may be verse, unless they are too long for it. */
function mayBeVerse(breaks: readonly LineBreak[], width: number): boolean {
  return breaks.length > 1 && width <= LONGEST_VERSE;
}

function agree(breaks: readonly LineBreak[], width: number): boolean {
  const inside = breaks.filter(({ goesOn }) => goesOn !== undefined);
  return inside.filter((line) => explains(width, line)).length >= MIN_AGREEING * inside.length;
}

function isWrap({ lines, breaks }: Run, index: number, width: number): boolean {
  const [line, next, end] = [lines[index]?.text ?? "", lines[index + 1]?.text ?? "", breaks[index]];
  if (end === undefined || startsAnew(line, next, end)) {
    return false;
  }
  const isWithin = end.goesOn === "small";
  if (!isFull(end, width)) {
    return isWithin && !MARK.test(next) && !MARK.test(line) && end.columns * 2 > width;
  }
  return isWithin || (columnsOf(next) <= width + SLACK && !isLoneLine(next, end, breaks[index + 1], width));
}

/** An item of a list, or a row of a table. */
function startsAnew(line: string, next: string, { isStopped }: LineBreak): boolean {
  const isItem = BULLET.test(next) || (MARK.test(next) && (isStopped || MARK.test(line)));
  return isItem || ROW.test(line) || ROW.test(next);
}

/** A heading or share line right under a paragraph: no sentence, and not filled up to the width. */
function isLoneLine(line: string, before: LineBreak, after: LineBreak | undefined, width: number): boolean {
  return before.isStopped && !isStopped(line) && (after === undefined || !isFull(after, width));
}
