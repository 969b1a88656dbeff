import type { EditionChange, EditionRevision } from "../../../edition/schema.ts";
import { dayOf } from "../../wording/dates.ts";
import { capitalised, counted, numeral, stories } from "../../wording/words.ts";
import { briefFacts, factViews } from "./facts.ts";
import type { Telling } from "./telling.ts";
import type { Unit } from "./units.ts";

/** The word for each kind of revision. */
const KIND_WORDS = {
  cosmetic: "Form only",
  minor: "Wording",
  substantive: "Substance",
  rewritten: "Rewritten",
} as const satisfies Record<EditionRevision["kind"], string>;

function firstSeen({ firstSeen: slot }: EditionChange, { editionTime, timeZone }: Telling): string {
  const day = dayOf(slot, editionTime, timeZone);
  return day === "" ? "" : `first seen on ${day}`;
}

function readsAgain({ change, revertedTo }: EditionChange, { editionTime, timeZone }: Telling): string {
  const day = dayOf(revertedTo, editionTime, timeZone);
  if (change !== "reverted") {
    return "";
  }
  return day === "" ? "reads as it did before" : `reads as on ${day} again`;
}

/** What happened to a unit, for the line under its headline; may be empty. */
export function whatHappened(unit: Unit, telling: Telling): string {
  switch (unit.section) {
    case "added":
      return capitalised(togetherWords(unit));
    case "reverted":
      return capitalised(readsAgain(unit.lead, telling));
    default:
      return [revisionWords(unit.lead.revision), togetherWords(unit)]
        .filter((words) => words !== "")
        .join("; ");
  }
}

/** `Substance: 2 edited, 1 added of 14 sentences`; empty without a revision. */
function revisionWords(revision: EditionRevision | undefined): string {
  if (revision === undefined) {
    return "";
  }
  const { kind, counts } = revision;
  const parts = [
    [counts.edited, "edited"],
    [counts.added, "added"],
    [counts.removed, "removed"],
    [counts.moved, "moved"],
  ] as const;
  const done = parts.filter(([n]) => n > 0).map(([n, word]) => `${numeral(n)} ${word}`);
  const of = `of ${counted(Math.max(counts.before, counts.after), "sentence", "sentences")}`;
  return done.length === 0 ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}: ${done.join(", ")} ${of}`;
}

/** The one thing to know about a change, for a single line; may be empty. */
export function briefDetail(change: EditionChange, telling: Telling): string {
  switch (change.change) {
    case "revised":
    case "reverted":
      return briefFacts(factViews(change.revision?.facts ?? [])) || readsAgain(change, telling);
    case "removed":
      return firstSeen(change, telling);
    case "renamed":
    case "added":
      return "";
    default:
      return change.change satisfies never;
  }
}

/** `3 reports of one event`, `the same edit in 40 stories`; empty for a story that stands alone. */
export function togetherWords({ section, others }: Unit): string {
  if (others.length === 0) {
    return "";
  }
  const n = others.length + 1;
  return section === "added" ? `${numeral(n)} reports of one event` : `the same edit in ${stories(n)}`;
}
