import { mostTelling } from "../../../changes/telling-edits.ts";
import type { EditionChange, EditionEdit, EditionRevision } from "../../../edition/schema.ts";
import { MAX_SHOWN_HEADLINE } from "../../wording/bounds.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { summarisedNote } from "../../wording/summarised.ts";
import { andMore, capitalised, counted } from "../../wording/words.ts";
import type { Telling } from "../types.ts";
import { beforeArrow, briefFacts, factViews, moreFacts } from "./facts.ts";
import { deckLines, headlineLines } from "./frame-lines.ts";
import { NOWHERE, placeView } from "./place.ts";
import { redlineOf, wordsAfter } from "./redline.ts";
import type { Unit } from "./units.ts";
import type { BriefView, FactView, PlaceView, StoryView } from "./view-types.ts";
import { briefDetail, copiesOf, togetherWords, whatHappened } from "./what-happened.ts";

const MAX_SHOWN_KEY = 80;
const MAX_SUMMARY_SENTENCES = 3;
const MAX_SUMMARY = 600;
/** The last text of a removed story is told shorter. */
const MAX_REMOVED_SENTENCES = 2;
const MAX_REMOVED_SUMMARY = 320;
const MAX_SHOWN_EDITS = 6;
const MAX_OTHERS = 6;
const MAX_COPIES = 6;
const MAX_OTHER_SENTENCE = 280;

/** A story without its place in the email. */
export type StoryBody = Omit<StoryView, "anchor" | "isLead">;

/** Everything that the email says about a unit, without its redline if there is no room for it. */
export function storyView(unit: Unit, telling: Telling, hasRedline: boolean): StoryBody {
  const { lead, others } = unit;
  const revision = lead.revision && withoutDeck(lead.revision);
  const facts = factViews(lead.revision?.facts ?? []);
  const redline = hasRedline && revision !== undefined ? redlineLines(lead, revision, facts) : [];
  const summary = summaryText(lead, redline);
  return {
    ...scriptOf(lead),
    headline: headlineText(lead),
    what: whatHappened(unit, telling),
    place: placeOfUnit(unit, telling),
    ...alsoAt(lead, unit, telling),
    facts,
    summary,
    redline,
    notes: notesOf(unit, revision, summary),
    othersWord: othersWord(unit),
    others: others.slice(0, MAX_OTHERS).map((change) => otherView(change, unit, telling)),
    othersMore: andMore(others.length - MAX_OTHERS),
  };
}

function summaryText({ change, summary }: EditionChange, redline: StoryView["redline"]): string {
  return change === "removed"
    ? wholeSentences(summary.slice(0, MAX_REMOVED_SENTENCES), MAX_REMOVED_SUMMARY)
    : wholeSentences(unshown(summary, redline), MAX_SUMMARY);
}

/** A unit in one line: its headline, where it is, and the one thing to know about it. */
export function briefView(unit: Unit, telling: Telling): BriefView {
  const details = [briefDetail(unit.lead, telling), togetherWords(unit)];
  return {
    anchor: "",
    ...scriptOf(unit.lead),
    headline: headlineText(unit.lead),
    place: placeOfUnit(unit, telling),
    ...alsoAt(unit.lead, unit, telling),
    earlierKey: beforeArrow(keyText(unit.lead.renamedFrom ?? "", MAX_SHOWN_KEY)),
    detail: sentenceOf(details.filter((words) => words !== "").join("; ")),
  };
}

/** Language and direction for screen readers and browsers; well-formed tags only, whatever the edition says. */
function scriptOf({ lang = "", dir }: EditionChange): Pick<StoryView, "lang" | "dir"> {
  return {
    lang: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : "",
    dir: dir === "rtl" ? dir : "",
  };
}

/** A removed story has no link, as there is nothing left to open. */
function placeOf({ change, key }: EditionChange, telling: Telling): PlaceView {
  return placeView(key, telling, { max: MAX_SHOWN_KEY, isGone: change === "removed" });
}

/** Edits that stories share are in no one place. */
function placeOfUnit({ lead, shared }: Unit, telling: Telling): PlaceView {
  return shared === undefined ? placeOf(lead, telling) : NOWHERE;
}

/** Where the copies of a story are. */
function alsoAt(
  change: EditionChange,
  unit: Unit,
  telling: Telling,
): Pick<StoryView, "alsoAt" | "alsoAtMore"> {
  const copies = copiesOf(change, unit);
  return {
    alsoAt: copies.slice(0, MAX_COPIES).map((copy) => ({ ...placeOf(copy, telling), history: "" })),
    alsoAtMore: andMore(copies.length - MAX_COPIES),
  };
}

/** The headline as safe text, or else the key. */
function headlineText({ headline, key }: Pick<EditionChange, "headline" | "key">): string {
  return proseText(headline, MAX_SHOWN_HEADLINE) || keyText(key, MAX_SHOWN_KEY);
}

/** The words as a sentence: with a capital at the start and a full stop at the end. */
function sentenceOf(words: string): string {
  return words === "" ? "" : `${capitalised(words)}.`;
}

