import { expect, test } from "vitest";
import { type Evidence, kindOf } from "../../../../functions/digest/revision/kind.ts";
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

test.each<[string, Partial<Evidence>, RevisionKind]>([
  ["the same text, cut another way", { isSameText: true, counts: { ...counts, added: 1 } }, "cosmetic"],
  ["29 % shared", { shared: 0.29, counts: { ...counts, edited: 9 } }, "rewritten"],
  ["30 % shared", { shared: 0.3, counts: { ...counts, edited: 9 } }, "minor"],
  ["a first body", { shared: 0, counts: { ...counts, before: 0, added: 9 } }, "substantive"],
  ["a changed fact", { facts: 1, counts: { ...counts, edited: 1 } }, "substantive"],
  ["an added sentence", { counts: { ...counts, added: 1 } }, "substantive"],
  ["a removed sentence", { counts: { ...counts, removed: 1 } }, "substantive"],
  ["another headline", { isHeadlineChanged: true }, "substantive"],
  ["an edit past the bounds", { isUnread: true, counts: { ...counts, edited: 1 } }, "substantive"],
  ["an edited sentence", { counts: { ...counts, edited: 1 } }, "minor"],
  ["a moved sentence", { counts: { ...counts, moved: 1 } }, "minor"],
  ["another byline", { isFrameChanged: true }, "minor"],
  ["kept sentences only", {}, "cosmetic"],
])("calls %s by its kind", (_, evidence, kind) => {
  expect(kindOf({ ...same, ...evidence })).toBe(kind);
});
