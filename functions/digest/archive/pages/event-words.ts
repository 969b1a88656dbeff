import type { ChangeName, EditionRevision } from "../../edition/schema.ts";
import { editWords } from "../../publish/pages/verdict.ts";
import type { Clock } from "../../publish/wording/dates.ts";
import { cosmeticWords, heldBackWords, KIND_WORDS } from "../../publish/wording/reasons.ts";
import { pathText, plainText } from "../../publish/wording/safe-text.ts";
import { capitalised, counted, lengthWords, listed } from "../../publish/wording/words.ts";
import type { StoryEvent } from "../types.ts";

const MAX_EVENT_KEY = 160;
const MAX_EVENT_REASON = 80;
/** What lies around a text, of which a clause tells no more. */
const MAX_TOLD_LABELS = 3;

/** A key where an event names it. */
export function eventKey(key: string): string {
  return pathText(key, MAX_EVENT_KEY);
}

/** `Friday 20 November 2026, 07:00 CET` */
export function timeOf(slot: string, clock: Clock): string {
  const { date, time } = clock.localTime(slot);
  return `${date}, ${time}`;
}

/** `20 November 2026` */
export function dayWords(slot: string, clock: Clock): string {
  const { day, year } = clock.localTime(slot);
  return `${day} ${year}`;
}

/** What happened, in a line: `Content changed: 2 sentences edited, 1 added`. */
export function eventWords(event: StoryEvent, clock: Clock): string {
  switch (event.what) {
    case "cosmetic":
      return `Formatting changed: ${reasonWords(event)}`;
    case "held back":
      return `Held back: ${reasonWords(event)}`;
    case "unstable":
      return isGoneNow(event) ? "Gone, again" : "Back to an earlier version, again";
    default:
      return [changeWords(event, clock), copyWords(event)].filter((clause) => clause !== "").join("; ");
  }
}

/** {@link eventWords} below a heading that says what is listed. */
export function namedWords(event: StoryEvent, clock: Clock): string {
  return event.what === "cosmetic" || event.what === "held back"
    ? capitalised(reasonWords(event))
    : eventWords(event, clock);
}

/** Of a cosmetic change, or of a state that was held back. */
export function reasonWords({ what, reason = "" }: StoryEvent): string {
  return plainText(what === "cosmetic" ? cosmeticWords(reason) : heldBackWords(reason), MAX_EVENT_REASON);
}

function isGoneNow({ sha256 }: StoryEvent): boolean {
  return sha256 !== undefined && sha256.after === undefined;
}

/** What a change is called, before what it did to the text. */
const CHANGE_WORDS: Readonly<Record<ChangeName, (event: StoryEvent, clock: Clock) => string>> = {
  added: () => "New",
  revised: () => "",
  reverted: ({ change }, clock) => backWords(change?.revertedTo, clock),
  renamed: () => "",
  returned: ({ goneSince }, clock) => goneWords(goneSince, clock),
  removed: ({ change }) => removedWords(change?.words, change?.characters),
};

function changeWords(event: StoryEvent, clock: Clock): string {
  const { change, renamedFrom } = event;
  const told = change === undefined ? "" : CHANGE_WORDS[change.change](event, clock);
  const moved = renamedFrom === undefined ? "" : `Moved from ${eventKey(renamedFrom)}`;
  const revised = change?.revision === undefined ? "" : revisionWords(change.revision);
  const [first = "", ...others] = [told, moved, revised].filter((clause) => clause !== "");
  return [first, ...others.map(uncapitalised)].join("; ");
}

function copyWords({ change }: StoryEvent): string {
  if (change?.copyOf !== undefined) {
    return `same text as ${eventKey(change.copyOf)}`;
  }
  return change?.sameTextAs === undefined ? "" : `nearly the same text as ${eventKey(change.sameTextAs)}`;
}

/** `Content changed: 2 sentences edited, 14 unchanged; headline changed`, or `Byline changed` if no sentence did. */
function revisionWords({ kind, counts, headlineChange, deckChange, facts }: EditionRevision): string {
  const isEdited = counts.edited + counts.added + counts.removed + counts.moved > 0;
  const frame = [
    headlineChange === undefined ? "" : "headline",
    deckChange === undefined ? "" : "deck",
    ...(isEdited ? [] : facts.map(({ context = "" }) => plainText(context, MAX_EVENT_REASON))),
  ].filter((name) => name !== "");
  const names = [...new Set(frame)];
  const around =
    names.length === 0
      ? ""
      : `${listed(names.slice(0, MAX_TOLD_LABELS), names.length - MAX_TOLD_LABELS)} changed`;
  if (isEdited) {
    return [`${KIND_WORDS[kind]}: ${editWords(counts)}`, around].filter((clause) => clause !== "").join("; ");
  }
  return around === "" ? KIND_WORDS[kind] : capitalised(around);
}

function removedWords(words: number | undefined, characters: number | undefined): string {
  const length = lengthWords({ words, characters });
  return length === "" ? "Removed" : `Removed (${length})`;
}

function backWords(slot: string | undefined, clock: Clock): string {
  return slot === undefined
    ? "Back to an earlier version"
    : `Back to the version of ${dayWords(slot, clock)}`;
}

function goneWords(slot: string | undefined, clock: Clock): string {
  return slot === undefined ? "Back" : `Back, after it was gone from ${dayWords(slot, clock)}`;
}

/** For a clause after another. */
function uncapitalised(clause: string): string {
  return clause.slice(0, 1).toLowerCase() + clause.slice(1);
}

/** Events of one sort that follow each other, in words; `latest` is one of them. */
export function foldedWords(latest: StoryEvent, n: number): string {
  switch (latest.what) {
    case "cosmetic":
      return counted(n, "formatting change", "formatting changes");
    case "held back":
      return `Held back in ${counted(n, "edition", "editions")}: ${reasonWords(latest)}`;
    default:
      return `Went back and forth in ${counted(n, "edition", "editions")}`;
  }
}
