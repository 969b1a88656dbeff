import { hasCapital } from "../../../text/tokens.ts";
import { wordSet } from "../../phrases.ts";
import { isHyphen } from "../../reading/tokens.ts";
import type { ReadSentence, Unit } from "../../reading/types.ts";
import { type Gap, type Side, unitsOf } from "../gaps.ts";
import { isHead } from "../institutions.ts";
import { type SlotChange, type Span, slotChange, unitsIn } from "../slot.ts";
import { JOINERS, LEGAL_FORMS, TITLES } from "../words.ts";
import { isAlias } from "./aliases.ts";
import { hasRun, hasSureNoun, isGerman } from "./german-names.ts";
import { isAcronym, isInnerParticle, isName, type NameContext } from "./is-name.ts";
import { isComplement, isIntroduced } from "./name-leads.ts";
import { extended, isInEnumeration, keysIn, neighbours } from "./whole-names.ts";

/** Words before a name in brackets that only say it otherwise: "(known as Isis)". */
const MAX_IN_GLOSS = 3;
/** Letters of a stem that two forms of one word share, and of their endings. */
const MIN_STEM = 4;
const MAX_FORM_ENDING = 3;
/** Small words that may stand where a name came or went. */
const MAX_INSTEAD = 2;

/** Words of a name that is written in one word elsewhere. */
const JOINED_WORDS = [1, 2, 3];
/** Small words between hyphens. */
const INNER = wordSet("in of at on to for and de la von der");
/** "Bundesministerium der Finanzen". */
const OFFICE_LINKS = wordSet("der des für");

type Which = "before" | "after";

/**
 * Names that came or went while the other side of the gap has small words at most: with their preposition, as members of
 * an enumeration, or within another name.
 */
export function loneNames(gap: Gap, which: Which, context: NameContext): readonly SlotChange[] {
  const [side, other] = which === "before" ? [gap.before, gap.after] : [gap.after, gap.before];
  const names = unitsOf(side).filter((unit) => isName(side.sentence, unit, context));
  if (other.to - other.from > MAX_INSTEAD || saysLittle(side, names, context)) {
    return [];
  }
  const [isOnLeft, isOnRight] = neighbours(side, context);
  if (isOnLeft && isOnRight && names.length === side.to - side.from && other.from === other.to) {
    return innerWord(side, other, which, context);
  }
  return isMember(side, names, context)
    ? members(side, names, which, context).filter((change) => isNews(change, side, other))
    : [];
}

/** With a joiner or preposition of their own, or in an enumeration, and not as part of a longer name. */
function isMember(side: Side, names: readonly Unit[], context: NameContext): boolean {
  const [isOnLeft, isOnRight] = neighbours(side, context);
  const isJoined = JOINERS.has(unitsOf(side)[0]?.key ?? "") && names.at(-1) === unitsOf(side).at(-1);
  const isSet = isJoined || isInEnumeration(side, context) || isIntroduced(side, names);
  const isOwn = !isOnLeft && (isJoined ? !isBeforeHead(side) : !isOnRight) && !isComplement(side, context);
  return isSet && isOwn && !isOtherForm(side, names);
}

/** "Foreign and Development Office": the joined words are a part of what the office is named by. */
function isBeforeHead({ sentence: { units, tokens }, to }: Side): boolean {
  const [last, next] = [units[to - 1], units[to]];
  return next !== undefined && next.from === last?.to && isHead(tokens[next.from]);
}

/** "Presidente o Presidenta", "Jefa o Jefe", "Consejeras y Consejeros": another form of the word beside it. */
function isOtherForm({ sentence: { units }, from, to }: Side, [name]: readonly Unit[]): boolean {
  const key = name?.key ?? "";
  return [units[from - 1], units[to]].some((unit) => {
    const other = unit?.key ?? "";
    const isShort = other.length === MIN_STEM && key.length === MIN_STEM;
    const stem = isShort
      ? MIN_STEM - 1
      : Math.max(MIN_STEM, Math.min(other.length, key.length) - MAX_FORM_ENDING);
    return other !== key && other.length >= stem && other.slice(0, stem) === key.slice(0, stem);
  });
}

/** No name, mere titles or legal forms, or one German noun that may be a common one. */
function saysLittle({ sentence }: Side, names: readonly Unit[], context: NameContext): boolean {
  return (
    (isGerman(context) && names.length < 2 && !names.some((name) => hasSureNoun({ sentence, ...name }))) ||
    names.every(({ key }) => TITLES.has(key) || LEGAL_FORMS.has(key))
  );
}

/** Each name of a side; several are parted by commas or joiners. */
function members(
  { sentence }: Side,
  names: readonly Unit[],
  which: Which,
  context: NameContext,
): readonly SlotChange[] {
  const spans: Span[] = [];
  for (const { from, to } of names) {
    const last = spans.at(-1);
    const isSame = last !== undefined && (last.to === from || isOverParticle(last, from, context));
    if (isSame) {
      spans.splice(-1, 1, { ...last, to });
    } else {
      spans.push({ sentence, from, to });
    }
  }
  return spans
    .filter((span) => isSureMember(span, context) && !isPiece(span))
    .map((span) => alone(which, span, 0.8));
}

