import { haveSameFigures } from "../facts/facts.ts";
import { withoutListMark } from "../facts/reading/marks.ts";
import type { Story } from "../story/types.ts";
import type { CosmeticReason } from "../text/fold.ts";
import { cosmeticReasons, fold, foldWhiteSpace } from "../text/fold.ts";
import { mayHaveSameLetters } from "./same-letters.ts";
import type { Edit } from "./types.ts";

const ORDER: readonly CosmeticReason[] = [
  "encoding",
  "typography",
  "white space",
  "case",
  "punctuation",
  "list marks",
  "addresses",
  "front matter",
  "links",
  "images",
  "markup",
  "boilerplate",
];

/** A folded quotation mark, apostrophe or dash, with any spaces around it. */
const MARK = / ?["'-]+ ?/g;

/**
 * Whether two whole texts are equal, figures included, ignoring white space, typography and case. White space alone can
 * turn a first line into a headline or cut a sentence in two, and the edits would then overstate the change. If one
 * text needed more repairs than the other, a mark may also differ from the mark in the same place: lost bytes leave
 * quotation marks and dashes indistinguishable. In Markdown, marks of it that were left in one text may be gone in the other.
 */
export function isSameText(before: Story, after: Story): boolean {
  if (!mayHaveSameLetters(before.text, after.text)) {
    return false;
  }
  return readingsOf(before, after).some((read) => isSameAs(before, after, read));
}

type Form = (text: string) => string;

/** The ways to read two texts in which they may be equal. */
function readingsOf(before: Story, after: Story): readonly Form[] {
  const asWritten: Form = (text) => text;
  return areMarkdown(before, after) && !isCodeChanged(before, after)
    ? [asWritten, withoutLeftMarks]
    : [asWritten];
}

function isSameAs(before: Story, after: Story, read: Form): boolean {
  const fitting = before.repairs === after.repairs ? fold : foldMarks;
  const form: Form = (text) => fitting(read(text));
  const text = form(before.text);
  if (text !== form(after.text) || !haveSameFigures(read(before.text), read(after.text))) {
    return false;
  }
  return [before, after].every(
    (story) =>
      metadataOf(story).every((part) => text.includes(form(part))) && holds(text, story.paragraphs, form),
  );
}

function areMarkdown(before: Story, after: Story): boolean {
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
function withoutLeftMarks(text: string): string {
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

function foldMarks(text: string): string {
  return fold(text).replace(MARK, "-");
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

/** The fields of a story around its body. */
const METADATA = ["headline", "dateline", "byline", "deck"] as const;

/**
 * The reasons for a cosmetic revision, in a fixed order; empty only if both stories are the same text. An edit other than
 * "kept" means that the same text was segmented differently.
 */
export function reasonsOf(before: Story, after: Story, edits: readonly Edit[]): CosmeticReason[] {
  const reasons = new Set<CosmeticReason>([
    ...edits.flatMap((edit) =>
      "before" in edit && "after" in edit ? reasonsOfEdit(edit, before, after) : [],
    ),
    ...METADATA.flatMap((part) => {
      const line = { before: before[part] ?? "", after: after[part] ?? "" };
      return line.before === "" || line.after === "" ? [] : reasonsOfEdit(line, before, after);
    }),
    ...reasonsIn(before.boilerplate.join("\n"), after.boilerplate.join("\n")),
  ]);
  if (before.repairs !== after.repairs || before.encoding !== after.encoding) {
    reasons.add("encoding");
  }
  if (before.format !== after.format) {
    reasons.add("markup");
  }
  if (before.paragraphs.length !== after.paragraphs.length || edits.some(isSegmentedAnew)) {
    const isMarkup = areMarkdown(before, after) && fold(before.text) !== fold(after.text);
    reasons.add(isMarkup ? "markup" : "white space");
  }
  if (reasons.size === 0 && before.hash !== after.hash) {
    return ORDER.filter((reason) => unseenReasons(before, after).includes(reason));
  }
  return ORDER.filter((reason) => reasons.has(reason));
}

/** Whether an edit says that the same text was cut into other sentences. */
function isSegmentedAnew(edit: Edit): boolean {
  return edit.edit === "added" || edit.edit === "removed" || "parts" in edit;
}

const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** An address that readers see; it goes on to the next space. */
const ADDRESS = /(?:[a-z][a-z+.-]{1,20}:\/\/|www\.)[^\s<>"“”]+/gi;

/** Why a sentence is written otherwise: by the list mark before it, by what {@link fold} ignores, or by what is no word in it. */
function reasonsOfEdit(
  edit: { readonly before: string; readonly after: string },
  before: Story,
  after: Story,
): readonly CosmeticReason[] {
  const [a, b] = [withoutListMark(edit.before), withoutListMark(edit.after)];
  if (a === b) {
    return edit.before === edit.after ? [] : ["list marks"];
  }
  if (fold(a) === fold(b)) {
    return cosmeticReasons(a, b);
  }
  if (areMarkdown(before, after) && fold(withoutLeftMarks(a)) === fold(withoutLeftMarks(b))) {
    return ["markup"];
  }
  if (before.repairs !== after.repairs) {
    return [];
  }
  const isSameBut = (pattern: RegExp) => fold(a.replaceAll(pattern, "")) === fold(b.replaceAll(pattern, ""));
  return [
    ...(isSameBut(ADDRESS) ? (["addresses"] as const) : []),
    ...(isSameBut(NO_WORD) ? (["punctuation"] as const) : []),
  ].slice(0, 1);
}

/** Why two texts differ that are no sentences of the story. */
function reasonsIn(before: string, after: string): readonly CosmeticReason[] {
  return fold(before) === fold(after) ? cosmeticReasons(before, after) : ["boilerplate"];
}

/**
 * A difference outside all parts of the story: between the parts, in repeats of the headline, in the markup around the
 * text, or only in the bytes.
 */
function unseenReasons(before: Story, after: Story): readonly CosmeticReason[] {
  if (before.text === after.text) {
    return after.format === "text" ? ["encoding"] : markupReasons(before.markup, after.markup);
  }
  if (foldWhiteSpace(before.text) === foldWhiteSpace(after.text)) {
    return ["white space"];
  }
  return [reasonsIn(before.text, after.text)[0] ?? "boilerplate"];
}

const MARKUP_PARTS = ["front matter", "links", "images", "markup"] as const;

/** Which parts of the markup changed; where all are the same, lines were wrapped elsewhere. */
function markupReasons(before: Story["markup"], after: Story["markup"]): readonly CosmeticReason[] {
  if (before === undefined || after === undefined) {
    return ["markup"];
  }
  const changed = MARKUP_PARTS.filter((part) => before[part] !== after[part]);
  return changed.length === 0 ? ["white space"] : changed;
}
