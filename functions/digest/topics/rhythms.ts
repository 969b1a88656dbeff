import type { Edition, EditionChange } from "../edition/schema.ts";
import { type Selection, selectFor, withChanges } from "./select.ts";
import type { Rhythm, Topic } from "./topics.ts";

/** What a run tells: of its slot, and in the run that ends a week, of the week. */
export interface ToldEditions {
  readonly edition: Edition;
  readonly week?: Edition | undefined;
}

/**
 * What is in these topics, each told in its rhythm: that of the day first, then that of the week, without the stories that the day tells.
 * `quiet` if there is nothing.
 */
export function selectInRhythm({ edition, week }: ToldEditions, topics: readonly Topic[]): Selection {
  const own = selectFor(edition, inRhythm("daily", topics));
  const ofWeek = week === undefined ? undefined : selectFor(week, inRhythm("weekly", topics));
  if (ofWeek === undefined || isQuiet(ofWeek)) {
    return own;
  }
  return isQuiet(own) ? ofWeek : together(own, ofWeek);
}

function inRhythm(rhythm: Rhythm, topics: readonly Topic[]): readonly Topic[] {
  return topics.filter((topic) => topic.rhythm === rhythm);
}

function isQuiet({ edition }: Selection): boolean {
  return edition.kind === "quiet";
}

function together(own: Selection, week: Selection): Selection {
  const { edition } = own;
  const isTold = new Set(edition.changes.flatMap(({ key, renamedFrom = key }) => [key, renamedFrom]));
  const isNews = ({ key, renamedFrom = key }: EditionChange) => !(isTold.has(key) || isTold.has(renamedFrom));
  const rest = withChanges(week.edition, week.edition.changes.filter(isNews));
  const passing = rest.passing ?? [];
  const sharedEdits = [...(edition.sharedEdits ?? []), ...(rest.sharedEdits ?? []).map(sharedOfWeek)];
  return {
    edition: {
      ...edition,
      counts: { ...sumOf(edition.counts, rest.counts), stories: edition.counts.stories },
      ...(edition.items && rest.items && { items: sumOf(edition.items, rest.items) }),
      threads: [...edition.threads, ...rest.threads.map((thread) => ({ ...thread, id: ofWeek(thread.id) }))],
      changes: [...edition.changes, ...rest.changes.map((change) => changeOfWeek(change, week.edition))],
      cosmetic: withOthers(edition.cosmetic, rest.cosmetic),
      unstable: withOthers(edition.unstable, rest.unstable),
      ...(sharedEdits.length > 0 && { sharedEdits }),
      ...(passing.length > 0 && { passing }),
    },
    matches: [
      ...own.matches,
      ...week.matches.filter((_, place) => isNews(week.edition.changes[place] ?? NONE)),
    ],
  };
}

/** No story has an empty key. */
const NONE = { key: "" } as EditionChange;

/** Ids of threads and of edits are those of one edition. */
function ofWeek(id: string): string {
  return `week ${id}`;
}

function changeOfWeek(change: EditionChange, { since, slot }: Edition): EditionChange {
  const { thread, sameEdit, sharedEdits } = change;
  return {
    ...change,
    since: since ?? slot,
    thread: thread === null ? null : ofWeek(thread),
    ...(sameEdit !== undefined && { sameEdit: ofWeek(sameEdit) }),
    ...(sharedEdits && { sharedEdits: sharedEdits.map(ofWeek) }),
  };
}

function sharedOfWeek<Shared extends NonNullable<Edition["sharedEdits"]>[number]>(shared: Shared): Shared {
  const { id, sameEdit } = shared;
  return { ...shared, id: ofWeek(id), ...(sameEdit !== undefined && { sameEdit: ofWeek(sameEdit) }) };
}

function sumOf<Counts extends Readonly<Record<string, number>>>(one: Counts, other: Counts): Counts {
  return Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, count + (other[name] ?? 0)]),
  ) as unknown as Counts;
}

/** The stories of both lists, each once. */
function withOthers<Story extends { readonly key: string }>(
  stories: readonly Story[],
  others: readonly Story[],
): readonly Story[] {
  const keys = new Set(stories.map(({ key }) => key));
  return [...stories, ...others.filter(({ key }) => !keys.has(key))];
}
