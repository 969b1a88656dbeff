import { type Alphabet, SMALL_WORDS } from "./alphabets.ts";

/** How many small words of a language are counted. */
const MAX_COUNTED = 12;
const ENGLISH =
  "the of and to in is for that with was are by from has have said will be it as at his on not a or no";

const wordAlphabets = Map.groupBy(
  [...Object.entries({ ...SMALL_WORDS, english: ENGLISH })].flatMap(([alphabet, list]) =>
    list
      .split(" ")
      .map((word) => ({ alphabet: alphabet === "english" ? undefined : (alphabet as Alphabet), word })),
  ),
  ({ word }) => word,
);

/** How many small words of each language a text has; of English as `undefined`. */
export type WordCounts = ReadonlyMap<Alphabet | undefined, number>;

/** How many small words of each language an ASCII-compatible text has. */
export function countSmallWords(bytes: Uint8Array): WordCounts {
  const counts = new Map<Alphabet | undefined, number>();
  for (const word of Buffer.from(bytes)
    .toString("latin1")
    .toLowerCase()
    .split(/[^a-z\u0080-\u00ff]+/)) {
    for (const { alphabet } of wordAlphabets.get(word) ?? []) {
      counts.set(alphabet, Math.min(MAX_COUNTED, (counts.get(alphabet) ?? 0) + 1));
    }
  }
  return counts;
}
