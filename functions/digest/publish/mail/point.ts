import { toldAs } from "../../changes/order.ts";
import type { EditionChange, EditionFact } from "../../edition/schema.ts";
import { isDependent } from "../../summary/openers.ts";
import { isPointer } from "../../text/asides/pointers.ts";
import { stemsOf } from "../../text/stems.ts";
import { plainText } from "../wording/safe-text.ts";
import { counted } from "../wording/words.ts";
import { boundsBeside } from "./bounds-beside.ts";
import { hasNegation, oppositeNow, unsaidNow } from "./taken-back.ts";
import { factView, factWords, isRightToLeft } from "./view/facts.ts";

/** Letters of a fact, or of the names of headings, that leave room for the headline beside them. */
const MAX_POINT = 40;
/** Facts that are tried before a bare figure is told. */
const MAX_TRIED = 3;
const STATEMENT_CHANGED = "Statement changed";
/** A value that says something alone. */
const TELLS = /\p{Nd}|^\p{Lu}/u;
/** `“virus” → “vaccine”`: a word or two for as many, and no small ones. */
const SWAP =
  /^“[\p{L}\p{M}\p{N}'’-]{4,}(?: [\p{L}\p{M}\p{N}'’-]+)?” → “[\p{L}\p{M}\p{N}'’-]{4,}(?: [\p{L}\p{M}\p{N}'’-]+)?”$/u;
