import type { RevisionKind } from "../../revision/types.ts";
import { listed } from "./words.ts";

/** What readers are told for each kind of revision. */
export const KIND_WORDS = {
  cosmetic: "Formatting changed",
  minor: "Wording changed",
  substantive: "Content changed",
  rewritten: "Rewritten",
} as const satisfies Record<RevisionKind, string>;

/** What readers are told for the reasons of held-back stories; any other reason is printed as it is. */
const HELD_BACK_WORDS = new Map([
  ["not text", "not a text file"],
  ["unknown encoding", "text in an unknown character encoding"],
  ["too large", "file too large"],
  ["too many paragraphs", "file with too many paragraphs"],
  ["broken gzip", "damaged gzip file"],
  ["merge conflict", "file with an unresolved merge conflict"],
  ["stopped the run", "the last run broke off while reading it"],
  ["stopped the run again", "two runs broke off at it"],
  ["PDF, not read", "PDF file (not supported)"],
  ["image", "image file, not a story"],
  ["audio or video", "audio or video file, not a story"],
  ["archive", "archive file, not a story"],
  ["office file", "Office file (not supported)"],
  ["script or style sheet", "script or style sheet, not a story"],
  ["editor backup", "backup copy made by an editor"],
  ["system file", "system file, not a story"],
  ["folder marker", "folder, not a story"],
  ["binary", "not a text file"],
  ["DOCX, broken or encrypted", "damaged or password-protected Word file"],
  ["JSON, broken", "damaged or incomplete JSON file"],
  ["DOCX without a story", "no story found in this Word file"],
  ["plain text without a story", "no story found in this text file"],
]);

/** What readers are told for the reasons of cosmetic changes; a list with any other reason is printed as it is. */
const COSMETIC_WORDS = new Map([
  ["encoding", "character encoding"],
  ["typography", "typography"],
  ["white space", "spacing"],
  ["case", "capital letters"],
  ["punctuation", "punctuation"],
  ["list marks", "list numbering"],
  ["addresses", "addresses"],
  ["front matter", "front matter"],
  ["links", "link targets"],
  ["images", "image sources"],
  ["markup", "markup"],
  ["boilerplate", "page clutter"],
]);

/** `not a text file`, `no story found in this HTML file`, `shortened by 83%` */
export function heldBackWords(reason: string): string {
  const known = HELD_BACK_WORDS.get(reason);
  return (
    known ??
    reason
      .replace(/^(HTML|Markdown|JSON|XML) without a story$/, "no story found in this $1 file")
      .replace(/^cut by (\d{1,3}) %$/, "shortened by $1%")
  );
}

/** `spacing and page clutter` for `white space, boilerplate` */
export function cosmeticWords(reason: string): string {
  const words = reason.split(", ").flatMap((one) => COSMETIC_WORDS.get(one) ?? []);
  return words.length < reason.split(", ").length ? reason : listed(words);
}
