import { type LostPlace, markInWord, placeOf } from "./lost-place.ts";

/** Where a mark stood that was lost. */
export interface LostMark {
  readonly at: number;
  readonly end: number;
}

/** How many marks ahead decide whether the "s" before a mark belongs to a plural. */
const AHEAD = 8;
const SHORTENED = /^(?:\d0s|tis|twas|em|cause|til|round|bout)(?!\p{L})/iu;

/**
 * Reads the lost marks of one line, first to last. The reader takes the index of a mark, what stands before it
 * (restored) and what stands behind it (as it came), and gives the character that it was. Quotation marks come in
 * pairs, single ones inside double ones.
 */
export function lostMarkReader(line: string, marks: readonly LostMark[]) {
  const places = marks.map(({ at, end }) =>
    placeOf(line.slice(Math.max(0, at - 1), at), line.slice(end, end + 2)),
  );
  const closings = closingsBehind(places);
  let depth = 0;

  const open = (index: number, after: string): string => {
    const left = closings[index] ?? 0;
    if (SHORTENED.test(after) && left <= depth) {
      return "’";
    }
    depth = depth === 1 && left > 1 ? 2 : 1;
    return depth === 2 ? "‘" : "“";
  };
  const close = (index: number, before: string, after: string): string => {
    const isPlural = /s$/iu.test(before) && /^(?:\s\p{Ll}|$)/u.test(after);
    if (depth === 0 ? /\p{L}$/u.test(before) : isPlural && nextQuote(places, index) === "closing") {
      return "’";
    }
    depth = Math.max(0, depth - 1);
    return depth === 1 ? "’" : "”";
  };
  const read: Readonly<Record<LostPlace, (index: number, before: string, after: string) => string>> = {
    inside: (_, before, after) => markInWord(before, after),
    alone: () => "—",
    opening: (index, _, after) => open(index, after),
    closing: close,
  };
  return (index: number, before: string, after: string): string =>
    read[placeOf(before, after)](index, before, after);
}

/** How many marks behind each one stand where a quotation closes. */
function closingsBehind(places: readonly LostPlace[]): number[] {
  let seen = 0;
  return places
    .toReversed()
    .map((place) => (place === "closing" ? seen++ : seen))
    .reverse();
}

function nextQuote(places: readonly LostPlace[], index: number): LostPlace | undefined {
  return places
    .slice(index + 1, index + 1 + AHEAD)
    .find((place) => place === "opening" || place === "closing");
}
