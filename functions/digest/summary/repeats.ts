import type { Row } from "../text/once.ts";
import { stemReader } from "../text/stems.ts";
import type { GradedSentence, IsUnfit } from "./choose.ts";

/** Share of the shorter of two sentences that both have, from which one says what the other says. */
const REPEATED = 0.75;
/** Stems from which two sentences are compared by them. */
const MIN_STEMS = 4;
/** Letters of a sentence that are read. */
const MAX_REPEAT_LETTERS = 1_000;

/** Whether a sentence says what one of those taken says: most of the words of the shorter one. */
export function repeatsIn(all: Row<GradedSentence>, lang: string | undefined): IsUnfit {
  const read = stemReader(lang);
  const known = new Map<number, ReadonlySet<string>>();
  const stemsAt = (index: number) => {
    const found =
      known.get(index) ?? new Set(read((all.at(index)?.sentence ?? "").slice(0, MAX_REPEAT_LETTERS)));
    known.set(index, found);
    return found;
  };
  return (index, taken) =>
    [...taken].some(
      (other) =>
        all.at(other)?.sentence === all.at(index)?.sentence || sharesMost(stemsAt(index), stemsAt(other)),
    );
}

function sharesMost(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = Math.min(a.size, b.size);
  return least >= MIN_STEMS && a.intersection(b).size >= REPEATED * least;
}
