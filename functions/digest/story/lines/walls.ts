import { once } from "../../text/once.ts";
import { hasUnspaced } from "../../text/scripts.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import { lowerCase } from "./line-words.ts";
import { ADDRESS, NOTICE_PHRASES, PAGE_NOUNS, type WallKind } from "./notice-words.ts";
import { hasSignal } from "./signals.ts";

/** Longest notice in one line, in characters. */
const MAX_NOTICE = 900;
/** Sentences of stories are longer than those of notices, and their lists have marks. */
const MAX_NOTICE_WORDS = 28;
const LISTED = /^(?:[-–•*·>▪✔✓]|\d{1,2}[.)]) /u;
/** From so many words on a notice could be a sentence of a story about such things. */
const MIN_SENTENCE_WORDS = 6;
/** Lines of a story that speak of cookies, subscriptions and the like from which it is about them. */
const MIN_ABOUT = 2;
/** Share of its sentences that are notices from which a text is a wall, and how many of them are looked at. */
const MIN_WALL = 0.5;
const MAX_WALL_SENTENCES = 60;

const KINDS = Object.keys(NOTICE_PHRASES) as readonly WallKind[];
/** A letter beside which a word has not ended; in scripts without spaces, words have no ends. */
const LETTER = "[[\\p{L}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}]]";
const word = (source: string) => new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, "v");
const patterns = once(() => ({
  phrases: new Map(KINDS.map((kind) => [kind, word(NOTICE_PHRASES[kind].join("|"))])),
  anyPhrase: word(KINDS.flatMap((kind) => NOTICE_PHRASES[kind]).join("|")),
  noun: word(PAGE_NOUNS),
  toReaders: word(ADDRESS),
}));
/** What is said by someone is quoted. */
const QUOTED = /["“”„«»「」『』]/u;
/** Lines of so many characters tell something; so many of them, and such a share, speak to the reader in a guide. */
const MIN_TELLING = 40;
const MIN_SPEAKING = 3;
const MIN_SPEAKING_SHARE = 0.4;
const YOU =
  /(?<![\p{L}])(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|[Vv]ous|[Vv]otre|[Vv]os|[Nn]ous|[Uu]sted|[Tt]us?|[Nn]uestr[oa]s?|[Vv]ocê|[Tt]u[oa]|[Nn]ostr[oa]|[Uu]w?|[Jj]e|[Jj]ouw|[Вв]ы|[Вв]аш\p{L}*)(?!\p{L})|(?<=[\p{L},] )(?:Sie|Ihre?[nmrs]?|Ihnen)(?!\p{L})/u;
/** The nouns that only such notices and stories about them have. */
const TOPIC =
  /cookie|javascript|consent|privacy|subscri|paywall|datenschutz|einwillig|abonn|confidentialité|privacidad|suscri|assina|abbona|куки|подписк|订阅|會員|会員/iu;

function plain(text: string): string {
  return lowerCase(text).replaceAll("’", "'");
}

/**
 * Whether a line is a notice of the site: each of its sentences speaks to the reader of cookies, subscriptions, newsletters and
 * the like, one of them in a phrase that only notices have, and nothing is quoted.
 */
export function isNotice(line: string): boolean {
  if (line.length > MAX_NOTICE || QUOTED.test(line) || LISTED.test(line)) {
    return false;
  }
  const text = plain(line);
  if (!hasSignal(text)) {
    return false;
  }
  const sentences = splitSentences(line).map(plain).flatMap(introduced);
  return sentences.every(maySpeak) && hasPhrase(text) && sentences.every(speaksOfItself);
}

/** "The tests begin in summer: sign up": what a sentence tells before it speaks to its reader. */
function introduced(sentence: string): readonly string[] {
  const colon = sentence.indexOf(": ");
  const lead = sentence.slice(0, Math.max(0, colon));
  return lead.split(" ").length < MIN_SENTENCE_WORDS ? [sentence] : [lead, sentence.slice(colon + 2)];
}

/** Whether a sentence is no longer than those of notices, and speaks to its reader if it is no mere phrase. */
function maySpeak(sentence: string): boolean {
  return (
    sentence.split(" ", MAX_NOTICE_WORDS + 1).length <= MAX_NOTICE_WORDS &&
    (mayStandAlone(sentence) || speaksToReader(sentence))
  );
}

function speaksOfItself(sentence: string): boolean {
  return hasPhrase(sentence) || (namesPage(sentence) && speaksToReader(sentence));
}

function hasPhrase(text: string): boolean {
  return patterns().anyPhrase.test(text);
}

function hasPhraseOf(kind: WallKind, text: string): boolean {
  return patterns().phrases.get(kind)?.test(text) === true;
}

function namesPage(text: string): boolean {
  return patterns().noun.test(text);
}

function isPhrase(sentence: string): boolean {
  return hasPhrase(sentence) && (mayStandAlone(sentence) || speaksToReader(sentence));
}

/** Too short for a sentence of a story. */
function mayStandAlone(sentence: string): boolean {
  return hasUnspaced(sentence) || sentence.split(" ").length < MIN_SENTENCE_WORDS;
}

function speaksToReader(sentence: string): boolean {
  return patterns().toReaders.test(sentence);
}

/**
 * Whether the lines of a story speak of such things themselves, or to their reader all the time as guides and terms do: a notice
 * among them is then a part of it.
 */
export function isAboutPages(lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.length >= MIN_TELLING && !QUOTED.test(line));
  const speaking = told.filter((line) => YOU.test(line)).length;
  return (
    lines.filter((line) => TOPIC.test(line)).length >= MIN_ABOUT ||
    (speaking >= MIN_SPEAKING && speaking >= MIN_SPEAKING_SHARE * told.length)
  );
}