/** The sentences of a summary that the redline below does not show in full, so that no sentence appears twice. */
function unshown(summary: readonly string[], redline: StoryView["redline"]): readonly string[] {
  const shown = redline.map(wordsAfter);
  return summary
    .slice(0, MAX_SUMMARY_SENTENCES)
    .filter((sentence) => !shown.includes(proseText(sentence, Number.POSITIVE_INFINITY)));
}

/** As many whole sentences as fit; only the first may be cut. */
function wholeSentences([first = "", ...more]: readonly string[], max: number): string {
  let text = proseText(first, max);
  for (const sentence of more) {
    const longer = `${text} ${proseText(sentence, max)}`;
    if (longer.length > max) {
      break;
    }
    text = longer;
  }
  return text;
}

/** A revision without the sentences that the line of the deck shows: pages often repeat it in their body. */
function withoutDeck({ deckChange, edits, ...revision }: EditionRevision): EditionRevision {
  const { before = "", after = "" } = deckChange ?? {};
  const isShown = (edit: EditionEdit) =>
    edit.edit !== "moved" &&
    (edit.edit === "added" || before.includes(edit.before)) &&
    (edit.edit === "removed" || after.includes(edit.after));
  return {
    ...revision,
    ...(deckChange !== undefined && { deckChange }),
    edits: deckChange === undefined ? edits : edits.filter((edit) => !isShown(edit)),
  };
}

function redlineLines(
  change: EditionChange,
  revision: EditionRevision,
  facts: readonly FactView[],
): StoryView["redline"] {
  return [
    ...headlineLines(revision.headlineChange, headlineText(change), facts),
    ...deckLines(revision.deckChange, facts),
    ...mostTelling(revision.edits, revision.facts, MAX_SHOWN_EDITS).flatMap((edit) => redlineOf(edit, facts)),
  ];
}

function notesOf(
  { lead: change, apart, shared }: Unit,
  revision: EditionRevision | undefined,
  summary: string,
): readonly string[] {
  return [
    summary === "" ? "" : summarisedNote(change),
    apartWords(apart),
    revision === undefined ? "" : leftOutOf(revision),
    revision?.truncated ? "Compared roughly: the two versions are too long or too different." : "",
    ...(shared === undefined ? [repairWords(change), boilerplateWords(change)] : []),
  ].filter((note) => note !== "");
}

/** `Shown apart: 2 edits that other stories have too.` */
function apartWords(edits: number): string {
  return edits > 0 ? `Shown apart: ${counted(edits, "edit", "edits")} that other stories have too.` : "";
}

/** `Not shown: 1 more fact and 12 more edits.`; empty if all of them are shown. */
function leftOutOf({ facts, edits, omittedEdits }: EditionRevision): string {
  const factsLeft = moreFacts(facts);
  const editsLeft = omittedEdits + Math.max(0, edits.length - MAX_SHOWN_EDITS);
  const left = [
    factsLeft > 0 ? counted(factsLeft, "more fact", "more facts") : "",
    editsLeft > 0 ? counted(editsLeft, "more edit", "more edits") : "",
  ].filter((words) => words !== "");
  return left.length === 0 ? "" : `Not shown: ${left.join(" and ")}.`;
}

function repairWords({ repairs = 0 }: EditionChange): string {
  const places = repairs === 1 ? "one place" : counted(repairs, "place", "places");
  return repairs > 0 ? `Garbled characters fixed in ${places}.` : "";
}

function boilerplateWords({ boilerplate = 0 }: EditionChange): string {
  return boilerplate > 0
    ? `Ignored: ${counted(boilerplate, "line", "lines")} of page clutter (menus, share links, etc.).`
    : "";
}

function othersWord({ section, others }: Unit): string {
  if (others.length === 0) {
    return "";
  }
  return section === "added" ? "Other reports" : "The same edit was made in";
}

function otherView(change: EditionChange, unit: Unit, telling: Telling): BriefView {
  return {
    anchor: "",
    ...scriptOf(change),
    headline: headlineText(change),
    detail: [otherWords(change), otherFact(change), repairWords(change)]
      .filter((words) => words !== "")
      .join(" "),
    place: placeOf(change, telling),
    ...alsoAt(change, unit, telling),
    earlierKey: beforeArrow(keyText(change.renamedFrom ?? "", MAX_SHOWN_KEY)),
  };
}

/** The same words may say something else in another story: "12 → 19 people died", "the age of 12 → 19". */
function otherFact({ revision }: EditionChange): string {
  return sentenceOf(briefFacts(revision?.facts ?? [], 1));
}

/** A sentence of another report that its headline has not said; for a near-copy, the key of the story it repeats. */
function otherWords({ change, headline, summary, sameTextAs }: EditionChange): string {
  if (sameTextAs !== undefined) {
    return `Nearly identical to ${keyText(sameTextAs, MAX_SHOWN_KEY)}.`;
  }
  const repeated = headline.replace(/[.…]$/, "");
  const unsaid = summary.find((sentence) => repeated === "" || !sentence.startsWith(repeated));
  return change === "added" ? proseText(unsaid ?? summary[0] ?? "", MAX_OTHER_SENTENCE) : "";
}
