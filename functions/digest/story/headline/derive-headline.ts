import { isBesideText, opensNote, saysNoNews } from "../../text/asides/about-text.ts";
import { sendsElsewhere } from "../../text/asides/pointers.ts";
import { withoutSalutation } from "../../text/asides/salutation.ts";
import { bare, closeQuotation, hasOpenQuotation } from "../../text/sentences/quotation-marks.ts";
import { POINTS_BACK, refersBehind, THIS_TIME } from "../../text/sentences/references.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import { isMoment, withoutUpdateStamp } from "../frame/date-line.ts";
import { withoutOpening } from "../frame/opening.ts";
import { hasSource, splitAttribution } from "./attribution.ts";
import { type Cut, cutAtWord, SENSE_AT_END } from "./cut-at-word.ts";
import { losesDoubt } from "./doubt.ts";
import { gluedTitle, withoutStamp } from "./glued-title.ts";
import { boundHeadline, MAX_HEADLINE } from "./headline.ts";
import { opensPhrase, wordsOf } from "./headline-words.ts";
import { withoutAsides } from "./without-asides.ts";

/** Longest headline that is not cut, in characters, if its sentence can be cut soundly; {@link MAX_HEADLINE} if not, or with a source, a doubt or a condition at its end. */
const MAX_DERIVED = 160;
/** A shorter sentence, in words, makes no claim ("Wow."). */
const MIN_WORDS = 4;
const MIN_CLAUSE = 6;
/** How much of a paragraph is searched for its first sentence, and how much of that is read; in characters. */
const SEARCHED = 3000;
const READ = 800;
/** How many sentences are searched for one that makes a claim; the first is used if none does. */
const TRIED = 10;
/** Longest headline in an unspaced script, and the least of one that is cut; in characters. */
const MAX_UNSPACED = 60;
const MIN_UNSPACED = 10;

