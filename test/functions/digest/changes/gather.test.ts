import { expect, it } from "vitest";
import { type Gathered, gatherRecords } from "../../../../functions/digest/changes/gather.ts";
import { createChangesWriter } from "../../../../functions/digest/changes/log.ts";
import type { ChangeRecord } from "../../../../functions/digest/changes/schema.ts";
import { composeEdition, MAX_RECORDS } from "../../../../functions/digest/edition/compose.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const SLOT = "2026-11-21T07:00:00Z";
const SENTENCE = "The mayor said that the houses stand empty. ".repeat(13);

/** A story with forty long sentences rewritten; every other story matters more. */
function rewritten(i: number): ChangeRecord {
  const edits = Array.from({ length: 40 }, (_, n) => ({
    edit: "edited" as const,
    before: `${SENTENCE}${i}.${n}`,
    after: `${SENTENCE}${n}.${i}`,
  }));
  return {
    change: "revised",
    key: `${String(i).padStart(5, "0")}.txt`,
    headline: `Report ${i}`,
    summary: ["A sentence."],
    hash: `${i}`,
    firstSeen: SLOT,
    significance: 10 + (i % 2),
    text: "Report",
    reading: {},
    revision: {
      kind: "substantive",
      facts: [],
      edits,
      omittedEdits: 0,
      counts: { before: 40, after: 40, kept: 0, edited: 40, added: 0, removed: 0, moved: 0 },
      truncated: false,
    },
  };
}

async function gather(records: Iterable<ChangeRecord>): Promise<Gathered> {
  const store = createMemoryStore();
  const writer = createChangesWriter(store, (object) => `${object}`);
  for (const record of records) {
    await writer.add(record);
  }
  const order = {
    slot: SLOT,
    limit: MAX_RECORDS,
    acceptRemovals: [],
    storiesBefore: 1_500,
    stopped: [],
    maxStops: 2,
    weighRemovals: async () => () => 0,
    maxCompared: 100,
    under: <T>(_: string, act: () => Promise<T>) => act(),
    reading: {},
    remembered: { reference: null, days: 90 },
    absentKey: "absent",
  };
  return await gatherRecords(store, await writer.finish(), order);
}

it("holds only a limited size of edits on a day when everything was rewritten, and the edition is the same", async () => {
  const all = Array.from({ length: 1_500 }, (_, i) => rewritten(i));
  const { records, counts } = await gather(all);
  expect(counts.revised).toBe(1_500);
  const withEdits = records.filter((record) => "revision" in record && record.revision.edits.length > 0);
  expect(withEdits.length).toBeLessThan(1_400);
  const rest = { slot: SLOT, counts: { stories: 1_500, ...counts }, hasNews: true, isBaseline: false };
  const edition = composeEdition({ ...rest, records, knownThreads: [] });
  expect(edition).toEqual(composeEdition({ ...rest, records: all, knownThreads: [] }));
  expect(edition.changes.filter(({ revision }) => revision?.omittedEdits === 0)).toHaveLength(500);
}, 120_000);
