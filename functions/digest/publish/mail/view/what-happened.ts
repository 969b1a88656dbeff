import { toldAs } from "../../../changes/order.ts";
import type { EditionChange } from "../../../edition/schema.ts";
import { dayOf, daysUntil } from "../../wording/dates.ts";
import { KIND_WORDS } from "../../wording/reasons.ts";
import { keyText, proseText } from "../../wording/safe-text.ts";
import { capitalised, counted, lengthWords, numeral, stories } from "../../wording/words.ts";
import type { Telling } from "../types.ts";
import { briefFacts } from "./facts.ts";
import { sharedWords } from "./shared-edits.ts";
import type { Unit } from "./units.ts";
import { weekWords } from "./week-words.ts";

/** `first seen on 12 November, last changed on 19 November, last seen on 20 November` */
function lifeOf(change: EditionChange, telling: Telling): string {
  const { firstSeen, lastChanged, lastSeen } = change;
  const changed = firstSeen !== undefined && lastChanged === firstSeen ? "never changed" : "";
  return [
    onDay("first seen", firstSeen, telling),
    changed || onDay("last changed", lastChanged, telling),
    onDay("last seen", lastSeen, telling),
    ...weekWords(change, telling),
  ]
    .filter((words) => words !== "")
    .join(", ");
}

function onDay(done: string, slot: string | undefined, telling: Telling): string {
  const day = dayOf(slot, telling);
  return day === "" ? "" : `${done} on ${day}`;
}

const MAX_FORMER_THREAD = 80;

/** `one of 3 reports on “Ferry strikes breakwater”`, or `another report on its event is ferry-2.txt`; empty if it was the only one. */
function formerThread({ formerThread: thread, headline }: EditionChange): string {
  if (thread === undefined) {
    return "";
  }
  const name = thread.headline === headline ? "" : proseText(thread.headline ?? "", MAX_FORMER_THREAD);
  if (name !== "") {
    return `one of ${numeral(thread.stories)} reports on “${name}”`;
  }
  const [others, key] = [thread.stories - 1, keyText(thread.with, MAX_FORMER_KEY)];
  return others > 1
    ? `${numeral(others)} other reports on its event, such as ${key}`
    : `another report on its event is ${key}`;
}

/** `Was gone from 21 to 24 November`, `Was gone from 30 November to 2 December`. */
function wasGone({ goneSince }: EditionChange, telling: Telling): string {
  const days = daysUntil(goneSince, telling);
  return days === "" ? "Was gone" : `Was gone from ${days}`;
}

const MAX_FORMER_KEY = 80;
const MAX_EDIT_CLAUSE = 120;
const MAX_GIST_WORDS = 120;

