import * as v from "valibot";
import type { ObjectStore } from "../ports.ts";
import { readJson, toJson } from "../store/json.ts";

const VERSION = 2;

const KnownThreadsSchema = v.strictObject({
  /** Version 2 has the headlines. */
  version: v.picklist([1, VERSION]),
  /** Most recently reported first. */
  threads: v.array(
    v.strictObject({
      id: v.string(),
      headline: v.exactOptional(v.string()),
      stories: v.array(v.string()),
    }),
  ),
});

/** A thread of an earlier edition; it keeps its id when it is reported again. */
export interface KnownThread {
  readonly id: string;
  readonly stories: readonly string[];
  /** Absent in threads of version 1. */
  readonly headline?: string;
}

/** Maximum keys in all known threads together; older threads are forgotten first. */
const MAX_STORIES = 20_000;

/** Reads the threads of earlier editions; empty before the first. Throws `CorruptStateError`. One GET. */
export async function readKnownThreads(
  store: ObjectStore,
  key: string | null,
): Promise<readonly KnownThread[]> {
  return key === null ? [] : (await readJson(store, key, KnownThreadsSchema, "threads")).threads;
}

/** Writes the threads to remember: those in this edition, then earlier ones, within bounds. One PUT. */
export async function writeKnownThreads(
  store: ObjectStore,
  key: string,
  threads: readonly KnownThread[],
): Promise<void> {
  const named = threads.map(({ id, headline, stories }) => ({
    id,
    ...(headline !== undefined && { headline }),
    stories,
  }));
  const content = { version: VERSION, threads: named };
  await store.write(key, toJson(content));
}

/** The threads of this edition and earlier ones, each id once, newest first, within bounds. */
export function rememberThreads(
  told: readonly KnownThread[],
  before: readonly KnownThread[],
): readonly KnownThread[] {
  const earlier = new Map(before.map(({ id, stories }) => [id, stories]));
  const now = told.map(({ stories, ...thread }) => ({
    ...thread,
    stories: [...new Set([...stories, ...(earlier.get(thread.id) ?? [])])],
  }));
  const ids = new Set(now.map(({ id }) => id));
  const all = [...now, ...before.filter(({ id }) => !ids.has(id))];
  let stories = 0;
  return all.filter((thread) => {
    stories += thread.stories.length;
    return stories <= MAX_STORIES;
  });
}
