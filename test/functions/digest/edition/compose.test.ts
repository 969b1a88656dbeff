import { describe, expect, it } from "vitest";
import { compareRecords } from "../../../../functions/digest/changes/order.ts";
import type { AddedRecord, Change, RevisedRecord } from "../../../../functions/digest/changes/schema.ts";
import { composeEdition, MAX_RECORDS } from "../../../../functions/digest/edition/compose.ts";
import type { Edition, EditionRevision } from "../../../../functions/digest/edition/schema.ts";
import { fc } from "../../../support/laws.ts";

const SLOT = "2026-11-21T07:00:00Z";

const FERRY = "The ferry Gull ran aground off Port Selby. The coast guard freed the ferry Gull at noon.";
const BRIDGE = "The harbour bridge closes in March. The council pays four million for the harbour bridge.";

function added(key: string, changes: Partial<AddedRecord> = {}): AddedRecord {
  return {
    change: "added",
    key,
    headline: `Headline of ${key}`,
    summary: ["A sentence."],
    hash: key,
    firstSeen: SLOT,
    text: FERRY,
    reading: {},
    significance: 10,
    ...changes,
  };
}

function revision(changes: Partial<EditionRevision> = {}): EditionRevision {
  const counts = { before: 10, after: 10, kept: 9, edited: 1, added: 0, removed: 0, moved: 0 };
  return { kind: "minor", facts: [], edits: [], omittedEdits: 0, counts, truncated: false, ...changes };
}

function revised(key: string, significance: number, changes: Partial<EditionRevision> = {}): RevisedRecord {
  return { ...added(key), change: "revised", significance, revision: revision(changes) };
}

function compose(records: readonly Change[]): Edition {
  const count = (change: Change["change"]): number =>
    records.filter((record) => record.change === change).length;
  return composeEdition({
    slot: SLOT,
    hasNews: true,
    isBaseline: false,
    counts: {
      stories: 100,
      added: count("added"),
      revised: count("revised"),
      reverted: count("reverted"),
      returned: count("returned"),
      renamed: count("renamed"),
      removed: count("removed"),
      cosmetic: count("cosmetic"),
      unstable: count("unstable"),
      heldBack: count("held back"),
    },
    records,
    knownThreads: [],
  });
}

