import { withoutListMark } from "../facts/reading/marks.ts";
import type { Story } from "../story/types.ts";
import type { CosmeticReason } from "../text/fold.ts";
import { cosmeticReasons, fold, foldWhiteSpace } from "../text/fold.ts";
import { areMarkdown, withoutLeftMarks } from "./same-text.ts";
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
    reasons.add(isByMarkup(before, after) ? "markup" : "white space");
  }
  if (reasons.size === 0 && before.hash !== after.hash) {
    return ORDER.filter((reason) => unseenReasons(before, after).includes(reason));
  }
  return ORDER.filter((reason) => reasons.has(reason));
}

/** Whether markup, rather than white space, cuts a text into paragraphs: always that of a page. */
function isByMarkup(before: Story, after: Story): boolean {
  const arePages = before.format === "html" && after.format === "html";
  return arePages || (areMarkdown(before, after) && fold(before.text) !== fold(after.text));
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
  if (before.text === after.text || isFrontMatterChanged(before, after)) {
    return after.format === "text" ? ["encoding"] : markupReasons(before.markup, after.markup);
  }
  if (foldWhiteSpace(before.text) === foldWhiteSpace(after.text)) {
    return ["white space"];
  }
  return [reasonsIn(before.text, after.text)[0] ?? "boilerplate"];
}

function isFrontMatterChanged({ markup: before }: Story, { markup: after }: Story): boolean {
  return before !== undefined && after !== undefined && before["front matter"] !== after["front matter"];
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
