import type { Fact, Place } from "./fact-tokens.ts";

const DOUBLE = /^["“”„«»]$/;
const MAX_SURFACE = 300;

/**
 * What stands between quotation marks. A mark without its partner quotes to the end of the sentence, or from its
 * start: a quotation may run over several sentences. The value is the words alone, without the numbers in them, which
 * are facts of their own.
 */
export function quotationsIn(sentence: string, places: readonly Place[]): Fact[] {
  const spans: [number, number][] = [];
  let open: number | undefined;
  for (const [at, place] of places.entries()) {
    if (!DOUBLE.test(place.text)) continue;
    const closes = open !== undefined || isClosing(sentence, place);
    if (!closes) open = at;
    else {
      spans.push([open ?? -1, at]);
      open = undefined;
    }
  }
  if (open !== undefined) spans.push([open, places.length]);
  return spans.flatMap(([from, to]) => quotation(sentence, places, from, to));
}

/** Without an open quotation: a mark that can only close one. */
function isClosing(sentence: string, { text, start, end }: Place): boolean {
  if (text === "”" || text === "»") return true;
  if (text !== '"') return false;
  const isAfterText = start > 0 && /\S/.test(sentence.charAt(start - 1));
  return isAfterText && !/[\p{L}\p{N}]/u.test(sentence.charAt(end));
}

function quotation(sentence: string, places: readonly Place[], from: number, to: number): Fact[] {
  const inner = places.slice(from + 1, to);
  const value = inner.filter((place) => place.type === "word").map((place) => place.form);
  if (value.length === 0) return [];
  const start = places[from]?.start ?? 0;
  const end = places[to]?.end ?? sentence.length;
  const text = sentence.slice(start, end).trim();
  const surface = text.length > MAX_SURFACE ? `${text.slice(0, MAX_SURFACE).trimEnd()}…` : text;
  return [
    {
      kind: "quotation",
      value: value.join(" "),
      surface,
      from: Math.max(from, 0),
      to: Math.min(to + 1, places.length),
    },
  ];
}
