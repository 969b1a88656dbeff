import { wordSet } from "../../../facts/phrases.ts";
import { CURRENCY_CODES } from "../../../facts/reading/numbers/currencies.ts";
import type { ReadSentence, Unit } from "../../../facts/reading/types.ts";
import { plainKey } from "../../../facts/reading/values.ts";

/** An amount in two numbers, as one: "twelve euros and fifty cents", "two point five million". */
export interface JoinedAmount {
  /** Its key without the unit: "#12.5". */
  readonly value: string;
  readonly unit: string;
  /** The two units of the sentence. */
  readonly parts: readonly [Unit, Unit];
}

const AND = wordSet("and et und y e en og och");
const POINT = wordSet("point dot comma virgule komma coma virgola vírgula");
const OTHER_CURRENCIES = wordSet("franc krona zloty peso real lira");
const SUBUNITS = wordSet("cent penny");
const CENTS = 100;
const THOUSAND = 1_000;

/** The amounts of a sentence that it gives in two numbers, one right after the other or with one word between. */
export function joinedAmounts({ units }: ReadSentence): readonly JoinedAmount[] {
  return units.flatMap((first, at): readonly JoinedAmount[] => {
    const between = units[at + 1]?.sort === "word" ? units[at + 1] : undefined;
    const second = units[at + (between === undefined ? 1 : 2)];
    const value = second && joined(first, between, second);
    return second === undefined || value === undefined
      ? []
      : [{ value: `#${value}`, unit: unitOf(first, second), parts: [first, second] }];
  });
}

function joined(first: Unit, between: Unit | undefined, second: Unit): number | undefined {
  const [whole, rest] = [integerOf(first), integerOf(second)];
  if (whole === undefined || rest === undefined) {
    return undefined;
  }
  if (isSum(first, between, second)) {
    return whole + rest / CENTS;
  }
  return isDecimal(first, between) ? decimal(whole, rest) : undefined;
}

function unitOf(first: Unit, second: Unit): string {
  return (isCurrency(first.unit ?? "") ? first.unit : second.unit) ?? "";
}

function integerOf(unit: Unit): number | undefined {
  const [, digits] = (unit.sort === "number" && /^#(\d{1,15})$/.exec(plainKey(unit))) || [];
  return digits === undefined ? undefined : Number(digits);
}

/** "twelve euros and fifty cents", "12 euros 50". */
function isSum({ unit = "", to }: Unit, between: Unit | undefined, second: Unit): boolean {
  const isJoined = between === undefined ? second.from === to : AND.has(between.key);
  const isCents = SUBUNITS.has(second.unit ?? "") || (second.unit === "" && between === undefined);
  return isCurrency(unit) && isJoined && isCents && (integerOf(second) ?? CENTS) < CENTS;
}

/** "twelve point five"; what follows "twelve" is read as a unit. */
function isDecimal({ unit = "" }: Unit, between: Unit | undefined): boolean {
  return between === undefined ? POINT.has(unit) : POINT.has(between.key);
}

/** "2 point 5 million": what the last word multiplies, the whole number is multiplied by. */
function decimal(whole: number, rest: number): number {
  let scale = 1;
  while (rest > 0 && rest % (scale * THOUSAND) === 0) {
    scale *= THOUSAND;
  }
  return Number(`${whole}.${rest / scale}e${Math.round(Math.log10(scale))}`);
}

function isCurrency(unit: string): boolean {
  return CURRENCY_CODES.has(unit) || OTHER_CURRENCIES.has(unit);
}
