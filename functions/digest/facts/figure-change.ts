import { readSentence } from "./reading/read.ts";
import type { FactChange } from "./types.ts";

/** The sides of a fact, which editions have as null where there is none. */
export interface FactSides {
  readonly kind: FactChange["kind"] | "negation";
  readonly before?: string | null | undefined;
  readonly after?: string | null | undefined;
}

/**
 * By what share of itself a figure changed: 0.5 for 12 → 18, in the size of the change, without its direction. `undefined` unless both sides are one
 * number of the same unit: of 12 to 15 → 20 nobody can say. From zero the share is infinite.
 */
export function figureChange({ kind, before, after }: FactSides, lang?: string): number | undefined {
  if (kind !== "number" || before == null || after == null) {
    return undefined;
  }
  const [was, is] = [before, after].map((text) => figureOf(text, lang));
  if (was === undefined || is === undefined || was.unit !== is.unit || was.value === is.value) {
    return undefined;
  }
  return Math.abs(is.value - was.value) / Math.abs(was.value);
}

function figureOf(text: string, lang: string | undefined): { value: number; unit: string } | undefined {
  const numbers = readSentence(text, lang).units.filter(({ sort }) => sort === "number");
  const [only] = numbers;
  const written = /^#(-?\d+(?:\.\d+)?)/.exec(only?.key ?? "")?.[1];
  return numbers.length !== 1 || written === undefined
    ? undefined
    : { value: Number(written), unit: only?.unit ?? "" };
}
