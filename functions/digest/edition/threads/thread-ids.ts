import { createHash } from "node:crypto";

/** A thread of an earlier edition. */
interface EarlierThread {
  readonly id: string;
  readonly stories: readonly string[];
}

/** A current group and an earlier thread with stories in common. */
interface Overlap {
  readonly place: number;
  readonly id: string;
  readonly shared: number;
  /** Jaccard index of the two sets of stories. */
  readonly jaccard: number;
}

/**
 * The id of each current group, in order. Groups take the ids of earlier threads, those with the most stories in common
 * first; ties are broken by the Jaccard index, then by the order of ids and keys. Each id is used once, so a
 * thread that splits leaves its id to the largest piece. All other groups get a new id, derived from their first key and
 * different from all earlier ids. Linear in the members, apart from a sort.
 */
export function keepThreadIds(
  before: readonly EarlierThread[],
  now: readonly (readonly string[])[],
): readonly string[] {
  const kept = new Map<number, string>();
  const used = new Set<string>();
  for (const { place, id } of overlapsOf(before, now)) {
    if (used.has(id) || kept.has(place)) {
      continue;
    }
    used.add(id);
    kept.set(place, id);
  }
  for (const { id } of before) {
    used.add(id);
  }
  return now.map((stories, place) => kept.get(place) ?? newId(stories, used));
}

/** All overlaps, largest first. */
function overlapsOf(before: readonly EarlierThread[], now: readonly (readonly string[])[]): Overlap[] {
  const threads = membersById(before);
  const idsOf = new Map<string, string[]>();
  for (const [id, members] of threads) {
    for (const key of members) {
      idsOf.set(key, [...(idsOf.get(key) ?? []), id]);
    }
  }
  const firsts = now.map(firstKey);
  return now
    .flatMap((stories, place) => overlapsWith(place, new Set(stories), threads, idsOf))
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.jaccard - a.jaccard ||
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
    for (const id of idsOf.get(key) ?? []) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts].map(([id, shared]) => {
    const all = stories.size + (threads.get(id)?.size ?? 0) - shared;
    return { place, id, shared, jaccard: shared / all };
  });
}

/** An id used by several earlier editions is one thread, with the members of all of them. */
function membersById(before: readonly EarlierThread[]): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const { id, stories } of before) {
    const known = members.get(id) ?? new Set();
    for (const key of stories) {
      known.add(key);
    }
    members.set(id, known);
  }
  return members;
}

/** Returns an unused id and marks it as used. */
function newId(stories: readonly string[], used: Set<string>): string {
  const first = firstKey(stories);
  let id = idOf(first);
  for (let attempt = 2; used.has(id); attempt++) {
    id = idOf(`${first}\n${attempt}`);
  }
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
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
