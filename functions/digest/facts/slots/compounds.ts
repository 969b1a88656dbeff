import type { Token } from "../reading/tokens.ts";
import { type Span, surfaceOf } from "./slot.ts";

const JOINS = /^[-/:‑–]$/;
/** Two numbers with a hyphen are a range, of which one end may change; with these signs, or of more numbers, it is one value. */
const PARTS_OF_ONE = /[/:]|-.*-/;
const SEASON = /^(?:19|20)?\d\d\/\d\d$/;
const CENTURY = /^(?:19|20)(?=\d\d\D)/;

/** A number with what is glued to it as a part of one value: the score "6-3-10", the season "2019/20". */
export function compoundOf(span: Span): Span {
  const { tokens } = span.sentence;
  let { from, to } = span;
  while (isJoined(tokens, from - 1) && tokens[from - 2]?.type === "number") {
    from -= 2;
  }
  while (isJoined(tokens, to) && tokens[to + 1]?.type === "number") {
    to += 2;
  }
  const whole = { ...span, from, to };
  return PARTS_OF_ONE.test(surfaceOf(whole)) ? whole : span;
}

/** A sign without blanks around it. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  return sign?.isGlued === true && JOINS.test(sign.text) && tokens[at + 1]?.isGlued === true;
}

/** "2019/20": a span of two years. */
export function isSeason(span: Span): boolean {
  return SEASON.test(surfaceOf(span));
}

/** "19/20", "2019/20": the same but for the century. */
export function isSameCompound(before: Span, after: Span): boolean {
  const [a, b] = [surfaceOf(before), surfaceOf(after)];
  return a !== b && a.replace(CENTURY, "") === b.replace(CENTURY, "");
}
