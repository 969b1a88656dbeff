import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { isAlias } from "./aliases.ts";

/**
 * "Velm (Norland)" → "Orsk (Sudland)": each is another, unless the one in brackets is short for the other; where someone else is
 * named, it goes without saying that they belong elsewhere.
 */
export function aroundBracket({ before, after }: Gap): readonly Gap[] {
  const [a, b] = [atBracket(before), atBracket(after)];
  const areBoth = a !== undefined && b !== undefined;
  return areBoth && !isGlossed(before, a) && !isGlossed(after, b)
    ? [
        { before: { ...before, to: a }, after: { ...after, to: b } },
        { before: { ...before, from: a }, after: { ...after, from: b } },
      ]
    : [];
}

/** The second unit of a side, if the first is a name of one word and the others stand in brackets. */
function atBracket(side: Side): number | undefined {
  const { tokens, units } = side.sentence;
  const isOpened = tokens[(units[side.from + 1]?.from ?? 0) - 1]?.text === "(";
  const isClosed = tokens[units[side.to - 1]?.to ?? 0]?.text === ")";
  return isOpened && isClosed && side.to > side.from + 1 ? side.from + 1 : undefined;
}

function isGlossed(side: Side, at: number): boolean {
  const [name, gloss] = [unitsOf({ ...side, to: at }), unitsOf({ ...side, from: at })];
  return isAlias(
    name.map(({ key }) => key),
    gloss.map(({ key }) => key),
  );
}
