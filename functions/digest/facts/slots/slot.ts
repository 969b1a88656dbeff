import type { ReadSentence, Unit } from "../reading/types.ts";
import type { FactKind } from "../types.ts";

/** A run of tokens of a sentence, half open. */
export interface Span {
  readonly sentence: ReadSentence;
  readonly from: number;
  readonly to: number;
}

/** A slot that holds another value now; a side is absent if the value came or went while its statement stands. */
export interface SlotChange {
  readonly kind: FactKind;
  readonly before?: Span;
  readonly after?: Span;
  /** How sure it is that both values stand in one slot, 0 to 1. */
  readonly confidence: number;
}

/** A change of a slot; the side that is `undefined` is absent. */
export function slotChange(
  kind: FactKind,
  before: Span | undefined,
  after: Span | undefined,
  confidence: number,
): SlotChange {
  return {
    kind,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    confidence,
  };
}

/** The text of a span as written. */
export function surfaceOf({ sentence, from, to }: Span): string {
  const { text, tokens } = sentence;
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** The tokens of a unit, with the rest of the range or score that it is part of. */
export function spanOf(sentence: ReadSentence, { from, to, shown }: Unit): Span {
  return { sentence, from: shown?.[0] ?? from, to: shown?.[1] ?? to };
}

/** The tokens from the first to the last of some units; `undefined` if there are none. */
export function spanOfUnits(sentence: ReadSentence, units: readonly Unit[]): Span | undefined {
  const [first, last] = [units[0], units.at(-1)];
  return first === undefined || last === undefined ? undefined : { sentence, from: first.from, to: last.to };
}

/** The units that lie within a span. */
export function unitsIn({ sentence, from, to }: Span): readonly Unit[] {
  return sentence.units.filter((unit) => unit.from >= from && unit.to <= to);
}
