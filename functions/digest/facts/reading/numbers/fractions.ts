import { normalForm } from "../../../text/normal-form.ts";
import { wordSet } from "../../phrases.ts";
import { isHyphen, type Token } from "../tokens.ts";
import type { Amount } from "./amount.ts";
import { asciiDigits } from "./digits.ts";

/** "½" and the like: Unicode writes them as two numbers with U+2044 between them. */
const VULGAR = /^(\d+)\u2044(\d+)$/;
/** Parts that are other words too: a party, a part of a town. */
const AMBIGUOUS_PARTS = wordSet(
  "third fourth fifth sixth seventh eighth ninth tenth quarter half cuarto quarto quart tercio quinto trzecia " +
    "trzecią czwarta czwartą",
);
/** Parts that languages without articles use alone. */
const PARTS_ALONE = wordSet("треть трети четверть четверти");
/** "la cuarta parte". */
const PART = wordSet("parte");
const ONE_PART = wordSet("la una a uma");
/** Halves that need no article before them, or have one that says nothing. */
const HALVES = wordSet(
  "moitié hälfte mitad metà metade helft половина половину połowa połowę hälften halbe halben halbes halber",
);
/** Of others, "7/26" is rather a day. */
const MAX_DENOMINATOR = 12;
const DENOMINATORS: ReadonlySet<number> = new Set([16, 20, 32, 50, 64, 100]);
/** After a fraction of something, or where nothing is counted. */
const OF = wordSet("av of der des de d' du del della dei degli delle do da dos das van more less in");
const INDEFINITE = wordSet("a an");

/** The fraction at a token: "1/3", "½", "2½", "two-thirds", "a quarter", "half". */
export function fractionAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  if (token?.type === "word") {
    return halfAt(token, tokens, at) ?? partAt(token, tokens, at);
  }
  return slashed(tokens, at) ?? vulgar(tokens, at);
}

/** "1/3", but no date ("1/3/2026") and no school year ("2025/26"). */
function slashed(tokens: readonly Token[], at: number): Amount | undefined {
  const [top, slash, bottom, next] = tokens.slice(at, at + 4);
  const isRatio = slash?.text === "/" && slash.isGlued && bottom?.type === "number" && bottom.isGlued;
  if (top?.type !== "number" || !isRatio || (next?.text === "/" && next.isGlued)) {
    return undefined;
  }
  const [a, b] = [Number(asciiDigits(top.text)), Number(asciiDigits(bottom.text))];
  const isFraction = a < b && (b <= MAX_DENOMINATOR || DENOMINATORS.has(b)) && !bottom.text.startsWith("0");
  return isFraction ? ratio(a, b, at + 3) : undefined;
}

function vulgar(tokens: readonly Token[], at: number): Amount | undefined {
  const isWhole = tokens[at]?.type === "number" && tokens[at + 1]?.isGlued === true;
  const mark = tokens[isWhole ? at + 1 : at];
  const [, top, bottom] = mark?.type === "mark" ? (VULGAR.exec(normalForm(mark.text, "NFKC")) ?? []) : [];
  if (top === undefined) {
    return undefined;
  }
  const whole = isWhole ? Number(asciiDigits(tokens[at]?.text ?? "0")) : 0;
  return ratio(whole * Number(bottom) + Number(top), Number(bottom), at + (isWhole ? 2 : 1));
}

/** "la moitié", "half", "half a million". */
function halfAt({ form, means }: Token, tokens: readonly Token[], at: number): Amount | undefined {
  if (HALVES.has(form) && means?.part === 2) {
    return { value: "0.5", unit: "", at: at + 1 };
  }
  const hasArticle = INDEFINITE.has(tokens[at + 1]?.form ?? "");
  return form === "half" ? { value: "0.5", unit: "", at: hasArticle ? at + 2 : at + 1 } : undefined;
}

/** "two-thirds", "a third", "one quarter". */
function partAt({ form, means }: Token, tokens: readonly Token[], at: number): Amount | undefined {
  if (means?.part !== undefined && PARTS_ALONE.has(form)) {
    return ratio(1, means.part, at + 1);
  }
  const denominator = ONE_PART.has(form) ? partOf(tokens, at + 1) : undefined;
  if (denominator !== undefined) {
    return ratio(1, denominator, at + 3);
  }
  const count = means?.isOne === true ? 1 : means?.cardinal;
  if (count === undefined) {
    return undefined;
  }
  const last = isHyphen(tokens[at + 1]) ? at + 2 : at + 1;
  const bottom = tokens[last]?.means?.part;
  return bottom !== undefined && (count > 1 || isOfSomething(tokens, last))
    ? ratio(count, bottom, last + 1)
    : undefined;
}

/** The denominator of "cuarta parte"; a "segunda parte" is a second part. */
function partOf(tokens: readonly Token[], at: number): number | undefined {
  const ordinal = PART.has(tokens[at + 1]?.form ?? "") ? tokens[at]?.means?.ordinal : undefined;
  return ordinal !== undefined && ordinal > 2 ? ordinal : undefined;
}

/** "a third of the votes" and "by a third" are fractions, "a third party" and "a quarter" of a town are not. */
function isOfSomething(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    !AMBIGUOUS_PARTS.has(tokens[at]?.form ?? "") ||
    next === undefined ||
    next.type === "mark" ||
    OF.has(next.form)
  );
}

function ratio(top: number, bottom: number, at: number): Amount {
  return { value: String(Number((top / bottom).toPrecision(12))), unit: "", at };
}
