import { renderOptionsOf } from "../config.ts";
import type { Edition } from "../edition/schema.ts";
import { type RunKeys, weekKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { type Brief, briefOf } from "../publish/brief.ts";
import type { Artefact } from "../publish/publish.ts";
import { storeFingerprints } from "../snapshot/fingerprints.ts";
import type { MailArtefacts } from "../snapshot/head.ts";
import { rememberThreads, writeKnownThreads } from "../snapshot/known-threads.ts";
import { supersededKeys } from "../snapshot/retire.ts";
import { lastDueOf, type Snapshot, writeSnapshot } from "../snapshot/snapshot.ts";
import { toJson } from "../store/json.ts";
import { refuseUnconditional } from "../store/probe.ts";
import type { Attempt } from "./attempt.ts";
import { keepBrief } from "./brief/keep-brief.ts";
import type { ToldRun } from "./gather.ts";
import type { Job } from "./job.ts";
import { storeArtefacts } from "./published.ts";
import type { WeekOutcome } from "./week/make-week.ts";

/** An edition stored with its artefacts and its snapshot; unreferenced until a head names it. */
export interface StoredEdition {
  readonly runId: string;
  readonly keys: RunKeys;
  readonly edition: Edition;
  /** Whether it is to be mailed. */
  readonly isDue: boolean;
  /** Who is to get which; of one that is not due, the whole edition. */
  readonly emails: readonly StoredEmail[];
  /** The unsubscribe method in its email. */
  readonly unsubscribe: "mailto" | "ses";
  /** Keys that are unreferenced once this edition is committed. */
  readonly superseded: readonly string[];
}

/** The email of some readers of an edition. */
export interface StoredEmail {
  readonly audience: string;
  readonly artefacts: MailArtefacts;
  /** Absent: whoever is a reader when the edition is committed. Empty: nobody, it is only kept. */
  readonly addresses?: readonly string[];
}

/** An email that is to be stored: its artefacts, and their keys. */
export interface MadeEmail extends Omit<StoredEmail, "artefacts"> {
  readonly artefacts: readonly Artefact[];
  readonly keys: Pick<RunKeys, "subject" | "html" | "text">;
}

/** An edition, its emails, and what else its run stores. */
export interface MadeEdition {
  readonly edition: Edition;
  readonly emails: readonly MadeEmail[];
  readonly told: ToldRun;
  /** Absent: there is no weekly topic. */
  readonly week?: WeekOutcome | undefined;
  /** Keys of answers from which its summaries were made. */
  readonly spent: readonly string[];
}

/**
 * Stores an edition and everything that belongs to it under the attempt's run id, the snapshot last. At a first run the
 * store is probed before that, as a later run would go on from a snapshot.
 */
export async function storeEdition(
  { edition, emails, told, week, spent }: MadeEdition,
  { runId, keys, before, fingerprints, checkpoint }: Attempt,
  { state, config }: Pick<Job, "state" | "config">,
): Promise<StoredEdition> {
  const { scanned, written, feedback, parts, absent, texts } = told;
  const isDue = emails.some(({ addresses }) => addresses?.length !== 0);
  const isFirst = before === undefined;
  const brief = await writeEdition({ edition, week: week?.made?.edition, isFirst }, keys, state);
  if (week?.made !== undefined) {
    await state.write(weekKeys(keys.edition).edition, toJson(week.made.edition));
  }
  const stored: StoredEmail[] = [];
  for (const { artefacts, keys: own, ...email } of emails) {
    stored.push({ ...email, artefacts: await storeArtefacts(artefacts, own, state) });
  }
  const { parent } = checkpoint;
  await keepBrief({ edition, brief, texts, parent }, keys, state);
  const reference = await storeFingerprints(
    state,
    { key: keys.fingerprints, before: fingerprints },
    scanned.stretches ?? [],
    config,
  );
  const snapshot: Snapshot = {
    version: 1,
    slot: checkpoint.slot,
    runId,
    parent,
    stories: edition.counts.stories,
    edition: keys.edition,
    due: isDue,
    ...(isDue && told.isDue ? {} : carriedDue(before)),
    ...(week && { week: week.start }),
    ...(reference && { fingerprints: reference }),
    threads: await storeThreads(edition, told, before?.threads ?? null, { key: keys.threads, state }),
    feedback,
    absent,
    changes: [...scanned.changes],
    parts: [...parts],
  };
  await writeSnapshot(state, keys.snapshot, snapshot);
  const superseded = [
    ...supersededKeys([before, ...written], snapshot),
    ...(week?.made?.spent ?? []),
    ...spent,
  ];
  const { unsubscribe } = renderOptionsOf(config);
  return { runId, keys, edition, isDue, emails: stored, unsubscribe, superseded };
}

/** Stores an edition, and returns its brief; its bytes, of which a large one has many megabytes, are needed for nothing else. */
async function writeEdition(
  {
    edition,
    week,
    isFirst,
  }: { readonly edition: Edition; readonly week: Edition | undefined; readonly isFirst: boolean },
  keys: RunKeys,
  state: ObjectStore,
): Promise<Brief> {
  const bytes = toJson(edition);
  await state.write(keys.edition, bytes);
  if (isFirst) {
    await refuseUnconditional(state, keys.edition, bytes);
  }
  return briefOf(edition, bytes, week);
}

/** Quiet runs hand on which edition was the last that was due, so that the next one says since when it tells without a request. */
function carriedDue(before: Snapshot | undefined): Pick<Snapshot, "lastDue"> {
  const lastDue = before && lastDueOf(before);
  return lastDue === undefined ? {} : { lastDue };
}

/** Stores the threads to remember, without copies, and returns their key; without threads, returns the parent's key. */
async function storeThreads(
  { threads, changes }: Edition,
  { knownThreads }: ToldRun,
  parentThreads: string | null,
  { key, state }: { readonly key: string; readonly state: ObjectStore },
): Promise<string | null> {
  if (threads.length === 0) {
    return parentThreads;
  }
  const copies = new Set(changes.flatMap((change) => (change.copyOf === undefined ? [] : [change.key])));
  const told = threads.map((thread) => ({
    ...thread,
    stories: thread.stories.filter((story) => !copies.has(story)),
  }));
  await writeKnownThreads(state, key, rememberThreads(told, knownThreads));
  return key;
}
