import { ALPHABETS, type Alphabet, CHARSETS } from "./alphabets.ts";
import { decodeAs } from "./decode-as.ts";

/** What a byte stands for. */
export const Kind = {
  other: 0,
  small: 1,
  capital: 2,
  letter: 3,
  quote: 4,
  mark: 5,
  apostrophe: 6,
  dash: 7,
  symbol: 8,
  none: 9,
  money: 10,
} as const;

/** A charset, ready to weigh bytes. */
export interface Scale {
  readonly kinds: Uint8Array;
  readonly isLatin: boolean;
  /** Of each alphabet, and of a text in any language, the bits of each byte from 0x80. */
  readonly costs: readonly {
    readonly alphabet?: Alphabet;
    readonly doubt: number;
    readonly bits: Float64Array;
  }[];
  readonly doubt: number;
}

const HIGH = 0x80;
const HIGH_BYTES = Uint8Array.from({ length: HIGH }, (_, index) => HIGH + index);
const BITS = {
  apostrophe: 2.5,
  dash: 2.5,
  quote: 3.5,
  mark: 5.5,
  symbol: 8,
  none: 20,
  foreign: 12,
  usual: 5.5,
  unusual: 9,
} as const;
/** In capitals throughout. */
const SHOUTED = 0.4;
/** Share of the letters of a text that its alphabet has; the others are in foreign names. */
const OWN_SHARE = 0.92;
/** Letters of names in a text of another language. */
const USUAL_IN_NAMES = new Set("éèüöäñçáíóúâêîôûëïøåæãõßàìòùłąęśżźćńčřšžěůőűăşţıđ");
/** Languages that few write: their letters must be many, or their small words there. */
const RARE: readonly Alphabet[] = ["faroese", "friulian", "gaelic"];
const RARE_BITS = 4;

const scales = new Map<string, Scale>();

/** The scale of a charset; made when it is first asked for. */
export function scaleOf(charset: string): Scale {
  const known = scales.get(charset);
  if (known !== undefined) {
    return known;
  }
  const scale = makeScale(charset);
  scales.set(charset, scale);
  return scale;
}

function makeScale(charset: string): Scale {
  const { alphabets, doubt, isOld } = CHARSETS[charset] ?? { alphabets: [], doubt: 0 };
  const characters = [...decodeAs(HIGH_BYTES, charset)];
  const isLatin = alphabets.some((alphabet) => /\p{Script=Latin}/u.test(ALPHABETS[alphabet]));
  const kinds = new Uint8Array(2 * HIGH);
  for (const [index, character] of characters.entries()) {
    kinds[HIGH + index] = kindOf(character, isLatin);
  }
  for (let index = 0; index < 26; index++) {
    kinds[0x41 + index] = Kind.capital;
    kinds[0x61 + index] = Kind.small;
  }
  const costs = alphabets.map((alphabet) => ({
    alphabet,
    doubt: RARE.includes(alphabet) ? RARE_BITS : 0,
    bits: costsOf(characters, kinds, alphabetBits(ALPHABETS[alphabet])),
  }));
  return {
    kinds,
    isLatin,
    doubt,
    costs:
      isLatin && isOld !== true
        ? [...costs, { doubt: 0, bits: costsOf(characters, kinds, bitsInNames) }]
        : costs,
  };
}

/** The kinds that are told by a list, or by this alone. */
const KINDS: readonly (readonly [number, (character: string) => boolean])[] = [
  [Kind.apostrophe, (character) => "’‘´ʼ\u00ad·\u200c\u200d".includes(character)],
  [Kind.dash, (character) => "–—…\u00a0".includes(character)],
  [Kind.quote, (character) => "“”„‚•".includes(character)],
  [Kind.money, (character) => "£€".includes(character)],
  [Kind.mark, (character) => "«»‹›¿¡§°©®™²³¹½¼¾‰×±·ºª₪№،؟؛".includes(character)],
  [Kind.none, (character) => /[\p{Cc}\ufffd\p{Co}]/u.test(character)],
];

function kindOf(character: string, isLatin: boolean): number {
  const listed = KINDS.find(([, holds]) => holds(character));
  return listed === undefined ? kindOfLetter(character, isLatin) : listed[0];
}

function kindOfLetter(character: string, isLatin: boolean): number {
  const isOfScript = /\p{L}/u.test(character) && /\p{Script=Latin}/u.test(character) === isLatin;
  if (!(isOfScript || /\p{M}/u.test(character)) || character === "µ") {
    return Kind.symbol;
  }
  if (/\p{Lu}/u.test(character)) {
    return Kind.capital;
  }
  return /\p{Ll}/u.test(character) ? Kind.small : Kind.letter;
}

type Weigh = (character: string) => number;

function costsOf(characters: readonly string[], kinds: Uint8Array, letterBits: Weigh): Float64Array {
  return Float64Array.from(characters, (character, index) => {
    switch (kinds[HIGH + index]) {
      case Kind.small:
      case Kind.letter:
        return letterBits(character);
      case Kind.capital:
        return letterBits(character.toLowerCase()) + SHOUTED;
      case Kind.symbol:
        return BITS.symbol;
      case Kind.none:
        return BITS.none;
      case Kind.quote:
      case Kind.money:
        return BITS.quote;
      case Kind.apostrophe:
        return BITS.apostrophe;
      case Kind.dash:
        return BITS.dash;
      default:
        return BITS.mark;
    }
  });
}

/** Zipf's law over the letters of an alphabet, from the second rank on: its letters are nearer to each other than words. */
function alphabetBits(alphabet: string): Weigh {
  const letters = [...new Set(alphabet)];
  const weights = letters.map((_, rank) => 1 / (rank + 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const bits = new Map(
    letters.map((letter, rank) => [letter, -Math.log2(((weights[rank] ?? 0) / sum) * OWN_SHARE)]),
  );
  return (character) => bits.get(character) ?? BITS.foreign;
}

function bitsInNames(character: string): number {
  return USUAL_IN_NAMES.has(character) ? BITS.usual : BITS.unusual;
}
