import { CHARSETS } from "./alphabets.ts";
import { decodeAs } from "./decode-as.ts";
import { costOfPairs, DOUBLE_BYTE_CHARSETS, isDoubleByte } from "./double-byte.ts";
import { type Cost, costOfBytes } from "./single-byte.ts";
import { countSmallWords, type WordCounts } from "./small-words.ts";

/** What is known about the charset of a text beside its bytes. */
export interface CharsetEvidence {
  /** The charset that the source declares, by any of its names. */
  readonly declared?: string | undefined;
  /** Another version of the text. */
  readonly other?: OtherVersion | undefined;
}

/** Another version of a text, as it was read. */
export interface OtherVersion {
  readonly text: string;
  readonly encoding: string;
  /** Its bytes, unpacked. */
  readonly bytes: Uint8Array;
}

/** What needs no evidence. */
export function isCertainEncoding(encoding: string): boolean {
  return encoding === "utf-8" || encoding === "utf-16";
}

/** How many bytes are weighed: the lines that are not ASCII, up to this length. */
const SAMPLE_BYTES = 4_000;
/** All charsets are weighed with this much of it, and the most likely of them with all. */
const FIRST_BYTES = 800;
const LIKELY = 8;
const ALL_CHARSETS = [...Object.keys(CHARSETS), ...DOUBLE_BYTE_CHARSETS];
/** A text has no more bytes than this share, and one, that its charset does not have, or not where they stand. */
const MAX_ODD_SHARE = 0.1;
/** The bytes of a text cost no more than these bits each, and as many as these in all: Chinese with rare characters takes 7.3. */
const MAX_COST = { each: 7.5, all: 24 } as const;
/** The same of an old charset. */
const MAX_COST_OF_OLD = { each: 4.5, all: 24 } as const;
/** How much less probable than the best a declared charset may be, in bits: for each byte beyond ASCII and in all. */
const TRUST = { each: 2.5, all: 10 } as const;
/** Writers who declare these have often declared nothing: their tools did. */
const DEFAULTS: readonly string[] = ["windows-1252", "utf-8"];
/** Share of the words beyond ASCII that two versions must have in common to show the charset of one. */
const MIN_KNOWN_WORDS = 0.5;

const HIGH = 0x80;
const LINE_END = 0x0a;

interface Weighed extends Cost {
  readonly charset: string;
}

/**
 * The charset of a text that is no UTF-8: the one in which it has the words of another version that is, else the declared
 * one if it fits, else the one in which its bytes, and those of another version that is no UTF-8 either, are most probable.
 * `undefined` if they are improbable in each. Bounded by the sample.
 */
export function detectCharset(bytes: Uint8Array, evidence: CharsetEvidence = {}): string | undefined {
  const { declared, other } = evidence;
  const isShown = other !== undefined && isCertainEncoding(other.encoding);
  const sample = other === undefined || isShown ? sampleOf(bytes) : sampleOf(bytes, other.bytes);
  const shown = isShown ? charsetOfOther(sample, other.text) : undefined;
  if (shown !== undefined) {
    return shown;
  }
  const words = countSmallWords(sample);
  const likely = weighAll(ALL_CHARSETS, sample.subarray(0, FIRST_BYTES), words).slice(0, LIKELY);
  const weighed = weighAll(
    likely.map(({ charset }) => charset),
    sample,
    words,
  );
  const name = nameOf(declared);
  const named = name === undefined || DEFAULTS.includes(name) ? undefined : weigh(sample, name, words);
  return fittingCharset(sample, weighed[0], named);
}

/** The charsets, the most probable first. */
function weighAll(charsets: readonly string[], sample: Uint8Array, words: WordCounts): readonly Weighed[] {
  return charsets.map((charset) => weigh(sample, charset, words)).toSorted((a, b) => a.bits - b.bits);
}

/** The declared charset if it fits nearly as well as the best, else the best if that is text. */
function fittingCharset(sample: Uint8Array, best?: Weighed, declared?: Weighed): string | undefined {
  const high = sample.reduce((count, byte) => count + (byte >= HIGH ? 1 : 0), 0);
  const most = CHARSETS[best?.charset ?? ""]?.isOld === true ? MAX_COST_OF_OLD : MAX_COST;
  const mostBits = most.each * high + most.all;
  const fits = (weighed: Weighed | undefined, bits: number) =>
    weighed !== undefined && weighed.bits <= bits && weighed.odd <= MAX_ODD_SHARE * high + 1;
  const isTrusted = fits(declared, (best?.bits ?? 0) + TRUST.each * high + TRUST.all);
  const fitting = fits(best, mostBits) ? best : undefined;
  return (isTrusted ? declared : fitting)?.charset;
}

function weigh(sample: Uint8Array, charset: string, words: WordCounts): Weighed {
  if (isDoubleByte(charset)) {
    return { charset, ...costOfPairs(sample, charset) };
  }
  return charset in CHARSETS
    ? { charset, ...costOfBytes(sample, charset, words) }
    : { charset, bits: 0, odd: decodeAs(sample, charset).match(NO_TEXT)?.length ?? 0 };
}

/** What no text has in a charset of which nothing else is known. */
const NO_TEXT = /[\u0080-\u009f\ufffd]/g;

/** Charsets that are part of another. */
const PART_OF: Readonly<Record<string, string>> = { gbk: "gb18030", "koi8-r": "koi8-u" };

/** The name that the Encoding Standard has for a charset; `undefined` for none that is known. */
function nameOf(label: string | undefined): string | undefined {
  if (label === undefined) {
    return undefined;
  }
  try {
    const { encoding } = new TextDecoder(label);
    return PART_OF[encoding] ?? encoding;
  } catch {
    return undefined;
  }
}

const WORD_BEYOND_ASCII = /[\p{L}\p{M}]*[[\p{L}\p{M}]--\p{ASCII}][\p{L}\p{M}]*/gv;
/** Words of unspaced scripts are whole clauses: pieces of them are compared. */
const WORD_START = 8;

/** The charset in which most words beyond ASCII are those of another version of the text. */
function charsetOfOther(sample: Uint8Array, other: string): string | undefined {
  const known = new Set(wordsOf(other));
  let found: { readonly charset: string; readonly share: number } | undefined;
  for (const charset of known.size === 0 ? [] : ALL_CHARSETS) {
    const words = wordsOf(decodeAs(sample, charset));
    const share = words.filter((word) => known.has(word)).length / Math.max(1, words.length);
    if (share >= MIN_KNOWN_WORDS && share > (found?.share ?? 0)) {
      found = { charset, share };
    }
  }
  return found?.charset;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD_BEYOND_ASCII) ?? []).map((word) => word.slice(0, WORD_START).toLowerCase());
}

/** How much of a line may stand before its first byte beyond ASCII: a page may be one line. */
const MAX_LEAD = 500;

/** The lines with bytes beyond ASCII, of each text as far as there is room: no charset has a line end within a character. */
function sampleOf(...texts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(texts.flatMap(linesBeyondAscii));
}

function linesBeyondAscii(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let length = 0;
  for (let from = 0; from < bytes.length && length < SAMPLE_BYTES; ) {
    const end = bytes.indexOf(LINE_END, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1);
    from += line.length;
    const first = line.findIndex((byte) => byte >= HIGH);
    if (first >= 0) {
      const part = line.subarray(Math.max(0, first - MAX_LEAD)).subarray(0, SAMPLE_BYTES - length);
      lines.push(part);
      length += part.length;
    }
  }
  return lines;
}
