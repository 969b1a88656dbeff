import { toldAs } from "../../../changes/order.ts";
import type { ChangeName, Edition, EditionChange, EditionCounts } from "../../../edition/schema.ts";

/** Changes that are shown together: one story, the reports on one event, or the same edit in many stories. */
export interface Unit {
  readonly section: ChangeName;
  /** The change that is shown in full; for a thread, the story that gave it its headline if that is new. */
  readonly lead: EditionChange;
  readonly others: readonly EditionChange[];
}

/** The sections of changes in the email; where none is more significant than another, in this order. */
export const SECTION_ORDER = [
  "revised",
  "added",
  "returned",
  "reverted",
  "renamed",
  "removed",
] as const satisfies readonly ChangeName[];

/** The changes by what they are told as; those that are only a line are counted apart. */
export interface ToldCounts extends EditionCounts {
  readonly minor: number;
}

/** The counts by what changes are told as. */
export function toldCounts({ counts, changes }: Edition): ToldCounts {
  const told = { ...counts, minor: 0 };
  for (const change of changes) {
    told[change.change] -= 1;
    told[isLine(change) ? "minor" : toldAs(change)] += 1;
  }
  return told;
}

/** Whether a change is only named, among the minor edits. */
export function isLine({ told }: EditionChange): boolean {
  return told === "line";
}

/** A first edition shows the main threads, not everything. */
const MAX_BASELINE_UNITS = 12;

/**
 * Joins changes that are shown together, in the order of the email: section by section, that of the most significant change
 * first, each in the order of the edition. New stories join by thread, revised ones if they had exactly the same edits.
 */
export function unitsOf(edition: Edition): readonly Unit[] {
  const units = allUnits(edition);
  return edition.kind === "baseline" ? units.slice(0, MAX_BASELINE_UNITS) : units;
}

function allUnits(edition: Edition): readonly Unit[] {
  const threadHeadlines = new Map(edition.threads.map(({ id, headline }) => [id, headline]));
  const told = edition.changes.filter((change) => !isLine(change));
  return [...new Set(told.map(toldAs))].flatMap((section) => {
    const changes = told.filter((change) => toldAs(change) === section);
    return [...Map.groupBy(changes, togetherKey).values()].flatMap((together) =>
      unitOf(section, together, threadHeadlines),
    );
  });
}

function unitOf(
  section: ChangeName,
  changes: readonly EditionChange[],
  headlines: ReadonlyMap<string, string>,
): readonly Unit[] {
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
export function byImportance(units: readonly Unit[]): readonly number[] {
  const seen = new Map<ChangeName, number>();
  const ranked = units.map(({ section }, index) => {
    const rank = seen.get(section) ?? 0;
    seen.set(section, rank + 1);
    return { index, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.index - b.index).map(({ index }) => index);
}
