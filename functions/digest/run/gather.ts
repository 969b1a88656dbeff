import { type Gathered, gatherRecords, hasNews } from "../changes/gather.ts";
import { confirmingEvent, guardAccess } from "../changes/guard.ts";
import { significanceOfRemoval, type WeighRemoval } from "../changes/removals/significance.ts";
import { type EditionInput, MAX_RECORDS } from "../edition/compose.ts";
import { sharedThreads } from "../edition/threads/former-threads.ts";
import { CorruptStateError, LateEditionError, MassRemovalError } from "../errors.ts";
import { type FeedbackNews, noFeedback, readFeedback } from "../feedback/feedback.ts";
import { readingKey } from "../keys.ts";
import type { WholeResult } from "../scan/range-result.ts";
import { createReadingNote, NO_NOTE, type ReadingNote } from "../scan/reading-note.ts";
import type { AbsentReference } from "../snapshot/absent.ts";
import { inheritHistory } from "../snapshot/inherit-history.ts";
import { keepMissing } from "../snapshot/keep-missing.ts";
import { type KnownThread, readKnownThreads } from "../snapshot/known-threads.ts";
import { countStories, type PartReference } from "../snapshot/parts.ts";
import { lastDueOf, type Snapshot } from "../snapshot/snapshot.ts";
import { type Attempt, readSettingsOf } from "./attempt.ts";
import type { KeptTexts } from "./brief/brief-file.ts";
import { keptTexts } from "./brief/keep-brief.ts";
import { type Checkpoint, resultOf } from "./checkpoint/checkpoint.ts";
import { dropCheckpoint, noteStop } from "./checkpoint/keep-checkpoint.ts";
import type { Job } from "./job.ts";
import { readEdition } from "./published.ts";

/** What is read once all ranges are scanned. Its note is one of its own: an invocation that comes after scans again first. */
const MOVED = "moved-stories";

/** The input of an edition, and what its snapshot will reference. */
export interface GatheredRun {
  readonly input: EditionInput;
  /** Whether the edition is to be mailed. */
  readonly isDue: boolean;
  /** The parts, with renamed stories given their history. */
  readonly parts: readonly PartReference[];
  readonly absent: AbsentReference | null;
  readonly knownThreads: readonly KnownThread[];
  /** The last feedback key that the edition covers. */
  readonly feedback: string | null;
  readonly scanned: WholeResult;
  /** Everything that the scan and the gathering wrote. */
  readonly written: readonly WholeResult[];
}

/** A gathered run whose edition is composed: of the records, only where their texts are. */
export interface ToldRun extends Omit<GatheredRun, "input"> {
  readonly texts: KeptTexts;
}

/** Leaves the records behind, so that they take no memory while the edition is stored. */
export function toldRun({ input, ...run }: GatheredRun): ToldRun {
  return { ...run, texts: keptTexts(input.records) };
}

type GatherJob = Pick<
  Job,
  "corpus" | "state" | "config" | "limits" | "log" | "nonce" | "sleep" | "remainingMs"
>;

/**
 * Gathers the changes found in all ranges, and whatever else the edition reports. Throws if a guard rejects the
 * result; the checkpoint is then dropped, and nothing else written so far is referenced.
 */
export async function gatherChanges(
  checkpoint: Checkpoint,
  attempt: Attempt,
  job: GatherJob,
): Promise<GatheredRun> {
  const note = openNote(checkpoint, attempt, job);
  try {
    return await gather(checkpoint, { ...attempt, note }, job);
  } catch (cause) {
    if (cause instanceof MassRemovalError) {
      await noteStop(attempt, checkpoint, cause, job);
    } else if (cause instanceof LateEditionError) {
      await dropCheckpoint(attempt.file, job);
    }
    throw cause;
  } finally {
    await note.end();
  }
}

/** Of the moved stories that are compared; a preview keeps none. */
function openNote({ parent }: Checkpoint, { file }: Attempt, job: GatherJob): ReadingNote {
  return file === undefined
    ? NO_NOTE
    : createReadingNote({ key: readingKey(MOVED), parent, scope: MOVED }, job);
}

