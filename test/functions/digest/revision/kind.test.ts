import { expect, test } from "vitest";
import { KIND_RULES, type KindFeatures, kindOf } from "../../../../functions/digest/revision/kind.ts";
import type { RevisionKind } from "../../../../functions/digest/revision/types.ts";

const counts = { before: 9, after: 9, kept: 9, edited: 0, added: 0, removed: 0, moved: 0 };
const same: KindFeatures = {
  counts,
  facts: 0,
  weight: "form",
  isHeadlineChanged: false,
  isMetadataChanged: false,
  isSameText: false,
  isUnread: false,
  shared: 1,
};

const CASES: readonly (readonly [row: string, features: Partial<KindFeatures>, kind: RevisionKind])[] = [
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
  [
    "an edited sentence says more, less or something else: two or more words, or one of a list, came or went in one place",
    { weight: "substance", counts: { ...counts, edited: 1 } },
    "substantive",
  ],
  [
    "a sentence was edited in more than marks and case, or moved",
    { counts: { ...counts, moved: 1 } },
    "minor",
  ],
  ["the dateline, byline or deck changed", { isMetadataChanged: true }, "minor"],
  ["none of the above: boilerplate or encoding at most", {}, "cosmetic"],
];

test.each(CASES)("%s: this row decides", (row, features, kind) => {
  expect(KIND_RULES.find(({ holds }) => holds({ ...same, ...features }))?.what).toBe(row);
  expect(kindOf({ ...same, ...features })).toBe(kind);
});

test("every row has a case", () => {
  expect(CASES.map(([row, , kind]) => [row, kind])).toEqual(KIND_RULES.map(({ what, kind }) => [what, kind]));
});

test.each<[string, Partial<KindFeatures>, RevisionKind]>([
  ["30 % shared", { shared: 0.3, weight: "wording", counts: { ...counts, edited: 9 } }, "minor"],
  ["a first body", { shared: 0, counts: { ...counts, before: 0, added: 9 } }, "substantive"],
  ["a removed sentence", { counts: { ...counts, removed: 1 } }, "substantive"],
  ["an edited sentence", { weight: "wording", counts: { ...counts, edited: 1 } }, "minor"],
  ["a sentence with other marks", { weight: "form", counts: { ...counts, edited: 1 } }, "cosmetic"],
])("classifies %s", (_, features, kind) => {
  expect(kindOf({ ...same, ...features })).toBe(kind);
});