/** A word after a figure, and small words and helping verbs of the languages we read, that are not what is counted. */
const NOUN = /^[%°€$£]?[\p{L}\p{M}][\p{L}\p{M}'’-]*[,;:.]?$|^%[,;.]?$/u;
const SMALL =
  /^(?:will|would|shall|should|can|could|may|might|must|has|have|had|wird|werden|kann|hat|haben|sera|peut|puede|può|kan|of|to|at|in|on|by|and|or|for|from|with|as|is|are|was|were|the|an?|per|de|des?|du|d['’].*|au|aux|à|en|et|ou|par|pour|sur|est|sont|del?|al|la|el|los|las|y|o|por|para|con|es|son|der|die|das|dem|den|und|oder|für|mit|von|vom|zu|zum|zur|auf|bei|nach|im|am|ist|sind|di|da|il|e|per|van|het|een|op|te|voor|met)$/iu;
/** `375 → 42`, without a sign or unit, or with no more than what counts pages and articles: `9 → 10 f`. */
const BARE = /^(?:[\p{N}\s.,→]|(?<!\p{L})(?:nr|nos?|art|abs|pp?|ff?|s|ch)(?!\p{L}))+$/iu;
/** Letters of a claim that are looked at. */
const MAX_CLAIM = 400;

/** `deck: “member” → “chair”`: of a story whose text is as it was, this is the news. */
const DECK = /^deck: (“.+” → (“.+”))$/;
/** What the headings, rows and items that came or went are called: `headings “Aid”, “Roads” and 2 more added`. */
const NAMED = /^(?:heading|row|item)s? (“[^“”]+”.*) (added|removed|changed)$/;
const NAMES = /“[^“”]+”/g;
const MORE = /(\d+) more$/;

/**
 * What the subject says of a change beside its headline, in at most `max` letters; empty if nothing sure is short enough. In this order: a
 * claim that was turned round, a fact, a sentence on which the headline stands no longer, words that took the place of others, a new
 * sentence as it stands, headings or rows that came or went, a bare figure. `isShared`: many stories have the change, so that the words around a fact are of one of them only.
 */
export function pointOf(
  change: EditionChange,
  { max, isShared }: { readonly max: number; readonly isShared: boolean },
): string {
  const turned = isShared ? "" : turnedWords(change, max);
  if (turned !== "") {
    return turned;
  }
  const fact = leadFact(change, isShared);
  const point = isShared ? pointWithoutFact(change, max) : unsaidWords(change, max);
  return BARE.test(fact) ? point || fact : fact || point;
}

/** A claim of the headline that is turned round: as a fact, or as the sentence that says the opposite now. */
function turnedWords(change: EditionChange, max: number): string {
  const denial = denialOf(change);
  return denial === undefined ? nowWords(oppositeNow(change), max) : denialWords(denial, max);
}

/** What is told without a fact; of a headline that its text does not bear out any more, not that its sentences were edited. */
function unsaidWords(change: EditionChange, max: number): string {
  const unsaid = isTextRevised(change) ? unsaidNow(change) : undefined;
  const told = pointWithoutFact(change, max);
  return unsaid !== undefined && (told === "" || (told.includes(" → ") && hasNegation(told)))
    ? nowWords(unsaid, max)
    : told;
}

function pointWithoutFact(change: EditionChange, max: number): string {
  return swappedWords(change, max) || newSentence(change, max) || namedParts(change) || newDeck(change);
}

/** `Now “Profit fell by 7 percent”`; if that is too long or says nothing alone, only that a statement changed. */
function nowWords(sentence: string | undefined, max: number): string {
  if (sentence === undefined) {
    return "";
  }
  const words = `Now “${plainText(sentence, MAX_CLAIM).replace(/\.$/, "")}”`;
  const isAlone = !isDependent(sentence) && !isPointer(sentence) && !isRightToLeft(words);
  return isAlone && words.length <= max ? words : STATEMENT_CHANGED;
}

/** `“virus” → “vaccine”`, if that is all that changed, or words of the headline, which may say the opposite now. */
function swappedWords({ gist, revision, headline }: EditionChange, max: number): string {
  const clause = gist?.edits.find((edit) => edit.includes(" → ")) ?? "";
  const words = plainText(clause, MAX_CLAIM);
  const isAll = revision !== undefined && revision.counts.added + revision.counts.removed === 0;
  const told = new Set(stemsOf(headline));
  const isTold = (isAll && SWAP.test(words)) || stemsOf(words).some((stem) => told.has(stem));
  return isTold && words.length <= max && !isRightToLeft(words) ? words : "";
}

/** A new sentence that says something alone and is short enough to stand whole: one that is cut may say the opposite. */
function newSentence(change: EditionChange, max: number): string {
  const sentences = isTextRevised(change) ? change.summary : [];
  const quoted = sentences
    .filter((sentence) => !isDependent(sentence) && !isPointer(sentence))
    .map((sentence) => `“${plainText(sentence, MAX_CLAIM).replace(/\.$/, "")}”`);
  return quoted.find((words) => words.length <= max && !isRightToLeft(words)) ?? "";
}

/** `“member” → “chair”`, or the deck as it is now; whose it is must have room beside it. */
function newDeck(change: EditionChange): string {
  const edits = isTextRevised(change) ? (change.gist?.edits ?? []) : [];
  const [, ...wordings] = DECK.exec(edits.find((clause) => DECK.test(clause)) ?? "") ?? [];
  const words = wordings.map((wording) => plainText(wording, MAX_CLAIM));
  return words.find((one) => one.length <= MAX_POINT && !isRightToLeft(one)) ?? "";
}

/** `“Aid” and 3 more added`, unless others went: those are most often only called otherwise. */
function namedParts(change: EditionChange): string {
  const edits = isTextRevised(change) ? (change.gist?.edits ?? []) : [];
  const [named, ...others] = edits.map((clause) => NAMED.exec(clause)).filter((found) => found !== null);
  const [, list = "", done = ""] = named ?? [];
  const isOneWay = named !== undefined && others.every((other) => other[2] === done);
  const words = [list, ...firstOf(list)].map((names) => plainText(`${names} ${done}`, MAX_CLAIM));
  const isFit = (one: string) => one.length <= MAX_POINT && !isRightToLeft(one);
  return isOneWay ? (words.find(isFit) ?? "") : "";
}

/** `“Aid” and 3 more` of `“Aid”, “Roads” and 2 more`, and `“Aid”` alone, which is true as well. */
function firstOf(list: string): readonly string[] {
  const [first = "", ...others] = list.match(NAMES) ?? [];
  return [`${first} and ${others.length + Number(MORE.exec(list)?.[1] ?? 0)} more`, first];
}

/** Not gone back to what it was, nor noted by the editors, which says more. */
function isTextRevised(change: EditionChange): boolean {
  return toldAs(change) === "revised" && change.terms?.note === undefined;
}

/** The claim that was turned round, or hedged, of which the headline speaks: as it stands, the headline may say the opposite of the news. */
function denialOf({ headline, revision }: EditionChange): EditionFact | undefined {
  const told = new Set(stemsOf(headline));
  return revision?.facts.find(
    (fact) => fact.kind === "polarity" && stemsOf(claimOf(fact)).some((stem) => told.has(stem)),
  );
}

function claimOf({ before, after, around }: EditionFact): string {
  return [around?.lead, before, after, around?.tail].filter(Boolean).join(" ");
}

/** `Prices rose → fell in May`, `Now “the mayor will not resign”`; if that is too long, only that a statement changed. */
function denialWords({ before, after, around }: EditionFact, max: number): string {
  const isSwap = before !== null && after !== null && !`${before}${after}`.includes(" ");
  const value = isSwap ? `${before} → ${after}` : (after ?? before ?? "");
  const words = plainText([around?.lead, value, around?.tail].filter(Boolean).join(" "), MAX_CLAIM);
  const said = isSwap ? words : `${after === null ? "No longer" : "Now"} “${words}”`;
  return said.length <= max && !isRightToLeft(said) ? said : STATEMENT_CHANGED;
}

/**
 * `People died: 12 → 19`, if the story has such a fact that is short enough to open the subject and runs from left to right; without
 * the words around it for many stories, or where they are too long and both sides have a figure or a capital: `Date: Monday → Tuesday`. Words
 * that bound a value stay with it. A bare figure says little: a fact after it that has its words goes first.
 */
function leadFact({ change, revision }: EditionChange, isShared: boolean): string {
  const [first, ...others] = (revision?.facts ?? [])
    .filter(({ before, after }) => before !== null && after !== null)
    .slice(0, MAX_TRIED);
  if (first === undefined || isRightToLeft(factWords(factView(first, plainText)))) {
    return "";
  }
  const { kind, before, after } = first;
  const inWords = (fact: EditionFact) =>
    isShared ? [] : [fact, ...(change === "revised" ? withNoun(fact) : [])];
  const isPlain = change === "revised" && [before, after].every((side) => TELLS.test(side ?? ""));
  const alone =
    isShared || isPlain ? [{ kind, before, after, around: boundsBeside(first.around ?? NOTHING) }] : [];
  const facts = [...inWords(first), ...alone, ...others.flatMap(inWords)];
  const words = facts
    .map((fact) => factWords(factView(fact, plainText)))
    .filter((one) => one.length <= MAX_POINT && !isRightToLeft(one));
  return words.find((one) => !BARE.test(one)) ?? words[0] ?? "";
}

const NOTHING = { lead: "", tail: "" };

/** A figure with the one word after it, if that is what is counted: `20 → 200 Mo`, not `12 → 13 de`. */
function withNoun(fact: EditionFact): readonly EditionFact[] {
  const { kind, before, after, around = NOTHING, context } = fact;
  const { lead, tail } = boundsBeside(around);
  const [word = ""] = around.tail.split(" ");
  const isNoun = kind === "number" && context === undefined && NOUN.test(word) && !SMALL.test(word);
  const noun = word.replace(/[,;:.]$/, "");
  return isNoun || tail !== "" ? [{ kind, before, after, around: { lead, tail: tail || noun } }] : [];
}

/** `10 sentences added`: the most frequent edit of a revision without a point; empty for other changes. */
export function editCounts(change: EditionChange): string {
  const { counts, kind } = isTextRevised(change) ? (change.revision ?? {}) : {};
  if (counts === undefined || kind === "rewritten") {
    return "";
  }
  const [most] = (["added", "removed", "edited"] as const)
    .map((done) => ({ done, n: counts[done] }))
    .toSorted((a, b) => b.n - a.n);
  return most === undefined || most.n === 0 ? "" : `${counted(most.n, "sentence", "sentences")} ${most.done}`;
}