async function gather(
  checkpoint: Checkpoint,
  { before, keys, note }: Attempt & { readonly note: ReadingNote },
  { corpus, state, config, limits, log }: GatherJob,
): Promise<GatheredRun> {
  const { slot, acceptRemovals, stopped = [] } = checkpoint;
  const scanned = resultOf(checkpoint);
  const knownThreads = await readKnownThreads(state, before?.threads ?? null);
  const gathered = await gatherRecords(state, scanned.changes, {
    slot,
    limit: MAX_RECORDS,
    acceptRemovals,
    storiesBefore: countStories(before?.parts ?? []),
    slotBefore: before?.slot,
    stopped,
    maxStops: config.massRemovalStops,
    weighRemovals: () => weighRemovals(before, knownThreads, { state, log }),
    reading: readSettingsOf(config),
    maxCompared: limits.moves,
    under: note.under,
    remembered: { reference: before?.absent ?? null, days: config.remember },
    absentKey: keys.absent,
  });
  if (before === undefined) {
    guardAccess(gathered.records, corpus.bucket);
  }
  const inherited = await inheritHistory(scanned.parts, gathered.inherited, { state, keys });
  const parts = await keepParts(inherited, before, gathered, { state, keys, limits });
  const absent = await gathered.rememberAbsent();
  const { held } = gathered;
  const counts = { stories: countStories(parts) - held.count, ...gathered.counts };
  log("compared", { slot, ...counts, missing: held.count });
  if (held.count > 0) {
    log("removals held back", { slot, missing: held.count, event: confirmingEvent(slot, held.prefixes) });
  }
  const isBaseline = before === undefined;
  const isDue = isBaseline || hasNews(gathered) || config.quietDays === "note";
  const feedback = await feedbackSince(before?.feedback ?? null, isDue, { state, config });
  const input = {
    slot,
    counts,
    records: gathered.records,
    hasNews: hasNews(gathered),
    isBaseline,
    knownThreads,
    feedback: feedback.counts,
    ...(before && { slotBefore: before.slot, ...sinceLast(before, slot) }),
    ...(held.count > 0 && { missing: held.count }),
  };
  const written = [scanned, { parts: inherited, changes: [] }];
  return { input, isDue, parts, absent, knownThreads, feedback: feedback.upTo, scanned, written };
}

/** Since when the edition tells; nothing after a slot that was in the future. */
function sinceLast(before: Snapshot, slot: string): Pick<EditionInput, "since"> {
  const since = lastDueOf(before);
  return since !== undefined && since < slot ? { since } : {};
}

/** The parts with the missing stories whose removal is held back; no request without any. */
async function keepParts(
  parts: readonly PartReference[],
  before: Snapshot | undefined,
  { held, keepMissing: keep }: Gathered,
  { state, keys, limits }: Pick<GatherJob, "state" | "limits"> & Pick<Attempt, "keys">,
): Promise<readonly PartReference[]> {
  return held.count === 0
    ? parts
    : await keepMissing(before?.parts ?? [], parts, { state, keys, partEntries: limits.partEntries, keep });
}

/** What makes a removal significant: the edition before, one GET, and the threads so far. */
export async function weighRemovals(
  before: Snapshot | undefined,
  threads: readonly KnownThread[],
  job: Pick<Job, "state" | "log">,
): Promise<WeighRemoval> {
  const told = before === undefined ? new Map() : await significanceIn(before.edition, job);
  const known = sharedThreads(threads);
  return (record) =>
    significanceOfRemoval(record, { before: told.get(record.key), hasThread: known.has(record.key) });
}

/** The significance of each change in an edition; none in a first edition, or in one that is damaged. */
async function significanceIn(
  key: string,
  { state, log }: Pick<Job, "state" | "log">,
): Promise<ReadonlyMap<string, number>> {
  try {
    const { kind, changes } = await readEdition(state, key);
    return new Map(kind === "baseline" ? [] : changes.map((change) => [change.key, change.significance]));
  } catch (cause) {
    if (!(cause instanceof CorruptStateError)) {
      throw cause;
    }
    log("edition ignored", { edition: key, reason: "damaged" });
    return new Map();
  }
}

/** Feedback from SES since the last mailed edition; an edition that is not mailed leaves it to the next. */
async function feedbackSince(
  after: string | null,
  isDue: boolean,
  { state, config }: Pick<Job, "state" | "config">,
): Promise<FeedbackNews> {
  return isDue && config.configurationSet !== "" ? await readFeedback(state, after) : noFeedback(after);
}
