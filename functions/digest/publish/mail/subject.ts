import { toldAs } from "../../changes/order.ts";
import { countNews } from "../../changes/schema.ts";
import { countItems, type ItemCounts, isLine } from "../../edition/copies/items.ts";
import type { Edition, EditionChange } from "../../edition/schema.ts";
import type { LocalTime } from "../wording/dates.ts";
import { plainText, shorten } from "../wording/safe-text.ts";
import { countLine, countWords, numeral, stories, tracked } from "../wording/words.ts";
import { cutHeadline, firstWords } from "./headline-cut.ts";
import { editCounts, pointOf } from "./point.ts";
import { unitsOf } from "./view/units.ts";

/** Phones show about 40 characters of a subject, mail programs about 60. */
const MAX_SUBJECT = 60;
const MAX_KEY = 40;
/** A headline cut shorter than this says nothing. */
const MIN_HEADLINE = 12;
/** Nor does a point of fewer letters without the headline. */
const MIN_ALONE = 24;

const MIN_PREHEADER = 40;
const MAX_PREHEADER = 100;
const MAX_TEASER = 44;
/** Letters of a headline that are looked at before it is cut. */
const MAX_WHOLE_HEADLINE = 400;

/** What a new note of the editors makes of a revision. */
const NOTE_WORDS = { correction: "Corrected", update: "Updated" } as const;
const CHANGE_WORDS = {
  revised: "Revised",
  added: "New",
  returned: "Back",
  reverted: "Reverted",
  renamed: "Renamed",
  removed: "Removed",
} as const satisfies Record<EditionChange["change"], string>;

/** What the subject of an edition is made of, wherever it is read. */
export interface SubjectParts extends Pick<Edition, "kind" | "missing"> {
  /** What is told, in numbers. */
  readonly counts: ItemCounts;
  /** The subject of an edition with news: the words for the change that leads it. Absent: it says what was counted, and the day. */
  readonly lead?: string | undefined;
}

/** The subject: one line of at most 60 characters, its point in the first 40; never a control character. */
export function subjectOf(edition: Edition, time: LocalTime): string {
  return subjectFrom(subjectParts(edition), time);
}

/** What {@link subjectFrom} makes the subject of an edition from. */
export function subjectParts(edition: Edition): SubjectParts {
  const { kind, missing } = edition;
  const counts = countItems(edition);
  const lead = kind === "regular" ? leadOf(edition) : undefined;
  return {
    kind,
    counts,
    ...(missing !== undefined && { missing }),
    ...(lead !== undefined && {
      lead: leadSubject(lead, countNews(counts) - 1, togetherIn(edition, lead)),
    }),
  };
}

/** The subject of the edition with these parts; see {@link subjectOf}. */
export function subjectFrom(parts: SubjectParts, { day }: Pick<LocalTime, "day">): string {
  const { kind, counts, lead } = parts;
  if (kind === "baseline") {
    return `First edition: now tracking ${stories(tracked(counts))}`;
  }
  return lead ?? shorten(`${quietWords(parts)} · ${stories(counts.stories)} checked, ${day}`, MAX_SUBJECT);
}

/** The change that is shown first: of a thread the report that names it, without edits that are shown apart. */
function leadOf(edition: Edition): EditionChange | undefined {
  const [unit] = unitsOf(edition);
  return unit?.shared === undefined ? unit?.lead : edition.changes.find((change) => !isLine(change));
}

/** What is told without news: missing stories, what is named below, or that nothing changed. */
function quietWords({ kind, counts, missing }: SubjectParts): string {
  const named = kind === "quiet" && countLine(counts) !== "" ? "No news" : countLine(counts);
  return missingWords({ missing }) || named || "Nothing changed";
}

/** How many stories the item has that leads the email, if it is the same edit in other stories than copies. */
function togetherIn({ changes, sharedEdits = [] }: Edition, { sameEdit }: EditionChange): number {
  const shared = sharedEdits.find(({ id }) => id === sameEdit);
  const originals = changes.filter((one) => one.sameEdit === sameEdit && one.copyOf === undefined);
  return sameEdit === undefined ? 1 : (shared?.stories ?? originals.length);
}

/** `584 stories missing`, or empty. */
function missingWords({ missing = 0 }: Pick<Edition, "missing">): string {
  return missing === 0 ? "" : `${stories(missing)} missing`;
}

