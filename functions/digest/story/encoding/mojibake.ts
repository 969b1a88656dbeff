import { once } from "../../text/once.ts";
import type { Repaired } from "../types.ts";
import { windows1252Character } from "./codepages.ts";
import { isCertain } from "./mojibake-features.ts";
import { findSuspects, isRemainder } from "./mojibake-suspects.ts";
import { type MisreadUtf8, misreadUtf8 } from "./utf8-pattern.ts";

/**
 * In order of preference, should two explain a text equally well. Not those in which the bytes of UTF-8 are letters only
 * (code pages 850 and 866, windows-1256): clean text has such sequences too.
 */
const CODE_PAGES = [
  "windows-1252",
  "windows-1251",
  "windows-1250",
  "iso-8859-2",
  "windows-1257",
  "macintosh",
  "codepage 437",
  "windows-1253",
  "koi8-r",
] as const;
const misreads = once(() => CODE_PAGES.map(misreadUtf8));

/**
 * Accented letters, and control characters of another misread; a text that has any outside its garbled
 * sequences is mixed.
 */
const CORRECT_LETTER = /[\u0080-\u009f\u00c0-\u024f\u0370-\u05ff\u1e00-\u1eff]/gu;

/** How much of a text is tested with every encoding, in characters; most garbling starts at the top. */
const SEARCHED = 100_000;

/** The hypothesis that a text is UTF-8 misread in one encoding, with its support. */
interface Hypothesis {
  readonly misread: MisreadUtf8;
  readonly certain: number;
  readonly total: number;
  /** Whether the text also has accented letters that are correct. */
  readonly isMixed: boolean;
}

/**
 * Undoes one layer of mojibake: reverses the encoding that explains the most sequences, if at least one of
 * them is certain. Uncertain ones are reversed with it only if the text has no correct accented letter. In a
 * text without mojibake, C1 controls become the windows-1252 characters of their bytes.
 */
export function undoMojibake(text: string): Repaired {
  if (!/\P{ASCII}/u.test(text)) {
    return { text, repairs: 0 };
  }
  const hypothesis = findHypothesis(text);
  return hypothesis === undefined ? undoControls(text) : reverse(text, hypothesis);
}

function undoControls(text: string): Repaired {
  let repairs = 0;
  const repaired = text.replaceAll(/[\u0080-\u009f]/g, (control) => {
    const character = windows1252Character(control.charCodeAt(0));
    repairs += character === control ? 0 : 1;
    return character;
  });
  return { text: repaired, repairs };
}

/** The best hypothesis for the start of a long text, or else for the whole of it. */
function findHypothesis(text: string): Hypothesis | undefined {
  if (text.length <= SEARCHED) {
    return bestHypothesis(text);
  }
  const hypothesis = bestHypothesis(text.slice(0, SEARCHED)) ?? bestHypothesis(text);
  return (
    hypothesis && {
      ...hypothesis,
      isMixed: hypothesis.isMixed || hasCorrectLetters(text, hypothesis.misread),
    }
  );
}

/** Characters beyond ASCII side by side: every sequence of a misread lies within such a run. */
const RUN = /[\u0080-\uffff]{2,}/g;

/** The first hypothesis that explains the whole text, or else the one that explains the most. */
function bestHypothesis(text: string): Hypothesis | undefined {
  const runs = (text.match(RUN) ?? []).join(" ");
  let best: Hypothesis | undefined;
  for (const misread of misreads()
    .values()
    .filter(({ pattern }) => runs.search(pattern) !== -1)) {
    const hypothesis = testHypothesis(misread, text);
    if (hypothesis.certain > 0 && !hypothesis.isMixed) {
      return hypothesis;
    }
    if (hypothesis.certain > 0 && hypothesis.total > (best?.total ?? 0)) {
      best = hypothesis;
    }
  }
  return best;
}

function testHypothesis(misread: MisreadUtf8, text: string): Hypothesis {
  let certain = 0;
  let total = 0;
  for (const suspect of findSuspects(text, misread.pattern, misread)) {
    total++;
    certain += isCertain(suspect) ? 1 : 0;
  }
  return { misread, certain, total, isMixed: certain > 0 && hasCorrectLetters(text, misread) };
}

function reverse(text: string, { misread, isMixed }: Hypothesis): Repaired {
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

/** Reverses the sequences that {@link findSuspects} yields, without examining their context. */
function reverseAll(text: string, misread: MisreadUtf8): Repaired {
  let repairs = 0;
  let end = -1;
  const reversed = text.replaceAll(misread.tolerant, (sequence: string, at: number) => {
    if (at !== end && isRemainder(text, at)) {
      return sequence;
    }
    end = at + sequence.length;
    repairs++;
    return misread.read(sequence);
  });
  return { text: restoreLostA0(reversed, misread), repairs };
}

function hasCorrectLetters(text: string, misread: MisreadUtf8): boolean {
  const rest = text.replaceAll(misread.tolerant, "");
  const leads = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe2, 0xf0].map(misread.characterOf));
  return rest.matchAll(CORRECT_LETTER).some(([letter]) => !leads.has(letter));
}

/**
 * The last byte of "à", "Š" and the no-break space is 0xA0; where it became a plain space, only the first
 * byte still shows. Portuguese "às" and "àquele" have no space after the "à"; other words do.
 */
function restoreLostA0(text: string, { characterOf }: MisreadUtf8): string {
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
