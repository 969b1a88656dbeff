import { damage, typeset } from "./damage.ts";
import { drawSome, type Random } from "./random.ts";

/** How one kind of cosmetic mutation is made. */
export interface CosmeticRule {
  readonly name: string;
  /** Prepares the text so that the mutation has something to change. */
  readonly prepare?: (text: string) => string | undefined;
  /** `undefined` if the text has no place for it. */
  readonly change: (text: string, random: Random) => string | Uint8Array | undefined;
}

/** No program can know which way such a mark faces. */
const LOOSE_QUOTE = /(?<=\s)["'`](?=\s)/;
const WRAP_WIDTH = 72;
const BOILERPLATE = [
  "Share this article",
  "Advertisement",
  "Sign up for our newsletter",
  "Read more: what happens next",
  "Follow us on Facebook",
  "Leave a comment",
  "Related stories",
  "All rights reserved.",
];
/** The characters of windows-1252 between 0x80 and 0x9f, and their bytes; the rest is Latin-1. */
const HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const HIGH_BYTES = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];

export const COSMETIC_RULES: readonly CosmeticRule[] = [
  { name: "curly quotes and dashes", change: curl },
  { name: "straight quotes", prepare: curl, change: straighten },
  { name: "dashes", prepare: curl, change: (text) => text.replaceAll(" — ", "—").replaceAll("—", " – ") },
  { name: "non-breaking spaces", change: (text, random) => atSpaces(text, random, "\u00a0") },
  { name: "double spaces", change: (text, random) => atSpaces(text, random, "  ") },
  { name: "double spaces between sentences", change: (text) => text.replaceAll(/(?<=[.!?]) (?=\S)/g, "  ") },
  { name: "trailing spaces", change: (text) => text.replaceAll(/$/gm, "  ") },
  { name: "hard wraps", change: wrap },
  { name: "CRLF", change: (text) => text.replaceAll("\n", "\r\n") },
  { name: "byte order mark", change: (text) => `\ufeff${text}` },
  {
    name: "mojibake",
    prepare: curl,
    change: (text) => new TextDecoder("windows-1252").decode(Buffer.from(text)),
  },
  { name: "windows-1252 bytes", prepare: curl, change: windows1252 },
  { name: "lost C1 bytes", prepare: curl, change: damage },
  { name: "boilerplate lines", change: addBoilerplate },
  { name: "headline in capitals", change: (text) => text.replace(/^.*/, (line) => line.toUpperCase()) },
  { name: "headline in title case", change: (text) => text.replace(/^.*/, titleCase) },
  { name: "soft hyphens", change: (text, random) => softHyphens(text, random) },
];

/** Typographic marks; `undefined` if a mark stands alone between spaces. */
function curl(text: string): string | undefined {
  return LOOSE_QUOTE.test(text) ? undefined : typeset(text);
}

function straighten(text: string): string {
  return text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'").replaceAll("—", " -- ");
}

/** Replaces about every twentieth space. */
function atSpaces(text: string, random: Random, space: string): string {
  return text.replaceAll(/(?<=\S) (?=\S)/g, (blank) => (random() < 1 / 20 ? space : blank));
}

function softHyphens(text: string, random: Random): string {
  return text.replaceAll(/(?<=[a-z]{4})(?=[a-z]{4})/g, () => (random() < 1 / 20 ? "\u00ad" : ""));
}

function wrap(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replaceAll(new RegExp(`(.{1,${WRAP_WIDTH}})(?: |$)`, "g"), "$1\n").trimEnd())
    .join("\n");
}

function titleCase(line: string): string {
  return line.replaceAll(/(?<![\p{L}\p{N}'’.$€£-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function addBoilerplate(text: string, random: Random): string {
  const [first = "", second = "", third = ""] = drawSome(BOILERPLATE, 3, random);
  const paragraphs = text.trimEnd().split("\n\n");
  const middle = Math.ceil(paragraphs.length / 2);
  return [...paragraphs.slice(0, middle), first, ...paragraphs.slice(middle), second, third].join("\n\n");
}

/** The text in windows-1252; `undefined` if it has a character outside windows-1252. */
function windows1252(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const high = HIGH.indexOf(letter);
    if (high >= 0) {
      return HIGH_BYTES[high] ?? -1;
    }
    return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : -1;
  });
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
}
