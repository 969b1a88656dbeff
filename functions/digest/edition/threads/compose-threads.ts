import type { NewsChange, RemovedRecord } from "../../changes/schema.ts";
import type { EditionThread } from "../schema.ts";
import { partSeries } from "./series.ts";
import { keepThreadIds } from "./thread-ids.ts";
import { groupThreads } from "./threads.ts";

/** A thread of an earlier edition. */
export interface ThreadMembers {
  readonly id: string;
  readonly stories: readonly string[];
  /** Its headline when it was last told; absent if an earlier version told it. */
  readonly headline?: string;
}

/**
 * The threads of an edition, those of most reports first, each with the headline of its most important story. Every story with
 * news is in exactly one, a copy in that of its original, behind it, and counts as no further report. A thread that shares
 * stories with an earlier one keeps its id.
 */
export function composeThreads(
  news: readonly NewsChange[],
  known: readonly ThreadMembers[],
  originalOf: (record: NewsChange) => string | undefined = () => undefined,
): readonly EditionThread[] {
  const all = news.filter(hasThread);
  const grouped = all.filter((record) => originalOf(record) === undefined);
  const copies = Map.groupBy(all, originalOf);
  const headlines = new Map(grouped.map((record) => [record.key, record.headline]));
  const places = new Map(grouped.map((record, place) => [record.key, place]));
  const place = (key: string | undefined): number => places.get(key ?? "") ?? 0;
  const groups = groupThreads(grouped.map(({ key, text }) => ({ key, text })))
    .flatMap((keys) => partSeries(keys.map((key) => ({ key, headline: headlines.get(key) ?? "" }))))
    .map((keys) => keys.toSorted((a, b) => place(a) - place(b)))
    .toSorted((a, b) => b.length - a.length || place(a[0]) - place(b[0]))
    .map((keys) => keys.flatMap((key) => [key, ...(copies.get(key) ?? []).map((copy) => copy.key)]));
  const ids = keepThreadIds(known, groups);
  return groups.map((stories, index) => ({
    id: ids[index] ?? "",
    headline: headlines.get(stories[0] ?? "") ?? "",
    stories,
  }));
}

/** Only stories that still exist have a text, and belong to threads. */
function hasThread(record: NewsChange): record is Exclude<NewsChange, RemovedRecord> {
  return record.change !== "removed";
}
