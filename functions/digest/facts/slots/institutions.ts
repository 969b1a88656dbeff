import { isMistyped } from "../../text/spelling/spelled-alike.ts";
import { hasCapital } from "../../text/tokens.ts";
import { wordSet } from "../phrases.ts";
import type { Token } from "../reading/tokens.ts";
import type { Gap, Side } from "./gaps.ts";
import { isAlias } from "./names/aliases.ts";
import type { Span } from "./slot.ts";
import { type ToldWhole, tokensOf, toldWhole } from "./whole-phrases.ts";
import { FUNCTION_WORDS, JOINERS, PARTICLES } from "./words.ts";

/** Offices that are named by what they are for: "Ministry of …", "Bundesministerium für …". */
const HEAD =
  /^(?:(?:bundes|landes|staats)?minister(?:iums|ium|in|s|io|y)?|minist[eè]re|ministr[oey]|ministerio|ministero|department|secretary|office|bureau|committee|ausschuss|amt|senator|subsecretaría|coordinación|secretar[ií]at?|secrétariat|agency|commission|direction)$/;
/** The same of bodies and papers in French, Spanish, Italian and Portuguese, which write what they are for in small letters. */
const ROMANCE_HEADS = wordSet(
  "conseil cour tribunal chambre assemblée comité agence autorité institut caisse fonds préfecture politique conditions " +
    "charte code plan programme stratégie convention traité accord consejo corte cámara asamblea comisión agencia " +
    "instituto fondo dirección secretaría política condiciones código programa estrategia convención tratado acuerdo estándares " +
    "consiglio camera comitato commissione agenzia autorità istituto direzione politica condizioni codice piano " +
    "programma strategia convenzione trattato accordo conselho câmara assembleia comitê comissão agência fundo plano estratégia",
);
/** Before a word of such a name in small letters, with or without an article. */
const ROMANCE_LINK = wordSet("de des d' du di dell' della del do da dos das avec");
/** Behind such a head: a "Code of Conduct" is English. */
const AFTER_ROMANCE_HEAD: ReadonlySet<string> = new Set([...ROMANCE_LINK, "per", "para", "pour"]);
const ROMANCE_ARTICLE = wordSet("la l' le les las los lo");
/** Places of learning, which nobody names without the word for them. */
const SCHOOLS = wordSet(
  "school faculty college university institute faculté école université facultad escuela universidad facoltà scuola università " +
    "faculdade escola universidade fakultät hochschule",
);
const HEADS: ReadonlySet<string> = new Set([...ROMANCE_HEADS, ...SCHOOLS]);
const LINK = wordSet("for of für der des de d' du di dell' della per para pour and in zur zum");
const ADJECTIVE_ENDING = /e[nrsm]?$/;
const SMALL_LETTERS = /\p{Ll}{2}/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;
/** Letters by which two forms of one head are known ("Ministerium", "Ministeriums"). */
const MIN_HEAD = 6;
/** Words with capitals between the head of an office and what it is for. */
const MAX_ADJECTIVES = 2;
/** Words of an office's name; a longer run is a sentence. */
const MAX_OFFICE_WORDS = 16;

/**
 * Offices of which what they are for changed: "Department for Energy and Trade" → "Department for Trade". Each is told
 * once, whole, although only some of its words changed, and without its head if that is kept.
 */
export function institutionChanges(gaps: readonly Gap[]): ToldWhole {
  return toldWhole(gaps, officeAt, (a, b) => {
    const isSameHead = headOf(a) === headOf(b) && !isSchool(a) && [a, b].every(hasLinkNext);
    const [before, after] = isSameHead ? [withoutHead(a), withoutHead(b)] : [a, b];
    return isSpelledAlike(before, after) || isAbbreviated(a, b)
      ? undefined
      : { kind: "name", before, after, confidence: 0.9 };
  });
}

/** "Plan du GC", "Plan du gouvernement du Canada": one has the letters of what the other spells out. */
function isAbbreviated(a: Span, b: Span): boolean {
  const hasLetters = ({ sentence: { tokens }, from, to }: Span) =>
    tokens.slice(from, to).some(({ text }) => ACRONYM.test(text));
  return hasLetters(a) !== hasLetters(b) && isAlias(formsIn(a), formsIn(b));
}

function formsIn({ sentence: { tokens }, from, to }: Span): readonly string[] {
  return tokens.slice(from, to).flatMap(({ type, form }) => (type === "mark" ? [] : [form]));
}

/** Word by word the same, in the plural or mistyped at most: names of offices consist of common words. */
function isSpelledAlike(a: Span, b: Span): boolean {
  const [one, other] = [a, b].map(({ sentence: { tokens }, from, to }) => tokens.slice(from, to));
  const isSame = ({ form }: Token, n: number) => isMistyped(form, other?.[n]?.form ?? "");
  return one?.length === other?.length && one?.every(isSame) === true;
}

