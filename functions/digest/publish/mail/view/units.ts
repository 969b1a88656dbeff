import { toldAs } from "../../../changes/order.ts";
import type { ChangeName, Edition, EditionChange, EditionCounts } from "../../../edition/schema.ts";

/** Changes that are shown together: one story, the reports on one event, or the same edit in many stories. */
export interface Unit {
  readonly section: ChangeName;
  /** The change that is shown in full; for a thread, the story that gave it its headline if that is new. */
  readonly lead: EditionChange;
  readonly others: readonly EditionChange[];
  /** Told in one line, however much room there is. */
  readonly isBrief: boolean;
}

/** The order of the sections in the email. */
export const SECTION_ORDER = [
  "revised",
  "added",
  "returned",
  "reverted",
  "renamed",
  "removed",
] as const satisfies readonly ChangeName[];

/** The counts by what changes are told as. */
export function toldCounts({ counts, changes }: Edition): EditionCounts {
  const told = { ...counts };
  for (const change of changes) {
    told[change.change] -= 1;
    told[toldAs(change)] += 1;
  }
  return told;
}

/** Removed stories that are told with their last text; of a mass removal, the others are named. */
const MAX_REMOVED_IN_FULL = 10;

/** A first edition shows the main threads, not everything. */
const MAX_BASELINE_UNITS = 12;

/**
 * Joins changes that are shown together, in the order of the email: section by section, each in the order of the
 * edition. New stories join by thread, revised ones if they had exactly the same edits.
 */
export function unitsOf(edition: Edition): readonly Unit[] {
  const units = allUnits(edition);
  return edition.kind === "baseline" ? units.slice(0, MAX_BASELINE_UNITS) : units;
}

function allUnits(edition: Edition): readonly Unit[] {
  const threadHeadlines = new Map(edition.threads.map(({ id, headline }) => [id, headline]));
  return SECTION_ORDER.flatMap((section) => {
    const changes = edition.changes.filter((change) => toldAs(change) === section);
    const units = [...Map.groupBy(changes, togetherKey).values()].flatMap((together) =>
      unitOf(section, together, threadHeadlines),
    );
    return units.map((unit, place) => ({ ...unit, isBrief: isBrief(unit, place) }));
  });
}

/** Renamed stories need no more than one line, nor does one that is back as it was, or one whose last text is lost. */
function isBrief({ section, lead }: Omit<Unit, "isBrief">, place: number): boolean {
  switch (section) {
    case "renamed":
      return true;
    case "returned":
      return lead.revision === undefined;
    case "removed":
      return lead.summary.length === 0 || place >= MAX_REMOVED_IN_FULL;
    default:
      return false;
  }
}

function unitOf(
  section: ChangeName,
  changes: readonly EditionChange[],
  headlines: ReadonlyMap<string, string>,
): readonly Omit<Unit, "isBrief">[] {
  const [first] = changes;
  if (first === undefined) {
    return [];
  }
  const headline = section === "added" ? headlines.get(first.thread ?? "") : undefined;
  const originals = changes.filter(({ sameTextAs }) => sameTextAs === undefined);
  const lead = originals.find((change) => change.headline === headline) ?? originals[0] ?? first;
  return [{ section, lead, others: changes.filter((change) => change !== lead) }];
}

/** Changes with the same key are shown together; a single change is its own key. */
function togetherKey(change: EditionChange): EditionChange | string {
  if (change.change === "added") {
    return change.thread === null ? change : `thread ${change.thread}`;
  }
  return change.sameEdit === undefined ? change : `edit ${change.sameEdit}`;
}

/**
 * The indexes of the units from the most to the least important: the first of each section, then the second of
 * each, so that a long section never pushes a short one out of the email.
 */
export function byImportance(units: readonly Pick<Unit, "section">[]): readonly number[] {
  const seen = new Map<ChangeName, number>();
  const ranked = units.map(({ section }, index) => {
    const rank = seen.get(section) ?? 0;
    seen.set(section, rank + 1);
    return { index, rank, section: SECTION_ORDER.indexOf(section) };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.section - b.section).map(({ index }) => index);
}
