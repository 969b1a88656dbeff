import { Kind, type Scale, scaleOf } from "./scale.ts";
import type { WordCounts } from "./small-words.ts";

/** How improbable the bytes of a text are in a charset, in bits. */
export interface Cost {
  readonly bits: number;
  /** Bytes that no text has in this charset, or not where they stand. */
  readonly odd: number;
}

const HIGH = 0x80;
/** A capital beside no other. */
const CAPITAL = 2.5;
/** In places where such a byte does not stand: a capital after a small letter, a sign within a word, Latin beside Cyrillic. */
const MISPLACED = { capital: 8, sign: 12, opening: 6, digit: 6, script: 10, neighbour: 3 } as const;
/** What one small word of a language says for its alphabet, in bits. */
const WORD_BITS = 2;

/** The cost of the bytes in the alphabet of the charset that suits them best. Linear. */
export function costOfBytes(bytes: Uint8Array, charset: string, words: WordCounts): Cost {
  const scale = scaleOf(charset);
  const counts = new Uint32Array(HIGH);
  let misplaced = 0;
  let odd = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte >= HIGH) {
      counts[byte - HIGH] = (counts[byte - HIGH] ?? 0) + 1;
      const bits = misplacedBits(bytes, at, scale);
      misplaced += bits;
      odd += bits >= MISPLACED.capital || scale.kinds[byte] === Kind.none ? 1 : 0;
    }
  }
  const own = scale.costs.map(
    ({ alphabet, doubt, bits }) =>
      doubt +
      counts.reduce((sum, count, index) => sum + count * (bits[index] ?? 0), 0) -
      WORD_BITS * (words.get(alphabet) ?? 0),
  );
  return { bits: scale.doubt + misplaced + Math.min(...own), odd };
}

function misplacedBits(bytes: Uint8Array, at: number, { kinds, isLatin }: Scale): number {
  const kind = kinds[bytes[at] ?? 0] ?? Kind.other;
  const before = kinds[bytes[at - 1] ?? 0];
  const after = kinds[bytes[at + 1] ?? 0];
  if (isLetter(kind)) {
    return misplacedLetter(bytes, at, { kind, before, after, isLatin });
  }
  if (kind === Kind.money) {
    const isBesideWord = isBeyondAscii(before, bytes[at - 1]) || isBeyondAscii(after, bytes[at + 1]);
    return isBesideWord ? MISPLACED.sign : 0;
  }
  return kind === Kind.none ? 0 : signBits(kind, [before, after], bytes[at + 1]);
}

/** Whether a neighbour is a letter beyond ASCII: "€" stands beside figures. */
function isBeyondAscii(kind: number | undefined, byte = 0): boolean {
  return isLetter(kind) && byte >= HIGH;
}

/** Of what is no letter: dashes and apostrophes stand within words, quotation marks before them, other signs in neither place. */
function signBits(
  kind: number,
  [before, after]: readonly [number | undefined, number | undefined],
  next: number | undefined,
): number {
  const isMark = kind === Kind.quote || kind === Kind.mark;
  const isInWord = isLetter(before) && isLetter(after);
  const isInPair =
    kind === Kind.symbol && isLetter(before) !== isLetter(after) && [before, after].includes(kind);
  const isWithin = kind !== Kind.dash && kind !== Kind.apostrophe && (isInWord || isInPair);
  return (
    (isWithin ? MISPLACED.sign : 0) + (!isMark && opensWord(before, after, next) ? MISPLACED.opening : 0)
  );
}

/** Whether a dash, apostrophe or sign stands before a small letter beyond ASCII, and after none: there a capital is likelier. */
function opensWord(before: number | undefined, after: number | undefined, next: number | undefined): boolean {
  return !isLetter(before) && after === Kind.small && !isAscii(next);
}

interface Place {
  readonly kind: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly isLatin: boolean;
}

function misplacedLetter(bytes: Uint8Array, at: number, place: Place): number {
  const [previous = 0, own = 0, next = 0] = [bytes[at - 1], bytes[at], bytes[at + 1]];
  const before = isLetter(place.before) ? previous : 0;
  const after = isLetter(place.after) ? next : 0;
  const beside = place.isLatin
    ? before >= HIGH && previous !== own && MISPLACED.neighbour
    : (isAscii(before) || isAscii(after)) && MISPLACED.script;
  const digit = isDigit(previous) || isDigit(next) ? MISPLACED.digit : 0;
  return caseBits(place, next) + digit + (beside === false ? 0 : beside);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isAscii(byte = 0): boolean {
  return byte > 0 && byte < HIGH;
}

function caseBits({ kind, before, after }: Place, next: number): number {
  if (kind === Kind.capital && before === Kind.small) {
    return MISPLACED.capital + CAPITAL;
  }
  if (kind === Kind.capital) {
    return before === Kind.capital || after === Kind.capital ? 0 : CAPITAL;
  }
  return kind === Kind.small && after === Kind.capital && next < HIGH ? MISPLACED.capital : 0;
}

function isLetter(kind: number | undefined): boolean {
  return kind === Kind.small || kind === Kind.capital || kind === Kind.letter;
}
