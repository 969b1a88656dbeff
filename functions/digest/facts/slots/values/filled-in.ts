import { BLANK } from "../../reading/blanks.ts";
import type { Unit } from "../../reading/types.ts";
import { isValue } from "../../reading/values.ts";
import type { FactKind } from "../../types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { isName, type NameContext } from "../names/is-name.ts";
import { type SlotChange, type Span, slotChange, spanOfUnits } from "../slot.ts";
import { FUNCTION_WORDS } from "../words.ts";
import { valuesOf } from "./values.ts";

/** Words of a name that takes the place of a blank. */
const MAX_FILLED_NAME = 5;
/** Units of a blank and those beside it: "xx. xxxxx 20xx", "XX euros". */
const MAX_BLANK_UNITS = 4;
const BLANK_WORD = /^(?:x{2,}|tb[acd]|nn)$/;
/** Only a number stands for this alone. */
const BLANK_DIGIT = "x";
/** "XX" and "XXX" are numbers too. */
const ROMAN: ReadonlySet<string> = new Set(["#20", "#30"]);

/** A value or name in the place of a blank: "XX euros" → "45 euros", "TBD" → "Ada Holt", "[date]" → "4 May"; or the blank again. */
export function filledIn({ before, after }: Gap, context: NameContext): readonly SlotChange[] {
  const [was, is] = [isBlank(before, after), isBlank(after, before)];
  const kind = was === is ? undefined : kindOf(was ? after : before, context);
  return kind === undefined ? [] : [slotChange(kind, shownOf(before), shownOf(after), 0.9)];
}

function isBlank(side: Side, other: Side): boolean {
  const own = unitsOf(side);
  const isDigit = own.length === 1 && own[0]?.key === BLANK_DIGIT && unitsOf(other)[0]?.sort === "number";
  return isDigit || (own.length <= MAX_BLANK_UNITS && own.some(isBlankUnit)) || isBracketed(side);
}

function isBlankUnit({ sort, key }: Unit): boolean {
  return (sort === "opaque" && key === BLANK) || (sort === "word" && BLANK_WORD.test(key));
}

/** "[name of the chair]", "[date] 2030". */
function isBracketed(side: Side): boolean {
  const [own, { tokens }] = [unitsOf(side), side.sentence];
  const words = own.filter(({ sort }) => sort === "word");
  const isEnded = tokens[words.at(-1)?.to ?? 0]?.text === "]";
  return (
    hasOpening(side) && words.length > 0 && words[0] === own[0] && isEnded && own.length <= words.length + 1
  );
}

function hasOpening(side: Side): boolean {
  const [first] = unitsOf(side);
  return first !== undefined && side.sentence.tokens[first.from - 1]?.text === "[";
}

/** With its brackets. */
function shownOf(side: Side): Span | undefined {
  const { sentence } = side;
  const span = spanOfUnits(sentence, unitsOf(side));
  if (span === undefined || !hasOpening(side)) {
    return span;
  }
  const isClosed = sentence.tokens[span.to]?.text === "]";
  return { sentence, from: span.from - 1, to: isClosed ? span.to + 1 : span.to };
}

/** What fills it in: a value, or two with small words between them, or a name. */
function kindOf(side: Side, context: NameContext): FactKind | undefined {
  const own = unitsOf(side);
  const [value] = valuesOf(side);
  if (value !== undefined) {
    const areValues = own.every((unit) => isValue(unit) || FUNCTION_WORDS.has(unit.key));
    const kind = value.sort === "date" ? "date" : "number";
    return areValues && !ROMAN.has(value.key) ? kind : undefined;
  }
  const isShort = own.length > 0 && own.length <= MAX_FILLED_NAME;
  return isShort && own.every((unit) => isName(side.sentence, unit, context)) ? "name" : undefined;
}
