import { countUnspaced } from "../text/scripts.ts";

/** How well a sentence suits a summary, best first; an aside is no sentence, and suits none. */
export type Grade = "strong" | "weak" | "item" | "heading" | "aside";

const MIN_WORDS = 8;
const MAX_WORDS = 80;
const MAX_GREETING = 4;
/** Longest headline or sub-heading, in words; a longer line without one is a sentence that lost its full stop. */
const MAX_HEADING = 20;
/** Title case is judged by words of at least four letters, if there are at least three. */
const TITLE_WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}]{3,}/gu;
const TITLE_WORDS = 3;
const TITLE_SHARE = 0.75;

const CLOSERS = "[\"'”’»›“‘」』）)\\]\\s]{0,12}";
const STOP = new RegExp(`[.!?…‽。．！？।॥؟۔։።។]${CLOSERS}$`, "u");
const QUESTION = new RegExp(`[?？؟]${CLOSERS}$`, "u");
/** An emoji in the place of a stop. */
const EMOJI_STOP = /\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}]|\s)*$/u;
const EXCLAMATION = new RegExp(`[!！]${CLOSERS}$`, "u");
const INTRODUCES = /[:：]\s?\.?$/u;
const LIST_MARKER = /^(?:[•⁃◦▪‣*·–—+→⇒»-]\s|[-=]{1,2}>\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;
const NUMBERED = /^\(?\d/;
/** Templates and scripts that a page left in its text. */
const CODE =
  /\{[{%#]|[%#}]\}|<[?%]|[?%]>|<\/?(?:div|span|script|style|img|br|h\d)\b|\bfunction(?: \w{1,40})?\(|\b(?:document|window)\.\w|=> ?\{|\);$/;

const HAS_WORD = /\p{L}[\p{L}\p{M}]|\p{Lo}/u;
const BEGINS_SMALL = /^\p{Ll}+[^\p{L}]/u;
const CAPTION = /\((?:pictured|above|left|right|centre|center|file photo|file)\b/i;
/** "Photo: …", "Top row: …", "From left: …". */
const CAPTION_LABEL =
  /^(?:pictured?|photos?|images?|figures?|caption|video|watch|foto|bild|abbildung|imagen|vidéo|(?:top|bottom|front|back) row|from left(?: to right)?|left to right|clockwise from [a-z ]{3,12}|von links(?: nach rechts)?|de gauche à droite|de izquierda a derecha|da sinistra a destra)(?: \d{1,3})?: /i;
/** An address as text; a list of downloads is made of them. */
const ADDRESS = /\bhttps?:\/\/\S+/g;
const ADDRESS_SHARE = 0.5;
/** Words are counted in this many characters from the start; stops are sought in this many at the end. */
const SEARCHED = 4000;
const END = 20;

/** A grade, and the sentences that have it. */
type GradeRule = readonly [grade: Grade, holds: (sentence: string, words: number) => boolean];

/**
 * The first row that holds gives the grade:
 *
 * | sentence | grade |
 * |---|---|
 * | a caption, code, or only numbers and marks | aside |
 * | ends with a colon; mostly web addresses; capitals alone | heading |
 * | at most 4 words, an exclamation | heading |
 * | at most 20 words, without a stop (or 8 and an emoji), or a question or exclamation in title case | heading |
 * | at most 80 words in title case, without a stop | heading |
 * | begins with a list mark, unless that is the number of a paragraph of over 20 words | item |
 * | under 8 words or over 80; a question | weak |
 */
const GRADE_RULES: readonly GradeRule[] = [
  ["aside", (text) => isCaption(text) || CODE.test(text) || !HAS_WORD.test(text)],
  ["heading", (text) => isIntroduction(text) || isMadeOfAddresses(text) || isInCapitals(text)],
  ["heading", (text, words) => words <= MAX_GREETING && EXCLAMATION.test(text.slice(-END))],
  ["heading", (text, words) => words <= MAX_HEADING && isTitleLike(text) && !endsInEmoji(text, words)],
  ["heading", (text, words) => words <= MAX_WORDS && !STOP.test(text.slice(-END)) && isTitleCase(text)],
  [
    "item",
    (text, words) => LIST_MARKER.test(text.slice(0, 8)) && !(words > MAX_HEADING && NUMBERED.test(text)),
  ],
  ["weak", (text, words) => words < MIN_WORDS || words > MAX_WORDS || isQuestion(text)],
];

/** Whether a sentence asks something. */
export function isQuestion(sentence: string): boolean {
  return QUESTION.test(sentence.slice(-END));
}

/** Whether a sentence only says what follows: "Attendees:". */
export function isIntroduction(sentence: string): boolean {
  return INTRODUCES.test(sentence.slice(-8));
}

/** How well a sentence suits a summary by its form, whatever it says. */
export function gradeOf(sentence: string): Grade {
  const text = sentence.length > SEARCHED ? sentence.slice(0, SEARCHED) + sentence.slice(-END) : sentence;
  const words = countWords(text);
  return GRADE_RULES.find(([, holds]) => holds(text, words))?.[0] ?? "strong";
}

/** Whether a sentence is the rest of one that the line before began: `before` ends without a stop. */
export function goesOn(sentence: string, before: string): boolean {
  return BEGINS_SMALL.test(sentence) && before !== "" && !STOP.test(before.slice(-END));
}

/** Whether a sentence begins as the rest of one does, or an item of a list. */
export function beginsSmall(sentence: string): boolean {
  return BEGINS_SMALL.test(sentence);
}

/** Whether a list item is a paragraph with a mark, as in speeches and press releases. */
export function isLong(item: string): boolean {
  return countWords(item.slice(0, SEARCHED)) > MAX_HEADING && !isBareItem(item);
}

const TEXT_WORDS =
  "(?:this|the following|cet|cette|ce|dieser|diese|este|esta|questo|dit|deze) (?:guest )?(?:post|article|story|piece|essay|interview|page|billet|texte|artikel|beitrag|text|artículo|texto|entrada|articolo|bericht)";
const PUBLISHED =
  "(?:was |has been |is )?(?:originally |first |also |cross-?)(?:appeared|published|posted|ran)|(?:est|a été) (?:initialement |d['’]abord )?(?:paru|publié)|(?:erschien|wurde) (?:zuerst|ursprünglich)|(?:fue|se) public(?:ó|ado) (?:originalmente|por primera)|è (?:stato )?(?:apparso|pubblicato) (?:originariamente|per la prima)";
/** Where a text was published before, and who wrote it as a guest; a note of the editors. */
const ABOUT_TEXT = new RegExp(
  `^[^\\p{L}]{0,4}(?:${TEXT_WORDS} (?:${PUBLISHED})|originally (?:published|posted|appeared)|this is a (?:guest|cross)[- ]?post|in this (?:(?:blog )?post|article|section|guide|report),? (?:i|we|you)(?!\\p{L})|${TEXT_WORDS} (?:provides|gives|offers) (?:an?|some|the) (?:\\p{L}+ )?(?:overview|introduction|summary|update)|the audience (?:for|of) this (?:post|article|section|guide)|vous (?:re)?trouverez (?:dans (?:cet|ce)|ici)|dans (?:cet article|ce billet),? (?:je|nous|vous)|in diesem (?:beitrag|artikel) (?:\\p{L}+ )?(?:ich|wir|sie|ihr)(?!\\p{L})|en este (?:artículo|texto),? |(?:\\S{1,12} )?editor['’]?s['’]? note:|note de la rédaction|anmerkung der redaktion|nota de la redacción)`,
  "iu",
);

/** "This post is part of a series", "Welcome to another edition": what is said before the text begins. */
const BEFORE_TEXT = new RegExp(
  `^[^\\p{L}]{0,4}(?:${TEXT_WORDS} (?:is|was|belongs|est|ist|es|è) (?:a |an |the |une? |la |le |der |die |el )?(?:part|first|second|third|last|continuation|follow-up|partie|suite|première?|teil|erste|zweite|parte|primera?|segunda?)|(?:hello|hi|hey|welcome|bienvenue|willkommen|bienvenid[oa]s?|benvenut[io])(?: there)?[,!]?[^.!?]{0,60}(?:edition|report|issue|episode|newsletter|series|ausgabe|folge|édition|numéro|edición|número)(?!\\p{L}))`,
  "iu",
);
/** "We hope that you and your loved ones are well": a wish. */
const WISH =
  /^[^\p{L}]{0,4}(?:(?:(?:i|we) )?(?:(?:truly|really|all|sincerely) )*hope (?:that )?(?:you|this (?:\p{L}+ ){1,2}finds you)(?: and [^.,]{3,40})? (?:(?:are|is)(?: all)? )?(?:(?:keeping|doing|staying) )?(?:safe and )?(?:well|safe|fine|healthy)|(?:wir|ich) hoffen?,? (?:dass )?(?:ihr|sie|es euch|es ihnen)(?: [\p{L},]+){0,5} (?:gesund|gut|wohlauf)|(?:nous |j['’]|je )?esp(?:érons|ère) que (?:vous|tu)(?: \p{L}+){0,3} (?:allez|vas|portez) (?:tous )?bien|(?:espero|esperamos) que (?:\p{L}+ ){0,3}(?:estéis|estén|encuentren|encontréis)(?: todos)? (?:muy )?bien)(?!\p{L})/iu;
/** Thanks for a picture, and who made it. */
const PICTURE_CREDIT =
  /^[^\p{L}]{0,4}(?:(?:special |many )?thanks to .{3,80} for (?:this|the|these|his|her|their) (?:image|photo|picture|illustration|graphic)|(?:cover |header |title |featured )?(?:photo(?:graph)?|image|picture|illustration|foto|bild|titelbild|imagen?|imagem|immagine)s? (?:by|from|courtesy|von|de|par|di|por|©|\(c\)) )/iu;
/** "Contact: Ada Holt, tel. 01 23 45": whom to write to. */
const CONTACT =
  /^[^\p{L}]{0,4}(?:(?:media |press )?contacts?|kontakt|contacto|contatt[oi]|contato|ansprechpartner(?:in)?|presse)\s?:/iu;

/** Thanks, apologies, and how pleased a speaker is to be there. */
const COURTESY =
  /^[^\p{L}]{0,4}(?:(?:i|we) (?:apologi[sz]e|(?:am|are) (?:\p{L}+ )?sorry|(?:would like to |want to |wish to )?thank)|(?:we|our) (?:sincere )?apolog|(?:sorry|apologies|my apologies) for|thank you|thanks (?:again |so much |very much )?for|(?:(?:i am|i['’]m|we are|we['’]re) (?:very |so )?|it is (?:my|an?|our) (?:great )?)(?:delighted|pleased|happy|honou?red|glad|pleasure|honou?r) to (?:see|be|join|welcome|speak|address|have you)|a (?:very )?warm welcome|merci (?:à|aux?|pour)|danke|vielen dank|muchas gracias|gracias por|grazie (?:a|per)|wir (?:bedanken uns|danken)|nous (?:remercions|tenons à remercier)|(?:quiero|queremos) agradecer|es tut (?:mir|uns) leid|wir entschuldigen)(?!\p{L})/iu;
/** Letters in which a sentence says so. */
const OPENING = 120;

/** Whether a sentence is about the text and not of it: "This post originally appeared on …". */
export function isAboutText(sentence: string): boolean {
  return ABOUT_TEXT.test(sentence.slice(0, OPENING));
}

/** Whether a sentence only thanks, apologises or welcomes. */
export function isCourtesy(sentence: string): boolean {
  return COURTESY.test(sentence.slice(0, OPENING));
}

/** Whether a sentence stands beside the text: it greets, names who made a picture, or whom to write to. */
export function isBesideText(sentence: string): boolean {
  const opening = sentence.slice(0, OPENING);
  return [BEFORE_TEXT, PICTURE_CREDIT, CONTACT, WISH].some((form) => form.test(opening));
}

/** Whether a list item only names something: a commit, a name, a product. One that is a sentence ends as such. */
export function isBareItem(item: string): boolean {
  return !STOP.test(item.slice(-END));
}

function isMadeOfAddresses(text: string): boolean {
  if (!text.includes("://")) {
    return false;
  }
  const letters = (text.match(ADDRESS) ?? []).reduce((sum, address) => sum + address.length, 0);
  return letters > ADDRESS_SHARE * text.length;
}

/** A title, most often. */
function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

function isTitleLike(sentence: string): boolean {
  const end = sentence.slice(-END);
  return !STOP.test(end) || ((QUESTION.test(end) || EXCLAMATION.test(end)) && isTitleCase(sentence));
}

function endsInEmoji(sentence: string, words: number): boolean {
  return words >= MIN_WORDS && EMOJI_STOP.test(sentence.slice(-END)) && !isTitleCase(sentence);
}

function isTitleCase(sentence: string): boolean {
  const words = sentence.slice(0, SEARCHED).match(TITLE_WORD) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= TITLE_WORDS && capitals >= TITLE_SHARE * words.length;
}

const SPACE = " ".charCodeAt(0);

/** Words separated by spaces; in unspaced scripts, two characters count as one. */
function countWords(text: string): number {
  let words = 1;
  for (let at = 0; at < text.length; at += 1) {
    words += text.charCodeAt(at) === SPACE ? 1 : 0;
  }
  return words + Math.floor(countUnspaced(text) / 2);
}

function isCaption(text: string): boolean {
  return CAPTION_LABEL.test(text) || (text.includes("(") && CAPTION.test(text));
}
