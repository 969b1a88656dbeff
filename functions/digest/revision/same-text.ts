import { haveSameFigures } from "../facts/facts.ts";
import type { Story } from "../story/types.ts";
import { fold } from "../text/fold.ts";
import { sameBeginning, sameEnding } from "./inline/same-ends.ts";
import { mayHaveSameLetters } from "./same-letters.ts";

/** A folded quotation mark, apostrophe or dash, with any spaces around it. */
const MARK = / ?["'-]+ ?/g;

/** From the end of a line to the end of the next that has a word. */
const NEXT_LINE = /^[^\n]*\n[^\p{L}\p{N}]*[\p{L}\p{N}][^\n]*/u;

/** A form in which two texts are compared. */
type Form = (text: string) => string;

/**
 * Whether two whole texts are equal, figures included, ignoring white space, typography and case. White space alone can
 * turn a first line into a headline or cut a sentence in two, and the edits would then overstate the change. If one
 * text needed more repairs than the other, a mark may also differ from the mark in the same place: lost bytes leave
 * quotation marks and dashes indistinguishable. In Markdown, marks of it that were left in one text may be gone in the other.
 */
export function isSameText(before: Story, after: Story): boolean {
  const lines = differingLines(before.text, after.text);
  if (!mayHaveSameLetters(...lines)) {
    return false;
  }
  const arePartsSame = havePartsInCommon(before, after);
  const fitting = before.repairs === after.repairs ? fold : foldMarks;
  return readingsOf(before, after).some((read) => {
    const form: Form = (text) => fitting(read(text));
    const [a, b] = lines;
    const isEqual = form(a) === form(b) && haveSameFigures(read(a), read(b));
    return isEqual && (arePartsSame || arePartsIn(form(before.text), [before, after], form));
  });
}

/** The lines from the first to the last that differ, with a line of text before and after them. Linear. */
function differingLines(before: string, after: string): readonly [before: string, after: string] {
  const start = sameBeginning(before, after);
  const end = sameEnding(before, after, Math.min(before.length, after.length) - start);
  const [from, left] = [lineBefore(before, start), lineAfter(before, before.length - end)];
  return [before.slice(from, left), after.slice(from, after.length - (before.length - left))];
}

/** Where the last line with a word before the line at a place begins: a dash beside it may stand between two words. */
function lineBefore(text: string, at: number): number {
  let end = text.slice(0, at).lastIndexOf("\n");
  while (end > 0 && !IN_WORD.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, Math.max(0, end)).lastIndexOf("\n") + 1;
}

/** Where the first line with a word after the line at a place ends. */
function lineAfter(text: string, at: number): number {
  const next = NEXT_LINE.exec(text.slice(at));
  return next === null ? text.length : at + next[0].length;
}

/** The ways to read two texts in which they may be equal. */
function readingsOf(before: Story, after: Story): readonly Form[] {
  const asWritten: Form = (text) => text;
  return areMarkdown(before, after) && !isCodeChanged(before, after)
    ? [asWritten, withoutLeftMarks]
    : [asWritten];
}

/** Whether both versions were read as Markdown. */
export function areMarkdown(before: Story, after: Story): boolean {
  return before.format === "markdown" && after.format === "markdown";
}

/** Whether either version has code that the other has not; what turned from prose into code did not change. */
function isCodeChanged(before: Story, after: Story): boolean {
  const [a, b] = [before, after].map(
    ({ paragraphs, kinds }) => new Set(paragraphs.filter((_, index) => kinds?.[index] === "code").map(fold)),
  );
  return a !== undefined && b !== undefined && !a.isSubsetOf(b) && !b.isSubsetOf(a);
}

const LEFT_MARKS =
  /["“”\n]|(?<=(?:^|\n)[ \t]{0,20})[-+](?=[ \t])|<(?=[^\s<>]{1,300}>)|(?<=<[^\s<>]{1,300})>|[*_`[\]|\\~]+/g;
const IN_WORD = /[\p{L}\p{N}]/u;

/**
 * A text without what Markdown leaves in it where a mark lacks its other half, a reference its address or a table its
 * head. Within words, marks belong to names; in a quotation, brackets say what is not quoted.
 */
export function withoutLeftMarks(text: string): string {
  let isQuoted = false;
  return text.replaceAll(LEFT_MARKS, (marks: string, at: number) => {
    if (/["“”\n]/.test(marks)) {
      isQuoted = marks === "“" || (marks === '"' && !isQuoted);
      return marks;
    }
    const isInWord = IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at + marks.length));
    return (isInWord && !marks.includes("\\")) || (isQuoted && /[[\]]/.test(marks)) ? marks : "";
  });
}

function havePartsInCommon(before: Story, after: Story): boolean {
  const [a, b] = [before, after].map((story) => [...metadataOf(story), ...story.paragraphs]);
  return a?.length === b?.length && a?.every((part, n) => part === b?.[n]) === true;
}

/** Whether a text contains all that was read from it. */
function arePartsIn(text: string, stories: readonly Story[], form: Form): boolean {
  return stories.every(
    (story) =>
      metadataOf(story).every((part) => text.includes(form(part))) && holds(text, story.paragraphs, form),
  );
}

function metadataOf({
  headline,
  headlineSource,
  dateline = "",
  byline = "",
  deck = "",
}: Story): readonly string[] {
  return [headlineSource === "given" ? headline : "", dateline, byline, deck];
}

/** Whether the text contains the paragraphs, in order. */
function holds(text: string, paragraphs: readonly string[], form: Form): boolean {
  let from = 0;
  return paragraphs.every((paragraph) => {
    const found = [form(paragraph), formWithin(paragraph, form)]
      .map((folded) => ({ folded, at: text.indexOf(folded, from) }))
      .find(({ at }) => at >= 0);
    from = found === undefined ? from : found.at + found.folded.length;
    return found !== undefined;
  });
}

/** The form of a paragraph between others: a dash that opens or ends it then stands between words. */
function formWithin(paragraph: string, form: Form): string {
  return form(`x\n${paragraph}\nx`).slice(1, -1).trim();
}

function foldMarks(text: string): string {
  return fold(text).replace(MARK, "-");
}