/** How stories greet their readers before they come to the point. */
const GREETING =
  /^(?:and|but|so|und|aber|et|mais|y|pero|well|yes|no|oh|ok|okay|wow|sorry|hello|hi|dear|welcome|good (?:morning|evening|news)|here(?:['’]s| is| are)|imagine|remember|bonjour|bienvenue|voici|hallo|liebe|willkommen|hola|bienvenid[oa]s|imagin[ae])(?=[\s,!])|^(?:nun|tja|na ja|naja|alors|eh bien|bueno|pues|now|so|ebbene|nou)(?=,)/iu;

/** What was said before is needed to know what is meant: a question that was passed over, for example. */
const REFERS = new RegExp(
  `^(?:${POINTS_BACK}|(?:to|for|in) this (?:question|end|reason|purpose|way)|(?:auf|aus|zu) diese[rmn]? (?:frage|weise|grund|zweck)|(?:à|pour|de) ce(?:t|tte) (?:question|effet|fin|raison|façon|manière)|(?:a|por|de|para) est[ae] (?:pregunta|razón|forma|manera|fin)|da(?:für|zu|her|durch)|des(?:halb|wegen)|hierzu|pour cela|p(?:ara|or) ello|por eso|this|that|these|those|he|she|they|il|elle|ils|elles|er|él|ella|ellos|ellas|ele|ela|eles|elas|hij|diese[rsmn]?|dies|cet?|cette|ces|cela|ça|est[aeo]|estas|estos|es[aeo]|esas|esos|quest[oaei]|dit|deze|ess[ae]s?|isso|isto)(?=[\\s,])`,
  "iu",
);

/** A pronoun without its noun points to a title even at the beginning: "Esto reveló un estudio". */
const POINTS =
  /^(?:esto|eso|aquello|isso|isto|aquilo|ciò|(?:cela|ça)(?! fait)|th(?:is|at) one|th(?:ese|ose) ones|cel(?:ui|le)-ci)\s/iu;
/** Nor does who is meant: "Er will dort werben", below a title that was lost. */
const PERSON = /^(?:s?he|they|er|elle|ils|elles|él|ella|ellos|ellas|ele|ela|eles|elas|hij)\s/iu;
/** An answer in figures says little without its question, if it has but a few words. */
const MAX_ANSWER = 8;
const FIGURES = /^(?:\p{L}+ ){0,2}\p{Nd}/u;
/** A note about the text, what only leads elsewhere, and a formula: none says what the story says. */
const ASIDE =
  /^(?:please|bitte|merci de|veuillez|por favor|per favore)\s|^(?:in short, |simply put, |well, )?(?:because|weil|parce qu|porque) [^,]{1,200}$|(?:is|are|ist|sind|est|sont|está|están|è|sono)(?: also| auch| aussi| également| también| anche)? (?:available|accessible|verfügbar|abrufbar|disponibles?|accessibles?|disponibil[ei]) (?:here|hier|ici|aquí|qui|online|en ligne|en línea)\.?$|^(?:update|edit|nachtrag|mise à jour|actualización|aggiornamento)\s?\([^)]{4,20}\)\s?:|^(?:costs?|prices?|when|where|date|time|location|venue|tickets?|contact|kosten|preis|wann|wo|ort|datum|zeit|anmeldung|kontakt|prix|tarifs?|quand|lieu|date[^:]{1,30}|horaires?|precio|cuándo|dónde|lugar|fecha|quando|dove|luogo|prezzo):\s|^\S{1,12} \S{3,12} \d{4} posted in |^(?:(?:editor|author|translator)['’]s note|note|nota|anmerkung(?:en)?|remarque|opmerking)(?: (?:d|v)[^\s:]* [^:]{1,30})?:|(?<!\p{L})(?:(?:click|tap|cliquez|klicken sie|klicke?|clic|clicca|clique|klik) (?:hier|here|ici|aquí|aqui|qui)|hier klicken)(?!\p{L})|\$\$|\\\(/iu;
/** After the stop of a paragraph no sentence goes on, whatever the next one opens with. */
const PARAGRAPH_END = /(?<=[.!?…]["”»’)]?)\n/u;
/** "… our plans (https://example.org)": no headline has one. */
const ADDRESS = /\s+(?:\(https?:\/\/[^\s)]+\)|https?:\/\/[^\s)]*[^\s).,;:!?])/giu;
const LEADING_DASH = /^[-–—•]\s+/u;
/** "the Center---she leads it---spoke", as dashes are typed. */
const TYPED_DASH = /(?<=[\p{L}\p{N})”"])-{2,3}(?=[\p{L}\p{N}(“"])/gu;
/** An abbreviation that something follows: no sentence ends there. */
const OPEN_SHORT = /(?:^|[\s(])(?:z\. ?B|d\. ?h|u\. ?a|e\.g|i\.e|p\. ?ex|p\. ?ej|bzw|vgl|ca|cf)\.$/iu;

/** Whether a sentence is the short answer to the question that opens the text. */
function isAnswer(claim: string, [opening = "", next]: readonly string[]): boolean {
  const isQuestion = /[?？]$/u.test(opening) && wordsOf(opening).length >= MIN_WORDS;
  return isQuestion && claim === next && FIGURES.test(claim) && wordsOf(claim).length <= MAX_ANSWER;
}

/**
 * A headline for paragraphs that have none: the title that was run together with them, or else their first sentence that makes a
 * claim, as it stands; "" if there are no words. Of a sentence that is too long, asides go, and then its end, which "…" shows: never
 * within a name, nor a doubt, a condition or whose claim it is. Nothing is added to what was said. Linear.
 */
export function deriveHeadline(paragraphs: string | readonly string[], lang = "en"): string {
  const whole = withoutUpdateStamp(withoutStamp([paragraphs].flat().join("\n").slice(0, SEARCHED)));
  const text = withoutSalutation(whole);
  const isGreeted = text !== whole;
  const title = gluedTitle(text, lang);
  if (title !== undefined) {
    return boundHeadline(bare(title));
  }
  const passages = text.split(PARAGRAPH_END);
  const told = passages.filter((passage) => !opensNote(passage));
  const sentences = (told.length === 0 ? passages : told)
    .flatMap((passage) => splitSentences(passage))
    .slice(0, TRIED)
    .map((sentence) =>
      sentence
        .slice(0, READ)
        .replace(LEADING_DASH, "")
        .replaceAll(ADDRESS, "")
        .replaceAll(TYPED_DASH, " – ")
        .trim(),
    )
    .map(withoutOpening);
  const [opening = ""] = sentences;
  const claims = wholeSentences(sentences).filter(makesClaim);
  const alone = claims.filter((claim) =>
    claim === opening && !isGreeted ? !POINTS.test(claim) && !PERSON.test(claim) : !refers(claim),
  );
  const telling = alone.filter((claim) => !isSlight(claim));
  const sound = SENSE_AT_END.has(lang)
    ? telling.slice(0, SOUND_CLAIMS).find((one) => isSound(one, lang))
    : undefined;
  const claim = sound ?? telling[0] ?? alone[0];
  const sentence = claim ?? claims[0] ?? opening;
  return headlineOf(isAnswer(sentence, sentences) ? opening : sentence, lang);
}

function refers(sentence: string): boolean {
  const opening = sentence.slice(0, READ).toLowerCase();
  return (REFERS.test(opening) && !THIS_TIME.test(opening)) || refersBehind(opening);
}

function headlineOf(sentence: string, lang: string): string {
  return boundHeadline(isSpaced(sentence) ? shorten(bare(sentence), lang) : cutUnspaced(bare(sentence)));
}

/** Where the sense stands at the end, claims of which the first is taken that fits, or that can be shortened soundly. */
const SOUND_CLAIMS = 2;

/** Whether a sentence is not cut at any word. */
function isSound(sentence: string, lang: string): boolean {
  return !isSpaced(sentence) || shorten(bare(sentence), lang).length <= MAX_HEADLINE;
}

/** "We are looking for you", "Es wird wieder schön!", "Cette offre est pourvue": a few words without a name or figure say little. */
function isSlight(sentence: string): boolean {
  const [, ...words] = wordsOf(sentence);
  const isNamed = words.some((word) => /\p{Nd}|^\P{L}*\p{Lu}/u.test(word));
  const isEmpty = sentence.endsWith("!") || ADDRESSES.test(sentence) || refers(sentence);
  return words.length < MIN_CLAUSE && !isNamed && isEmpty;
}

/** Writer and reader alone. */
const ADDRESSES =
  /^(?:we|i|you|it|wir|ich|es|du|ihr|nous|je|on|vous|nosotros|estamos|noi|nós)(?=\s)|(?<!\p{L})(?:you|us|euch|dich|vous|nous|ti|vosotros|os)(?!\p{L})/iu;

/** The sentences without those of a quotation that goes on, as who said it is not told before its end; and without parts of one. */
function wholeSentences(sentences: readonly string[]): readonly string[] {
  let isQuoted = false;
  return sentences.filter((sentence, index) => {
    const wasQuoted = isQuoted;
    isQuoted = isQuoted !== hasOpenQuotation(sentence);
    const isBroken = isFigure(sentences[index - 1], sentence) || isFigure(sentence, sentences[index + 1]);
    return !wasQuoted && !isBroken && !(isQuoted && /^["“„«»]/u.test(sentence));
  });
}

/** "a magnitude of 5. 9 hit": one figure, not two sentences; "18 crews" is the next one. */
function isFigure(before = "", after = ""): boolean {
  return /\d\.$/.test(before) && /^\d(?!\d)/.test(after);
}

function makesClaim(sentence: string): boolean {
  const words = wordsOf(sentence);
  const isLong = words.length >= MIN_WORDS || !isSpaced(sentence);
  const isNames = /\p{Ll}/u.test(sentence) && !words.some(isPlain);
  const isTold = isLong && !isNames && !isMoment(sentence);
  return (
    isTold &&
    !OPEN_SHORT.test(sentence) &&
    !ASIDE.test(sentence) &&
    ![isBesideText, saysNoNews, sendsElsewhere].some((is) => is(sentence)) &&
    !LEADS_TO_NEXT.test(sentence) &&
    !isMadeOfQuotations(sentence) &&
    !/[?？:：;][”"’»)]*$/u.test(sentence) &&
    !GREETING.test(sentence)
  );
}

/** "The office announces": what it says stands in the next line. */
const LEADS_TO_NEXT =
  /(?<!\p{L})(?:announces?|presents?|invites?(?: you)?|(?:kündigt|kündigen) an|(?:lädt|laden) ein|präsentier(?:t|en)|annoncent?|présentent?|invitent?|anuncian?|presentan?|invitan?|annuncia(?:no)?|presentano)$/iu;
/** Least words outside its quotations of a sentence that has several. */
const MIN_OUTSIDE = 3;

/** "“A lot of noise”, “little bread” or “off you go”...": sayings, of which the next sentence tells. */
function isMadeOfQuotations(sentence: string): boolean {
  const quoted = sentence.match(/["“„«][^"”“»]{1,200}["”“»]/gu) ?? [];
  const outside = wordsOf(sentence).length - quoted.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return quoted.length > 1 && outside < MIN_OUTSIDE;
}

/** A word that is no name, and no small word that joins names: "Ann Cole and Tom Lin" says nothing of them. */
function isPlain(word: string): boolean {
  return /^\P{L}*\p{Ll}{3}/u.test(word) && !opensPhrase(word);
}

/**
 * A sentence of up to {@link MAX_DERIVED} characters as it is. Of a longer one, the first of two claims, or what is left without asides, or
 * whole clauses; if it has none that fit, it stays whole up to {@link MAX_HEADLINE}, and is cut at a phrase beyond.
 */
function shorten(whole: string, lang: string): string {
  if (whole.length <= MAX_DERIVED) {
    return closeQuotation(whole);
  }
  const clause = firstClause(whole);
  if (clause !== undefined && clause.length <= MAX_DERIVED && !losesDoubt(whole, `${clause}…`)) {
    return closeQuotation(`${clause}…`);
  }
  const short = withoutAsides(whole, MAX_DERIVED, lang);
  const headline = short.length <= MAX_DERIVED ? short : cutWithSource(short, lang);
  return headline === undefined || losesDoubt(whole, headline) ? whole : headline;
}

/** The beginning of a sentence, at a clause or, if it is too long to stay whole, at a phrase. */
function cutWithSource(sentence: string, lang: string): string | undefined {
  const atClause = SENSE_AT_END.has(lang)
    ? undefined
    : withSource(sentence, { most: MAX_DERIVED, lang, isAtClause: true });
  const whole = sentence.length <= MAX_HEADLINE ? closeQuotation(sentence) : undefined;
  return atClause ?? whole ?? withSource(sentence, { most: MAX_HEADLINE, lang });
}

/** ", another change": what it is stands after the colon. */
const ANNOUNCES =
  /(?<!\p{L})(?:an? ?other|une? autre|une? nouve(?:au|lle)|(?:eine?n?|noch) (?:weitere[rsnm]?|andere[rsnm]?|neue[rsnm]?)|otr[oa]|un[oa]? altr[oa]|outr[oa]) \p{L}+(?: \p{L}+){0,2}$/iu;

/** What stands before a semicolon, which parts two claims, or a colon; a few words may only lead to one. */
function firstClause(sentence: string): string | undefined {
  return [";", ":"]
    .map((mark) => sentence.slice(0, Math.max(0, sentence.indexOf(mark))).trim())
    .find(
      (clause) =>
        wordsOf(clause).length >= MIN_CLAUSE &&
        !ANNOUNCES.test(clause) &&
        !/[([]/u.test(clause) &&
        !hasOpenQuotation(clause),
    );
}

/** The beginning of a sentence, with the source that it names at its end; `undefined` if it cannot be cut soundly. */
function withSource(sentence: string, cut: Cut): string | undefined {
  const attributed = splitAttribution(sentence, MAX_HEADLINE / 2);
  if (attributed === undefined) {
    return cutAtWord(sentence, cut);
  }
  const { claim } = attributed;
  const isRoom = claim.length + attributed.source.length + 2 <= MAX_HEADLINE;
  const source = isRoom ? attributed.source : withoutApposition(attributed.source);
  const room = MAX_HEADLINE - source.length - 2;
  const short = claim.length <= room ? claim : cutAtWord(claim, { ...cut, most: room });
  return short === undefined ? undefined : `${short}, ${source}`;
}

/** "the lawyer of the victims said, Karim Lint" without the name after the comma. */
function withoutApposition(source: string): string {
  const [first = ""] = source.split(", ");
  return hasSource(first) ? first : source;
}

/** Whether words are separated by spaces: not in an unspaced script, nor in a run of letters longer than any word. */
function isSpaced(sentence: string): boolean {
  const start = sentence.slice(0, 2 * MAX_UNSPACED);
  return /\s/.test(start) || (sentence.length <= MAX_UNSPACED && !UNSPACED.test(start));
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Chinese, Japanese, Thai: the sentence, or as many of its clauses as fit; Japanese says at its end who says it, and whether it is so. */
function cutUnspaced(sentence: string): string {
  const whole = sentence.replace(/[。！？｡।.!?]+$/u, "");
  if (whole.length <= MAX_UNSPACED) {
    return whole;
  }
  const start = whole
    .slice(0, MAX_UNSPACED)
    .toWellFormed()
    .replace(/\ufffd$/u, "");
  const clause = Math.max(...["，", "；", "、", ",", ";"].map((mark) => start.lastIndexOf(mark)));
  const headline = `${clause >= MIN_UNSPACED ? start.slice(0, clause) : start}…`;
  return losesDoubt(whole, headline) ? whole : headline;
}
