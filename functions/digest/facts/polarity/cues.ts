import { phraseAt, wordSet } from "../phrases.ts";
import type { ReadSentence, Unit } from "../reading/types.ts";
import { type Side, unitsOf } from "../slots/gaps.ts";
import { CUES, type Cue } from "./degree-words.ts";
import { isCueIn } from "./languages.ts";

/** A month and a name. */
const NAMES = wordSet("May Will");

/** "As expected", "as likely as not": comparisons, which make nothing less certain; "as alleged thief" is none. */
const COMPARES = "as";
const COMPARED = wordSet("expected likely");

/** A cue in a sentence. */
export interface Found extends Cue {
  readonly words: string;
  readonly units: readonly Unit[];
}

/** The cues of one side of a gap. */
export function cuesIn(side: Side, lang: string | undefined): readonly Found[] {
  const units = unitsOf(side);
  const found: Found[] = [];
  for (let at = 0; at < units.length; ) {
    const phrase =
      isWord(side.sentence, units[at]) && !isCompared(side.sentence, side.from + at)
        ? phraseAt(CUES, (step) => units[at + step]?.key)
        : undefined;
    const length = phrase?.words.length ?? 1;
    if (phrase !== undefined && (length > 1 || isCueIn(phrase.words[0] ?? "", lang))) {
      found.push({ ...phrase.value, words: phrase.words.join(" "), units: units.slice(at, at + length) });
    }
    at += length;
  }
  return found;
}

function isCompared({ units }: ReadSentence, at: number): boolean {
  return units[at - 1]?.key === COMPARES && COMPARED.has(units[at]?.key ?? "");
}

function isWord({ tokens }: ReadSentence, unit: Unit | undefined): boolean {
  return unit?.sort === "word" && !NAMES.has(tokens[unit.from]?.text ?? "");
}

/** The cues of the whole sentence, in a gap and on both sides of it. */
export function allCues({ sentence, from, to }: Side, lang: string | undefined): readonly Found[] {
  const edges = [0, from, to, sentence.units.length];
  return edges.slice(1).flatMap((end, n) => cuesIn({ sentence, from: edges[n] ?? 0, to: end }, lang));
}

/** The cues whose degree is not among others: "should be able to" and "can" have one in common. */
export function without(cues: readonly Found[], others: readonly Found[]): readonly Found[] {
  return cues.filter(({ degree }) => !others.some((other) => other.degree === degree));
}

/** Whether the sentence of `all` has more cues of each degree than the other: none of them only moved. */
export function haveMore(cues: readonly Found[], all: readonly Found[], others: readonly Found[]): boolean {
  const count = (list: readonly Found[], degree: string) =>
    list.filter((cue) => cue.degree === degree).length;
  return cues.every(({ degree }) => count(all, degree) > count(others, degree));
}
