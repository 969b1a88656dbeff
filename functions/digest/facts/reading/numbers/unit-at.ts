import { phraseAt } from "../../phrases.ts";
import { isHyphen, type Token } from "../tokens.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS } from "./currencies.ts";
import { CASED_UNIT, LONG_UNITS, UNITS } from "./units.ts";

interface FoundUnit {
  readonly name: string;
  /** The next token. */
  readonly at: number;
}

const SCALE_OF_DEGREES = /^[CF]$/;
const SIZE = /^[kmgt]b$/i;
const HANGUL = /^\p{Script=Hangul}/u;
/** Syllables of the longest Korean unit, "킬로미터". */
const MAX_KOREAN_UNIT = 4;

/** The unit at a token, after a hyphen too ("15-metre", "seven-day"). */
export function unitAt(tokens: readonly Token[], start: number): FoundUnit | undefined {
  const isJoined =
    isHyphen(tokens[start]) && tokens[start]?.isGlued === true && tokens[start + 1]?.isGlued === true;
  const at = isJoined ? start + 1 : start;
  const token = tokens[at];
  if (token === undefined) {
    return undefined;
  }
  const long = phraseAt(LONG_UNITS, (step) => tokens[at + step]?.form);
  if (long !== undefined) {
    return { name: long.value, at: at + long.words.length };
  }
  const [next, last] = [tokens[at + 1], tokens[at + 2]];
  if (next?.text === "/" && next.isGlued && last?.isGlued === true) {
    return ratioOf(token, last, at);
  }
  const isOfNext = next?.type === "number" && !next.isGlued && CURRENCY_CODES.has(token.text);
  return isOfNext ? undefined : (degreesOf(token, next, at) ?? plainUnit(token, at));
}

/** "km/h", "kWh/m³". */
function ratioOf(top: Token, bottom: Token, at: number): FoundUnit | undefined {
  const ratio = `${top.text}/${bottom.form}`;
  const isKnown = [top, bottom].some(({ form, text }) => UNITS.has(form) || CASED_UNIT.test(text));
  return bottom.type === "word" && isKnown
    ? { name: UNITS.get(ratio.toLowerCase()) ?? ratio, at: at + 3 }
    : undefined;
}

/** "°C", "degrees Celsius". */
function degreesOf(token: Token, next: Token | undefined, at: number): FoundUnit | undefined {
  if (next === undefined) {
    return undefined;
  }
  if (token.text === "°" && next.isGlued && SCALE_OF_DEGREES.test(next.text)) {
    return { name: `°${next.text}`, at: at + 2 };
  }
  const scale = UNITS.get(token.form) === "°" ? UNITS.get(next.form) : undefined;
  return scale === "°C" || scale === "°F" ? { name: scale, at: at + 2 } : undefined;
}

function plainUnit({ text, form }: Token, at: number): FoundUnit | undefined {
  const own = CURRENCY_CODES.has(text) || CASED_UNIT.test(text) ? withoutCase(text) : undefined;
  const name = CURRENCY_SIGNS.get(text) ?? own ?? UNITS.get(form) ?? koreanUnit(form);
  return name === undefined ? undefined : { name, at: at + 1 };
}

/** "53kb", "53 KB": in prose, all are bytes. */
function withoutCase(unit: string): string {
  return SIZE.test(unit) ? unit.toUpperCase() : unit;
}

/** "12미터다": Korean glues particles to a unit. */
function koreanUnit(form: string): string | undefined {
  if (!HANGUL.test(form)) {
    return undefined;
  }
  for (let length = Math.min(MAX_KOREAN_UNIT, form.length); length > 0; length--) {
    const name = UNITS.get(form.slice(0, length));
    if (name !== undefined) {
      return name;
    }
  }
  return undefined;
}
