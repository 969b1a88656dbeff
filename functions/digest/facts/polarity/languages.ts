import { wordSet } from "../phrases.ts";

/** Words that are a cue, or a verb of saying, in one language and something else in another, where they are none. */
const NO_CUES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: "sin mai ma va mag kan nie ej inte wohl solo nada des pas",
    de: "will",
    nl: "will dit",
    fr: "mai no sin can",
    pt: "no sin nie can",
    it: "can",
    sv: "sin can",
    da: "sin can",
    no: "sin can",
    nb: "sin can",
    ro: "mai",
  }).map(([lang, words]) => [lang, wordSet(words)]),
);

/** Whether a word of the tables is what they say in a language, by its BCP 47 tag; without one, it is. */
export function isCueIn(word: string, lang: string | undefined): boolean {
  return lang === undefined || NO_CUES.get(lang.split("-")[0] ?? "")?.has(word) !== true;
}
