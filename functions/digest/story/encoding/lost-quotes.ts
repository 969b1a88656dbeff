import { type LostPlace, markInWord, placeOf } from "./lost-place.ts";
import type { HouseStyle } from "./lost-style.ts";

/** Span of a lost mark. */
export interface LostMark {
  readonly at: number;
  readonly end: number;
}

/** Lookahead, in marks: shows whether a mark opens a nested quotation, or follows a plural "s". */
const AHEAD = 12;
const SHORTENED = /^(?:\d0s|tis|twas|em|cause|til|round|bout)(?!\p{L})/iu;
/** A possessive or contracted ending that some systems detach: "Iran’ s", "I ’ve". */
const DETACHED = /^ ?(?:s|t|re|ve|ll|d|m)(?![\p{L}’])/u;
/** Two marks between words, outside any quotation: a dash, then an opening quote. */
const DASH_BEFORE_QUOTE = /^[\p{L}\p{N}]ââ[\p{L}\p{N}$£€]/u;
const QUOTES = { double: ["“", "”", "‘", "’"], single: ["‘", "’", "“", "”"] } as const;

/**
 * Reads the lost marks of one line, first to last. The reader takes the index of a mark, the text before it
 * (restored) and the text after it (unrestored), and returns the original character. Quotation marks are
 * paired; nested quotations use the other kind.
 */
export function lostMarkReader(line: string, marks: readonly LostMark[], style: HouseStyle) {
  const places = marks.map(({ at, end }) =>
    placeOf(line.slice(Math.max(0, at - 1), at), line.slice(end, end + 2)),
  );
  const [opening, closing, innerOpening, innerClosing] = QUOTES[style.quotes];
  const isOpen = openBefore(line, marks);
  let depth = 0;

  const open = (index: number, _: string, after: string): string => {
    if (DETACHED.test(after) || (SHORTENED.test(after) && !closesLater(places, index, depth))) {
      return "’";
    }
    depth = depth === 1 && closesLater(places, index, 1) ? 2 : 1;
    return depth === 2 ? innerOpening : opening;
  };
  const close = (index: number, before: string, after: string): string => {
    if (isApostrophe(before, after) || (depth === 0 && !isOpen[index] && /\p{L}$/u.test(before))) {
      return "’";
    }
    if (depth > 0 && isPlural(before, after) && nextQuote(places, index) === "closing") {
      return "’";
    }
    depth = Math.max(0, depth - 1);
    return depth === 1 ? innerClosing : closing;
  };
  const read: Readonly<Record<LostPlace, (index: number, before: string, after: string) => string>> = {
    inside: (_, before, after) => markInWord(before, after),
    alone: (index, before, after) =>
      depth > 0 && /[,.!?] $/u.test(before) ? close(index, before, after) : style.dash,
    opening: open,
    closing: close,
  };
  return (index: number, before: string, after: string): string =>
    depth === 0 && DASH_BEFORE_QUOTE.test(`${before.slice(-1)}â${after}`)
      ? "—"
      : read[placeOf(before, after)](index, before, after);
}

/** Whether a quotation whose marks are intact is open before each mark. */
function openBefore(line: string, marks: readonly LostMark[]): readonly boolean[] {
  let [from, open] = [0, 0];
  return marks.map(({ at }) => {
    for (const [mark] of line.slice(from, at).matchAll(/[“”]/g)) {
      open = mark === "“" ? open + 1 : Math.max(0, open - 1);
    }
    from = at;
    return open > 0;
  });
}

function isApostrophe(before: string, after: string): boolean {
  return DETACHED.test(after) && /\p{L}$/u.test(before);
}

function isPlural(before: string, after: string): boolean {
  return /s$/iu.test(before) && /^(?:\s\p{Ll}|$)/u.test(after);
}

/** Whether all quotations open at a mark, `depth` of them plus the one it may open, close after it. */
function closesLater(places: readonly LostPlace[], index: number, depth: number): boolean {
  let open = depth + 1;
  for (const place of places.slice(index + 1, index + 1 + AHEAD)) {
    if (place === "opening" || place === "closing") {
      open += place === "opening" ? 1 : -1;
    }
    if (open === 0) {
      return true;
    }
  }
  return false;
}

function nextQuote(places: readonly LostPlace[], index: number): LostPlace | undefined {
  return places
    .slice(index + 1, index + 1 + AHEAD)
    .find((place) => place === "opening" || place === "closing");
}
