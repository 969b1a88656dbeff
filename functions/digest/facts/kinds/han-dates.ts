import { readHanAmount } from "../../text/han-numbers.ts";
import type { SentenceToken } from "../sentence.ts";

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const MONTH = /^(?:[1-9]|1[0-2])$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/;

/**
 * The Chinese or Japanese date at a token, "2025年11月20日", in full or in part: year-month-day with `?` for missing
 * leading parts.
 */
export function hanDateAt(
  tokens: readonly SentenceToken[],
  at: number,
): { readonly value: string; readonly length: number } | undefined {
  const year = partOf(tokens[at], ["年"], YEAR);
  const next = year === undefined ? at : at + 1;
  const month = partOf(tokens[next], ["月"], MONTH);
  if (month !== undefined) {
    return withDay(tokens, { at, next: next + 1, known: `${year ?? "?"}-${month}` });
  }
  if (year !== undefined) {
    return { value: year, length: 1 };
  }
  const day = partOf(tokens[at], ["日"], DAY);
  return day === undefined ? undefined : { value: `?-?-${day}`, length: 1 };
}

interface Known {
  readonly at: number;
  readonly next: number;
  readonly known: string;
}

function withDay(tokens: readonly SentenceToken[], { at, next, known }: Known) {
  const day = partOf(tokens[next], ["日", "号", "號"], DAY);
  return day === undefined
    ? { value: known, length: next - at }
    : { value: `${known}-${day}`, length: next + 1 - at };
}

function partOf(
  token: SentenceToken | undefined,
  units: readonly string[],
  range: RegExp,
): string | undefined {
  const amount = token?.type === "number" ? readHanAmount(token.text) : undefined;
  const isPart = amount !== undefined && units.includes(amount.unit) && range.test(amount.value);
  return isPart ? amount.value.padStart(2, "0") : undefined;
}
