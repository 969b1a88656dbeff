import type { NewsChange, RemovedRecord } from "../../changes/schema.ts";
import type { EditionThread } from "../schema.ts";
import { keepThreadIds } from "./thread-ids.ts";
import { groupThreads } from "./threads.ts";

/** A thread of an earlier edition. */
export interface ThreadMembers {
  readonly id: string;
  readonly stories: readonly string[];
}

/**
 * The threads of an edition: every told story in exactly one, the largest first, each with the headline of its most
 * important story. A thread that shares stories with an earlier one keeps its id.
 */
export function composeThreads(
  news: readonly NewsChange[],
  known: readonly ThreadMembers[],
): readonly EditionThread[] {
  const told = news.filter(hasThread);
  const headlines = new Map(told.map((record) => [record.key, record.headline]));
  const places = new Map(told.map((record, place) => [record.key, place]));
  const place = (key: string | undefined): number => places.get(key ?? "") ?? 0;
  const groups = groupThreads(told.map(({ key, text }) => ({ key, text })))
    .map((keys) => keys.toSorted((a, b) => place(a) - place(b)))
    .toSorted((a, b) => b.length - a.length || place(a[0]) - place(b[0]));
  const ids = keepThreadIds(known, groups);
  return groups.map((stories, index) => ({
    id: ids[index] ?? "",
    headline: headlines.get(stories[0] ?? "") ?? "",
    stories,
  }));
}

/** Stories that still exist are told with a text and belong to threads. */
function hasThread(record: NewsChange): record is Exclude<NewsChange, RemovedRecord> {
  return record.change !== "removed";
}
