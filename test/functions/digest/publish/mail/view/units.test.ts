import { describe, expect, test } from "vitest";
import { countItems } from "../../../../../../functions/digest/edition/copies/items.ts";
import { EditionSchema } from "../../../../../../functions/digest/edition/schema.ts";
import {
  byImportance,
  itemsIn,
  SECTION_ORDER,
  unitsOf,
} from "../../../../../../functions/digest/publish/mail/view/units.ts";
import { makeChange, makeEdition, makeRevised } from "../../../../../../local/preview/sample-editions.ts";

/** `lead+other+other` for each unit. */
function keysOf(edition: Parameters<typeof unitsOf>[0]): readonly string[] {
  return unitsOf(edition).map(({ lead, others }) => [lead, ...others].map(({ key }) => key).join("+"));
}

test("every kind of change has its section", () => {
  const kinds = EditionSchema.entries.changes.item.entries.change.options;
  expect(SECTION_ORDER.toSorted()).toEqual(kinds.toSorted());
});

test("shows the new stories of one thread together, the story that named it first", () => {
  const edition = makeEdition({
    threads: [{ id: "t", headline: "The vote", stories: ["a", "b", "c"] }],
    changes: [
      makeChange({ key: "a", thread: "t", headline: "Who pays" }),
      makeChange({ key: "alone" }),
      makeChange({ key: "b", thread: "t", headline: "The vote" }),
      makeChange({ key: "c", thread: "other" }),
    ],
  });
  expect(keysOf(edition)).toEqual(["b+a", "alone", "c"]);
});

test("shows the same edit in several stories once", () => {
  const edition = makeEdition({
    changes: [
      makeRevised({ key: "a", sameEdit: "e-1" }),
      makeRevised({ key: "b" }),
      makeRevised({ key: "c", sameEdit: "e-1" }),
      makeRevised({ key: "d", sameEdit: "e-2" }),
    ],
  });
  expect(keysOf(edition)).toEqual(["a+c", "b", "d"]);
});

test("does not join stories whose edits are not listed", () => {
  const changes = ["a", "b"].map((key) => makeRevised({ key }, { edits: [] }));
  expect(keysOf(makeEdition({ changes }))).toEqual(["a", "b"]);
});

test("orders sections by their most significant change, and keeps the order inside", () => {
  const edition = makeEdition({
    changes: [
      makeChange({ change: "removed", key: "r" }),
      makeChange({ key: "n2" }),
      makeChange({ key: "n1" }),
      makeRevised({ key: "v" }),
    ],
  });
  expect(keysOf(edition)).toEqual(["r", "n2", "n1", "v"]);
});

test("leaves out changes that are only a line, and counts them apart", () => {
  const edition = makeEdition({
    changes: [
      makeRevised({ key: "v" }),
      makeChange({ key: "n" }),
      makeRevised({ key: "w", told: "line", minor: "wording" }),
    ],
  });
  expect(keysOf(edition)).toEqual(["v", "n"]);
  expect(countItems(edition)).toMatchObject({ revised: 1, added: 1, minor: 1 });
});

test("a long section never pushes a short one out", () => {
  const news = Array.from({ length: 500 }, (_, n) => makeChange({ key: `n${n}` }));
  const units = unitsOf(makeEdition({ changes: [...news, makeChange({ change: "removed", key: "r" })] }));
  const ranked = byImportance(units).map((index) => units[index]?.lead.key);
  expect(ranked.slice(0, 3)).toEqual(["n0", "r", "n1"]);
  expect(ranked).toHaveLength(501);
});

test("a first edition shows twelve units at most", () => {
  const changes = Array.from({ length: 500 }, (_, n) => makeChange({ key: `n${n}` }));
  expect(unitsOf(makeEdition({ kind: "baseline", changes }))).toHaveLength(12);
});

test("shows copies by their keys, in whatever section", () => {
  const edition = makeEdition({
    threads: [{ id: "t", headline: "The vote", stories: ["a", "b", "c"] }],
    changes: [
      makeChange({ key: "a", thread: "t", headline: "The vote" }),
      makeChange({ key: "a2", thread: "t", copyOf: "a" }),
      makeChange({ key: "b", thread: "t" }),
      makeChange({ key: "b2", thread: "t", copyOf: "b" }),
      makeChange({ change: "removed", key: "r" }),
      makeChange({ change: "removed", key: "r2", copyOf: "r" }),
    ],
  });
  expect(keysOf(edition)).toEqual(["a+b", "r"]);
  expect(unitsOf(edition).map(({ copies }) => copies.map(({ key }) => key))).toEqual([["a2", "b2"], ["r2"]]);
  expect(unitsOf(edition).map(itemsIn)).toEqual([2, 1]);
});

describe("edits that stories share", () => {
  const notice = { edit: "added", after: "The archive closes on 3 December 2026." } as const;
  const own = { edit: "added", after: "A dog was there." } as const;
  const fact = { kind: "date", before: null, after: "3 December 2026" } as const;
  const sharing = (key: string) =>
    makeRevised(
      { key, sharedEdits: ["e-1"], summary: [notice.after, own.after] },
      { edits: [notice, own], facts: [fact] },
    );
  const shared = { id: "e-1", edits: [notice], stories: 3 };
  const only = makeRevised({ key: "c", sameEdit: "e-1" }, { edits: [notice], facts: [fact] });

  test("come behind the first story that has them and others", () => {
    const edition = makeEdition({ changes: [sharing("a"), sharing("b"), only], sharedEdits: [shared] });
    const units = unitsOf(edition);
    expect(units.map(({ lead, others }) => [lead.headline, ...others.map(({ key }) => key)])).toEqual([
      ["Flood in the Orla valley"],
      ["The same edit in 3 stories", "c", "a", "b"],
      ["Flood in the Orla valley"],
    ]);
    expect(units.map(itemsIn)).toEqual([1, 1, 1]);
    expect(units[1]?.lead).toMatchObject({ summary: [], revision: { edits: [notice], facts: [fact] } });
  });

  test("are shown with these stories no more", () => {
    const edition = makeEdition({ changes: [sharing("a"), sharing("b"), only], sharedEdits: [shared] });
    expect(unitsOf(edition)[0]).toMatchObject({
      lead: { summary: [own.after], revision: { edits: [own], facts: [] } },
      apart: 1,
    });
  });

  test("are counted with these stories, if none has only them", () => {
    const changes = [sharing("a"), sharing("b"), sharing("c")];
    const units = unitsOf(makeEdition({ changes, sharedEdits: [shared] }));
    expect(units.map(itemsIn)).toEqual([1, 0, 1, 1]);
  });

  test("have no unit of their own if most of the stories tell them", () => {
    const most = ["b", "c"].map((key) => makeRevised({ key, sameEdit: "e-2" }, { edits: [notice, own] }));
    const edition = makeEdition({
      changes: [sharing("a"), ...most],
      sharedEdits: [{ ...shared, sameEdit: "e-2" }],
    });
    expect(keysOf(edition)).toEqual(["a", "b+c"]);
  });
});
