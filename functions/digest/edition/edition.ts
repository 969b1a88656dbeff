import { createHash } from "node:crypto";
import { compareRecords } from "./order.ts";
import { type EditionRecord, isNews, type NewsRecord, type RemovedRecord } from "./record.ts";
import type { Edition, EditionChange, EditionCounts, EditionThread } from "./schema.ts";
import { groupThreads } from "./threads.ts";

/** What an edition is made of. */
export interface EditionInput {
  readonly slot: string;
  /** `false`: nothing to tell. */
  readonly hasNews: boolean;
  /** The first run of all. */
  readonly isBaseline: boolean;
  /** Of everything found, also of what `records` leaves out. */
  readonly counts: EditionCounts;
  readonly records: readonly EditionRecord[];
}

/** Records that an edition lists; what is over is counted. */
export const MAX_RECORDS = 10_000;

/** Changes that carry their edits; those behind carry facts and counts only. */
const MAX_DETAILED = 500;

/**
 * The edition of a slot: threads, order, bounds. The same input gives the same edition, byte for byte, in
 * whatever order the records come.
 */
export function composeEdition(input: EditionInput): Edition {
  const records = input.records.toSorted(compareRecords).slice(0, MAX_RECORDS);
  const news = records.filter(isNews);
  const threads = composeThreads(news);
  const ids = new Map(threads.flatMap(({ id, stories }) => stories.map((key) => [key, id])));
  const changes = orderByThread(news, threads).map((record, place) =>
    toChange(record, place, ids.get(record.key) ?? null),
  );
  const { counts } = input;
  return {
    version: 1,
    slot: input.slot,
    kind: kindOf(input),
    counts,
    threads,
    changes,
    cosmetic: records.flatMap((record) =>
      record.change === "cosmetic" ? [{ key: record.key, reason: record.reason }] : [],
    ),
    heldBack: records.flatMap((record) =>
      record.change === "held back" ? [{ key: record.key, reason: record.reason, since: record.since }] : [],
    ),
    omitted:
      counts.added + counts.revised + counts.reverted + counts.renamed + counts.removed - changes.length,
  };
}

function kindOf({ isBaseline, hasNews }: EditionInput): Edition["kind"] {
  if (isBaseline) {
    return "baseline";
  }
  return hasNews ? "regular" : "quiet";
}

/** Stories that still exist and are told with a text belong to threads. */
function hasThread(record: NewsRecord): record is Exclude<NewsRecord, RemovedRecord> {
  return record.change !== "removed";
}

/** Every told story in exactly one thread, the largest threads first. */
function composeThreads(news: readonly NewsRecord[]): readonly EditionThread[] {
  const told = news.filter(hasThread);
  const headlines = new Map(told.map((record) => [record.key, record.headline]));
  const places = new Map(told.map((record, place) => [record.key, place]));
  const place = (key: string | undefined): number => places.get(key ?? "") ?? 0;
  return groupThreads(told.map(({ key, text }) => ({ key, text })))
    .map((keys) => keys.toSorted((a, b) => place(a) - place(b)))
    .toSorted((a, b) => b.length - a.length || place(a[0]) - place(b[0]))
    .map((stories) => ({
      id: threadId(stories),
      headline: headlines.get(stories[0] ?? "") ?? "",
      stories,
    }));
}

function threadId(stories: readonly string[]): string {
  const first = stories.toSorted().at(0) ?? "";
  return `t-${createHash("sha256").update(first).digest("hex").slice(0, 12)}`;
}

/** New stories stand thread by thread, all others where their significance puts them. */
function orderByThread(
  news: readonly NewsRecord[],
  threads: readonly EditionThread[],
): readonly NewsRecord[] {
  const places = new Map(threads.flatMap(({ stories }) => stories).map((key, place) => [key, place]));
  const place = (record: NewsRecord): number => places.get(record.key) ?? 0;
  const added = news.filter((record) => record.change === "added").toSorted((a, b) => place(a) - place(b));
  const queue = added.values();
  return news.map((record) => (record.change === "added" ? (queue.next().value ?? record) : record));
}

function toChange(record: NewsRecord, place: number, thread: string | null): EditionChange {
  return {
    change: record.change,
    key: record.key,
    headline: record.headline,
    summary: record.summary,
    thread,
    firstSeen: record.firstSeen,
    ...detailsOf(record, place),
  };
}

function detailsOf(record: NewsRecord, place: number): Partial<EditionChange> {
  const repairs = "repairs" in record && record.repairs > 0 ? { repairs: record.repairs } : {};
  switch (record.change) {
    case "added":
      return repairs;
    case "revised":
      return { ...repairs, revision: boundDetail(record.revision, place) };
    case "reverted":
      return { ...repairs, revision: boundDetail(record.revision, place), revertedTo: record.revertedTo };
    case "renamed":
      return { ...repairs, renamedFrom: record.renamedFrom };
    case "removed":
      return {};
    default:
      return record satisfies never;
  }
}

function boundDetail(
  revision: NonNullable<EditionChange["revision"]>,
  place: number,
): NonNullable<EditionChange["revision"]> {
  return place < MAX_DETAILED
    ? revision
    : { ...revision, edits: [], omittedEdits: revision.omittedEdits + revision.edits.length };
}
