import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { isHyphen, type Token } from "../../reading/tokens.ts";
import { type Side, unitsOf } from "../gaps.ts";
import type { Span } from "../slot.ts";
import { isAcronym, isBrand, type NameContext } from "./is-name.ts";
import { isKnownName } from "./known-names.ts";

const INSTITUTION =
  /^(?:bundes|landes)|(?:ministerium|ministeriums|ministers|amt|amts|gericht|agentur|universität|partei|verband)$|.(?:kommission|kanzlei|behörde|direktion|departement|kammer|anstalt|stiftung|inspektorat)$/;
/** Behind these a noun without an article is rather a name; "im" and "zum" have one. */
const BARE = wordSet("mit von bei für an auf durch gegen ohne um per über nach und oder sowie");
/** "Frau Holt", "Firma Marr", "Gasthof Krone". */
const BEFORE_NAMES = wordSet(
  "frau herr herrn familie firma gasthof gasthaus hotel café restaurant dr prof pfarrer bürgermeister",
);
const BEFORE_PLACES = wordSet(
  "in nach aus bei stadtteil ortsteil stadtbezirk ortschaft gemeinde stadt dorf kreis landkreis insel",
);
/** "Trainer Uwe Brandner": a surname is the last of three words with capitals. */
const SURNAME_WORDS = 3;

/** Whether a text is German, which writes every noun with a capital. */
export function isGerman({ lang }: NameContext): boolean {
  return lang === "de";
}

/** Whether the words with capitals of a German side are names: runs of them, acronyms, institutions and places are. */
export function isSureInGerman(side: Side, { vocabulary }: NameContext): boolean {
  const { tokens, units } = side.sentence;
  const words = unitsOf(side).flatMap(({ from }) => nounAt(tokens[from]));
  const isRun = hasRun(tokensIn(side)) && !unitsOf(side).some(({ from, key }) => isPolite(tokens[from], key));
  const [first] = words;
  const isBare = first !== undefined && tokens[units[side.from]?.from ?? 0] === first;
  const isPlace =
    isBare && BEFORE_PLACES.has(units[side.from - 1]?.key ?? "") && vocabulary(first.form) !== "small";
  const isLabel = isBare && isAfterMark(side) && isRunOn(side);
  const isAddressed = isBare && BEFORE_NAMES.has(units[side.from - 1]?.key ?? "");
  return (
    isRun ||
    isBeforeSure(side) ||
    isPlace ||
    isLabel ||
    isAddressed ||
    isSurname(side) ||
    isPerson(side) ||
    words.some(isSureNoun)
  );
}

/** "(Sommer)-ZaPF": a hyphen glues it to a word that is sure. */
function isBeforeSure({ sentence: { tokens, units }, to }: Side): boolean {
  const end = units[to - 1]?.to ?? 0;
  const [hyphen, next] = [tokens[end], tokens[end + 1]];
  return isHyphen(hyphen) && hyphen?.isGlued === true && next !== undefined && isSureNoun(next);
}

/** "Name: (Hafentreff) Velm": right behind a mark, and before another word with a capital. */
function isAfterMark({ sentence: { tokens, units }, from }: Side): boolean {
  return tokens[(units[from]?.from ?? 0) - 1]?.type === "mark";
}

function isRunOn({ sentence: { tokens, units }, to }: Side): boolean {
  const [last, next] = [units[to - 1], units[to]];
  return next !== undefined && next.from === last?.to && nounAt(tokens[next.from]).length > 0;
}

/** "auf Twitter" → "auf LinkedIn": what stands in place of an acronym or a brand, both right behind a preposition. */
export function isBesideBrand(side: Side, other: Side): boolean {
  const isBare = ({ sentence: { units }, from, to }: Side) =>
    to - from === 1 && BARE.has(units[from - 1]?.key ?? "");
  const { tokens, units } = other.sentence;
  const { text = "" } = tokens[units[other.from]?.from ?? 0] ?? {};
  return isBare(side) && isBare(other) && (isAcronym(text) || isBrand(text));
}

/** "Haus Velm", no "Fax-Nummer" and no "Obmann, Kassier": two words with capitals and nothing between them. */
export function hasRun(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => [token, tokens[at + 1]].every((each) => nounAt(each).length > 0));
}

/** Whether some tokens have an acronym, a brand, an institution or a known name: no common noun. */
export function hasSureNoun({ sentence, from, to }: Span): boolean {
  return sentence.tokens.slice(from, to).some(isSureNoun);
}

function isSureNoun({ text, form }: Token): boolean {
  return isAcronym(text) || isBrand(text) || INSTITUTION.test(form) || isKnownName(form);
}

/** "Rand Ihres Fensters": two common nouns. */
function isPolite(token: Token | undefined, key: string): boolean {
  return key.startsWith("ihr") && POLITE.test(key) && hasCapital(token?.text ?? "");
}

function tokensIn({ sentence: { tokens, units }, from, to }: Side): readonly Token[] {
  return tokens.slice(units[from]?.from ?? 0, units[to - 1]?.to ?? 0);
}

function nounAt(token: Token | undefined): readonly Token[] {
  return token?.type === "word" && hasCapital(token.text) && !POLITE.test(token.form) ? [token] : [];
}

/** "Ihrer" has its capital from politeness, an article from the start of a line. */
const POLITE = /^(?:ihr(?:e[mnrs]?)?|sie|eine?[mnrs]?|neue?[mnrs]?|d(?:er|ie|as|em|en|es))$/;

/** "mit Helene Fischer": two words with capitals right behind a preposition, joiner or mark, where no common noun stands bare. */
function isPerson({ sentence: { units, tokens }, from, to }: Side): boolean {
  const [lead, given, name] = [units[from - 2], units[from - 1], units[from]];
  if (given === undefined || name === undefined || to - from !== 1 || given.to !== name.from) {
    return false;
  }
  const isNoun = [given, name].every((unit) => unit.sort === "word" && nounAt(tokens[unit.from]).length > 0);
  const isMarked = lead !== undefined && lead.to !== given.from;
  const isLed = lead?.sort === "word" && BARE.has(lead.key);
  return isNoun && (isMarked || isLed);
}

function isSurname({ sentence: { units, tokens }, from }: Side): boolean {
  const run = units.slice(Math.max(0, from + 1 - SURNAME_WORDS), from + 1);
  return (
    run.length === SURNAME_WORDS &&
    run.every(
      (unit, n) =>
        unit.sort === "word" &&
        (n === 0 || run[n - 1]?.to === unit.from) &&
        nounAt(tokens[unit.from]).length > 0,
    )
  );
}
