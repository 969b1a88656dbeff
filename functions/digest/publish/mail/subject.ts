import { toldAs } from "../../changes/order.ts";
import { countNews } from "../../changes/schema.ts";
import { countItems, isLine } from "../../edition/copies/items.ts";
import type { Edition, EditionChange, EditionFact } from "../../edition/schema.ts";
import { stemsOf } from "../../text/stems.ts";
import type { LocalTime } from "../wording/dates.ts";
import { plainText, shorten } from "../wording/safe-text.ts";
import { countLine, countWords, numeral, stories, tracked } from "../wording/words.ts";
import { factView, factWords, isRightToLeft } from "./view/facts.ts";

/** Phones show about 40 characters of a subject, mail programs about 60. */
const MAX_SUBJECT = 60;
const MAX_POINT = 40;
/** A headline cut shorter than this says nothing. */
const MIN_HEADLINE = 12;

const MIN_PREHEADER = 40;
const MAX_PREHEADER = 100;
const MAX_TEASER = 44;

/** What a new note of the editors makes of a revision. */
const NOTE_WORDS = { correction: "Corrected", update: "Updated" } as const;
const STATEMENT_CHANGED = "Statement changed";
/** A value that says something alone. */
const TELLS = /\p{Nd}|^\p{Lu}/u;
/** `“virus” → “vaccine”`: a word or two for as many, and no small ones. */
const SWAP =
  /^“[\p{L}\p{M}\p{N}'’-]{4,}(?: [\p{L}\p{M}\p{N}'’-]+)?” → “[\p{L}\p{M}\p{N}'’-]{4,}(?: [\p{L}\p{M}\p{N}'’-]+)?”$/u;
