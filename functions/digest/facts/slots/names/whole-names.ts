import { hasCapital } from "../../../text/tokens.ts";
import { isHyphen, type Token } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { isOpener } from "../../vocabulary.ts";
import { type Side, unitsOf } from "../gaps.ts";
import { type Span, unitsIn } from "../slot.ts";
import { FUNCTION_WORDS, JOINERS, TITLES } from "../words.ts";
import { PLACE_WORDS } from "./aliases.ts";
import { isGerman } from "./german-names.ts";
import { isAcronym, isInnerParticle, isName, type NameContext, opens } from "./is-name.ts";

const SEPARATOR = /^[,;·•|]$/;
const POSSESSIVE = /'s$/;

/** The names of a side with the kept words of the same name around them: "Jon Abell", of which only "Abell" changed. */
export function wholeName(side: Side, context: NameContext): Span | undefined {
  const { sentence } = side;
  const { units } = sentence;
  const isNamed = (at: number) => {
    const unit = units[at];
    return unit !== undefined && isName(sentence, unit, context) && !TITLES.has(unit.key);
  };
  const places = unitsOf(side).flatMap((_, n) => (isNamed(side.from + n) ? [side.from + n] : []));
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined || last === undefined ? undefined : extended(sentence, first, last, context);
}

/** The name that some of its units, by their first and last index, belong to. */
export function extended(sentence: ReadSentence, first: number, last: number, context: NameContext): Span {
  const { units } = sentence;
  let [from, to] = [first, last];
  for (let step = 1; step > 0; from -= step) {
    step = stepInName(sentence, from, -1, context);
  }
  for (let step = 1; step > 0; to += step) {
    step = stepInName(sentence, to, 1, context);
  }
  return { sentence, from: units[from]?.from ?? 0, to: units[to]?.to ?? 0 };
}

/**
 * How many units further, left or right, the same name goes on: a particle may stand between ("Bank of Oslo"). In German, what
 * stands before it may be any noun: "Einbindung von Elm Fonts".
 */
function stepInName(sentence: ReadSentence, at: number, direction: 1 | -1, context: NameContext): number {
  if (isHyphenated(sentence, direction < 0 ? at : at + 1)) {
    return 1;
  }
  const joins = (step: number) => {
    const other = at + direction * step;
    const isWord = direction < 0 && mayBeWord(sentence, other, context);
    return !isWord && isOneName(sentence, Math.min(at, other), Math.max(at, other), context);
  };
  if (joins(1)) {
    return 1;
  }
  const isOver = isInnerParticle(sentence.units[at + direction]?.key ?? "", context) && joins(2);
  return isOver && !(direction < 0 && isGerman(context) && isOneName(sentence, at, at + 1, context)) ? 2 : 0;
}

/** "MS-Teams", "800-53b", but "Oslo-based": a hyphen glues two words with capitals, or digits. */
function isHyphenated({ units, tokens }: ReadSentence, at: number): boolean {
  const [left, right] = [units[at - 1], units[at]];
  if (left === undefined || right === undefined || right.from !== left.to + 1) {
    return false;
  }
  const [hyphen, next] = [tokens[left.to], tokens[right.from]];
  const isGlued = isHyphen(hyphen) && hyphen?.isGlued === true && next?.isGlued === true;
  const isCapital = (token: Token | undefined) => token !== undefined && hasCapital(token.text);
  const areNumbers = [tokens[left.from], next].every((token) => token?.type === "number");
  return isGlued && (areNumbers || [tokens[left.from], next].every(isCapital));
}

/** The first word of a sentence before a name may be any word: "Select Amber Holt". */
function mayBeWord(sentence: ReadSentence, at: number, { vocabulary }: NameContext): boolean {
  const unit = sentence.units[at];
  const isOpening = unit !== undefined && opens(sentence, unit);
  return isOpening && vocabulary(unit.key) !== "inside" && !isAcronym(sentence.tokens[unit.from]?.text ?? "");
}

/** Whether two units close to each other belong to one name. */
function isOneName(sentence: ReadSentence, left: number, right: number, context: NameContext): boolean {
  const [a, b] = [sentence.units[left], sentence.units[right]];
  if (a === undefined || b === undefined || !isName(sentence, a, context) || !isName(sentence, b, context)) {
    return false;
  }
  const last = sentence.tokens[a.to - 1]?.form ?? "";
  return isClose(sentence, a, b, right - left === 2) && !TITLES.has(a.key) && !POSSESSIVE.test(last);
}

/** Nothing but a particle, a hyphen or the stop of an abbreviation stands between. */
function isClose({ tokens }: ReadSentence, a: Unit, b: Unit, isOverParticle: boolean): boolean {
  const [between, ...more] = tokens.slice(a.to, b.from);
  const isInitial =
    between?.text === "." &&
    (a.key.length === 1 || PLACE_WORDS.has(a.key)) &&
    !isOpener(tokens[b.from]?.text ?? "");
  return (
    between === undefined || (more.length === 0 && (isOverParticle || between.text === "-" || isInitial))
  );
}

/** The keys of the words of a name. */
export function keysIn(span: Span): readonly string[] {
  return unitsIn(span)
    .filter(({ sort }) => sort !== "opaque")
    .map(({ key }) => key);
}

/** Whether the name of a side goes on into its neighbours, on the left and on the right. */
export function neighbours(
  { sentence, from, to }: Side,
  context: NameContext,
): readonly [isOnLeft: boolean, isOnRight: boolean] {
  const { units, tokens } = sentence;
  const touches = (left: number) => {
    const [a, b] = [units[left], units[left + 1]];
    const areNames = [a, b].every((unit) => unit !== undefined && isName(sentence, unit, context));
    return (
      areNames &&
      !FUNCTION_WORDS.has(a?.key ?? "") &&
      a?.to === b?.from &&
      tokens[(a?.to ?? 0) - 1]?.text !== ","
    );
  };
  return [touches(from - 1), touches(to - 1)];
}

/** A comma or "and" beside a side, and another name beyond it. */
export function isInEnumeration(side: Side, context: NameContext): boolean {
  const { sentence, from, to } = side;
  const [isBefore, isAfter] = jointsOf(side);
  const places = [
    ...(isBefore ? [from - 1] : []),
    ...(isAfter ? [to] : []),
    ...(isBefore && isAfter ? [from - 2, to + 1] : []),
  ];
  return places.some((at) => {
    const unit = sentence.units[at];
    return unit !== undefined && isName(sentence, unit, context);
  });
}

/** Whether a comma or "and" joins a side to what stands before and after it. */
function jointsOf({
  sentence: { units, tokens },
  from,
  to,
}: Side): readonly [before: boolean, after: boolean] {
  const [first, last] = [units[from], units[to - 1]];
  return [
    JOINERS.has(first?.key ?? "") || isJoint(tokens[(first?.from ?? 0) - 1]),
    JOINERS.has(last?.key ?? "") || isJoint(tokens[afterBracket(tokens, last?.to ?? 0)]),
  ];
}

/** "Ada Holt (Velm), …": the next token, or the one after a closing bracket. */
function afterBracket(tokens: ReadSentence["tokens"], at: number): number {
  return tokens[at]?.text === ")" ? at + 1 : at;
}

function isJoint(token: ReadSentence["tokens"][number] | undefined): boolean {
  return token !== undefined && (SEPARATOR.test(token.text) || JOINERS.has(token.form));
}
