import { bare, closeQuotation } from "../../text/sentences/quotation-marks.ts";
import { isSpeech } from "./attribution.ts";
import { isInsideName, isVerb, leadsOn, mayClaim, opensPhrase, wordsOf } from "./headline-words.ts";

/** The least that a cut leaves, as a share of what there is room for, and the least of one at a clause. */
const LEAST = 0.55;
const LEAST_CLAUSE = 0.8;
const CLAUSE_END = /(?<!\d)[,;:،؛–—][”"’»“]{0,2}$|\d[,;][”"’»“]{0,2}$/u;
/** "and" and "or": in Portuguese "o" is an article, in Italian "e" joins, in Dutch "en". */
const AND = /^(?:and|or|und|oder|et|ou|y|и)$/u;
const AND_IN: Readonly<Record<string, RegExp>> = {
  es: /^[eo]$/u,
  it: /^[eo]$/u,
  pt: /^e$/u,
  nl: /^(?:en|of)$/u,
};
/** What goes on with the word before: "has filed a …", "plans to …", "part of …", where a preposition would begin a phrase. */
const GOES_ON =
  /^(?:an?|the|h(?:is|er)|its|their|our|my|your|th(?:is|at|ese|ose)|is|are|was|were|be|been|being|am|ha[sd]|have|having|will|would|can|could|may|might|shall|should|must|do|does|did|not?|very|more|most|less|least|some|any|every|each|other|another|same|such|several|only|just|even|also|of|to|than|le|la|les|l|une?|des?|du|l['’].*|el|los|las|una|del|al|ne|se|est|sont|ont|ha|han|son|es|qu?e|il|lo|gli|di|che|è|het|een|van)$/iu;
/** What only leads to what follows, and what a noun must follow. */
const LEADS_ON =
  /^(?:however|therefore|moreover|though|jedoch|allerdings|dagegen|cependant|toutefois|pourtant|embargo|obstante|però|tuttavia|porém|echter)[,;:]?$/iu;
const DETERMINER =
  /^(?:how|why|comment|pourquoi|cómo|wie|warum|hoe|waarom|chaque|cette|ces|cet|son|ses|leurs?|notre|nos|votre|vos|plusieurs|quelques|jede[rsnm]?|diese[rsnm]?|seine[rsnm]?|ihre[rsnm]?|unsere[rsnm]?|keine[rsnm]?|cada|sus?|est[aeo]s?|esas?|nuestr[ao]s?|algun[ao]s|vari[ao]s|ogni|suo|sua|questo|questa|seus?|suas?|elke?|deze|nouve(?:au|lle|aux|lles|l)|premi(?:er|ère)s?|derni(?:er|ère)s?|grande?s?|petite?s?|seule?s?|jeunes?|bonn?e?s?|nuev[oa]s?|primer[oa]?s?|últim[oa]s?|gran|únic[oa]s?|nuov[oaie]|prim[oaie]|ultim[oaie]|unic[oaie]|altr[oaie]|nov[oa]s?|primeir[oa]s?|outr[oa]s?|otr[oa]s?|autres?|new|first|former|own|neue[rsnm]?|erste[rsnm]?|letzte[rsnm]?|weitere[rsnm]?)$/iu;
/** Longest subject before a comma, in words. */
const MAX_SUBJECT_CLAUSE = 6;
/** Languages whose sentences say at the end whether it is so: "… stimmt dem Plan nicht zu". */
export const SENSE_AT_END = new Set(["de", "nl", "ja", "ko", "tr", "hu", "fa", "hi"]);

/** Where a sentence may be cut: at the end of a clause, or anywhere. */
export interface Cut {
  /** Longest beginning, in characters. */
  readonly most: number;
  readonly lang: string;
  readonly isAtClause?: boolean;
}

/**
 * The beginning of a sentence, with "…": as many whole clauses as fit, or else, unless `isAtClause`, up to the next phrase, or else any
 * word that does not need the next, nor stands with it in a name; `undefined` where that might leave out what turns the sense.
 */
export function cutAtWord(sentence: string, { most, lang, isAtClause = false }: Cut): string | undefined {
  const words = wordsOf(sentence);
  const lengths = words.map((word) => word.length + 1);
  let length = -1;
  const fitting: number[] = [];
  for (const [index, more] of lengths.entries()) {
    length += more;
    if (length >= most || index === words.length - 1) {
      break;
    }
    if (length >= LEAST * most) {
      fitting.unshift(index + 1);
    }
  }
  const isLong = (count: number) => words.slice(0, count).join(" ").length >= LEAST_CLAUSE * most;
  const isWhole = (count: number) =>
    !NEEDS_MORE.test(words[count - 1] ?? "") &&
    !(/,$/.test(words[count - 2] ?? "") && PARTICIPLE.test(words[count - 1] ?? "")) &&
    !words.slice(count - 1 - MAX_DANGLING, count - 1).some((word) => word.endsWith(",")) &&
    !DETERMINER.test(words[count - 1] ?? "") &&
    !opensQuotation(words.slice(0, count)) &&
    !opensPhrase(words[count - 1], lang) &&
    !/\d$/.test(words[count - 1] ?? "") &&
    !words.slice(count - 2, count).some(isSpeech) &&
    !isInsideName(words[count - 1] ?? "", words[count], words[count + 1]) &&
    !(isInList(words.slice(count, count + 3), lang) && isAfterMember(words, count));
  const isClauseEnd = (count: number) =>
    CLAUSE_END.test(words[count - 1] ?? "") &&
    !LEADS_ON.test(words[count - 1] ?? "") &&
    !isBetweenMembers(words, count) &&
    !isInList(words.slice(count, count + 3), lang);
  const least = claimStart(words, sentence, lang);
  const clauseEnds = fitting.filter((count) => count > least && isClauseEnd(count));
  const opensNext = (count: number) =>
    (opensPhrase(words[count], lang) && !GOES_ON.test(words[count] ?? "")) ||
    RELATIVE.test(words.slice(count, count + 2).join(" "));
  const atPhrase = () => {
    const whole = fitting.filter(isWhole);
    const rules = [
      opensNext,
      (count: number) => INFINITIVE.test(words[count] ?? ""),
      (count: number) => !GOES_ON.test(words[count] ?? ""),
    ];
    return rules.map((rule) => whole.find(rule)).find((count) => count !== undefined) ?? whole[0];
  };
  const isClauseOnly = SENSE_AT_END.has(lang) || isAtClause;
  const end = clauseEnds.find(isLong) ?? (isClauseOnly ? clauseEnds[0] : atPhrase());
  return end === undefined ? undefined : asClaim(words.slice(0, end), lang);
}

/** "…, given (by the best schools)": what a comma sets off goes on. */
const PARTICIPLE =
  /^(?:\p{Ll}{3,}(?:[aeiou]d[oa]s?|[aiu]t[oaei]|ée?s?|ed|ing)|given|held|made|led|run|built)$/u;
/** Verbs that say nothing without what follows: "convertirse en", "ponerse entre", "describing". */
const NEEDS_MORE = /^\p{L}{2,}[aei]rse$|^\p{Ll}{4,}(?:ing|iendo|ando|[iéu]vant|issant)$/u;
/** "el que podría convertirse en …", "ce qui": a clause begins. */
const RELATIVE =
  /^(?:(?:el|la|lo|los|las|ce) qu[ei]|(?:qui|dont|où|quien|donde|cuy[oa]s?|dove|which|who|whose|where)(?: \S+)?)$/iu;
/** What is said, hoped or planned stands after it. */
const THAT = /^qu(?:e|['’].*)$/iu;
/** "… an effort (to build software)": what it is for. */
const INFINITIVE = /^(?:to|pour|para|per)$/iu;
/** So many words of a quotation say something. */
const MIN_QUOTED = 4;

/** Whether the last words are but the beginning of a quotation. */
function opensQuotation(words: readonly string[]): boolean {
  const last = words.slice(-MIN_QUOTED);
  const opening = last.findLastIndex((word) => /^["“„«'‘]/u.test(word));
  return opening >= 0 && !last.slice(opening).some((word) => /["”»'’][.,;:!?]?$/u.test(word));
}

/** The first words of a sentence with "…"; `undefined` if what is said in them, or after "that", has no verb yet. */
function asClaim(said: readonly string[], lang: string): string | undefined {
  const clause = said.slice(said.findLastIndex((word) => THAT.test(word)) + 1);
  return mayClaim(clause, lang) ? closeQuotation(`${bare(said.join(" "))}…`) : undefined;
}

/** How many words stand before the claim: a clause that leads to it, or its subject and what describes that between commas. */
function claimStart(words: readonly string[], sentence: string, lang: string): number {
  const commas = words.flatMap((word, index) => (CLAUSE_END.test(word) ? [index + 1] : []));
  const [first = 0, second = 0] = commas;
  if (leadsOn(sentence)) {
    return first;
  }
  return first <= MAX_SUBJECT_CLAUSE && !words.slice(0, first).some((word) => isVerb(word, lang))
    ? second
    : 0;
}

/** So few words after a comma only begin what it sets off: ", the last part (of which …)". */
const MAX_DANGLING = 2;

/** Longest member of a list, in words. */
const MAX_MEMBER = 3;

/** "… partnerships, a grant call,": a comma, and another not far before it. */
function isAfterMember(words: readonly string[], count: number): boolean {
  const before = words.slice(Math.max(0, count - 1 - MAX_MEMBER), count - 1);
  return /,$/.test(words[count - 1] ?? "") && before.some((word) => /,$/.test(word));
}

/** "cost, speed, open architecture, and others": a comma, and others not far on both sides. */
function isBetweenMembers(words: readonly string[], count: number): boolean {
  return (
    isAfterMember(words, count) && words.slice(count, count + MAX_MEMBER).some((word) => /,$/.test(word))
  );
}

/** Whether a list goes on after a comma: "Easton, Weston and Karsk", "Easton, Weston, Karsk". */
function isInList([next = "", ...others]: readonly string[], lang: string): boolean {
  const isAnd = (word: string) => AND.test(word) || AND_IN[lang]?.test(word) === true;
  return next.endsWith(",") || isAnd(next) || others.some(isAnd);
}
