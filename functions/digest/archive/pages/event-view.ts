import type { EditionEdit, EditionRevision } from "../../edition/schema.ts";
import { cosmeticWords, heldBackWords } from "../../publish/mail/view/closing-sections.ts";
import { editLines, frameLines } from "../../publish/pages/change-lines.ts";
import { comparedFact } from "../../publish/pages/comparison-view.ts";
import { editWords } from "../../publish/pages/verdict.ts";
import type { ChangeLine, Script } from "../../publish/pages/view-types.ts";
import { MAX_SHOWN_HEADLINE, MAX_SHOWN_SENTENCE } from "../../publish/wording/bounds.ts";
import { localTime } from "../../publish/wording/dates.ts";
import { pathText, plainText } from "../../publish/wording/safe-text.ts";
import { andMore, lengthWords } from "../../publish/wording/words.ts";
import type { StoryEvent } from "../types.ts";
import type { Links } from "./links.ts";
import type { EventView } from "./view-types.ts";

const MAX_EVENT_FACTS = 12;
const MAX_EVENT_LINES = 24;
const MAX_EVENT_KEY = 160;

/** What the views of the archive are made with. */
export interface PageContext {
  readonly links: Links;
  /** IANA time zone of all times. */
  readonly timeZone: string;
}

const KIND_WORDS = {
  cosmetic: "Formatting changed",
  minor: "Wording changed",
  substantive: "Content changed",
  rewritten: "Rewritten",
} as const satisfies Record<EditionRevision["kind"], string>;

/** An event for a page; with `isOnStoryPage`, without a link to the story itself. */
export function eventView(
  event: StoryEvent,
  context: PageContext,
  { isOnStoryPage = false }: { readonly isOnStoryPage?: boolean } = {},
): EventView {
  const { slot, key, change, share = 0, headline = "" } = event;
  const script = { lang: change?.lang ?? "", dir: change?.dir === "rtl" ? "rtl" : "" };
  const facts = change?.revision?.facts ?? [];
  const lines = linesOf(change?.revision, script);
  return {
    ...script,
    time: timeOf(slot, context.timeZone),
    edition: context.links.edition(slot),
    headline: plainText(headline, MAX_SHOWN_HEADLINE) || pathText(key, MAX_EVENT_KEY),
    key: pathText(key, MAX_EVENT_KEY),
    story: isOnStoryPage ? "" : context.links.story(key),
    what: eventWords(event, context.timeZone),
    share: Math.round(100 * share),
    facts: facts.slice(0, MAX_EVENT_FACTS).map(comparedFact),
    factsMore: andMore(facts.length - MAX_EVENT_FACTS),
    summary: lines.length > 0 ? "" : summaryOf(change?.summary ?? []),
    lines: lines.slice(0, MAX_EVENT_LINES),
    linesMore: andMore(lines.length - MAX_EVENT_LINES + (change?.revision?.omittedEdits ?? 0)),
    ...evidenceOf(event, context.links),
  };
}

/** The lead of a story; what is new in a revision stands in its lines. */
function summaryOf(sentences: readonly string[]): string {
  return sentences.map((sentence) => plainText(sentence, MAX_SHOWN_SENTENCE)).join(" ");
}

/** Both versions by their hashes, and where they are compared. */
function evidenceOf(
  { key, sha256: { before, after } = {} }: StoryEvent,
  links: Links,
): Pick<EventView, "compare" | "hashes"> {
  return {
    compare: before === undefined || after === undefined ? "" : links.compare(key, before, after),
    hashes: [
      ...(before === undefined ? [] : [{ word: "Before", sha256: before }]),
      ...(after === undefined ? [] : [{ word: "After", sha256: after }]),
    ],
  };
}

/** `Friday 20 November 2026, 07:00 CET` */
export function timeOf(slot: string, timeZone: string): string {
  const { date, time } = localTime(slot, timeZone);
  return `${date}, ${time}`;
}

/** `20 November 2026` */
export function dayWords(slot: string, timeZone: string): string {
  const { day, year } = localTime(slot, timeZone);
  return `${day} ${year}`;
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

/** What happened, in a clause: `Content changed: 2 sentences edited, 1 added`. */
function eventWords({ what, change, reason = "", goneSince, sha256 }: StoryEvent, timeZone: string): string {
  const revised = change?.revision === undefined ? "" : revisionWords(change.revision);
  const joined = (...clauses: readonly string[]) => clauses.filter((clause) => clause !== "").join("; ");
  switch (what) {
    case "added":
      return "New";
    case "revised":
      return revised;
    case "reverted":
      return joined(backWords(change?.revertedTo, timeZone), revised);
    case "renamed":
      return joined(`Moved from ${pathText(change?.renamedFrom ?? "", MAX_EVENT_KEY)}`, revised);
    case "returned":
      return joined(goneWords(goneSince, timeZone), revised);
    case "removed":
      return joined("Removed", lengthWords({ words: change?.words, characters: change?.characters }));
    case "cosmetic":
      return `Formatting changed: ${cosmeticWords(reason)}`;
    case "unstable":
      return sha256 !== undefined && sha256.after === undefined
        ? "Gone, again"
        : "Back to an earlier version, again";
    case "held back":
      return `Not accepted: ${heldBackWords(reason)}`;
    default:
      return what satisfies never;
  }
}

function revisionWords({ kind, counts }: EditionRevision): string {
  const edits = editWords(counts);
  return edits === "" ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}: ${edits}`;
}

function backWords(slot: string | undefined, timeZone: string): string {
  return slot === undefined
    ? "Back to an earlier version"
    : `Back to the version of ${dayWords(slot, timeZone)}`;
}

function goneWords(slot: string | undefined, timeZone: string): string {
  return slot === undefined ? "Back" : `Back; gone since ${dayWords(slot, timeZone)}`;
}
