import pMap from "p-map";
import { factChains, type ToldChange, valuesBetween } from "../../edition/fact-chains.ts";
import type { Edition, EditionChange, EditionFact } from "../../edition/schema.ts";
import { unlessCorrupt } from "../../errors.ts";
import { runKeys, runPrefix } from "../../keys.ts";
import type { ObjectStore } from "../../ports.ts";
import type { Attempt } from "../attempt.ts";
import { readBrief } from "../brief/brief-file.ts";
import { readEdition } from "../published.ts";

/** Editions of the week that are read; if more told facts of its stories, the latest. */
const MAX_DAYS = 31;
/** Values between the first and the last; a fact that went through more has none. */
const MAX_VALUES = 4;
const MAX_DAYS_AT_ONCE = 8;

/**
 * The week's edition with the values that a fact had between its first and its last, where the editions of the week told them one after another: 12 → 14 → 19.
 * Reads these editions, and the list of runs: at most 32 GETs, none if no story with facts changed more than once.
 */
export async function withValuesBetween(
  week: Edition,
  edition: Edition,
  { before }: Pick<Attempt, "before">,
  state: ObjectStore,
): Promise<Edition> {
  const slots = new Set(week.changes.filter(isMovedTwice).flatMap(({ days = [] }) => days));
  const wanted = [...slots]
    .filter((slot) => slot !== edition.slot)
    .toSorted()
    .slice(-MAX_DAYS);
  if (before === undefined || wanted.length === 0) {
    return week;
  }
  const told = await editionsOf(wanted, before.runId, state);
  const days = new Map([...told, edition].map((day) => [day.slot, changesByKey(day)]));
  return {
    ...week,
    changes: week.changes.map((change) => (isMovedTwice(change) ? withValues(change, days) : change)),
  };
}

function isMovedTwice({ days = [], revision }: EditionChange): boolean {
  return (
    days.length > 1 && (revision?.facts ?? []).some(({ before, after }) => before !== null && after !== null)
  );
}

/** Those of these slots among the runs up to one; none if the list of runs is damaged. */
async function editionsOf(
  slots: readonly string[],
  run: string,
  state: ObjectStore,
): Promise<readonly Edition[]> {
  return await unlessCorrupt([], async () => {
    const { earlier = [] } = (await readBrief(state, runKeys(run).archive)) ?? {};
    const all = [run, ...earlier];
    const runs = slots.flatMap((slot) => all.find((id) => id.startsWith(runPrefix(slot))) ?? []);
    return await pMap(runs, (id) => readEdition(state, runKeys(id).edition), {
      concurrency: MAX_DAYS_AT_ONCE,
    });
  });
}

type ChangesByKey = ReadonlyMap<string, EditionChange>;

function changesByKey({ changes }: Edition): ChangesByKey {
  return new Map(changes.map((change) => [change.key, change]));
}

function withValues(change: EditionChange, days: ReadonlyMap<string, ChangesByKey>): EditionChange {
  const { revision } = change;
  const chains = factChains(eventsOf(change, days));
  return revision === undefined
    ? change
    : {
        ...change,
        revision: {
          ...revision,
          facts: revision.facts.map((fact) => between(fact, valuesBetween(fact, chains))),
        },
      };
}

function between(fact: EditionFact, values: readonly string[]): EditionFact {
  return values.length === 0 || values.length > MAX_VALUES ? fact : { ...fact, through: [...values] };
}

/** What the days said of a story, oldest first, under the keys that it had. */
function eventsOf(
  { key: latest, days = [] }: EditionChange,
  told: ReadonlyMap<string, ChangesByKey>,
): readonly ToldChange[] {
  const events: ToldChange[] = [];
  let key = latest;
  for (const slot of days.toReversed()) {
    const change = told.get(slot)?.get(key);
    events.unshift({ slot, change });
    key = change?.renamedFrom ?? key;
  }
  return events;
}
