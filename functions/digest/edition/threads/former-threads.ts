import type { ThreadMembers } from "./compose-threads.ts";

/** The thread of each story in earlier editions that shares it with other stories, by its key. */
export function sharedThreads(known: readonly ThreadMembers[]): ReadonlyMap<string, ThreadMembers> {
  const shared = known.filter(({ stories }) => stories.length > 1).toReversed();
  return new Map(shared.flatMap((thread) => thread.stories.map((key) => [key, thread] as const)));
}
