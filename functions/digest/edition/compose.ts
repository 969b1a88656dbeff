import { MAX_DETAILED, withoutEdits } from "../changes/bounds.ts";
import type { FlappingRecord } from "../changes/matched.ts";
import { compareRecords } from "../changes/order.ts";
import {
  type AddedRecord,
  type Change,
  countNews,
  type HeldBackRecord,
  isNews,
  type NewsChange,
  type Texts,
  type UnstableRecord,
} from "../changes/schema.ts";
import { findDuplicates } from "./copies/duplicates.ts";
import { countItems } from "./copies/items.ts";
import { findToldTogether } from "./copies/told-together.ts";
import { describeRemoved } from "./describe-removed.ts";
import type {
  Edition,
  EditionChange,
  EditionCounts,
  EditionFeedback,
  EditionRevision,
  EditionThread,
} from "./schema.ts";
import { composeThreads, type ThreadMembers } from "./threads/compose-threads.ts";
import { type Weighed, type Weight, weigh } from "./weigh.ts";

/** The input of an edition. */
export interface EditionInput {
  readonly slot: string;
  /** `false`: a quiet edition. */
  readonly hasNews: boolean;
  /** Whether this is the very first run. */
  readonly isBaseline: boolean;
  /** Counts of all changes, including those omitted from `records`. */
  readonly counts: EditionCounts;
  readonly records: readonly Change[];
  /** Threads of earlier editions, whose ids are kept. */
  readonly knownThreads: readonly ThreadMembers[];
  /** Slot of the edition before; absent: unknown. */
  readonly slotBefore?: string;
  /** Slot of the last edition that was mailed, since which this one tells; absent: unknown, or there was none. */
  readonly since?: string;
  /** Missing stories whose removal is held back; absent: none. */
  readonly missing?: number;
  /** Feedback from the mail service about earlier emails. */
  readonly feedback?: EditionFeedback;
}

/** Records listed in an edition; the rest are only counted. */
export const MAX_RECORDS = 10_000;

/**
 * Composes the edition of a slot: what is told together, threads, order, limits. The same input gives the same edition, byte for byte,
 * whatever the order of the records.
 */
export function composeEdition(input: EditionInput): Edition {
  const records = input.records.toSorted(compareRecords).slice(0, MAX_RECORDS);
  const news = records.filter(isNews);
  const together = findToldTogether(news);
  const threads = composeThreads(news, input.knownThreads, (record) => together.of(record).copyOf);
  const ids = new Map(threads.flatMap(({ id, stories }) => stories.map((key) => [key, id])));
  const sameTexts = findDuplicates(
    news.flatMap((record) => (record.change === "added" ? [{ key: record.key, text: bodyOf(record) }] : [])),
  );
  const copies = new Set(
    news.flatMap((record) => (together.of(record).copyOf === undefined ? [] : [record.key])),
  );
  const removed = describeRemoved(input, threads, copies);
  const { isSameEdit, isShared } = together;
  const isCopy = ({ key }: NewsChange) => copies.has(key) || sameTexts.has(key);
  const weighed = weigh(news, { threads, isSameEdit, isShared, isCopy }).toSorted(compareWeighed);
  const changes = orderByThread(weighed, threads).map(({ record, weight }, place) => ({
    ...toChange(record, place, record.change === "removed" ? null : (ids.get(record.key) ?? null)),
    ...(record.change === "removed" && removed(record)),
    ...toldBy(weight),
    ...together.of(record),
    ...(record.change === "added" && optional("sameTextAs", sameTexts.get(record.key))),
  }));
  const { counts } = input;
  return {
    version: 1,
    slot: input.slot,
    ...optional("since", input.isBaseline ? undefined : input.since),
    kind: kindOf(input),
    counts,
    items: itemsOf({ counts, changes }),
    threads,
    changes,
    cosmetic: records.flatMap((record) =>
      record.change === "cosmetic" ? [{ key: record.key, reason: record.reason, ...hashesOf(record) }] : [],
    ),
    unstable: records.flatMap((record) => (record.change === "unstable" ? [unstableStory(record)] : [])),
    heldBack: records.flatMap((record) => (record.change === "held back" ? [heldStory(record)] : [])),
    ...(together.sharedEdits.length > 0 && { sharedEdits: together.sharedEdits }),
    omitted: countNews(counts) - changes.length,
    ...(input.missing !== undefined && { missing: input.missing }),
    ...reportedFeedback(input.feedback),
  };
}

/** The text under the headline: very short ones may have nothing else of their own. */
function bodyOf({ text }: AddedRecord): string {
  const body = text.slice(text.indexOf("\n") + 1);
  return body.trim() === "" ? text : body;
}