/** The office that a side of a gap stands in or ends; in a line of capitals, nothing shows where it ends. */
function officeAt(side: Side): Span | undefined {
  const { tokens, text } = side.sentence;
  const [first, last] = tokensOf(side);
  if (!SMALL_LETTERS.test(text)) {
    return undefined;
  }
  for (let at = Math.max(first, last - 1); at >= Math.max(0, first - MAX_OFFICE_WORDS); at--) {
    const end = isHead(tokens[at]) ? withoutDate(side, nameEnd(tokens, at + 1)) : at;
    if (end > at + 2 && last <= end) {
      return { sentence: side.sentence, from: at, to: end };
    }
  }
  return undefined;
}

/** "Consiglio europeo di marzo": the end of a name before a date that follows it with its preposition. */
function withoutDate({ sentence: { units } }: Side, end: number): number {
  const last = units.find(({ sort, to }) => sort === "date" && to === end);
  return last === undefined ? end : last.from - 1;
}

/** "Ministry", "Office": the word that says that a name is one of an office. */
export function isHead(token: Token | undefined): boolean {
  return token !== undefined && hasCapital(token.text) && (HEADS.has(token.form) || HEAD.test(token.form));
}

function isSchool({ sentence, from }: Span): boolean {
  return SCHOOLS.has(sentence.tokens[from]?.form ?? "");
}

function headOf({ sentence, from }: Span): string {
  return sentence.tokens[from]?.form.slice(0, MIN_HEAD) ?? "";
}

/** Its head can be left out: what it is for follows with a capital. */
function hasLinkNext({ sentence: { tokens }, from }: Span): boolean {
  return (
    adjectivesAt(tokens, from + 1) === 0 &&
    [tokens[from + 2]].some((token) => token !== undefined && isNamed(token))
  );
}

/** What an office is for: the words after "Ministry of". */
function withoutHead({ sentence, from, to }: Span): Span {
  return { sentence, from: from + 2, to };
}

/** End of the name after its head: capitals with joiners, particles, commas and adjectives between them. */
function nameEnd(tokens: readonly Token[], start: number): number {
  const link = start + adjectivesAt(tokens, start);
  if (!linksOf(tokens[start - 1]).has(tokens[link]?.form ?? "")) {
    return start;
  }
  let end = link + 1;
  for (let at = link + 1; at < tokens.length && at < start + MAX_OFFICE_WORDS; at++) {
    const token = tokens[at];
    if (token === undefined || !(isPart(tokens, at) || isBetween(tokens, at))) {
      break;
    }
    end = isPart(tokens, at) ? at + 1 : end;
  }
  return end;
}

function linksOf(head: Token | undefined): ReadonlySet<string> {
  return ROMANCE_HEADS.has(head?.form ?? "") ? AFTER_ROMANCE_HEAD : LINK;
}

/** "Dirección Nacional de …", "Conseil supérieur des …": how many words stand between the head and its link. */
function adjectivesAt(tokens: readonly Token[], start: number): number {
  const isRomance = ROMANCE_HEADS.has(tokens[start - 1]?.form ?? "");
  const words = tokens.slice(start, start + MAX_ADJECTIVES);
  const end = words.findIndex((token) => !(isNamed(token) || (isRomance && isSmallWord(token))));
  return end < 0 ? words.length : end;
}

/** A word with a capital, or in Romance languages the word after "de", but for "y del". */
function isPart(tokens: readonly Token[], at: number): boolean {
  const [two, one, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  const [link, before] = ROMANCE_ARTICLE.has(one?.form ?? "") ? [two, tokens[at - 3]] : [one, two];
  const isAfterLink = ROMANCE_LINK.has(link?.form ?? "") && !JOINERS.has(before?.form ?? "");
  return token !== undefined && (isNamed(token) || (isAfterLink && isSmallWord(token)));
}

function isSmallWord(token: Token): boolean {
  return token.type === "word" && !isLink(token) && !FUNCTION_WORDS.has(token.form);
}

function isNamed({ type, text }: Token): boolean {
  return type === "word" && hasCapital(text);
}

/** A joiner, particle or comma, an article ("y las Comunicaciones"), or in German one adjective ("nukleare Sicherheit"). */
function isBetween(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isHyphen = token?.text === "-" && token.isGlued && next?.isGlued === true;
  if (token === undefined || token.text === "," || isHyphen || isLink(token)) {
    return true;
  }
  const isAfterLink = LINK.has(before?.form ?? "") || JOINERS.has(before?.form ?? "");
  const isSmall = ROMANCE_ARTICLE.has(token.form) || isAdjective(token);
  return isSmall && isAfterLink && next !== undefined && isNamed(next);
}

function isAdjective({ type, form }: Token): boolean {
  return type === "word" && !FUNCTION_WORDS.has(form) && ADJECTIVE_ENDING.test(form);
}

/** "Or" parts two offices; "en" joins in Dutch, but in Spanish it says where the office is. */
const NO_LINKS = wordSet("or ou oder o en");

function isLink({ form }: Token): boolean {
  return (
    (JOINERS.has(form) && !NO_LINKS.has(form)) ||
    PARTICLES.has(form) ||
    ROMANCE_LINK.has(form) ||
    form === "les"
  );
}
