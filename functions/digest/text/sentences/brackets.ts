const CLOSER_OF: Readonly<Record<string, string>> = { "(": ")", "[": "]", "（": "）" };
const BRACKET = /[()[\]（）]/;
const BRACKETS = new RegExp(BRACKET, "g");
/** A wider pair contains a text of its own, not an aside. */
const MAX_WIDTH = 600;

/** Spans of text between matching brackets. */
export interface Brackets {
  /** Whether a stop from `from` to `to` lies inside a pair that is still open at `to`. Query in ascending order. */
  covers(from: number, to: number): boolean;
}

/** Matches round and square brackets; an unmatched one covers nothing. Linear in the text, with few of them in memory. */
export function matchedBrackets(text: string): Brackets {
  const closedAt = BRACKET.test(text) ? outermostPairs(text) : [];
  let next = 0;
  return {
    covers(from, to) {
      while (next < closedAt.length && (closedAt[next]?.close ?? 0) < to) {
        next++;
      }
      const pair = closedAt[next];
      return pair !== undefined && pair.open < from && to <= pair.close;
    },
  };
}

interface BracketPair {
  readonly open: number;
  readonly close: number;
}

function outermostPairs(text: string): BracketPair[] {
  const open: { closer: string; at: number }[] = [];
  let pairs: BracketPair[] = [];
  for (const { 0: bracket, index } of text.matchAll(BRACKETS)) {
    const closer = CLOSER_OF[bracket];
    if (closer !== undefined) {
      open.push({ closer, at: index });
      forgetFarOnes(open);
    } else if (open.at(-1)?.closer === bracket) {
      const at = open.pop()?.at ?? index;
      if (index - at <= MAX_WIDTH) {
        pairs = withPair(pairs, { open: at, close: index });
      }
    }
  }
  return pairs;
}

/** Of more brackets than a pair is wide, the first are too far from any that will close. */
function forgetFarOnes(open: unknown[]): void {
  if (open.length > 2 * MAX_WIDTH) {
    open.splice(0, open.length - MAX_WIDTH - 1);
  }
}

/** Pairs arrive in the order in which they close; a wider one replaces those inside it. */
function withPair(pairs: BracketPair[], pair: BracketPair): BracketPair[] {
  while ((pairs.at(-1)?.open ?? -1) > pair.open) {
    pairs.pop();
  }
  pairs.push(pair);
  return pairs;
}
