import { hasCapital } from "../../text/tokens.ts";
import type { Found, Place } from "../places.ts";
import { isOpener, isOrdinary, type Vocabulary } from "../vocabulary.ts";
import { dateAt } from "./dates.ts";

/** Titles and offices: they lead to a name and are no part of it. */
const TITLES = new Set(
  (
    "mr mrs ms miss dr prof professor president premier chancellor minister secretary ambassador envoy governor gov " +
    "mayor senator sen congressman congresswoman representative rep judge justice king queen prince princess pope " +
    "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm sir lady lord chairman " +
    "chairwoman spokesman spokeswoman spokesperson director chief commissioner sheriff detective officer bishop " +
    "archbishop cardinal imam rabbi reverend rev coach ceo"
  ).split(" "),
);
/** Part of a title before another title ("Prime Minister"), part of a name elsewhere ("Foreign Ministry"). */
const TITLE_MODIFIERS = new Set(
  "prime foreign defense defence finance interior vice deputy first former acting general supreme".split(" "),
);
/** Before these a title is part of a name ("Premier League", "General Motors"). */
const INSTITUTIONS = new Set(
  "league motors electric hospital college university street road station park assembly court council house office award cup department ministry bureau committee".split(
    " ",
  ),
);
const PARTICLES = new Set("of de da del della di du la le van von der den bin ibn al el y".split(" "));
/** "I" and "I'm" have a capital and are no name. */
const FIRST_PERSON = /^i(?:'|$)/;
const INITIAL = /^\p{Lu}$/u;
const MAX_NAME_PLACES = 12;

/**
 * The name at a place: a run of capitalised words, particles between them included ("Bank of England"), titles before
 * them left out. The first word of a sentence or quotation counts only if `vocabulary` does not know it as a word. Where
 * capitals tell nothing (a headline in title case), only words that are names elsewhere in the story are.
 */
export function nameAt(
  places: readonly Place[],
  at: number,
  vocabulary: Vocabulary,
  isTelling: () => boolean,
): Found | undefined {
  if (!hasCapital(places[at]?.text ?? "")) return undefined;
  const lead = titlesAt(places, at);
  const isDoubtful = lead === 0 && opens(places, at);
  if (isDoubtful && isOpener(places[at]?.text ?? "")) return undefined;
  const start = at + lead;
  const isName = (at: number) =>
    isNameWord(places, at) && (isTelling() || isKnownName(places[at], vocabulary));
  const end = runEnd(places, start, isName);
  if (end === start) return undefined;
  const isBeforeCapital = end > start + 1;
  if (isDoubtful && isOrdinary(places[at]?.text ?? "", vocabulary, isBeforeCapital)) return undefined;
  const words = places.slice(start, end).filter((place) => place.type === "word");
  const value = words.map((place) => place.form.replace(/'s?$/, "").replaceAll(".", "")).join(" ");
  return { kind: "name", value, length: end - at, lead };
}

function titlesAt(places: readonly Place[], at: number): number {
  let end = at;
  for (let step = titleLength(places, end); step > 0; step = titleLength(places, end)) end += step;
  return end - at;
}

function titleLength(places: readonly Place[], at: number): number {
  const place = places[at];
  if (place === undefined || !hasCapital(place.text)) return 0;
  const next = places[at + 1];
  if (next !== undefined && INSTITUTIONS.has(next.form)) return 0;
  const isModifier = TITLE_MODIFIERS.has(place.form) && next !== undefined && TITLES.has(next.form);
  if (!TITLES.has(place.form) && !isModifier) return 0;
  return next?.text === "." ? 2 : 1;
}

/** Where the run of capitalised words from `start` on ends; titles end it, as another name begins there. */
function runEnd(places: readonly Place[], start: number, isName: IsName): number {
  let end = start;
  while (end - start < MAX_NAME_PLACES) {
    const step = nameStep(places, end, isName);
    if (end === start && !isName(end)) break;
    if (step === 0) break;
    end += step;
  }
  return end;
}

type IsName = (at: number) => boolean;

function nameStep(places: readonly Place[], at: number, isName: IsName): number {
  if (isName(at)) return INITIAL.test(places[at]?.text ?? "") && places[at + 1]?.text === "." ? 2 : 1;
  return PARTICLES.has(places[at]?.form ?? "") && isName(at + 1) ? 2 : 0;
}

function isKnownName(place: Place | undefined, vocabulary: Vocabulary): boolean {
  return vocabulary((place?.form ?? "").replace(/'s?$/, "")) === "inside";
}

function isNameWord(places: readonly Place[], at: number): boolean {
  const place = places[at];
  if (place?.type !== "word" || !hasCapital(place.text) || FIRST_PERSON.test(place.form)) return false;
  return titleLength(places, at) === 0 && dateAt(places, at) === undefined;
}

/** The first word after an opening has its capital from its place. */
function opens(places: readonly Place[], at: number): boolean {
  const before = places[at - 1];
  return before === undefined || /^["“”„«‘'(:.!?—–-]$/.test(before.text);
}
