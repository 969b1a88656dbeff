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

/**
 * What an edition says of removed stories beside their headline: their last text, their thread, and when they were there. Stories
 * that are told as copies of others are no reports of a thread.
 */
export function describeRemoved(
  { knownThreads, slotBefore }: Earlier,
  threads: readonly EditionThread[],
  copies: ReadonlySet<string>,
): (record: RemovedRecord) => Partial<EditionChange> {
  const shared = sharedThreads(knownThreads);
  const headlines = new Map(threads.map(({ id, headline }) => [id, headline]));
  return (record) => {
    const thread = shared.get(record.key);
    const lastSeen = record.missing?.seen ?? slotBefore;
    return {
      ...record.reading,
      ...(thread &&
        formerThread(record.key, withoutCopies(thread, copies, record.key), headlines.get(thread.id))),
      ...(record.lastChanged !== "" && { lastChanged: record.lastChanged }),
      ...(lastSeen !== undefined && { lastSeen }),
      ...lengthOf(record),
      ...(record.replaced && { replaced: true }),
    };
  };
}

function withoutCopies(thread: ThreadMembers, copies: ReadonlySet<string>, own: string): ThreadMembers {
  return { ...thread, stories: thread.stories.filter((key) => key === own || !copies.has(key)) };
}

function formerThread(
  key: string,
  { id, stories, headline: before }: ThreadMembers,
  now: string | undefined,
): Pick<EditionChange, "thread"> & Partial<EditionChange> {
  const headline = now ?? before;
  const other = stories.find((each) => each !== key);
  if (other === undefined) {
    return { thread: null };
  }
  return {
    thread: id,
    formerThread: { ...(headline !== undefined && { headline }), stories: stories.length, with: other },
  };
}

function lengthOf({ words, characters }: RemovedRecord): Partial<EditionChange> {
  return { ...(words !== undefined && { words }), ...(characters !== undefined && { characters }) };
}
