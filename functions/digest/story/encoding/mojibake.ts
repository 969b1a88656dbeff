import type { Repaired } from "../types.ts";
import { windows1252Character } from "./codepages.ts";
import { isCertain } from "./mojibake-features.ts";
import { findSuspects, isRest } from "./mojibake-suspects.ts";
import { type MisreadUtf8, misreadUtf8 } from "./utf8-pattern.ts";

/** In the order of preference where two explain a text equally well. */
const MISREADS: readonly MisreadUtf8[] = (
  [
    "windows-1252",
    "windows-1251",
    "windows-1250",
    "iso-8859-2",
    "windows-1257",
    "macintosh",
    "codepage 437",
  ] as const
).map(misreadUtf8);

/** Accented letters, and controls of another misreading; a text that has some apart from its garbled ones is mixed. */
const RIGHT_LETTER = /[\u0080-\u009f\u00c0-\u024f\u0370-\u05ff\u1e00-\u1eff]/gu;

/** How much of a text is read in every encoding; characters. What is garbled is so from the start, most often. */
const SEARCHED = 100_000;

/** What a text looks like when it is taken for UTF-8 misread in one encoding. */
interface Reading {
  readonly misread: MisreadUtf8;
  readonly certain: number;
  readonly total: number;
  /** The text has letters that are right as they are. */
  readonly isMixed: boolean;
}

/**
 * Undoes one layer of mojibake: the encoding that explains the most sequences is reversed, if at least one of
 * them is beyond doubt. Doubtful ones are reversed along with it only where the text has no accented letter that
 * is right as it is. A text without mojibake gets the characters of windows-1252 for its C1 controls.
 */
export function undoMojibake(text: string): Repaired {
  if (!/\P{ASCII}/u.test(text)) {
    return { text, repairs: 0 };
  }
  const reading = readingOf(text);
  return reading === undefined ? undoControls(text) : reverse(text, reading);
}

function undoControls(text: string): Repaired {
  let repairs = 0;
  const mended = text.replaceAll(/[\u0080-\u009f]/g, (control) => {
    const character = windows1252Character(control.charCodeAt(0));
    repairs += character === control ? 0 : 1;
    return character;
  });
  return { text: mended, repairs };
}

/** What the beginning of a long text tells, or else the whole of it. */
function readingOf(text: string): Reading | undefined {
  if (text.length <= SEARCHED) {
    return bestReading(text);
  }
  const reading = bestReading(text.slice(0, SEARCHED)) ?? bestReading(text);
  return reading && { ...reading, isMixed: reading.isMixed || hasRightLetters(text, reading.misread) };
}

/** The first reading that explains the whole text, or else the one that explains most. */
function bestReading(text: string): Reading | undefined {
  let best: Reading | undefined;
  for (const misread of MISREADS) {
    const reading = readAs(misread, text);
    if (reading.certain > 0 && !reading.isMixed) {
      return reading;
    }
    if (reading.certain > 0 && reading.total > (best?.total ?? 0)) {
      best = reading;
    }
  }
  return best;
}

function readAs(misread: MisreadUtf8, text: string): Reading {
  let certain = 0;
  let total = 0;
  for (const suspect of findSuspects(text, misread.pattern, misread)) {
    total++;
    certain += isCertain(suspect) ? 1 : 0;
  }
  return { misread, certain, total, isMixed: certain > 0 && hasRightLetters(text, misread) };
}

function reverse(text: string, { misread, isMixed }: Reading): Repaired {
  return isMixed ? reverseCertain(text, misread) : reverseAll(text, misread);
}

function reverseCertain(text: string, misread: MisreadUtf8): Repaired {
  const pieces: string[] = [];
  let end = 0;
  for (const suspect of findSuspects(text, misread.pattern, misread)) {
    if (isCertain(suspect)) {
      pieces.push(text.slice(end, suspect.at), suspect.decoded);
      end = suspect.at + suspect.sequence.length;
    }
  }
  return { text: [...pieces, text.slice(end)].join(""), repairs: pieces.length / 2 };
}

/** The same choice as {@link findSuspects} makes, without looking at what stands around each. */
function reverseAll(text: string, misread: MisreadUtf8): Repaired {
  let repairs = 0;
  let end = -1;
  const reversed = text.replaceAll(misread.tolerant, (sequence: string, at: number) => {
    if (at !== end && isRest(text, at)) {
      return sequence;
    }
    end = at + sequence.length;
    repairs++;
    return misread.read(sequence);
  });
  return { text: restoreBlanks(reversed, misread), repairs };
}

function hasRightLetters(text: string, misread: MisreadUtf8): boolean {
  const rest = text.replaceAll(misread.tolerant, "");
  const leads = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe2, 0xf0].map(misread.characterOf));
  return rest.matchAll(RIGHT_LETTER).some(([letter]) => !leads.has(letter));
}

/**
 * The last byte of "à", "Š" and the no-break space is 0xA0; where it became a plain blank, only their first byte
 * still shows. Portuguese "às" and "àquele" have no blank behind the "à", other words do.
 */
function restoreBlanks(text: string, { characterOf }: MisreadUtf8): string {
  const [space, grave, caron] = [0xc2, 0xc3, 0xc5].map(characterOf);
  if (grave === undefined || !/\p{L}/u.test(grave)) {
    return text;
  }
  return text
    .replaceAll(new RegExp(`${grave} (?=s |quel[aeo]|quilo)`, "gu"), "à")
    .replaceAll(new RegExp(`${grave} `, "gu"), "à ")
    .replaceAll(new RegExp(`(?<!\\p{L})${caron} (?=\\p{Ll})`, "gu"), "Š")
    .replaceAll(new RegExp(`${space} `, "gu"), "\u00a0");
}
