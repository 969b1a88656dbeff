import { toldAs } from "../../../changes/order.ts";
import { isLine } from "../../../edition/copies/items.ts";
import { ownPart } from "../../../edition/copies/own-part.ts";
import type { ChangeName, Edition, EditionChange } from "../../../edition/schema.ts";
import { type SharedEdits, type Sharing, sharedLead, sharingIn } from "./shared-edits.ts";

/**
 * Changes that are shown together: a story and its copies, the reports on one event, the same edit in many stories, or edits that
 * stories share which have others as well.
 */
export interface Unit {
  readonly section: ChangeName;
  /** The change that is shown in full; for a thread, the story that gave it its headline if that is new. */
  readonly lead: EditionChange;
  /** The other reports, or the other stories with the same edit. */
  readonly others: readonly EditionChange[];
  /** Copies of any of them, which are named by their keys alone. */
  readonly copies: readonly EditionChange[];
  /** How many edits of the lead are shown in another unit. */
  readonly apart: number;
  /** The edits that the others share: the lead is no story. */
  readonly shared?: SharedEdits;
  /** Told in one line, however much room there is. */
  readonly isBrief: boolean;
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

/** How many of the counted items a unit is: a thread has one a report; shared edits have stories that are items themselves. */
export function itemsIn({ section, lead, others, shared }: Unit): number {
  if (shared !== undefined) {
    return lead.sameEdit === shared.id ? 1 : 0;
  }
  return section === "added" ? 1 + others.length : 1;
}

/** Removed stories that are told with their last text; of a mass removal, the others are named. */
const MAX_REMOVED_IN_FULL = 10;

/** A first edition shows the main threads, not everything. */
const MAX_BASELINE_UNITS = 12;

/**
 * Joins changes that are shown together, in the order of the email: section by section, that of the most significant change
 * first, each in the order of the edition. New stories join by thread, revised ones if they had exactly the same edits, any
 * others as copies.
 */
export function unitsOf(edition: Edition): readonly Unit[] {
  const units = allUnits(edition);
  return edition.kind === "baseline" ? units.slice(0, MAX_BASELINE_UNITS) : units;
}

function allUnits(edition: Edition): readonly Unit[] {
  const headlines = new Map(edition.threads.map(({ id, headline }) => [id, headline]));
  const sharing = sharingIn(edition);
  const told = edition.changes.filter((change) => !isLine(change));
  return [...new Set(told.map(toldAs))].flatMap((section) => {
    const changes = told.filter((change) => toldAs(change) === section);
    const units = itemsOf(changes, sharing).flatMap(({ edit = "", members }) => {
      const apart = sharing.get(edit);
      return apart === undefined
        ? unitOf(section, members, { headlines, sharing })
        : unitOfShared(apart.shared, [...members, ...apart.stories]);
    });
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

/** The changes of an item; edits that only stories with others have come behind the first of these, without any. */
interface Item {
  readonly edit?: string | undefined;
  readonly members: EditionChange[];
}

function itemsOf(changes: readonly EditionChange[], sharing: ReadonlyMap<string, Sharing>): readonly Item[] {
  const items = new Map<string, Item>();
  const itemOf = (name: string, edit?: string): Item => {
    const item = items.get(name) ?? { edit, members: [] };
    items.set(name, item);
    return item;
  };
  for (const change of changes) {
    itemOf(nameOf(change), change.sameEdit).members.push(change);
    for (const id of change.sharedEdits ?? []) {
      if (sharing.get(id)?.shared.sameEdit === undefined) {
        itemOf(`edit ${id}`, id);
      }
    }
  }
  return [...items.values()];
}

/** Changes of the same name are shown together. */
function nameOf({ change, key, thread, sameEdit, copyOf = key }: EditionChange): string {
  if (sameEdit !== undefined) {
    return `edit ${sameEdit}`;
  }
  return change === "added" && thread !== null ? `thread ${thread}` : `story ${copyOf}`;
}

function unitOf(
  section: ChangeName,
  changes: readonly EditionChange[],
  {
    headlines,
    sharing,
  }: { readonly headlines: ReadonlyMap<string, string>; readonly sharing: ReadonlyMap<string, Sharing> },
): readonly Omit<Unit, "isBrief">[] {
  const stories = changes.filter(({ copyOf }) => copyOf === undefined);
  const originals = stories.filter(({ sameTextAs }) => sameTextAs === undefined);
  const headline = section === "added" ? headlines.get(changes[0]?.thread ?? "") : undefined;
  const first = originals.find((change) => change.headline === headline) ?? originals[0] ?? changes[0];
  if (first === undefined) {
    return [];
  }
  const shared = first.sharedEdits?.flatMap((id) => sharing.get(id)?.names ?? []) ?? [];
  const lead = ownPart(first, shared);
  const [all, own] = [first, lead].map(({ revision }) => revision?.edits.length ?? 0);
  return [
    {
      section,
      lead,
      others: stories.filter((change) => change !== first),
      copies: changes.filter((change) => change !== first && change.copyOf !== undefined),
      apart: (all ?? 0) - (own ?? 0),
    },
  ];
}

function unitOfShared(
  shared: SharedEdits,
  changes: readonly EditionChange[],
): readonly Omit<Unit, "isBrief">[] {
  return changes.slice(0, 1).map((first) => ({
    section: "revised",
    lead: sharedLead(shared, first),
    others: changes.filter(({ copyOf }) => copyOf === undefined),
    copies: changes.filter(({ copyOf }) => copyOf !== undefined),
    apart: 0,
    shared,
  }));
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
    return { index, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.index - b.index).map(({ index }) => index);
}