/** "Officer" or "Charge" in "Officer-in-Charge". */
function isPiece({ sentence: { tokens }, from, to }: Span): boolean {
  const isJoint = (hyphen: number, word: number) =>
    isHyphen(tokens[hyphen]) && INNER.has(tokens[word]?.form ?? "");
  return isJoint(from - 1, from - 2) || isJoint(to, to + 1);
}

/** In German, not every noun is a name. */
function isSureMember(span: Span, context: NameContext): boolean {
  const isRun = hasRun(span.sentence.tokens.slice(span.from, span.to));
  return !isGerman(context) || isRun || hasSureNoun(span);
}

/** Only a particle or hyphen stands between a name and the next, which begins at a token. */
function isOverParticle(span: Span, start: number, context: NameContext): boolean {
  const { form = "", text } = span.sentence.tokens[span.to] ?? {};
  const isOffice = isGerman(context) && hasSureNoun(span) && OFFICE_LINKS.has(form);
  return start - span.to === 1 && (isInnerParticle(form, context) || text === "-" || isOffice);
}

/** No other word for what stands before it, and not only in another place. */
function isNews({ before, after }: SlotChange, { sentence }: Side, other: Side): boolean {
  const span = before ?? after;
  return (
    span !== undefined &&
    !isGloss(span) &&
    !stand(unitsIn(span), sentence, other.sentence) &&
    !isJoinedIn(keysIn(span), other.sentence) &&
    !isAbbreviatedIn(keysIn(span), other.sentence)
  );
}

/** "Open Teams" → "OpenTeams", in another place. */
function isJoinedIn(name: readonly string[], { units }: ReadSentence): boolean {
  const letters = name.join("");
  return units.some((_, at) =>
    JOINED_WORDS.some(
      (length) =>
        units
          .slice(at, at + length)
          .map(({ key }) => key)
          .join("") === letters,
    ),
  );
}

/**
 * Whether a sentence has the abbreviation of a name, or the name that one abbreviates: "the United States" → "the US", in
 * another place.
 */
function isAbbreviatedIn(name: readonly string[], { units, tokens }: ReadSentence): boolean {
  const runs = name.length > 1 ? [1] : [2, 3, 4];
  return units.some(({ from }, at) => {
    const text = tokens[from]?.text ?? "";
    const isStart = name.length > 1 ? isAcronym(text) : hasCapital(text);
    return (
      isStart &&
      runs.some((length) =>
        isAlias(
          name,
          units.slice(at, at + length).map(({ key }) => key),
        ),
      )
    );
  });
}

/**
 * "Ada Holt" → "Ada Mary Holt": a word within the name came or went, and nothing else of it; one before or after it only completes
 * it.
 */
function innerWord(side: Side, other: Side, which: Which, context: NameContext): readonly SlotChange[] {
  const whole = extended(side.sentence, side.from - 1, side.to, context);
  const rest = extended(other.sentence, other.from - 1, other.from, context);
  const isAllElseKept = keysIn(whole).length <= keysIn(rest).length + side.to - side.from;
  const [before, after] = which === "before" ? [whole, rest] : [rest, whole];
  return isAllElseKept ? [slotChange("name", before, after, 0.7)] : [];
}

/** A member of an enumeration that came or went while its neighbours changed places. */
export function movedMember(
  { sentence }: Side,
  which: Which,
  [name, ...others]: readonly Unit[],
  context: NameContext,
): readonly SlotChange[] {
  if (name === undefined || others.length > 0 || isGerman(context) || TITLES.has(name.key)) {
    return [];
  }
  const at = sentence.units.indexOf(name);
  if (!isInEnumeration({ sentence, from: at, to: at + 1 }, context)) {
    return [];
  }
  const plus = sentence.tokens[name.to];
  const to = plus?.text === "+" && plus.isGlued ? name.to + 1 : name.to;
  return [alone(which, { sentence, from: name.from, to }, 0.7)];
}

/** Whether names stand in another sentence as often as in their own, in whatever place: then they only moved. */
export function stand(names: readonly Unit[], own: ReadSentence, other: ReadSentence): boolean {
  const count = ({ units }: ReadSentence, key: string) => units.filter((unit) => unit.key === key).length;
  return names.every(({ key }) => count(other, key) >= count(own, key));
}

/** In brackets: another word for what stands before it. */
export function isGloss({ sentence: { tokens }, from, to }: Span): boolean {
  const isClosed = tokens[to]?.text === ")";
  return (
    tokens[from - 1]?.text === "(" ||
    (isClosed && tokens.slice(Math.max(0, from - MAX_IN_GLOSS), from).some(({ text }) => text === "("))
  );
}

function alone(which: Which, span: Span, confidence: number): SlotChange {
  return which === "before"
    ? slotChange("name", span, undefined, confidence)
    : slotChange("name", undefined, span, confidence);
}