/** `moved from news/ferry.txt`; empty if the story did not move. */
function movedFrom({ lead: { renamedFrom = "" } }: Unit): string {
  return renamedFrom === "" ? "" : `moved from ${keyText(renamedFrom, MAX_FORMER_KEY)}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((words) => words !== "").join("; ");
}

function backToVersion(lead: EditionChange, telling: Telling): string {
  const day = dayOf(lead.revertedTo, telling);
  if (lead.change !== "reverted" && lead.revertedTo === undefined) {
    return "";
  }
  return day === "" ? "back to an earlier version" : `back to the version of ${day}`;
}

/** What happened to a unit, for the line under its headline; may be empty. */
export function whatHappened(unit: Unit, telling: Telling): string {
  if (unit.shared !== undefined) {
    return togetherWords(unit);
  }
  switch (unit.section) {
    case "added":
      return capitalised(joined([togetherWords(unit), ...weekWords(unit.lead, telling)]));
    case "returned":
      return joined([
        wasGone(unit.lead, telling),
        backToVersion(unit.lead, telling),
        revisionWords(unit.lead).replace(/^./, (first) => first.toLowerCase()),
        togetherWords(unit),
        movedFrom(unit),
      ]);
    case "removed":
      return joined([
        capitalised(lifeOf(unit.lead, telling)),
        lengthWords(unit.lead),
        togetherWords(unit),
        formerThread(unit.lead),
        unit.lead.replaced ? "another story has its key now" : "",
      ]);
    case "reverted":
      return capitalised(
        joined([
          backToVersion(unit.lead, telling),
          ...weekWords(unit.lead, telling),
          togetherWords(unit),
          movedFrom(unit),
        ]),
      );
    default:
      return joined([
        revisionWords(unit.lead),
        ...weekWords(unit.lead, telling),
        togetherWords(unit),
        movedFrom(unit),
      ]);
  }
}

/**
 * `Content changed: 2 of 14 sentences edited, 1 added; heading “Aid” added`, `Text unchanged` if only the byline or the like is
 * another; empty without a revision.
 */
function revisionWords({ revision, gist }: EditionChange): string {
  if (revision === undefined) {
    return "";
  }
  const { kind, counts } = revision;
  const longer = Math.max(counts.before, counts.after);
  const parts = [
    { n: counts.edited, done: "edited", all: longer },
    { n: counts.added, done: "added", all: counts.after },
    { n: counts.removed, done: "removed", all: counts.before },
    { n: counts.moved, done: "moved", all: longer },
  ].filter(({ n }) => n > 0);
  const words = parts.map(({ n, done, all }, index) =>
    index === 0
      ? `${numeral(n)} of ${counted(all, "sentence", "sentences")} ${done}`
      : `${numeral(n)} ${done}`,
  );
  if (parts.length === 0) {
    return kind === "minor" || revision.headlineChange !== undefined ? "Text unchanged" : KIND_WORDS[kind];
  }
  return joined([`${KIND_WORDS[kind]}: ${words.join(", ")}`, ...editWords(gist)]);
}

function editWords(gist: EditionChange["gist"]): readonly string[] {
  return gist?.edits.map((clause) => proseText(clause, MAX_EDIT_CLAUSE)) ?? [];
}

/** `Dead: 12 → 19; heading “Aid” added`, for a single line: facts and edits, else how many sentences changed. */
export function gistWords({ revision, gist }: EditionChange, maxFacts = 2): string {
  const facts = briefFacts(revision?.facts ?? [], maxFacts);
  const edits =
    joined(editWords(gist)) || (facts === "" ? proseText(gist?.sentence ?? "", MAX_GIST_WORDS) : "");
  return joined([facts, facts === "" ? capitalised(edits) : edits]);
}

/** The most important thing about a change, for a single line; may be empty. */
export function briefDetail(change: EditionChange, telling: Telling): string {
  const told = toldAs(change);
  switch (told) {
    case "revised":
    case "reverted":
      return gistWords(change) || backToVersion(change, telling);
    case "removed":
      return joined([lifeOf(change, telling), lengthWords(change)]);
    case "returned":
      return joined([
        wasGone(change, telling),
        gistWords(change) || backToVersion(change, telling),
        change.uncompared ? "similar text, not compared" : "",
      ]);
    case "renamed":
      return change.uncompared ? "similar text, not compared" : "";
    case "added":
      return "";
    default:
      return told satisfies never;
  }
}

/** `3 reports on one event`, `in 7 places`, `the same edit in 40 stories`, `1 sentence added`; empty for a single story. */
export function togetherWords(unit: Unit): string {
  const { section, others, copies, lead, shared } = unit;
  if (shared !== undefined) {
    return sharedWords(shared);
  }
  if (lead.sameEdit !== undefined) {
    const all = 1 + others.length + copies.length;
    return all > 1 ? `the same edit in ${stories(all)}` : "";
  }
  const places = 1 + copiesOf(lead, unit).length;
  return joined([
    section === "added" && others.length > 0 ? `${numeral(others.length + 1)} reports on one event` : "",
    places > 1 ? `in ${numeral(places)} places` : "",
  ]);
}

/** The copies of one change of a unit. */
export function copiesOf({ key }: EditionChange, { copies }: Unit): readonly EditionChange[] {
  return copies.filter(({ copyOf }) => copyOf === key);
}
