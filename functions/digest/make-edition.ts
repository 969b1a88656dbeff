import type { Deps } from "./deps.ts";
import { composeEdition, MAX_RECORDS } from "./edition/edition.ts";
import type { Edition } from "./edition/schema.ts";
import { type RunKeys, runId, runKeys } from "./keys.ts";
import { renderEdition } from "./render/render.ts";
import { countStories, inheritHistory, scanCorpus } from "./scan/corpus-scan.ts";
import { gatherRecords, hasNews } from "./scan/gather.ts";
import { guardAccess, guardRemovals } from "./scan/guard.ts";
import type { RangeResult, ScanContext } from "./scan/scan.ts";
import {
  type KnownThread,
  readKnownThreads,
  rememberThreads,
  writeKnownThreads,
} from "./snapshot/known-threads.ts";
import { supersededKeys } from "./snapshot/retire.ts";
import { readSnapshot, type Snapshot, writeSnapshot } from "./snapshot/snapshot.ts";
import { toJson } from "./store/json.ts";

/** What an edition is asked for. */
export interface EditionOrder {
  readonly slot: string;
  /** Key of the snapshot to compare with; `null`: a baseline. */
  readonly parent: string | null;
  readonly acceptRemovals: readonly string[];
  readonly mode: "run" | "preview";
}

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
 * Scans the corpus, composes the edition of the slot, and stores edition, mail and snapshot under a run id of
 * its own, the snapshot last.
 */
export async function makeEdition(order: EditionOrder, deps: Deps): Promise<StoredEdition> {
  const id = runId(order.slot, deps.nonce());
  const context: ScanContext = {
    ...deps,
    slot: order.slot,
    keys: runKeys(id, order.mode),
    corpusPrefix: deps.config.corpusPrefix,
  };
  const before = order.parent === null ? undefined : await readSnapshot(deps.state, order.parent);
  const found = await composeFromScan(order, before, context, deps);
  const isDue = found.edition.kind !== "quiet" || deps.config.quietDays === "note";
  const stored = await storeEdition(found, before?.threads ?? null, context.keys, deps);
  const snapshot: Snapshot = {
    version: 1,
    slot: order.slot,
    runId: id,
    parent: order.parent,
    stories: found.edition.counts.stories,
    edition: context.keys.edition,
    due: isDue,
    threads: stored.threads,
    changes: [...found.changes],
    parts: [...found.parts],
  };
  await writeSnapshot(deps.state, context.keys.snapshot, snapshot);
  const superseded = before === undefined ? [] : supersededKeys(before, snapshot);
  return { runId: id, keys: context.keys, edition: found.edition, isDue, superseded };
}

interface Composed extends RangeResult {
  readonly edition: Edition;
  readonly knownThreads: readonly KnownThread[];
}

async function composeFromScan(
  order: EditionOrder,
  before: Snapshot | undefined,
  context: ScanContext,
  deps: Deps,
): Promise<Composed> {
  const { slot } = order;
  const parts = before?.parts ?? [];
  const scanned = await scanCorpus(parts, context, (done) => deps.log("scanned", { slot, ...done }));
  const gathered = await gatherRecords(deps.state, scanned.changes, slot, MAX_RECORDS);
  if (before === undefined) {
    guardAccess(gathered.records, deps.corpus.bucket);
  }
  guardRemovals(gathered.removed, countStories(parts), order.acceptRemovals);
  const inherited = await inheritHistory(scanned.parts, gathered.inherited, context);
  const counts = { stories: countStories(inherited), ...gathered.counts };
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
  return { edition, knownThreads, parts: inherited, changes: scanned.changes };
}

/** Stores the edition and its mail, and the threads to remember; those of the parent when none was told. */
async function storeEdition(
  { edition, knownThreads }: Composed,
  parentThreads: string | null,
  keys: RunKeys,
  { state, config }: Deps,
): Promise<{ readonly threads: string | null }> {
  const { html, text } = renderEdition(edition, config);
  await state.write(keys.edition, toJson(edition));
  await state.write(keys.html, Buffer.from(html));
  await state.write(keys.text, Buffer.from(text));
  if (edition.threads.length === 0) {
    return { threads: parentThreads };
  }
  await writeKnownThreads(state, keys.threads, rememberThreads(edition.threads, knownThreads));
  return { threads: keys.threads };
}
