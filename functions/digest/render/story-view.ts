import type { EditionChange, EditionRevision } from "../edition/schema.ts";
import { factViews, moreFacts } from "./facts.ts";
import { storyHref } from "./links.ts";
import { headlineLines, redlineOf } from "./redline.ts";
import { keyText, proseText } from "./safe-text.ts";
import type { Telling } from "./telling.ts";
import type { RenderOptions } from "./types.ts";
import type { Unit } from "./units.ts";
import type { BriefView, FactView, PlaceView, StoryView } from "./view-types.ts";
import { briefDetail, togetherWords, whatHappened } from "./what-happened.ts";
import { andMore, capitalised, counted } from "./words.ts";

const MAX_HEADLINE = 140;
const MAX_KEY = 80;
const MAX_SUMMARY_SENTENCES = 3;
const MAX_SUMMARY = 480;
const MAX_EDITS = 6;
const MAX_OTHERS = 6;
const MAX_OTHER_SENTENCE = 280;

/** A story without its place in the mail. */
export type StoryBody = Omit<StoryView, "anchor" | "isLead">;

/** Everything that the mail tells of a unit. */
export function storyView(unit: Unit, telling: Telling): StoryBody {
  const { lead, others } = unit;
  const facts = factViews(lead.revision?.facts ?? []);
  return {
    headline: headlineText(lead),
    what: whatHappened(unit, telling),
    place: placeOf(lead, telling),
    facts,
    summary: proseText(lead.summary.slice(0, MAX_SUMMARY_SENTENCES).join(" "), MAX_SUMMARY),
    redline: lead.revision === undefined ? [] : redlineLines(lead.revision, facts),
    notes: notesOf(lead),
    othersWord: othersWord(unit),
    others: others.slice(0, MAX_OTHERS).map((change) => otherView(change, telling)),
    othersMore: andMore(others.length - MAX_OTHERS),
  };
}

/** A unit in one line: its headline, where it is, and the one thing to know about it. */
export function briefView(unit: Unit, telling: Telling): BriefView {
  const details = [briefDetail(unit.lead, telling), togetherWords(unit)];
  return {
    headline: headlineText(unit.lead),
    place: placeOf(unit.lead, telling),
    earlierKey: keyText(unit.lead.renamedFrom ?? "", MAX_KEY),
    detail: sentenceOf(details.filter((words) => words !== "").join("; ")),
  };
}

/** The key of a story with the link to it; a removed story has none, as there is nothing left to open. */
function placeOf({ change, key }: EditionChange, { storyUrl }: RenderOptions): PlaceView {
  return { key: keyText(key, MAX_KEY), href: change === "removed" ? "" : storyHref(storyUrl, key) };
}

/** The headline as safe text; a story without one is called by its key. */
function headlineText({ headline, key }: Pick<EditionChange, "headline" | "key">): string {
  return proseText(headline, MAX_HEADLINE) || keyText(key, MAX_KEY);
}

/** Words that end a line of the mail: a capital at their start, a full stop at their end. */
function sentenceOf(words: string): string {
  return words === "" ? "" : `${capitalised(words)}.`;
}

function redlineLines(revision: EditionRevision, facts: readonly FactView[]): StoryView["redline"] {
  return [
    ...headlineLines(revision.headlineChange),
    ...revision.edits.slice(0, MAX_EDITS).flatMap((edit) => redlineOf(edit, facts)),
  ];
}

function notesOf(change: EditionChange): readonly string[] {
  const { revision } = change;
  return [
    revision === undefined ? "" : leftOutOf(revision),
    revision?.truncated ? "Compared coarsely: the two texts are too large or too different." : "",
    repairWords(change),
  ].filter((note) => note !== "");
}

/** `And 1 more fact and 12 more edits.`; empty when all of them are shown. */
function leftOutOf({ facts, edits, omittedEdits }: EditionRevision): string {
  const factsLeft = moreFacts(facts);
  const editsLeft = omittedEdits + Math.max(0, edits.length - MAX_EDITS);
  const left = [
    factsLeft > 0 ? counted(factsLeft, "more fact", "more facts") : "",
    editsLeft > 0 ? counted(editsLeft, "more edit", "more edits") : "",
  ].filter((words) => words !== "");
  return left.length === 0 ? "" : `And ${left.join(" and ")}.`;
}

function repairWords({ repairs = 0 }: EditionChange): string {
  return repairs > 0 ? `Text repaired: ${counted(repairs, "place", "places")}.` : "";
}

function othersWord({ section, others }: Unit): string {
  if (others.length === 0) {
    return "";
  }
  return section === "added" ? "Also reported" : "The same edit in";
}

function otherView(change: EditionChange, telling: Telling): BriefView {
  const sentence = change.change === "added" ? proseText(change.summary[0] ?? "", MAX_OTHER_SENTENCE) : "";
  return {
    headline: headlineText(change),
    detail: [sentence, repairWords(change)].filter((words) => words !== "").join(" "),
    place: placeOf(change, telling),
    earlierKey: "",
  };
}
