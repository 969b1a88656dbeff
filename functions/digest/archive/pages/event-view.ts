import type { EditionEdit, EditionRevision } from "../../edition/schema.ts";
import { editLines, frameLines } from "../../publish/pages/change-lines.ts";
import { comparedFact } from "../../publish/pages/comparison-view.ts";
import type { ChangeLine, Script } from "../../publish/pages/view-types.ts";
import { MAX_SHOWN_HEADLINE, MAX_SHOWN_SENTENCE } from "../../publish/wording/bounds.ts";
import type { Clock } from "../../publish/wording/dates.ts";
import { plainText } from "../../publish/wording/safe-text.ts";
import { summarisedNote } from "../../publish/wording/summarised.ts";
import { andMore, counted, numeral } from "../../publish/wording/words.ts";
import type { Topic } from "../../topics/topics.ts";
import type { StoryEvent } from "../types.ts";
import { eventKey, eventWords, timeOf } from "./event-words.ts";
import { type Links, standingName, versionName } from "./links.ts";
import type { EventView, HappenedView, ToldView } from "./view-types.ts";

const MAX_EVENT_FACTS = 12;
const MAX_EVENT_LINES = 24;

/** What the views of the archive are made with. */
export interface PageContext {
  /** What the digest is called. */
  readonly name: string;
  readonly links: Links;
  /** Topics whose feeds pages offer. */
  readonly topics: readonly Topic[];
  /** Tells all times. */
  readonly clock: Clock;
}

/** An event away from its edition and its story. */
export function eventView(event: StoryEvent, context: PageContext): EventView {
  return { ...toldView(event, context), ...placeOf(event, context) };
}

/** When an event was told, and where. */
export function placeOf({ slot }: StoryEvent, { links, clock }: PageContext) {
  return { time: timeOf(slot, clock), edition: links.edition(slot) };
}

/** An event with the story that it is about. */
export function toldView(event: StoryEvent, context: PageContext): ToldView {
  const { key, headline = "" } = event;
  return {
    ...happenedView(event, context),
    headline: plainText(headline, MAX_SHOWN_HEADLINE) || eventKey(key),
    key: eventKey(key),
    story: context.links.story(key),
  };
}

/** An event where its story and edition are known. */
export function happenedView(event: StoryEvent, { links, clock }: PageContext): HappenedView {
  const { change } = event;
  const script = scriptOf(event);
  const facts = change?.revision?.facts ?? [];
  const lines = linesOf(change?.revision, script);
  const summary = change?.revision === undefined ? summaryOf(event) : "";
  return {
    ...script,
    what: eventWords(event, clock),
    ...shareOf(change?.revision?.counts),
    facts: facts.slice(0, MAX_EVENT_FACTS).map((fact) => comparedFact(fact, script)),
    factsMore: andMore(facts.length - MAX_EVENT_FACTS),
    summary,
    summaryNote: change === undefined || summary === "" ? "" : summarisedNote(change),
    lines: lines.slice(0, MAX_EVENT_LINES),
    linesMore: andMore(lines.length - MAX_EVENT_LINES + (change?.revision?.omittedEdits ?? 0)),
    ...evidenceOf(event, links),
  };
}

export function scriptOf({ change }: StoryEvent): Script {
  return { lang: change?.lang ?? "", dir: change?.dir === "rtl" ? "rtl" : "" };
}

/** How much a revision touched, by the numbers that its line in words has too. */
function shareOf(counts: EditionRevision["counts"] | undefined): Pick<HappenedView, "share" | "bar"> {
  const { edited = 0, added = 0, removed = 0, moved = 0, kept = 0 } = counts ?? {};
  const changed = edited + added + removed;
  if (changed === 0) {
    return { share: "", bar: 0 };
  }
  const all = changed + moved + kept;
  const percent = Math.round((100 * changed) / all);
  const named = percent === 0 ? "Under 1%" : `${percent}%`;
  const of = `${numeral(changed)} of ${counted(all, "sentence", "sentences")}`;
  return { share: `${named}: ${of} edited, added or removed`, bar: Math.max(1, percent) };
}

/** The lead of a story that came or went; what is new in a revision stands in its lines, and a story that only moved is known. */
function summaryOf({ change }: StoryEvent): string {
  const sentences = change === undefined || change.change === "renamed" ? [] : change.summary;
  return sentences.map((sentence) => plainText(sentence, MAX_SHOWN_SENTENCE)).join(" ");
}

/** Both versions by their hashes, and where they are compared. */
function evidenceOf(
  { slot, key, isOfWeek = false, sha256: { before, after } = {} }: StoryEvent,
  links: Links,
): Pick<HappenedView, "compare" | "hashes"> {
  const isRevised = before !== undefined && after !== undefined && before !== after;
  const nameAfter = isOfWeek ? standingName : versionName;
  return {
    compare: isRevised ? links.compare(key, before, nameAfter({ slot, sha256: after })) : "",
    hashes: [
      ...(before === undefined ? [] : [{ word: "Before", sha256: before }]),
      ...(after === undefined ? [] : [{ word: "After", sha256: after }]),
    ],
  };
}

/** The changed sentences, headline and deck first. */
function linesOf(revision: EditionRevision | undefined, script: Script): readonly ChangeLine[] {
  if (revision === undefined) {
    return [];
  }
  const scripts = { before: script, after: script };
  const { headlineChange, deckChange, edits } = revision;
  return [
    ...(headlineChange === undefined ? [] : frameLines("Headline", headlineChange, scripts)),
    ...(deckChange === undefined ? [] : frameLines("Deck", deckChange, scripts)),
    ...edits.flatMap((edit: EditionEdit) => editLines(edit, scripts)),
  ];
}
