import type { RemovedRecord } from "../changes/schema.ts";
import type { EditionChange, EditionThread } from "./schema.ts";
import type { ThreadMembers } from "./threads/compose-threads.ts";
import { sharedThreads } from "./threads/former-threads.ts";

/** What earlier runs left. */
interface Earlier {
  readonly knownThreads: readonly ThreadMembers[];
  /** Slot of the edition before; absent: unknown. */
  readonly slotBefore?: string;
}

/** What an edition says of removed stories beside their headline: their last text, their thread, and when they were there. */
export function describeRemoved(
  { knownThreads, slotBefore }: Earlier,
  threads: readonly EditionThread[],
): (record: RemovedRecord) => Partial<EditionChange> {
  const shared = sharedThreads(knownThreads);
  const headlines = new Map(threads.map(({ id, headline }) => [id, headline]));
  return ({ key, reading, lastChanged, words, characters, replaced, missing }) => {
    const thread = shared.get(key);
    const headline = headlines.get(thread?.id ?? "") ?? thread?.headline;
    const lastSeen = missing?.seen ?? slotBefore;
    return {
      ...reading,
      ...(thread && {
        thread: thread.id,
        formerThread: {
          ...(headline !== undefined && { headline }),
          stories: thread.stories.length,
          with: thread.stories.find((other) => other !== key) ?? "",
        },
      }),
      ...(lastChanged !== "" && { lastChanged }),
      ...(lastSeen !== undefined && { lastSeen }),
      ...(words !== undefined && { words }),
      ...(characters !== undefined && { characters }),
      ...(replaced && { replaced }),
    };
  };
}
