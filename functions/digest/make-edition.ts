import type { Deps } from "./deps.ts";
import { composeEdition, MAX_RECORDS } from "./edition/edition.ts";
import type { Edition } from "./edition/schema.ts";
import { type RunKeys, runId, runKeys } from "./keys.ts";
import { renderEdition } from "./render/render.ts";
import { countStories, inheritHistory, scanCorpus } from "./scan/corpus-scan.ts";
import { gatherRecords, hasNews } from "./scan/gather.ts";
import { guardAccess, guardRemovals } from "./scan/guard.ts";
import type { RangeResult, ScanContext } from "./scan/scan.ts";
import type { PartReference } from "./snapshot/parts.ts";
import { supersededKeys } from "./snapshot/retire.ts";
import { readSnapshot, type Snapshot, writeSnapshot } from "./snapshot/snapshot.ts";

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
  const found = await composeFromScan(order, before?.parts ?? [], context, deps);
  const { edition } = found;
  const isDue = edition.kind !== "quiet" || deps.config.quietDays === "note";
  await storeEdition(edition, context.keys, deps);
  const snapshot: Snapshot = {
    version: 1,
    slot: order.slot,
    runId: id,
    parent: order.parent,
    stories: edition.counts.stories,
    edition: context.keys.edition,
    due: isDue,
    changes: [...found.changes],
    parts: [...found.parts],
  };
  await writeSnapshot(deps.state, context.keys.snapshot, snapshot);
  const superseded = before === undefined ? [] : supersededKeys(before, snapshot);
  return { runId: id, keys: context.keys, edition, isDue, superseded };
}

async function composeFromScan(
  order: EditionOrder,
  before: readonly PartReference[],
  context: ScanContext,
  deps: Deps,
): Promise<RangeResult & { readonly edition: Edition }> {
  const { slot } = order;
  const scanned = await scanCorpus(before, context, (done) => deps.log("scanned", { slot, ...done }));
  const gathered = await gatherRecords(deps.state, scanned.changes, slot, MAX_RECORDS);
  if (order.parent === null) {
    guardAccess(gathered.records, deps.corpus.bucket);
  }
  guardRemovals(gathered.removed, countStories(before), order.acceptRemovals);
  const parts = await inheritHistory(scanned.parts, gathered.inherited, context);
  const counts = { stories: countStories(parts), ...gathered.counts };
  deps.log("compared", { slot, ...counts });
  const edition = composeEdition({
    slot,
    counts,
    records: gathered.records,
    hasNews: hasNews(gathered),
    isBaseline: order.parent === null,
  });
  return { edition, parts, changes: scanned.changes };
}

async function storeEdition(edition: Edition, keys: RunKeys, deps: Deps): Promise<void> {
  const { html, text } = renderEdition(edition, deps.config);
  await deps.state.write(keys.edition, Buffer.from(`${JSON.stringify(edition, null, 2)}\n`));
  await deps.state.write(keys.html, Buffer.from(html));
  await deps.state.write(keys.text, Buffer.from(text));
}