function unstableStory(record: UnstableRecord | FlappingRecord): Edition["unstable"][number] {
  const { key, headline, returns, renamedFrom, goneSince } = record;
  return {
    key,
    headline,
    returns,
    ...("absences" in record && { absences: record.absences }),
    ...("isGone" in record && record.isGone && { gone: true as const }),
    ...optional("renamedFrom", renamedFrom),
    ...optional("goneSince", goneSince),
    ...hashesOf(record),
  };
}

function heldStory({ change: _, ...story }: HeldBackRecord): Edition["heldBack"][number] {
  return story;
}

/** What readers are told, in numbers. */
function itemsOf(edition: Pick<Edition, "counts" | "changes">): Edition["items"] {
  const { revised, added, returned, reverted, renamed, removed, minor } = countItems(edition);
  return { revised, added, returned, reverted, renamed, removed, minor };
}

/** Omits the field if there is no feedback. */
function reportedFeedback(counts: EditionFeedback | undefined): Pick<Edition, "feedback"> {
  const isAny = counts !== undefined && counts.bounced + counts.complained + counts.rejected > 0;
  return isAny ? { feedback: counts } : {};
}

function kindOf({ isBaseline, hasNews }: EditionInput): Edition["kind"] {
  if (isBaseline) {
    return "baseline";
  }
  return hasNews ? "regular" : "quiet";
}

/** The most significant first, minor edits last. */
function compareWeighed(a: Weighed, b: Weighed): number {
  const [x, y] = [a, b].map(({ weight }) => Number(weight.minor !== undefined));
  const withWeight = ({ record, weight: { significance } }: Weighed) => ({ ...record, significance });
  return (x ?? 0) - (y ?? 0) || compareRecords(withWeight(a), withWeight(b));
}

function toldBy({ significance, terms, reports, minor }: Weight): Partial<EditionChange> {
  return {
    significance,
    ...(terms !== undefined && { terms }),
    ...(reports !== undefined && { reports }),
    told: minor === undefined ? "full" : "line",
    ...(minor !== undefined && { minor }),
  };
}

/** Puts the new stories of a thread one after another, in the place of its first; all others stay in order of significance. */
function orderByThread(weighed: readonly Weighed[], threads: readonly EditionThread[]): readonly Weighed[] {
  const threadOf = new Map(threads.flatMap(({ id, stories }) => stories.map((key) => [key, id])));
  const isAdded = ({ record }: Weighed) => record.change === "added";
  const byThread = Map.groupBy(
    weighed.filter(isAdded),
    ({ record }) => threadOf.get(record.key) ?? record.key,
  );
  const queue = [...byThread.values()].flat().values();
  return weighed.map((one) => (isAdded(one) ? (queue.next().value ?? one) : one));
}

function toChange(record: NewsChange, place: number, thread: string | null): EditionChange {
  return {
    change: record.change,
    key: record.key,
    headline: record.headline,
    ...("gist" in record && record.gist !== undefined && { gist: record.gist }),
    summary: record.summary,
    significance: record.significance,
    told: "full",
    thread,
    firstSeen: record.firstSeen,
    ...hashesOf(record),
    ...detailsOf(record, place),
  };
}

/** The hashes of both versions: where they are kept depends on who ran, and is no matter of the edition. */
function hashesOf({ texts }: { readonly texts?: Texts }): Pick<EditionChange, "sha256"> {
  if (texts === undefined) {
    return {};
  }
  const { before, after } = texts;
  return { sha256: { ...optional("before", before?.sha256), ...optional("after", after?.sha256) } };
}

function detailsOf(record: NewsChange, place: number): Partial<EditionChange> {
  switch (record.change) {
    case "added":
      return record.reading;
    case "revised":
      return { ...record.reading, revision: boundDetail(record.revision, place) };
    case "reverted":
      return {
        ...record.reading,
        revision: boundDetail(record.revision, place),
        revertedTo: record.revertedTo,
      };
    case "renamed":
    case "returned":
      return {
        ...record.reading,
        ...(record.revision && { revision: boundDetail(record.revision, place) }),
        ...optional("renamedFrom", record.renamedFrom),
        ...optional("goneSince", record.change === "returned" ? record.goneSince : undefined),
        ...optional("revertedTo", record.revertedTo),
        ...(record.isUncompared && { uncompared: true }),
      };
    case "removed":
      return {};
    default:
      return record satisfies never;
  }
}

function boundDetail(revision: EditionRevision, place: number): EditionRevision {
  return place < MAX_DETAILED ? revision : withoutEdits(revision);
}

function optional<Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]: string });
}
