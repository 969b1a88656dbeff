import { createHash } from "node:crypto";

/** A thread of an earlier edition. */
interface Earlier {
  readonly id: string;
  readonly stories: readonly string[];
}

/** A group of today and an earlier thread that have stories in common. */
interface Overlap {
  readonly place: number;
  readonly id: string;
  readonly shared: number;
  /** Of all stories of both, the share that is in both. */
  readonly share: number;
}

/**
 * The id of each group of today, in their order. The groups that have most stories in common with an earlier thread
 * take its id first; among equals the larger share of common stories, then the order of ids and of keys decides. Each
 * id is given once, so a thread that falls apart leaves its id to the largest piece. All others get a new id, made
 * from their first key; it is none that an earlier thread has. Linear, but for a sort, in the members.
 */
export function keepThreadIds(
  before: readonly Earlier[],
  now: readonly (readonly string[])[],
): readonly string[] {
  const kept = new Map<number, string>();
  const used = new Set<string>();
  for (const { place, id } of overlapsOf(before, now)) {
    if (used.has(id) || kept.has(place)) continue;
    used.add(id);
    kept.set(place, id);
  }
  for (const { id } of before) used.add(id);
  return now.map((stories, place) => kept.get(place) ?? newId(stories, used));
}

/** All overlaps, the largest first. */
function overlapsOf(before: readonly Earlier[], now: readonly (readonly string[])[]): Overlap[] {
  const threads = membersById(before);
  const idsOf = new Map<string, string[]>();
  for (const [id, members] of threads) {
    for (const key of members) idsOf.set(key, [...(idsOf.get(key) ?? []), id]);
  }
  const firsts = now.map(firstKey);
  return now
    .flatMap((stories, place) => overlapsWith(place, new Set(stories), threads, idsOf))
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.share - a.share ||
        compare(a.id, b.id) ||
        compare(firsts[a.place] ?? "", firsts[b.place] ?? ""),
    );
}

function overlapsWith(
  place: number,
  stories: ReadonlySet<string>,
  threads: ReadonlyMap<string, ReadonlySet<string>>,
  idsOf: ReadonlyMap<string, readonly string[]>,
): Overlap[] {
  const counts = new Map<string, number>();
  for (const key of stories) {
    for (const id of idsOf.get(key) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, shared]) => {
    const all = stories.size + (threads.get(id)?.size ?? 0) - shared;
    return { place, id, shared, share: shared / all };
  });
}

/** An id that several earlier editions name is one thread, with the members of all of them. */
function membersById(before: readonly Earlier[]): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const { id, stories } of before) {
    const known = members.get(id) ?? new Set();
    for (const key of stories) known.add(key);
    members.set(id, known);
  }
  return members;
}

/** Adds the id to those that are used. */
function newId(stories: readonly string[], used: Set<string>): string {
  const first = firstKey(stories);
  let id = idOf(first);
  for (let attempt = 2; used.has(id); attempt++) id = idOf(`${first}\n${attempt}`);
  used.add(id);
  return id;
}

function idOf(source: string): string {
  return `t-${createHash("sha256").update(source).digest("hex").slice(0, 12)}`;
}

function firstKey(stories: readonly string[]): string {
  return stories.reduce((first, key) => (key < first ? key : first), stories[0] ?? "");
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
