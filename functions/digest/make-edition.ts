import { renderOptionsOf } from "./config.ts";
import type { Deps } from "./deps.ts";
import { composeEdition, MAX_RECORDS } from "./edition/edition.ts";
import type { Edition } from "./edition/schema.ts";
import { type FeedbackNews, noFeedback, readFeedback } from "./feedback/feedback.ts";
import type { RunKeys } from "./keys.ts";
import { renderEdition } from "./render/render.ts";
import { countStories, inheritHistory } from "./scan/corpus-scan.ts";
import { gatherRecords, hasNews } from "./scan/gather.ts";
import { guardAccess, guardRemovals } from "./scan/guard.ts";
import type { WholeResult } from "./scan/range-result.ts";
import {
  type KnownThread,
  readKnownThreads,
  rememberThreads,
  writeKnownThreads,
} from "./snapshot/known-threads.ts";
import type { PartReference } from "./snapshot/parts.ts";
import { supersededKeys } from "./snapshot/retire.ts";
import { type Snapshot, writeSnapshot } from "./snapshot/snapshot.ts";
import { toJson } from "./store/json.ts";
import type { Attempt } from "./work/attempt.ts";
import { resultOf, type Work } from "./work/work.ts";

/** An edition that is stored with its snapshot; nothing refers to it until a head does. */
export interface StoredEdition {
  readonly runId: string;
  readonly keys: RunKeys;
  readonly edition: Edition;
  /** Whether it is to be mailed. */
  readonly isDue: boolean;
  /** Keys that nothing refers to once this edition is committed. */
  readonly superseded: readonly string[];
}

/**
 * Composes the edition of work whose ranges are all done, and stores edition, mail and snapshot under the run id of
 * the attempt, the snapshot last. Throws, without anything that matters being written, when a guard refuses what was
 * found.
 */
export async function makeEdition(work: Work, attempt: Attempt, deps: Deps): Promise<StoredEdition> {
  const { runId, before, context } = attempt;
  const { keys } = context;
  const scanned = resultOf(work);
  const composed = await composeFrom(scanned, work, attempt, deps);
  const isDue = composed.edition.kind !== "quiet" || deps.config.quietDays === "note";
  const feedback = await feedbackSince(before?.feedback ?? null, isDue, deps);
  const found = { ...composed, edition: { ...composed.edition, ...toldFeedback(feedback) } };
  const stored = await storeEdition(found, before?.threads ?? null, keys, deps);
  const snapshot: Snapshot = {
    version: 1,
    slot: work.slot,
    runId,
    parent: work.parent,
    stories: found.edition.counts.stories,
    edition: keys.edition,
    due: isDue,
    threads: stored.threads,
    feedback: feedback.upTo,
    changes: [...scanned.changes],
    parts: [...found.parts],
  };
  await writeSnapshot(deps.state, keys.snapshot, snapshot);
  const superseded = supersededKeys([before, scanned], snapshot);
  return { runId, keys, edition: found.edition, isDue, superseded };
}

/** What SES said since the last edition that was mailed; one that is not mailed leaves it to the next. */
async function feedbackSince(
  after: string | null,
  isDue: boolean,
  { state, config }: Deps,
): Promise<FeedbackNews> {
  return isDue && config.configurationSet !== "" ? await readFeedback(state, after) : noFeedback(after);
}

/** Only what there is, so that an edition without it has no word of it. */
function toldFeedback({ counts }: FeedbackNews): Pick<Edition, "feedback"> {
  return counts.bounced + counts.complained + counts.rejected > 0 ? { feedback: counts } : {};
}

interface Composed {
  readonly edition: Edition;
  readonly knownThreads: readonly KnownThread[];
  readonly parts: readonly PartReference[];
}

async function composeFrom(
  scanned: WholeResult,
  { slot, acceptRemovals }: Work,
  { before, context }: Attempt,
  deps: Deps,
): Promise<Composed> {
  const order = { slot, limit: MAX_RECORDS, acceptRemovals };
  const gathered = await gatherRecords(deps.state, scanned.changes, order);
  if (before === undefined) {
    guardAccess(gathered.records, deps.corpus.bucket);
  }
  guardRemovals(gathered.removals, countStories(before?.parts ?? []));
  const parts = await inheritHistory(scanned.parts, gathered.inherited, context);
  const counts = { stories: countStories(parts), ...gathered.counts };
  deps.log("compared", { slot, ...counts });
  const knownThreads = await readKnownThreads(deps.state, before?.threads ?? null);
  const edition = composeEdition({
    slot,
    counts,
    records: gathered.records,
    hasNews: hasNews(gathered),
    isBaseline: before === undefined,
    knownThreads,
  });
  return { edition, knownThreads, parts };
}

/** Stores the edition and its mail, and the threads to remember; those of the parent when none was told. */
async function storeEdition(
  { edition, knownThreads }: Composed,
  parentThreads: string | null,
  keys: RunKeys,
  { state, config }: Deps,
): Promise<{ readonly threads: string | null }> {
  const { html, text } = renderEdition(edition, renderOptionsOf(config));
  await state.write(keys.edition, toJson(edition));
  await state.write(keys.html, Buffer.from(html));
  await state.write(keys.text, Buffer.from(text));
  if (edition.threads.length === 0) {
    return { threads: parentThreads };
  }
  await writeKnownThreads(state, keys.threads, rememberThreads(edition.threads, knownThreads));
  return { threads: keys.threads };
}
