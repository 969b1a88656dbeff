import { boundMarks } from "./normal-form.ts";

/** Fillers that show as a blank: of Hangul, and the empty cell of Braille. */
const BLANK_FILLER = /[\u2800\u3164\uffa0]/g;

/** Where invisible marks are among others, in a wider range that is faster to test. */
const AMONG_INVISIBLE =
  /[\u0300-\u036f\u20d0-\u20ff\ufe00-\uffff\u0483-\u0487\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ufb1e\u0591-\u200f\u2028-\u206f\u2800\u3164\ua66f-\uabff\ud7b0-\udfff\u00ad]/;

/** What may be invisible: to look for it is cheaper than to replace it, and most texts have none. */
const MAYBE_INVISIBLE =
  /\p{Mn}|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;

/** Marks without a glyph, and those that steer the direction of text or set annotations apart. */
const IGNORABLE = /[[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u200c\u200d\ufe0f]]/gv;

/** Controls and marks of the direction of text (Unicode Bidi_Control). */
const DIRECTION = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
const ANY_DIRECTION = new RegExp(`[${DIRECTION}]`, "g");
/** A figure between controls that embed, override or isolate it: they may turn 21 into 12 on the screen. */
const STEERED =
  "[\\u202a-\\u202e\\u2066-\\u2068][\\p{Sc}+\\-−–]?\\p{Nd}[\\p{Nd}\\p{Sc}.,:\\/%‰ \\-−–]{0,40}[\\u202c\\u2069]";
const STEERED_FIGURES = new RegExp(STEERED, "gv");
const IGNORABLE_BUT_STEERING = new RegExp(`(${STEERED})|${IGNORABLE.source}`, "gv");

/** A joiner, or the sign for a coloured emoji, without effect: Persian, Indic scripts and emoji need theirs, Latin words do not. */
const IDLE_JOINER =
  /(?<![[\p{L}\p{M}\p{Emoji}]--[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200c\u200d]|(?<![\p{Emoji}--\p{ASCII}])\ufe0f(?!\u20e3)/gv;

/** The region of a flag such as that of Wales, spelt in invisible letters after a black flag. */
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f}/gu;

/** Joiners everywhere but between the emoji that one joins to another. */
const COMPARED_JOINER =
  /\u200c|\ufe0f|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/**
 * A text without invisible marks, as it is read; a filler becomes a space. Joiners that shape letters of their script or
 * bind emoji are kept, and so are the flags of regions and the direction controls around a figure.
 */
export function withoutInvisible(text: string): string {
  return mayHaveInvisible(text)
    ? boundMarks(withoutIgnorable(text, IGNORABLE_BUT_STEERING).replace(IDLE_JOINER, ""))
    : text;
}

/** A text without any direction controls: as figures are read, and titles shown. */
export function withoutDirection(text: string): string {
  return text.replace(ANY_DIRECTION, "");
}

/** The figures of a text that direction controls enclose, each with them, by their place in the text without controls. */
export function steeredFigures(text: string): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  let [end, length] = [0, 0];
  for (const { 0: figure, index } of text.matchAll(STEERED_FIGURES)) {
    length += withoutDirection(text.slice(end, index)).length;
    places.set(length, figure);
    end = index;
  }
  return places;
}

/** The direction controls around the figures of a text, in their order. */
export function steeringIn(text: string): string {
  const figures = text.match(STEERED_FIGURES) ?? [];
  return figures.map((figure) => figure.charAt(0) + figure.at(-1)).join("");
}

/** A text with its direction controls spelt out: "[U+202E]". */
export function withNamedDirection(text: string): string {
  return text.replace(
    ANY_DIRECTION,
    (control) => `[U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}

/** As {@link withoutInvisible}, also without the joiners of letters: as texts are compared. */
export function foldInvisible(text: string): string {
  return mayHaveInvisible(text) ? withoutIgnorable(text, IGNORABLE).replace(COMPARED_JOINER, "") : text;
}

function mayHaveInvisible(text: string): boolean {
  return AMONG_INVISIBLE.test(text) && MAYBE_INVISIBLE.test(text);
}

function withoutIgnorable(text: string, ignorable: RegExp): string {
  const visible = text.replace(BLANK_FILLER, " ");
  if (!visible.includes("\u{1f3f4}")) {
    return visible.replace(ignorable, keepSteered);
  }
  let end = 0;
  let kept = "";
  for (const { 0: flag, index } of visible.matchAll(FLAG)) {
    kept += visible.slice(end, index).replace(ignorable, keepSteered) + flag;
    end = index + flag.length;
  }
  return kept + visible.slice(end).replace(ignorable, keepSteered);
}

function keepSteered(_: string, steered: unknown): string {
  return typeof steered === "string" ? steered : "";
}
