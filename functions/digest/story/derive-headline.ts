import { boundHeadline } from "./headline.ts";
import { splitSentences } from "./sentences.ts";

/** Longest derived headline, in words. */
const MAX_WORDS = 12;
/** A compression that leaves less than this, in words, has lost the sentence. */
const MIN_WORDS = 4;
/** How much of a paragraph is searched for its first sentence, and how much of that is compressed; characters. */
const SEARCHED = 3000;
const COMPRESSED = 600;
/** How many sentences may be too short for a headline ("Wow.") before the first is taken after all. */
const TRIED = 3;
/** Longest headline of a script that is written without blanks; characters. */
const MAX_UNSPACED = 36;

const LEADING =
  /^(?:(?:on|in|at|during|after|before|since|amid|despite|following|with|as|while|when|for|under|over|from|by|throughout|according to|earlier|later|meanwhile|however|moreover|furthermore|additionally|today|yesterday|last|this|more recently|recently|in addition|nevertheless|still|finally)(?: [^\s,]+){0,9}), (?=\S)/iu;
const SPEECH =
  "said|says|announced|announces|confirmed|reported|stated|told|noted|added|revealed|declared|warned";
/** Only verbs that vouch for what follows: without its "said", a claim would read as a fact. */
const LEADING_SPEECH =
  /^(?:\S+ ){1,16}?(?:announced|announces|confirmed|confirms|reported) (?:on \p{Lu}\p{L}+day )?that (?=\S)/u;
const TRAILING_SPEECH = new RegExp(
  `,[”"]? (?:(?:\\S+ ){1,8}?(?:${SPEECH})(?: \\S+){0,6}|(?:according to|reports?|citing)(?: \\S+){1,12})$`,
  "iu",
);
const DAY = / (?:on|late on|early on) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[ ,]|$)/gu;
const ASIDE = / ?\([^()]{0,200}\)| ?\[[^[\]]{0,200}\]| (?:[–—]|--) [^–—]{3,160} (?:[–—]|--)(?= )/gu;
/** What stands between two commas and describes what stands before them. */
const APPOSITION =
  /, (?:the|a|an|who|which|whose|where|when|including|such as|one of|known|formerly|his|her|its|their|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?: [^\s,;]+){0,14}, (?!and |or )/gu;
const RELATIVE =
  /(?:, | – | — )(?:who|which|whose|where|reaffirming|adding|saying|including|as|while|although|though|but|a|an|the) .*$/u;

/** A first sentence as a headline: the rules that shorten it, in the order in which they are tried. */
const RULES: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence.replaceAll(ASIDE, ""),
  (sentence) => sentence.replace(LEADING, ""),
  (sentence) => sentence.replace(TRAILING_SPEECH, ""),
  (sentence) => sentence.replace(LEADING_SPEECH, ""),
  (sentence) => sentence.replaceAll(DAY, ""),
  (sentence) => sentence.replaceAll(APPOSITION, " "),
  (sentence) => sentence.replace(RELATIVE, ""),
];

/** Words after which a headline cannot end. */
const OPEN_WORD =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|than|that|which|who|whose|into|over|under|amid|after|before|about|between|against|during|through|its|his|her|their|our|my|your|this|these|those|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|not|no|very|more|most|if|while|when|where|der|die|das|den|dem|des|ein|eine|und|oder|von|zu|im|am|mit|le|la|les|un|une|du|de|et|ou|à|au|aux|en|el|los|las|y|o|do|da|dos|das|e|em|no|na|и|в|на|с|о|по|к|из|за|не)$/iu;
/** Words that open a phrase: a headline may end before one. */
const PHRASE_WORD =
  /^(?:and|but|or|of|in|on|at|to|for|from|by|with|as|than|that|which|who|whose|into|over|under|amid|after|before|about|between|against|during|through|while|when|where|because|since|until|despite|und|oder|von|zu|im|am|mit|nach|bei|et|ou|à|au|dans|pour|avec|sur|y|con|para|por|em|и|в|на|с|о|по|из|за)$/iu;