function leadSubject(lead: EditionChange, others: number, together: number): string {
  const own = plainText(lead.headline, MAX_WHOLE_HEADLINE) || plainText(lead.key, MAX_KEY);
  const point = pointOf(lead, { max: MAX_SUBJECT, isShared: together > 1 });
  const rest = restWords(point === "" ? others : 0, together);
  if (point !== "") {
    return pointSubject(point, own, rest);
  }
  const counted = countedEdits(own, lead);
  const fitting = [`${counted}${rest}`, counted].find((words) => words.length <= MAX_SUBJECT);
  if (counted !== "" && together === 1 && fitting !== undefined) {
    return fitting;
  }
  const word = `${noteWord(lead) ?? (isRetitled(lead) ? "New headline" : CHANGE_WORDS[toldAs(lead)])}: `;
  const room = MAX_SUBJECT - word.length - rest.length;
  return `${word}${cutHeadline(own, room) || firstWords(own, room)}${rest}`;
}

/** The point, and as much of the headline as can stand beside it; a short point says nothing without one. */
function pointSubject(point: string, own: string, rest: string): string {
  const room = MAX_SUBJECT - point.length - 3 - rest.length;
  const headline = cutHeadline(own, room) || (point.length < MIN_ALONE ? firstWords(own, room) : "");
  const alone = [`${point}${rest}`, point].find((words) => words.length <= MAX_SUBJECT) ?? point;
  return room < MIN_HEADLINE || headline === "" ? alone : `${point} · ${headline}${rest}`;
}

/** `Flood in the Orla valley: 3 sentences added`; empty if there is no number to tell. */
function countedEdits(headline: string, lead: EditionChange): string {
  const edits = editCounts(lead);
  return edits === "" ? "" : `${headline}${/[?!…]$/.test(headline) ? " ·" : ":"} ${edits}`;
}

/** ` (3 stories) · 7 more` */
function restWords(others: number, together: number): string {
  const all = together > 1 ? ` (${stories(together)})` : "";
  return others > 0 ? `${all} · ${numeral(others)} more` : all;
}

/** Whether a story has another headline, and the text that it had. */
function isRetitled(lead: EditionChange): boolean {
  const { headlineChange, counts } = (toldAs(lead) === "revised" && lead.revision) || {};
  return headlineChange !== undefined && counts?.edited === 0 && counts.added + counts.removed === 0;
}

function noteWord({ terms, revision }: EditionChange): string | undefined {
  const isNoted = revision !== undefined && terms?.note !== undefined;
  return isNoted ? NOTE_WORDS[terms.note] : undefined;
}

/**
 * The line that mail programs show after the subject: what the subject does not say, in 40 to 100 characters. As
 * many of its parts as fit, in their order.
 */
export function preheaderOf(edition: Edition, { date, time }: LocalTime): string {
  const told = edition.changes.filter((change) => !isLine(change));
  const [first, second] = firstTwo(told).map(({ headline }) => teaserOf(headline));
  const parts = [
    edition.kind === "baseline" && first ? [ended(first)] : [],
    second ? [ended(`Also: ${second}`)] : [],
    edition.kind === "baseline" ? [] : [3, 2].map((most) => teaserCounts(edition, most)),
    missingWords(edition) === "" ? [] : [`${missingWords(edition)}.`],
    [`${stories(edition.counts.stories)} checked.`],
    [`${date}, ${time}.`],
  ];
  const line = parts.reduce(withFirstThatFits, "").trim();
  return line.length >= MIN_PREHEADER ? line : shorten(`${line} ${date}, ${time}.`, MAX_PREHEADER);
}

/** A headline for a teaser, which has room for its first words. */
function teaserOf(headline: string): string {
  const words = plainText(headline, MAX_WHOLE_HEADLINE);
  return cutHeadline(words, MAX_TEASER) || firstWords(words, MAX_TEASER);
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
function teaserCounts(edition: Edition, most: number): string {
  const words = countWords(countItems(edition)).map(({ number, word }) => `${number} ${word}`);
  if (words.length === 0) {
    return missingWords(edition) === "" ? "Nothing new, revised or removed." : "";
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
  return wording === undefined || wording === "" ? line : `${line} ${wording}`;
}