describe("composeEdition", () => {
  const terms = { newWords: 10, goneWords: 0, rowWords: 0, values: 0, goneNumbers: 0 };
  const records: Change[] = [
    revised("minor.txt", 10),
    revised("figure.txt", 60),
    added("bridge-1.txt", { text: BRIDGE }),
    added("ferry-1.txt", { terms }),
    added("ferry-2.txt", { terms, text: `${FERRY} Nobody was hurt, said its captain.` }),
    { ...revised("back.txt", 20), change: "reverted", revertedTo: "2026-11-19T07:00:00Z" },
    { ...added("new-name.txt"), change: "renamed", renamedFrom: "old-name.txt" },
    { ...added("gone.txt"), change: "removed", lastChanged: SLOT, earlier: [] },
    { change: "unstable", key: "tides.txt", headline: "Tides", returns: 3 },
    { change: "cosmetic", key: "quotes.txt", reason: "typography" },
    { change: "held back", key: "empty.txt", reason: "empty", since: SLOT },
  ];

  it("lists changes by significance, new ones by thread", () => {
    const edition = compose(records);
    expect(edition.changes.map(({ change, key }) => `${change} ${key}`)).toEqual([
      "revised figure.txt",
      "reverted back.txt",
      "added ferry-1.txt",
      "added ferry-2.txt",
      "revised minor.txt",
      "added bridge-1.txt",
      "renamed new-name.txt",
      "removed gone.txt",
    ]);
    expect(edition.unstable).toEqual([{ key: "tides.txt", headline: "Tides", returns: 3 }]);
    expect(edition.cosmetic).toEqual([{ key: "quotes.txt", reason: "typography" }]);
    expect(edition.heldBack).toEqual([{ key: "empty.txt", reason: "empty", since: SLOT }]);
  });

  it("puts every story with news into one thread, and removed ones into none", () => {
    const { changes, threads } = compose(records);
    const members = threads.flatMap(({ stories }) => stories);
    expect(new Set(members).size).toBe(members.length);
    for (const { key, change, thread } of changes) {
      const found = threads.find(({ stories }) => stories.includes(key))?.id ?? null;
      expect(thread).toBe(found);
      expect(thread === null).toBe(change === "removed");
    }
    expect(threads.find(({ stories }) => stories.includes("bridge-1.txt"))?.stories).toEqual([
      "bridge-1.txt",
    ]);
  });

  it("does not depend on the order of the records", () => {
    const expected = compose(records);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(compose(shuffled)).toEqual(expected);
        expect(shuffled.toSorted(compareRecords)).toEqual(records.toSorted(compareRecords));
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it.each([
    [{ isBaseline: true, hasNews: true }, "baseline"],
    [{ isBaseline: true, hasNews: false }, "baseline"],
    [{ isBaseline: false, hasNews: true }, "regular"],
    [{ isBaseline: false, hasNews: false }, "quiet"],
  ])("for %j composes a %s edition", (input, kind) => {
    const counts = {
      stories: 0,
      added: 0,
      revised: 0,
      reverted: 0,
      returned: 0,
      renamed: 0,
      removed: 0,
      cosmetic: 0,
      unstable: 0,
      heldBack: 0,
    };
    expect(composeEdition({ slot: SLOT, counts, records: [], knownThreads: [], ...input }).kind).toBe(kind);
  });

  it("lists a limited number of changes, counts the others, and keeps details for the first", () => {
    const many = Array.from({ length: MAX_RECORDS + 50 }, (_, i) =>
      revised(`story-${i}.txt`, 10, { edits: [{ edit: "added", after: "x" }] }),
    );
    const edition = compose(many);
    expect(edition.changes).toHaveLength(MAX_RECORDS);
    expect(edition.omitted).toBe(50);
    expect(edition.changes[0]?.revision).toMatchObject({ omittedEdits: 0, edits: [{ after: "x" }] });
    expect(edition.changes.at(-1)?.revision).toMatchObject({ omittedEdits: 1, edits: [] });
  });
});

describe("what is told together", () => {
  const notice = {
    edit: "added",
    after: "The archive of this page will close on 3 December, readers.",
  } as const;
  const thousands = (change: (n: number) => Change): readonly Change[] =>
    Array.from({ length: MAX_RECORDS }, (_, n) => change(n));

  it.each([
    ["equal edits", thousands((n) => revised(`${n}.txt`, 10, { edits: [notice] })), { revised: 1 }, 0],
    [
      "an edit beside others",
      thousands((n) => revised(`${n}.txt`, 10, { edits: [notice, { edit: "added", after: `Own ${n}.` }] })),
      { revised: MAX_RECORDS },
      1,
    ],
    ["copies", thousands((n) => added(`${n}.txt`, { hash: "same" })), { added: 1 }, 0],
    [
      "equal headlines over other texts",
      thousands((n) => added(`${n}.txt`, { headline: "Bulletin", text: `Bulletin\n${n} ships came.` })),
      { added: MAX_RECORDS },
      0,
    ],
  ] as const)("is bounded for thousands of %s", { timeout: 60_000 }, (_, records, items, shared) => {
    const edition = compose(records);
    expect(edition.items).toMatchObject(items);
    expect(edition.sharedEdits ?? []).toHaveLength(shared);
  });

  it("leaves edits without any words to their stories", () => {
    const split = {
      edit: "edited",
      before: "A. B.",
      after: "A. B.",
      words: [{ type: "kept", text: "A. B." }],
    } as const;
    const records = Array.from({ length: 12 }, (_, n) => revised(`${n}.txt`, 10, { edits: [split] }));
    expect(compose(records).items).toMatchObject({ revised: 12 });
  });

  it("counts a moved story whose text changed as revised, and a change of another kind by itself", () => {
    const edits = [notice];
    const moved = {
      ...revised("new.txt", 10, { edits }),
      change: "renamed",
      renamedFrom: "old.txt",
    } as const;
    const back = { ...revised("back.txt", 10, { edits }), change: "reverted", revertedTo: SLOT } as const;
    const edition = compose([moved, back, revised("a.txt", 10, { edits })]);
    expect(edition.items).toMatchObject({ revised: 1, renamed: 0, reverted: 1 });
    expect(edition.counts).toMatchObject({ revised: 1, renamed: 1, reverted: 1 });
  });
});

describe("the same text in two files", () => {
  it("is reported once: the shorter file refers to its representative", () => {
    const text = `${FERRY} Divers looked at the hull and found a long crack below the water line on the port side. ${BRIDGE}`;
    const edition = compose([
      added("a.txt", { text }),
      added("b.txt", { text: `${text} More follows.` }),
      added("c.txt", { text: BRIDGE }),
    ]);
    expect(edition.changes.map(({ key, sameTextAs }) => [key, sameTextAs]).toSorted()).toEqual([
      ["a.txt", "b.txt"],
      ["b.txt", undefined],
      ["c.txt", undefined],
    ]);
  });
});
