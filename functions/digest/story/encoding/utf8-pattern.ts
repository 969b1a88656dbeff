import { type CodePage, HIGH_CHARACTERS } from "./codepages.ts";

/** UTF-8 misread in a single-byte encoding: what it looks like, and how to decode it. */
export interface MisreadUtf8 {
  readonly codePage: CodePage;
  /** Matches the sequence of one character; global, so `lastIndex` belongs to the caller. */
  readonly pattern: RegExp;
  /** As {@link pattern}, and also sequences with bytes lost to "?", to U+FFFD or to a plain space. */
  readonly tolerant: RegExp;
  /** The encoding's character for a byte from 0x80. */
  characterOf(byte: number): string;
  /** Decodes a match of {@link tolerant}: its character, or U+FFFD if bytes are lost. */
  read(sequence: string): string;
}

const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE_END = 0xdfff;
/** The smallest code point of each sequence length, in bytes; a smaller one would be overlong. */
const SHORTEST = [0, 0, 0x80, 0x800, 0x10000];
const LOST = /[?\ufffd]/;

/** Builds the pattern and the decoder of one encoding, from the byte ranges of RFC 3629, section 4. */
export function misreadUtf8(codePage: CodePage): MisreadUtf8 {
  const bytes = bytesOf(codePage);
  const range = (from: number, to: number) => characterClass(bytes, from, to);
  const tail = range(0x80, 0xbf);
  const lead = { two: range(0xc2, 0xdf), three: range(0xe0, 0xef), four: range(0xf0, 0xf4) };
  const exact = [
    `${lead.four}${tail}{3}`,
    `${range(0xed, 0xed)}${range(0xa0, 0xaf)}${tail}${range(0xed, 0xed)}${range(0xb0, 0xbf)}${tail}`,
    `${range(0xe0, 0xe0)}${range(0xa0, 0xbf)}${tail}`,
    `${range(0xe1, 0xef)}${tail}{2}`,
    `${lead.two}${tail}`,
  ];
  const any = `(?:${tail}|[ ?\ufffd])`;
  const damaged = [
    `${lead.four}(?=[^?]{0,2}\ufffd|[^?]{0,2} )${any}{3}`,
    `${lead.three}(?=[^ ]?[?\ufffd]|[ ]${tail}|${tail} )${any}{2}`,
    `${lead.three}(?:\ufffd|${tail}[?\ufffd])`,
    `${lead.two}(?:\ufffd|[?](?=[^\\s\\p{L}]|${range(0xc2, 0xf4)}))`,
  ];
  return {
    codePage,
    pattern: new RegExp(exact.join("|"), "gu"),
    tolerant: new RegExp([...exact, ...damaged].join("|"), "gu"),
    characterOf: (byte) => HIGH_CHARACTERS[codePage][byte - 0x80] ?? "",
    read: (sequence) => (LOST.test(sequence) ? "\ufffd" : decodeSequence(sequence, bytes)),
  };
}

/**
 * The byte of each high character. Latin-1 and windows-1252 differ only where Latin-1 has C1 controls, so one
 * map serves both.
 */
function bytesOf(codePage: CodePage): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  if (codePage === "windows-1252") {
    for (let byte = 0x80; byte < 0xa0; byte++) {
      bytes.set(String.fromCodePoint(byte), byte);
    }
  }
  for (const [index, character] of [...HIGH_CHARACTERS[codePage]].entries()) {
    bytes.set(character, 0x80 + index);
  }
  bytes.delete("\ufffd");
  return bytes;
}

function characterClass(bytes: ReadonlyMap<string, number>, from: number, to: number): string {
  const members = [...bytes].filter(([, byte]) => byte >= from && byte <= to);
  return `[${members.map(([character]) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join("")}]`;
}

/**
 * The character of a sequence, or the sequence itself if RFC 3629 forbids it. A CESU-8 pair is decoded as two
 * surrogates.
 */
function decodeSequence(sequence: string, bytes: ReadonlyMap<string, number>): string {
  if (sequence.length === 6) {
    return decodeSurrogate(sequence.slice(0, 3), bytes) + decodeSurrogate(sequence.slice(3), bytes);
  }
  const point = codePointOf(sequence, bytes);
  const isCharacter = point <= 0x10ffff && (point < HIGH_SURROGATE || point > LOW_SURROGATE_END);
  return isCharacter && point >= (SHORTEST[sequence.length] ?? 0) ? String.fromCodePoint(point) : sequence;
}

function decodeSurrogate(sequence: string, bytes: ReadonlyMap<string, number>): string {
  return String.fromCharCode(codePointOf(sequence, bytes));
}

/** A UTF-8 lead byte carries 5, 4 or 3 bits, each continuation byte 6. A space was a no-break space, 0xA0. */
function codePointOf(sequence: string, bytes: ReadonlyMap<string, number>): number {
  let point = (bytes.get(sequence.charAt(0)) ?? 0) & (0x7f >> sequence.length);
  for (let index = 1; index < sequence.length; index++) {
    point = point * 64 + ((bytes.get(sequence.charAt(index)) ?? 0xa0) & 0x3f);
  }
  return point;
}