/** A headline of at most 12 words made from the first sentence of a paragraph; "" when that has no words. */
export function deriveHeadline(paragraph: string): string {
  const sentences = splitSentences(paragraph.slice(0, SEARCHED)).slice(0, TRIED);
  const sentence = (sentences.find(isLongEnough) ?? sentences[0] ?? "").slice(0, COMPRESSED);
  const isSpaced = /\s/.test(sentence.slice(0, 3 * MAX_UNSPACED)) || sentence.length <= MAX_UNSPACED;
  return boundHeadline(isSpaced ? compress(sentence) : cutUnspaced(sentence));
}

function isLongEnough(sentence: string): boolean {
  return wordsOf(sentence.slice(0, COMPRESSED)).length >= MIN_WORDS || sentence.length > MAX_UNSPACED;
}

function compress(sentence: string): string {
  let short = bare(sentence);
  for (const rule of RULES) {
    const shorter = bare(rule(short));
    if (wordsOf(short).length > MAX_WORDS && wordsOf(shorter).length >= MIN_WORDS) {
      short = shorter;
    }
  }
  return capitalise(bare(cutAtPhrase(wordsOf(short)).join(" ")));
}

/** Without the stop at its end, and without quotation marks that lost their partner. */
function bare(sentence: string): string {
  const text = sentence.trim().replace(/[\s,;:.–—-]+$/u, "");
  const opened = text.match(/[“"„«]/gu)?.length ?? 0;
  const closed = text.match(/[”"»]/gu)?.length ?? 0;
  const isBalanced = opened === closed && (text.match(/"/g)?.length ?? 0) % 2 === 0;
  return (isBalanced ? text : text.replaceAll(/[“”"„«»]/gu, "")).trim().replace(/[\s,;:.–—-]+$/u, "");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** The longest beginning of at most 12 words that ends where a phrase does; never inside a name. */
function cutAtPhrase(words: readonly string[]): readonly string[] {
  if (words.length <= MAX_WORDS) {
    return trimOpen(words);
  }
  for (let length = MAX_WORDS; length >= MIN_WORDS + 1; length--) {
    if (isPhraseEnd(words, length)) {
      return trimOpen(words.slice(0, length));
    }
  }
  return trimOpen(outsideName(words, MAX_WORDS));
}

function isPhraseEnd(words: readonly string[], length: number): boolean {
  const last = words[length - 1] ?? "";
  const next = words[length] ?? "";
  return (
    (/[,;:–—]$/u.test(last) || PHRASE_WORD.test(next) || /^[–—-]+$/u.test(next)) && !OPEN_WORD.test(last)
  );
}

function trimOpen(words: readonly string[]): readonly string[] {
  let length = words.length;
  while (length > 1 && OPEN_WORD.test((words[length - 1] ?? "").replace(/[,;:]$/u, ""))) {
    length--;
  }
  return words.slice(0, length);
}

/** Goes back before a name that the cut would split; a text all in capitals is cut where it is. */
function outsideName(words: readonly string[], limit: number): readonly string[] {
  let length = limit;
  while (length > MIN_WORDS && isCapitalised(words[length]) && isCapitalised(words[length - 1])) {
    length--;
  }
  return words.slice(0, length > MIN_WORDS ? length : limit);
}

function isCapitalised(word = ""): boolean {
  return /^["“‘(]?\p{Lu}/u.test(word);
}

function capitalise(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === "" ? "" : `${first.toLocaleUpperCase("en")}${text.slice(first.length)}`;
}

/** Chinese, Japanese, Thai: the first clause, or as much of it as fits. */
function cutUnspaced(sentence: string): string {
  const clause = /^[^，、；：,;]{6,36}(?=[，、；：,;])/u.exec(sentence)?.[0];
  const text = clause ?? [...sentence.slice(0, 2 * MAX_UNSPACED)].slice(0, MAX_UNSPACED).join("");
  return text.replace(/[。！？｡।.!?\s]+$/u, "");
}
