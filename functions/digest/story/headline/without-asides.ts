import { capitalised } from "../../text/asides/salutation.ts";
import { bare } from "../../text/sentences/quotation-marks.ts";
import { hasSource } from "./attribution.ts";
import { losesDoubt } from "./doubt.ts";
import { isVerb, leadsOn, wordsOf } from "./headline-words.ts";

/** What opens the description of a name. */
const DESCRIBES: Readonly<Record<string, RegExp>> = {
  en: /^(?:the|an?|who|whose|which|one of|his|her|its|\d+)[\s,]/u,
  de: /^(?:der|die|das|eine?|\d+)[\s,]/u,
  fr: /^(?:les?|la|l['’]|une?|qui|dont|ancien(?:ne)?|\d+)[\s,]?/u,
  es: /^(?:el|la|una?|quien|que|\d+)[\s,]/u,
};
/** What opens a clause of time, cause or contrast, without which the main clause is as true. */
const LEADS: Readonly<Record<string, RegExp>> = {
  en: /^(?:as|after|following|amid|despite|although|though|while|because|since|(?:\p{L}+ ){1,2}after) /iu,
  fr: /^(?:après|alors que|tandis que|malgré|bien que) /iu,
  es: /^(?:tras|como|después de|luego de|mientras|aunque|pese a|a pesar de) /iu,
};
/** A clause that belongs to the one before. */
const GOES_ON = /^(?:and|or|but|who|which|whose|that|where|when|et|ou|mais|qui|que|dont|y|o|pero|quien) /iu;
const COMMA = /,[”"’»“]{0,2} /gu;
const ASIDE = / ?\([^()]{0,200}\)| ?\[[^[\]]{0,200}\]| (?:[–—]|--?) [^–—]{3,160}? (?:[–—]|--?)(?= )/gu;
/** An aside that its sentence needs: "— and the ferries —". */
const IS_PART = /^[\s–—([-]*(?:and|or|not|but|und|oder|nicht|aber|et|ou|mais|pas|y|o|no|pero) /iu;
/** Longest subject, in words: "The former harbour master, Ada Moor". */
const MAX_SUBJECT_WORDS = 8;
/** How many commas are looked at. */
const MAX_COMMAS = 12;
/** The least that is left of a sentence, in words. */
const MIN_WORDS = 5;

/**
 * A sentence without what it says as an aside, as long as it is longer than `most`: what stands in brackets or between dashes,
 * the description of the subject it begins with, a clause of time or contrast before the main clause. Each is only left out where
 * commas and an unmistakable verb show its end, and where it names no source, doubt or condition.
 */
export function withoutAsides(sentence: string, most: number, lang: string): string {
  let short = sentence;
  for (const rule of [withoutBrackets, withoutLead, withoutDescription]) {
    const shorter = short.length > most ? bare(rule(short, lang)) : short;
    short = wordsOf(shorter).length >= MIN_WORDS && !losesDoubt(short, shorter) ? shorter : short;
  }
  return short;
}

function withoutBrackets(sentence: string): string {
  return sentence.replaceAll(ASIDE, (aside) => (hasSource(aside) || IS_PART.test(aside) ? aside : ""));
}

/** "The harbour master, Ada Moor, who …, has left" is "The harbour master, Ada Moor has left". */
function withoutDescription(sentence: string, lang: string): string {
  const commas = commasIn(sentence);
  const from = commas.findIndex(({ end }) => DESCRIBES[lang]?.test(sentence.slice(end)) === true);
  const subject = wordsOf(sentence.slice(0, commas[from]?.start));
  const to = commas.slice(from + 1).find(({ end }) => isVerb(firstWord(sentence.slice(end)), lang));
  const isSubject = subject.length <= MAX_SUBJECT_WORDS && !subject.some((word) => isVerb(word, lang));
  if (from < 0 || to === undefined || !isSubject || leadsOn(sentence)) {
    return sentence;
  }
  return `${subject.join(" ")}${from > 0 ? "," : ""} ${sentence.slice(to.end)}`;
}

function firstWord(text: string): string {
  return wordsOf(text.slice(0, 40))[0] ?? "";
}

/** "After …, Ada Moor has left" is "Ada Moor has left". */
function withoutLead(sentence: string, lang: string): string {
  if (LEADS[lang]?.test(sentence) !== true) {
    return sentence;
  }
  const commas = commasIn(sentence);
  const main = commas.find(({ end }, index) => {
    const clause = sentence.slice(end, commas[index + 1]?.start);
    const verb = wordsOf(clause).findIndex((word) => isVerb(word, lang));
    return verb > 0 && !GOES_ON.test(clause);
  });
  return main === undefined ? sentence : capitalised(sentence.slice(main.end));
}

function commasIn(sentence: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(sentence.matchAll(COMMA), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  })).slice(0, MAX_COMMAS);
}
