import { gatherRecords, hasNews } from "../changes/gather.ts";
import { guardAccess, guardRemovals } from "../changes/guard.ts";
import { type EditionInput, MAX_RECORDS } from "../edition/compose.ts";
import { LateEditionError } from "../errors.ts";
import { type FeedbackNews, noFeedback, readFeedback } from "../feedback/feedback.ts";
import type { WholeResult } from "../scan/range-result.ts";
import type { AbsentReference } from "../snapshot/absent.ts";
import { inheritHistory } from "../snapshot/inherit-history.ts";
import { type KnownThread, readKnownThreads } from "../snapshot/known-threads.ts";
import { countStories, type PartReference } from "../snapshot/parts.ts";
import { type Attempt, readSettingsOf } from "./attempt.ts";
import { type Checkpoint, resultOf } from "./checkpoint.ts";
import type { Job } from "./job.ts";
import { dropCheckpoint } from "./keep-checkpoint.ts";

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
}

type GatherJob = Pick<Job, "corpus" | "state" | "config" | "limits" | "log" | "nonce">;

/**
 * Gathers the changes found in all ranges, and whatever else the edition reports. Throws if a guard rejects the
 * result; the checkpoint is then dropped, and nothing else written so far is referenced.
 */
export async function gatherChanges(
  checkpoint: Checkpoint,
  attempt: Attempt,
  job: GatherJob,
): Promise<GatheredRun> {
  try {
    return await gather(checkpoint, attempt, job);
  } catch (cause) {
    if (cause instanceof LateEditionError) {
      await dropCheckpoint(attempt.file, job);
    }
    throw cause;
  }
}

async function gather(
  checkpoint: Checkpoint,
  { before, keys }: Attempt,
  { corpus, state, config, limits, log }: GatherJob,
): Promise<GatheredRun> {
  const { slot, acceptRemovals } = checkpoint;
  const scanned = resultOf(checkpoint);
  const gathered = await gatherRecords(state, scanned.changes, {
    slot,
    limit: MAX_RECORDS,
    acceptRemovals,
    reading: readSettingsOf(config),
    maxCompared: limits.moves,
    remembered: { reference: before?.absent ?? null, days: config.remember },
    absentKey: keys.absent,
  });
  if (before === undefined) {
    guardAccess(gathered.records, corpus.bucket);
  }
  guardRemovals(gathered.removals, countStories(before?.parts ?? []));
  const parts = await inheritHistory(scanned.parts, gathered.inherited, { state, keys });
  const absent = await gathered.rememberAbsent();
  const counts = { stories: countStories(parts), ...gathered.counts };
  log("compared", { slot, ...counts });
  const knownThreads = await readKnownThreads(state, before?.threads ?? null);
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
  };
  return { input, isDue, parts, absent, knownThreads, feedback: feedback.upTo, scanned };
}

/** Feedback from SES since the last mailed edition; an edition that is not mailed leaves it to the next. */
async function feedbackSince(
  after: string | null,
  isDue: boolean,
  { state, config }: Pick<Job, "state" | "config">,
): Promise<FeedbackNews> {
  return isDue && config.configurationSet !== "" ? await readFeedback(state, after) : noFeedback(after);
}
