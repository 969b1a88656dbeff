import type { EditionCounts } from "../../edition/schema.ts";
import { once } from "../../text/once.ts";

/** Made on first use: to load the names and numbers of a locale takes a tenth of the time in which the function loads. */
const format = once(() => new Intl.NumberFormat("en-GB"));

/** A number with thousands separators: `1,204`. */
export function numeral(n: number): string {
  return format().format(n);
}

/** A number with its noun: `1 story`, `1,204 stories`. */
export function counted(n: number, one: string, many: string): string {
  return `${numeral(n)} ${n === 1 ? one : many}`;
}

/** `1,204 stories`. */
export function stories(n: number): string {
  return counted(n, "story", "stories");
}

/** How many stories a first edition knows: those that could be read. */
export function tracked({ stories: all, heldBack }: EditionCounts): number {
  return all - heldBack;
}

/** `1st`, `2nd`, `11th`, `1,203rd`. */
export function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${numeral(n)}${ending}`;
}

const FEW = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** `two`, `nine`, `10`. */
export function cardinal(n: number): string {
  return FEW[n] ?? numeral(n);
}

/** `a`, `a and b`, `a, b and c`; with more names, `a, b and 12 more`. */
export function listed(names: readonly string[], more = 0): string {
  const all = more > 0 ? [...names, `${numeral(more)} more`] : names;
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}

/** `and 312 more`, `and 312 more new stories`, or empty. */
export function andMore(n: number, of = ""): string {
  return n > 0 ? `and ${numeral(n)} more${of === "" ? "" : ` ${of}`}` : "";
}

/** The text with its first letter capitalised. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === "" ? "" : first.toLocaleUpperCase("en-GB") + text.slice(first.length);
}

const COUNT_WORDS = [
  ["revised", "revised"],
  ["added", "new"],
  ["returned", "back"],
  ["reverted", "reverted"],
  ["renamed", "renamed"],
  ["removed", "removed"],
  ["heldBack", "held back"],
  ["unstable", "unstable"],
  ["minor", "with minor edits only"],
  ["cosmetic", "with formatting changes only"],
] as const satisfies readonly (readonly [keyof EditionCounts | "minor", string])[];

/** The counts of an edition; `minor` are those of its changes that are only named. */
type Counts = EditionCounts & { readonly minor?: number };

/** `2 revised`, `1 new`, `3 with formatting changes only`: all counts above zero, in the order of the email. */
export function countWords(counts: Counts): readonly { readonly number: string; readonly word: string }[] {
  return COUNT_WORDS.map(([name, word]) => ({ count: counts[name] ?? 0, word }))
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => ({ number: numeral(count), word }));
}

/** {@link countWords} as one line: `2 revised, 1 new`; empty if all counts are zero. */
export function countLine(counts: Counts): string {
  return countWords(counts)
    .map(({ number, word }) => `${number} ${word}`)
    .join(", ");
}

/** `412 words`; empty if the length is unknown. */
export function lengthWords({
  words = 0,
  characters = 0,
}: {
  readonly words?: number | undefined;
  readonly characters?: number | undefined;
}): string {
  if (characters > 0) {
    return counted(characters, "character", "characters");
  }
  return words > 0 ? counted(words, "word", "words") : "";
}
