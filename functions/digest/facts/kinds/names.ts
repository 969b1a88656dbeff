import { hasCapital } from "../../text/tokens.ts";
import type { Found, SentenceToken } from "../sentence.ts";
import { isOpener, isOrdinary, type Vocabulary } from "../vocabulary.ts";
import { dateAt } from "./dates.ts";

/** Titles and offices: they introduce a name and are not part of it. */
const TITLES = new Set(
  (
    "mr mrs ms miss dr prof professor president premier chancellor minister secretary ambassador envoy governor gov " +
    "mayor senator sen congressman congresswoman representative rep judge justice king queen prince princess pope " +
    "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm sir lady lord chairman " +
    "chairwoman spokesman spokeswoman spokesperson director chief commissioner sheriff detective officer bishop " +
    "archbishop cardinal imam rabbi reverend rev coach ceo"
  ).split(" "),
);
/** Before another title, part of the title ("Prime Minister"); elsewhere, part of a name ("Foreign Ministry"). */
const TITLE_MODIFIERS = new Set(
  "prime foreign defense defence finance interior vice deputy first former acting general supreme".split(" "),
);
/** Before these, a title is part of the name ("Premier League", "General Motors"). */
const INSTITUTIONS = new Set(
  "league motors electric hospital college university street road station park assembly court council house office award cup department ministry bureau committee".split(
    " ",
  ),
);
const PARTICLES = new Set("of de da del della di du la le van von der den bin ibn al el y".split(" "));
/** "I" and "I'm" are capitalised but not names. */
const FIRST_PERSON = /^i(?:'|$)/;
const INITIAL = /^\p{Lu}$/u;
const MAX_NAME_PLACES = 12;

/**
 * The name at a token: a run of capitalised words, including particles between them ("Bank of England") but not leading
 * titles. The first word of a sentence or quotation counts only if `vocabulary` does not list it as a word. Where
 * capitals are not meaningful (a title-case headline), only names found elsewhere in the story count.
 */
export function nameAt(
  tokens: readonly SentenceToken[],
  at: number,
  vocabulary: Vocabulary,
  isCaseMeaningful: () => boolean,
): Found | undefined {
  if (!hasCapital(tokens[at]?.text ?? "")) {
    return undefined;
  }
  const lead = titlesAt(tokens, at);
  const isDoubtful = lead === 0 && opens(tokens, at);
  if (isDoubtful && isOpener(tokens[at]?.text ?? "")) {
    return undefined;
  }
  const start = at + lead;
  const isName = (at: number) =>
    isNameWord(tokens, at) && (isCaseMeaningful() || isKnownName(tokens[at], vocabulary));
  const end = runEnd(tokens, start, isName);
  if (end === start) {
    return undefined;
  }
  const isBeforeCapital = end > start + 1;
  if (isDoubtful && isOrdinary(tokens[at]?.text ?? "", vocabulary, isBeforeCapital)) {
    return undefined;
  }
  const words = tokens.slice(start, end).filter((token) => token.type === "word");
  const value = words.map((token) => token.form.replace(/'s?$/, "").replaceAll(".", "")).join(" ");
  return { kind: "name", value, length: end - at, lead };
}

function titlesAt(tokens: readonly SentenceToken[], at: number): number {
  let end = at;
  for (let step = titleLength(tokens, end); step > 0; step = titleLength(tokens, end)) {
    end += step;
  }
  return end - at;
}

function titleLength(tokens: readonly SentenceToken[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !hasCapital(token.text)) {
    return 0;
  }
  const next = tokens[at + 1];
  if (next !== undefined && INSTITUTIONS.has(next.form)) {
    return 0;
  }
  const isModifier = TITLE_MODIFIERS.has(token.form) && next !== undefined && TITLES.has(next.form);
  if (!TITLES.has(token.form) && !isModifier) {
    return 0;
  }
  return next?.text === "." ? 2 : 1;
}

/** End of the run of capitalised words from `start`; a title ends it, as another name begins there. */
function runEnd(tokens: readonly SentenceToken[], start: number, isName: IsName): number {
  let end = start;
  while (end - start < MAX_NAME_PLACES) {
    const step = nameStep(tokens, end, isName);
    if (end === start && !isName(end)) {
      break;
    }
    if (step === 0) {
      break;
    }
    end += step;
  }
  return end;
}

type IsName = (at: number) => boolean;

function nameStep(tokens: readonly SentenceToken[], at: number, isName: IsName): number {
  if (isName(at)) {
    return INITIAL.test(tokens[at]?.text ?? "") && tokens[at + 1]?.text === "." ? 2 : 1;
  }
  return PARTICLES.has(tokens[at]?.form ?? "") && isName(at + 1) ? 2 : 0;
}

function isKnownName(token: SentenceToken | undefined, vocabulary: Vocabulary): boolean {
  return vocabulary((token?.form ?? "").replace(/'s?$/, "")) === "inside";
}

function isNameWord(tokens: readonly SentenceToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.type !== "word" || !hasCapital(token.text) || FIRST_PERSON.test(token.form)) {
    return false;
  }
  return titleLength(tokens, at) === 0 && dateAt(tokens, at) === undefined;
}

/** Whether a token opens a sentence, clause or quotation, so that its capital means nothing. */
function opens(tokens: readonly SentenceToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^["“”„«‘'(:.!?—–-]$/.test(before.text);
}
