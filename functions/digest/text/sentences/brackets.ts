const CLOSER_OF: Readonly<Record<string, string>> = { "(": ")", "[": "]", "（": "）" };
const BRACKET = /[()[\]（）]/g;
/** What stands in a pair wider than this is a text of its own, not an aside. */
const MAX_WIDTH = 600;

/** Spans of text between an opening bracket and its partner. */
export interface Brackets {
  /** Whether a stop at `from`, closed at `to`, lies inside a pair that is still open at `to`. */
  covers(from: number, to: number): boolean;
}

/** Matches round and square brackets; one without a partner covers nothing. Linear in the text. */
export function matchedBrackets(text: string): Brackets {
  const closedAt = outermostPairs(text);
  let next = 0;
  return {
    /** Must be asked in ascending order. */
    covers(from, to) {
      while (next < closedAt.length && (closedAt[next]?.close ?? 0) < to) {
        next++;
      }
      const pair = closedAt[next];
      return pair !== undefined && pair.open < from && to <= pair.close;
    },
  };
}

interface Pair {
  readonly open: number;
  readonly close: number;
}

function outermostPairs(text: string): Pair[] {
  const open: { closer: string; at: number }[] = [];
  let pairs: Pair[] = [];
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    const closer = CLOSER_OF[bracket];
    if (closer !== undefined) {
      open.push({ closer, at: index });
    } else if (open.at(-1)?.closer === bracket) {
      const at = open.pop()?.at ?? index;
      if (index - at <= MAX_WIDTH) {
        pairs = withPair(pairs, { open: at, close: index });
      }
    }
  }
  return pairs;
}

/** Pairs come in the order of their closing; a wider one swallows those that it holds. */
function withPair(pairs: Pair[], pair: Pair): Pair[] {
  while ((pairs.at(-1)?.open ?? -1) > pair.open) {
    pairs.pop();
  }
  pairs.push(pair);
  return pairs;
}
