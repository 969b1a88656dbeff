import type { Edition, EditionChange } from "../../edition/schema.ts";
import type { EntryDifference } from "../../snapshot/differences.ts";
import type { Entry } from "../../snapshot/entry.ts";
import type { LastText } from "./last-texts.ts";

/** What happened within a week that a comparison of its ends does not show. */
export interface WeekLife {
  /** Slots at which a story came, changed or went, by key; oldest first. */
  readonly days: ReadonlyMap<string, readonly string[]>;
  /** Stories that are as they were, but were not all the time. */
  readonly passing: Passing;
  /** Stories that are gone and of which the last text is not known. */
  readonly unknown: ReadonlySet<string>;
}

type Passing = NonNullable<Edition["passing"]>;

/** Stories that are named; of more, those first in key order. */
const MAX_PASSING = 1_000;

/** Takes the differences of two snapshots, the first of this slot. */
export function noteLife(
  start: string,
  last: ReadonlyMap<string, LastText>,
): { add(difference: EntryDifference): void; finish(): WeekLife } {
  const days = new Map<string, readonly string[]>();
  const unknown = new Set<string>();
  const passing: Passing[number][] = [];
  const since = (slots: readonly string[]) => [...new Set(slots)].filter((slot) => slot > start).toSorted();
  const addGone = (key: string): void => {
    const gone = last.get(key);
    days.set(key, gone === undefined ? [] : since([gone.since]));
    if (gone === undefined) {
      unknown.add(key);
    }
  };
  const addThere = (entry: Entry, before: Entry | undefined): void => {
    days.set(entry.key, since(slotsOf(entry)));
    const what = before?.hash === entry.hash ? passed(entry, start) : undefined;
    if (what !== undefined) {
      passing.push({ key: entry.key, what });
    }
  };
  return {
    add({ before, after }) {
      if (after !== undefined) {
        addThere(after, before);
      } else if (before !== undefined) {
        addGone(before.key);
      }
    },
    finish() {
      const cameAndWent = [...last].flatMap(([key, { firstSeen, since: gone }]) =>
        firstSeen > start && gone > start && !days.has(key) ? [{ key, what: "came and went" as const }] : [],
      );
      return { days, unknown, passing: [...passing, ...cameAndWent].slice(0, MAX_PASSING) };
    },
  };
}

function slotsOf({ firstSeen, lastChanged, earlier }: Entry): readonly string[] {
  return [firstSeen, lastChanged, ...earlier.map(({ since }) => since)];
}

/** What a story went through whose text is the same as when the week began; `undefined`: nothing. */
function passed({ lastChanged, earlier }: Entry, start: string): Passing[number]["what"] | undefined {
  const since = earlier.filter((state) => state.since > start);
  if (since.length > 0 && since.every(({ hash }) => hash === "")) {
    return "came back";
  }
  return since.length > 0 || lastChanged > start ? "changed back" : undefined;
}

/** The edition with the days of its changes, and with what came to nothing. */
export function withLife(edition: Edition, { days, passing, unknown }: WeekLife): Edition {
  const isTold = new Set(edition.changes.flatMap(({ key, renamedFrom = key }) => [key, renamedFrom]));
  const left = passing.filter(({ key }) => !isTold.has(key));
  return {
    ...edition,
    changes: edition.changes.map((change) => withDays(change, days.get(change.key) ?? [], unknown)),
    ...(left.length > 0 && { passing: left }),
  };
}

function withDays(
  change: EditionChange,
  days: readonly string[],
  unknown: ReadonlySet<string>,
): EditionChange {
  const { lastChanged, summary, ...rest } = change;
  const isUnknown = change.change === "removed" && unknown.has(change.key);
  return {
    ...rest,
    summary: isUnknown ? [] : summary,
    ...(lastChanged !== undefined && !isUnknown && { lastChanged }),
    ...(days.length > 0 && { days }),
  };
}
