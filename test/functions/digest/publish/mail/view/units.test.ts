import { expect, test } from "vitest";
import { EditionSchema } from "../../../../../../functions/digest/edition/schema.ts";
import {
  byImportance,
  SECTION_ORDER,
  toldCounts,
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
  expect(toldCounts(edition)).toMatchObject({ revised: 1, added: 1, minor: 1 });
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
