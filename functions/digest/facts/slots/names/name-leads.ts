import { matches } from "../../reading/tokens.ts";
import type { Unit } from "../../reading/types.ts";
import { type Side, unitsOf } from "../gaps.ts";
import { ARTICLES, isContent, JOINERS, PREPOSITIONS } from "../words.ts";
import { isInnerParticle, isName, type NameContext } from "./is-name.ts";

const STATE = /^\p{Lu}{2}$/u;
const AFTER_QUOTATION = /^["”“»’']$/;

/** Whether the words around names that came or went alone show that they are members of a set, or somebody of their own. */
export function isIntroduced(side: Side, names: readonly Unit[]): boolean {
  return (
    isJoinedToNext(side, names) ||
    isLed(side, names[0]) ||
    isTrailed(side, names) ||
    isSpeaker(side) ||
    isApposed(side, names)
  );
}

/** "Join the channel" → "join Ada Holt in the channel": a preposition behind the names came or went with them. */
function isTrailed(side: Side, names: readonly Unit[]): boolean {
  const last = unitsOf(side).at(-1);
  return last !== undefined && last.from === names.at(-1)?.to && PREPOSITIONS.has(last.key);
}

/** "the team of the harbour" → "the team Datagir of the harbour": nothing but a name, between a noun and its preposition. */
function isApposed({ sentence: { units }, from, to }: Side, names: readonly Unit[]): boolean {
  const [noun, name, last, next] = [units[from - 1], units[from], units[to - 1], units[to]];
  const isAlone = names.length === to - from;
  const isBeside = noun?.to === name?.from && last?.to === next?.from;
  return (
    isAlone &&
    isBeside &&
    noun?.sort === "word" &&
    isContent(noun) &&
    next !== undefined &&
    PREPOSITIONS.has(next.key)
  );
}

/** "…,” says" → "…,” says Holt": right after the verb of a quotation, and the sentence ends there. */
function isSpeaker({ sentence: { units, tokens }, from, to }: Side): boolean {
  const [verb, name, last] = [units[from - 1], units[from], units[to - 1]];
  const opening = tokens[(verb?.from ?? 0) - 1];
  const next = tokens[last?.to ?? 0];
  return (
    verb?.sort === "word" &&
    verb.to === name?.from &&
    matches(opening, AFTER_QUOTATION) &&
    (next === undefined || next.type === "mark")
  );
}

/** A preposition came or went with the name. */
function isLed(side: Side, name: Unit | undefined): boolean {
  const [lead] = unitsOf(side);
  return lead !== name && lead?.sort === "word" && PREPOSITIONS.has(lead.key);
}

/** "with other languages" → "with Java and other languages", "a visa" → "an ETA or a visa". */
function isJoinedToNext(side: Side, names: readonly Unit[]): boolean {
  const own = unitsOf(side);
  const others = own.filter((unit) => !names.includes(unit));
  const [joiner, ...more] = others.filter(({ key }) => JOINERS.has(key));
  const areSmall = others.every((unit) => unit === joiner || ARTICLES.has(unit.key));
  const last = names.at(-1);
  return joiner !== undefined && more.length === 0 && areSmall && last?.to === joiner.from;
}

/** A name that only completes what stands before it. */
export function isComplement(side: Side, context: NameContext): boolean {
  return isOfName(side, context) || followsAddress(side) || isState(side, context);
}

/** "Toronto, ON": where a place lies. */
function isState({ sentence, from, to }: Side, context: NameContext): boolean {
  const [place, unit] = [sentence.units[from - 1], sentence.units[from]];
  const isAfterPlace = place !== undefined && isName(sentence, place, context);
  return to - from === 1 && isAfterPlace && STATE.test(sentence.tokens[unit?.from ?? 0]?.text ?? "");
}

/** "the Council" → "the Council of Jerusalem": it only completes a name. */
function isOfName({ sentence, from }: Side, context: NameContext): boolean {
  const [previous, lead] = [sentence.units[from - 1], sentence.units[from]];
  const isLink = isInnerParticle(lead?.key ?? "", context);
  return isLink && previous !== undefined && isName(sentence, previous, context);
}

/** It follows an address, which may have changed with it: "example.org" → "example.org in English". */
function followsAddress({ sentence: { units, tokens }, from }: Side): boolean {
  const [before, first] = [units[from - 1], units[from]];
  return before?.sort === "opaque" && before.to === first?.from && tokens[before.from]?.type === "address";
}
