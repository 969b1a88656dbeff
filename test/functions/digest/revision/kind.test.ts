import { expect, test } from "vitest";
import { type Evidence, KIND_RULES, kindOf } from "../../../../functions/digest/revision/kind.ts";
import type { RevisionKind } from "../../../../functions/digest/revision/types.ts";

const counts = { before: 9, after: 9, kept: 9, edited: 0, added: 0, removed: 0, moved: 0 };
const same: Evidence = {
  counts,
  facts: 0,
  isHeadlineChanged: false,
  isFrameChanged: false,
  isSameText: false,
  isUnread: false,
  shared: 1,
};

const CASES: readonly (readonly [row: string, evidence: Partial<Evidence>, kind: RevisionKind])[] = [
  [
    "the whole text is the same but for encoding, typography, white space and case",
    { isSameText: true, counts: { ...counts, added: 1 } },
    "cosmetic",
  ],
  [
    "less than 30 % of the shorter body is found in the other",
    { shared: 0.29, counts: { ...counts, edited: 9 } },
    "rewritten",
  ],
  ["a fact changed, appeared or disappeared", { facts: 1, counts: { ...counts, edited: 1 } }, "substantive"],
  ["a sentence was added or removed", { counts: { ...counts, added: 1 } }, "substantive"],
  ["the headline says something else", { isHeadlineChanged: true }, "substantive"],
  [
    "an edited sentence is too long or too different to be read",
    { isUnread: true, counts: { ...counts, edited: 1 } },
    "substantive",
  ],
  ["a sentence was edited or moved", { counts: { ...counts, moved: 1 } }, "minor"],
  ["the dateline, byline or deck changed", { isFrameChanged: true }, "minor"],
  ["none of the above: boilerplate or encoding at most", {}, "cosmetic"],
];

test.each(CASES)("%s: by that row", (row, evidence, kind) => {
  expect(KIND_RULES.find(({ holds }) => holds({ ...same, ...evidence }))?.what).toBe(row);
  expect(kindOf({ ...same, ...evidence })).toBe(kind);
});

test("has a case for each row", () => {
  expect(CASES.map(([row, , kind]) => [row, kind])).toEqual(KIND_RULES.map(({ what, kind }) => [what, kind]));
});

test.each<[string, Partial<Evidence>, RevisionKind]>([
  ["30 % shared", { shared: 0.3, counts: { ...counts, edited: 9 } }, "minor"],
  ["a first body", { shared: 0, counts: { ...counts, before: 0, added: 9 } }, "substantive"],
  ["a removed sentence", { counts: { ...counts, removed: 1 } }, "substantive"],
  ["an edited sentence", { counts: { ...counts, edited: 1 } }, "minor"],
])("calls %s by its kind", (_, evidence, kind) => {
  expect(kindOf({ ...same, ...evidence })).toBe(kind);
});