/** How the titles of policies and terms are worded. */
const POLICY = once(() =>
  word(
    "(?:privacy|cookies?) (?:policy|notice|statement)|terms (?:of|and)|conditions of use|end user licen[cs]e|datenschutz\\p{L}*|" +
      "(?:nutzungs|geschäfts|vertrags)bedingungen|agb|politique (?:de confidentialité|relative aux|des? cookies)|" +
      "conditions (?:générales|d'utilisation|de vente)|mentions légales|protection des données|política de (?:privacidade?|cookies)|" +
      "(?:términos|condiciones|termos|condições) (?:y|e|de|del|do|gerais|generales|para)|aviso (?:de privacidade?|legal)|" +
      "informativa (?:sulla|sui|privacy|estesa)|termini (?:e|di)|condizioni (?:di|generali|d'uso)|note legali|" +
      "(?:privacy|cookie)(?:beleid|verklaring|statement)|(?:algemene |gebruiks)?voorwaarden|polityka (?:prywatności|cookies)|regulamin|" +
      "integritetspolicy|användarvillkor",
  ),
);

/** Whether a text is by its title the policy or the terms of a site, of which a notice is a clause. */
export function isPolicy(title: string): boolean {
  return POLICY().test(plain(title));
}

/**
 * What a text is that came in the place of a story: half of its sentences or more are notices or name what notices are about, some in
 * phrases that only such pages have. `undefined` if it may be a story.
 */
export function wallOf(lines: readonly string[]): WallKind | undefined {
  const sentences = lines
    .slice(0, MAX_WALL_SENTENCES)
    .flatMap((line) =>
      splitSentences(line).map((sentence) => ({ text: plain(sentence), isQuoted: QUOTED.test(line) })),
    )
    .slice(0, MAX_WALL_SENTENCES);
  const own = sentences.filter(({ isQuoted }) => !isQuoted).map(({ text }) => text);
  const worded = own.filter(hasPhrase);
  if (worded.length === 0) {
    return undefined;
  }
  const found = KINDS.map((kind) => ({
    kind,
    count: worded.filter((text) => hasPhraseOf(kind, text)).length,
  }));
  const [first] = found.toSorted((a, b) => b.count - a.count);
  const notices = own.filter((text) => isPhrase(text) || namesPage(text));
  return notices.length >= MIN_WALL * sentences.length ? first?.kind : undefined;
}