/** A word after a figure, and small words of the languages we read that count nothing. */
const NOUN = /^[%°€$£]?[\p{L}\p{M}][\p{L}\p{M}'’-]*[,;:.]?$|^%[,;.]?$/u;
const SMALL =
  /^(?:of|to|at|in|on|by|and|or|for|from|with|as|is|are|was|were|the|an?|per|de|des?|du|d['’].*|au|aux|à|en|et|ou|par|pour|sur|est|sont|del?|al|la|el|los|las|y|o|por|para|con|es|son|der|die|das|dem|den|und|oder|für|mit|von|vom|zu|zum|zur|auf|bei|nach|im|am|ist|sind|di|da|il|e|per|van|het|een|op|te|voor|met)$/iu;
/** Letters of a claim that are looked at. */
const MAX_CLAIM = 400;

const CHANGE_WORDS = {
  revised: "Revised",
  added: "New",
  returned: "Back",
  reverted: "Reverted",
  renamed: "Renamed",
  removed: "Removed",
} as const satisfies Record<EditionChange["change"], string>;

/** The subject: one line of at most 60 characters, its point in the first 40; never a control character. */
export function subjectOf(edition: Edition, { day }: LocalTime): string {
  const { kind, changes } = edition;
  const counts = countItems(edition);
  if (kind === "baseline") {
    return `First edition: now tracking ${stories(tracked(counts))}`;
  }
  const lead = changes.find((change) => !isLine(change));
  if (kind === "quiet" || lead === undefined) {
    const words = kind === "quiet" ? "Nothing changed" : countLine(counts) || missingWords(edition);
    return shorten(`${words} · ${stories(counts.stories)} checked, ${day}`, MAX_SUBJECT);
  }
  return leadSubject(lead, countNews(counts) - 1, togetherIn(edition, lead));
}

/** How many stories the item has that leads the email, if it is the same edit in other stories than copies. */
function togetherIn({ changes, sharedEdits = [] }: Edition, { sameEdit }: EditionChange): number {
  const shared = sharedEdits.find(({ id }) => id === sameEdit);
  const originals = changes.filter((one) => one.sameEdit === sameEdit && one.copyOf === undefined);
  return sameEdit === undefined ? 1 : (shared?.stories ?? originals.length);
}

/** `584 stories missing`: what is told if nothing changed beside it. */
function missingWords({ missing = 0 }: Edition): string {
  return missing === 0 ? "Nothing changed" : `${stories(missing)} missing`;
}

function leadSubject(lead: EditionChange, others: number, together: number): string {
  const isShared = together > 1;
  const own = plainText(lead.headline, MAX_SUBJECT) || plainText(lead.key, MAX_POINT);
  const denial = isShared ? undefined : denialOf(lead);
  const fact = (denial === undefined ? leadFact(lead, isShared) : denialWords(denial)) || leadWords(lead);
  if (fact === "") {
    const word = `${noteWord(lead) ?? CHANGE_WORDS[toldAs(lead)]}: `;
    const rest = restWords(others, together);
    return `${word}${shorten(own, MAX_SUBJECT - word.length - rest.length)}${rest}`;
  }
  const headline = isShared ? `the same edit in ${stories(together)}` : own;
  const room = MAX_SUBJECT - fact.length - 3;
  return room < MIN_HEADLINE ? fact : `${fact} · ${shorten(headline, room)}`;
}

/** ` (3 stories) · 7 more` */
function restWords(others: number, together: number): string {
  const all = together > 1 ? ` (${stories(together)})` : "";
  return others > 0 ? `${all} · ${numeral(others)} more` : all;
}

/** `“virus” → “vaccine”`, if that is all that changed, or words of the headline, which may say the opposite now. */
function leadWords({ gist, revision, headline }: EditionChange): string {
  const words = plainText(gist?.edits.find((clause) => clause.includes(" → ")) ?? "", MAX_CLAIM);
  const isAll = revision !== undefined && revision.counts.added + revision.counts.removed === 0;
  const told = new Set(stemsOf(headline));
  const isTold = (isAll && SWAP.test(words)) || stemsOf(words).some((stem) => told.has(stem));
  return isTold && words.length <= MAX_SUBJECT && !isRightToLeft(words) ? words : "";
}

function noteWord({ terms, revision }: EditionChange): string | undefined {
  const isNoted = revision !== undefined && terms?.note !== undefined;
  return isNoted ? NOTE_WORDS[terms.note] : undefined;
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
function denialWords({ before, after, around }: EditionFact): string {
  const isSwap = before !== null && after !== null && !`${before}${after}`.includes(" ");
  const value = isSwap ? `${before} → ${after}` : (after ?? before ?? "");
  const words = plainText([around?.lead, value, around?.tail].filter(Boolean).join(" "), MAX_CLAIM);
  const said = isSwap ? words : `${after === null ? "No longer" : "Now"} “${words}”`;
  return said.length <= MAX_SUBJECT && !isRightToLeft(said) ? said : STATEMENT_CHANGED;
}

/**
 * `People died: 12 → 19`, if the story has such a fact that is short enough to open the subject and runs from left to right; without
 * the words around it for many stories, or where they are too long and both sides have a figure or a capital: `Date: Monday → Tuesday`.
 */
function leadFact({ change, revision }: EditionChange, isShared: boolean): string {
  const found = revision?.facts.find(({ before, after }) => before !== null && after !== null);
  if (found === undefined) {
    return "";
  }
  const isPlain = change === "revised" && [found.before, found.after].every((side) => TELLS.test(side ?? ""));
  const bare = { kind: found.kind, before: found.before, after: found.after };
  const near = change === "revised" ? withNoun(found) : [];
  const facts = [...(isShared ? [] : [found, ...near]), ...(isShared || isPlain ? [bare] : [])];
  const [whole, ...words] = [found, ...facts].map((fact) => factWords(factView(fact, plainText)));
  const isReversed = whole === undefined || isRightToLeft(whole);
  return isReversed ? "" : (words.find(({ length }) => length <= MAX_POINT) ?? "");
}

/** A figure with the one word after it, if that is what is counted: `20 → 200 Mo`, not `12 → 13 de`. */
function withNoun({ kind, before, after, around, context }: EditionFact): readonly EditionFact[] {
  const [word = ""] = around?.tail?.split(" ") ?? [];
  const isNoun = kind === "number" && context === undefined && NOUN.test(word) && !SMALL.test(word);
  return isNoun ? [{ kind, before, after, around: { lead: "", tail: word.replace(/[,;:.]$/, "") } }] : [];
}

/**
 * The line that mail programs show after the subject: what the subject does not say, in 40 to 100 characters. As
 * many of its parts as fit, in their order.
 */
export function preheaderOf(edition: Edition, { date, time }: LocalTime): string {
  const told = edition.changes.filter((change) => !isLine(change));
  const [first, second] = firstTwo(told).map(({ headline }) => plainText(headline, MAX_TEASER));
  const parts = [
    edition.kind === "baseline" && first ? [ended(first)] : [],
    second ? [ended(`Also: ${second}`)] : [],
    edition.kind === "baseline" ? [] : [3, 2].map((most) => teaserCounts(countItems(edition), most)),
    edition.missing === undefined ? [] : [`${missingWords(edition)}.`],
    [`${stories(edition.counts.stories)} checked.`],
    [`${date}, ${time}.`],
  ];
  const line = parts.reduce(withFirstThatFits, "").trim();
  return line.length >= MIN_PREHEADER ? line : shorten(`${line} ${date}, ${time}.`, MAX_PREHEADER);
}

/** The first change, and the first that is not told with it. */
function firstTwo([first, ...others]: Edition["changes"]): Edition["changes"] {
  const second = others.find(
    ({ copyOf, sameEdit }) =>
      copyOf === undefined && (sameEdit === undefined || sameEdit !== first?.sameEdit),
  );
  return [first, second].filter((change) => change !== undefined);
}

/** The first counts: a teaser has no room for all. */
function teaserCounts(counts: Edition["counts"], most: number): string {
  const words = countWords(counts).map(({ number, word }) => `${number} ${word}`);
  if (words.length === 0) {
    return "Nothing new, revised or removed.";
  }
  return `${words.slice(0, most).join(", ")}${words.length > most ? " and more" : ""}.`;
}

/** With a full stop, unless the words end with a mark of their own. */
function ended(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** The line with the first of these wordings that fits. */
function withFirstThatFits(line: string, wordings: readonly string[]): string {
  const wording = wordings.find((words) => line.length + 1 + words.length <= MAX_PREHEADER);
  return wording === undefined ? line : `${line} ${wording}`;
}
