import { hasSource } from "./attribution.ts";
import { cutHeadline } from "./cut-headline.ts";
import { bare, isFiniteVerb, wordsOf } from "./headline-words.ts";

/** A compression shorter than this, in words, has lost the sentence. */
const MIN_WORDS = 4;

const LEADING =
  /^(?!according to |citing |at (?:least|most) |(?:over|under|from) [\d$£€])(?:on|in|at|during|after|before|since|amid|despite|following|with|as|while|when|for|under|over|from|by|upon|throughout|among|because of|thanks to|although|though|even|once|unlike|instead of|earlier|later|meanwhile|however|moreover|furthermore|additionally|today|yesterday|last|this|more recently|recently|in addition|nevertheless|still|finally|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|just|almost|nearly|more than) \S+ (?:after|before|since)|\p{L}{3,}ing(?= \p{Ll}{2,} \S+ \S+))(?: [^\s,]+){0,22}, (?![^\s,]+(?: [^\s,]+)?,? (?:and|or) )(?=\S)/iu;
/** Whoever announces, with what describes him, which the headline can do without: "A spokesman for the crews said that …". */
const LEADING_SPEAKER =
  /^((?:the |an? )?[^\s,]+(?: [^\s,]+)?) (?:of|for|at|from|with|in) (?:[^\s,]+ ){1,9}?((?:has |have )?(?:announced|announces|confirmed|confirms|reported|said|says|claimed|claims|warned|warns) (?:on \p{Lu}\p{L}+day )?that )(?=\S)/iu;
const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
/** "on Monday"; "Monday" alone only after a lower-case word, where it is not part of a name. */
const DAY = new RegExp(
  `(?: (?:late |early )?on (?:late |early )?${WEEKDAY}|(?<=\\p{Ll}\\p{Ll}(?<! (?:the|each|every|next|last|this|until|since|from|by|and|or|of|for|to))) (?:late |early )?${WEEKDAY})(?: (?:morning|night|evening|afternoon))?(?=,? \\p{Ll}|,? ?$)`,
  "gu",
);
const TIME =
  / (?:yesterday|today|tonight|overnight|this (?:week|month|morning|evening)|last (?:night|week|month))(?=,? \p{Ll}|,? ?$)/gu;
const ASIDE = / ?\([^()]{0,200}\)| ?\[[^[\]]{0,200}\]| (?:[–—]|--?) [^–—]{3,160} (?:[–—]|--?)(?= )/gu;
/** A description set off by two commas. */
const APPOSITION =
  /, (?:the|a|an|who|which|whose|where|when|including|such as|one of|known|formerly|his|her|its|their|\d+|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?: [^\s,;]+){0,14}, (?!and |or )/gu;
const AGE = /, (?:aged )?\d{1,3}, /gu;
const RELATIVE =
  /(?:, | – | — | -- )(?:who|which|whose|where|including|as|while|although|though|but|so|after|before|when|because|despite|a|an|the|\p{Ll}{2,}ing) .*$/u;
/** An office before a two-word name, which is enough alone. */
const OFFICE =
  /^(?:(?:[Tt]he )?(?:\p{Lu}\p{L}+(?<=n|i|sh|ch|se|U\.S\.) )?(?:Vice |Deputy |Acting |former )?(?:President|Prime Minister|Foreign Minister|Foreign Secretary|Defen[cs]e (?:Minister|Secretary)|Secretary of State|Chancellor|Governor|Senator|Sen\.|Gov\.|Mayor|Minister|Ambassador)) (?=\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+ )/u;
/** A phrase of place after the subject, before its auxiliary. */
const SUBJECT_PHRASE =
  / (?:in|at|from|near|along|outside|across|on)(?: (?!(?:has|have|had|was|were|is|are|will|would|could|can|may|that|who|which)(?= ))[^\s,]+){1,7}(?= (?:has|have|had|was|were|is|are|will|would|could|can|may) \p{Ll})/u;

/** The rules that shorten a sentence, in the order they are tried. */
const RULES: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence.replaceAll(ASIDE, (aside) => (hasSource(aside) ? aside : "")),
  (sentence) => sentence.replace(LEADING, ""),
  (sentence) => sentence.replace(LEADING, ""),
  (sentence) => sentence.replace(LEADING_SPEAKER, "$1 $2"),
  (sentence) => sentence.replaceAll(DAY, ""),
  (sentence) => sentence.replaceAll(AGE, " "),
  (sentence) => sentence.replaceAll(APPOSITION, " "),
  withoutRelative,
  (sentence) => sentence.replaceAll(TIME, ""),
  (sentence) => sentence.replace(OFFICE, ""),
  withoutSubjectPhrase,
];

/**
 * An English sentence as a headline of at most `maxWords` words, or two more (see `cutHeadline`). While it is too long, drops asides, leading
 * adverbials, days, appositions and relative clauses, in the order of {@link RULES}; then cuts it at the end of a
 * phrase. Keeps hedges ("reportedly", "could") and the source of a claim.
 * Bounded: each rule is tried once.
 */
export function compressEnglish(sentence: string, maxWords: number): string {
  let short = bare(sentence);
  for (const rule of RULES) {
    const shorter = bare(rule(short));
    if (wordsOf(short).length > maxWords && wordsOf(shorter).length >= MIN_WORDS) {
      short = shorter;
    }
  }
  return capitalise(bare(cutHeadline(wordsOf(short), maxWords).join(" ")));
}

/** Drops what a dash or a comma sets off at the end, unless it contains the verb. */
function withoutRelative(sentence: string): string {
  const shorter = sentence.replace(RELATIVE, "");
  return wordsOf(shorter).some(isFiniteVerb) ? shorter : sentence;
}

function withoutSubjectPhrase(sentence: string): string {
  const at = sentence.search(SUBJECT_PHRASE);
  const isInSubject = at > 0 && !wordsOf(sentence.slice(0, at)).some(isFiniteVerb);
  return isInSubject ? sentence.replace(SUBJECT_PHRASE, "") : sentence;
}

function capitalise(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === "" ? "" : `${first.toLocaleUpperCase("en")}${text.slice(first.length)}`;
}
