import { haveSameFigures } from "../facts/facts.ts";
import type { Story } from "../story/types.ts";
import type { CosmeticReason } from "../text/fold.ts";
import { cosmeticReasons, fold, foldWhiteSpace } from "../text/fold.ts";
import { mayHaveSameLetters } from "./same-letters.ts";
import type { Edit } from "./types.ts";

const ORDER: readonly CosmeticReason[] = ["encoding", "typography", "white space", "case", "boilerplate"];

/** A folded quotation mark, apostrophe or dash, with the spaces that it may stand between. */
const MARK = / ?["'-]+ ?/g;

/**
 * Whether the whole texts are one but for white space, typography and case, with the same figures. White space alone
 * can make a first line a headline or cut a sentence in two; then the edits say more than has happened. Where one of
 * them had to be repaired more than the other, a mark may also have become another one at the same place: bytes that
 * were lost leave quotation marks and dashes that nobody can tell apart.
 */
export function isSameText(before: Story, after: Story): boolean {
  if (!mayHaveSameLetters(before.text, after.text)) return false;
  const form = before.repairs === after.repairs ? fold : foldMarks;
  const text = form(before.text);
  if (text !== form(after.text) || !haveSameFigures(before.text, after.text)) return false;
  return [before, after].every(
    (story) =>
      frameOf(story).every((part) => text.includes(form(part))) && holds(text, story.paragraphs, form),
  );
}

function foldMarks(text: string): string {
  return fold(text).replace(MARK, "-");
}

function frameOf({
  headline,
  headlineSource,
  dateline = "",
  byline = "",
  deck = "",
}: Story): readonly string[] {
  return [headlineSource === "given" ? headline : "", dateline, byline, deck];
}

/** Whether the paragraphs are in the text, in order. */
function holds(text: string, paragraphs: readonly string[], form: (text: string) => string): boolean {
  let from = 0;
  return paragraphs.every((paragraph) => {
    const folded = form(paragraph);
    const at = text.indexOf(folded, from);
    from = at + folded.length;
    return at >= 0;
  });
}

/** The parts of a story around its body. */
const FRAME = ["headline", "dateline", "byline", "deck"] as const;

/**
 * What a cosmetic revision consists of, in a fixed order; empty only where both stories are the same text.
 * Edits that are not kept mean that the same text was cut another way.
 */
export function reasonsOf(before: Story, after: Story, edits: readonly Edit[]): CosmeticReason[] {
  const reasons = new Set<CosmeticReason>([
    ...edits.flatMap((edit) => (edit.edit === "kept" ? cosmeticReasons(edit.before, edit.after) : [])),
    ...FRAME.flatMap((part) => reasonsIn(before[part] ?? "", after[part] ?? "", [])),
    ...reasonsIn(before.boilerplate.join("\n"), after.boilerplate.join("\n"), ["boilerplate"]),
  ]);
  if (before.repairs !== after.repairs || before.encoding !== after.encoding) reasons.add("encoding");
  if (before.paragraphs.length !== after.paragraphs.length || edits.some(({ edit }) => edit !== "kept")) {
    reasons.add("white space");
  }
  if (reasons.size === 0 && before.hash !== after.hash) reasons.add(unseenReason(before.text, after.text));
  return ORDER.filter((reason) => reasons.has(reason));
}

/** Why two texts differ; `otherwise` where they differ in more than white space, typography and case. */
function reasonsIn(
  before: string,
  after: string,
  otherwise: readonly CosmeticReason[],
): readonly CosmeticReason[] {
  return fold(before) === fold(after) ? cosmeticReasons(before, after) : otherwise;
}

/** A difference that is in no part of the story: between the parts, in repeats of the headline, or only in the bytes. */
function unseenReason(before: string, after: string): CosmeticReason {
  if (before === after) return "encoding";
  if (foldWhiteSpace(before) === foldWhiteSpace(after)) return "white space";
  return cosmeticReasons(before, after)[0] ?? "boilerplate";
}
