import { foldInvisible } from "./invisible.ts";
import { normalForm } from "./normal-form.ts";
import { once } from "./once.ts";
import { isPlainWord } from "./tokens.ts";

/** How texts that say the same can differ; the reasons for a cosmetic revision. */
export type CosmeticReason =
  | "encoding"
  | "typography"
  | "white space"
  | "case"
  | "punctuation"
  | "list marks"
  | "addresses"
  | "front matter"
  | "links"
  | "images"
  | "markup"
  | "boilerplate";

/** Glyphs that typesetters, and letters that Romanian keyboards, use interchangeably, and the form they are compared in. */
const GLYPHS: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "′": "'",
  "`": "'",
  "´": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "″": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "…": "...",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬀ: "ff",
  ț: "ţ",
  ș: "ş",
  Ț: "Ţ",
  Ș: "Ş",
};

const GLYPH = /[‘’‚‛′`´ʼ“”„‟″«»‐‑‒–—―−…ﬁﬂﬀțșȚȘ]/g;
/** `--` and `---`: typewritten dashes. */
const DASHES = /-{2,3}/g;
/** A dash between words, spaced or not; a short one next to a digit may be a sign or a range, and stays. */
const DASH_BETWEEN_WORDS = /(?<=[^\s\d])(?: ?– ?)(?=[^\s\d])|(?<=\S)(?: ?(?:[—―]|-{2,3}) ?)(?=\S)/g;
/** A single quotation mark: not an apostrophe inside a word, nor a foot or minute mark after a digit. */
const SINGLE_QUOTE = /(?<![\p{L}\p{N}])'|(?<!\p{N})'(?!\p{L})/gu;
/** Any run of it but a single space, which stays. */
const WHITE_SPACE = /[^\S ]\s*| \s+/g;
/**
 * Letters beyond ASCII, with digits and punctuation of their scripts, that stay as they are but for their case: one glyph
 * each, composed already, and nothing here composes with what stands before it.
 */
const PLAIN_LETTERS =
  "\\u00c0-\\u017f\\u0391-\\u03a1\\u03a3-\\u03ce\\u0400-\\u0481\\u048a-\\u052f\\u05d0-\\u05ea\\u060c\\u061b\\u061f\\u0621-\\u064a" +
  "\\u0660-\\u0669\\u0671-\\u06d3\\u06f0-\\u06f9\\u0e01-\\u0e37\\u0e3f-\\u0e47\\u0e4f-\\u0e5b\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa" +
  "\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60";
const NOT_PLAIN = new RegExp(`[^ -_a-~${PLAIN_LETTERS}]| {2}|--|^ | $|(?<![A-Za-z])'|'(?![A-Za-z])`);

/** What has a small letter, or may: to change the case of text without any is slow beyond Latin-1. */
const MAYBE_CAPITAL = /[A-Z\u00c0-\u00de\u0100-\u017f\u0391-\u03ab\u0400-\u042f\u0460-\u052f\uff21-\uff3a]/;

/** The text with each run of white space folded to one space, trimmed, and without invisible marks. */
export function foldWhiteSpace(text: string): string {
  return foldInvisible(text).replace(WHITE_SPACE, " ").trim();
}

/**
 * The text with one glyph per kind of quote, dash, ellipsis and ligature, composed accents (NFC), and single
 * quotes made double.
 */
export function foldTypography(text: string): string {
  return normalForm(text, "NFC")
    .replace(DASH_BETWEEN_WORDS, " - ")
    .replace(GLYPH, (glyph) => GLYPHS[glyph] ?? glyph)
    .replace(DASHES, "-")
    .replace(SINGLE_QUOTE, '"');
}

/** In the order in which `fold` applies them. */
const LAYERS: readonly (readonly [CosmeticReason, (text: string) => string])[] = [
  ["white space", foldWhiteSpace],
  ["typography", foldTypography],
  ["case", (text) => text.toLowerCase()],
];

/**
 * A form that is equal for texts that differ only in white space, typography and case. Keeps every digit,
 * sign and quotation mark, but no capital: compare facts first ("US" and "us" fold to the same).
 */
export function fold(text: string): string {
  if (isPlainWord(text)) {
    return text;
  }
  if (!NOT_PLAIN.test(text)) {
    return MAYBE_CAPITAL.test(text) ? text.toLowerCase() : text;
  }
  return foldedGlyphs().get(text) ?? foldLayers(text);
}

/** Marks alone, as they stand between words. */
const foldedGlyphs = once(
  () => new Map(["'", ...Object.keys(GLYPHS)].map((glyph) => [glyph, foldLayers(glyph)])),
);

function foldLayers(text: string): string {
  return LAYERS.reduce((form, [, apply]) => apply(form), text);
}

/** Which of white space, typography and case must be ignored to make two texts with equal `fold` equal. */
export function cosmeticReasons(before: string, after: string): CosmeticReason[] {
  if (before === after) {
    return [];
  }
  const formWithout = (text: string, skipped: CosmeticReason) =>
    LAYERS.reduce((form, [reason, apply]) => (reason === skipped ? form : apply(form)), text);
  return LAYERS.map(([reason]) => reason).filter(
    (reason) => formWithout(before, reason) !== formWithout(after, reason),
  );
}
