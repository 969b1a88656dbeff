import { expect, test } from "vitest";
import type { EditionEdit, EditionRevision } from "../../../../../../functions/digest/edition/schema.ts";
import {
  MAX_SHOWN_EDITS,
  shownEdits,
} from "../../../../../../functions/digest/publish/mail/view/shown-edits.ts";
import { makeRevised } from "../../../../../../local/preview/sample-editions.ts";

const BAN = "It is forbidden to light a fire within 200 metres of any wood in the district of Karsk.";
const comma = (n: number): EditionEdit => ({
  edit: "edited",
  before: `The office of ward ${n} is open to all who live in the ward, on weekdays.`,
  after: `The office of ward ${n} is open to all who live in the ward on weekdays.`,
  words: [
    { type: "kept", text: `The office of ward ${n} is open to all who live in the ward` },
    { type: "removed", text: "," },
    { type: "kept", text: " on weekdays." },
  ],
});
const page = (n: number): EditionEdit => ({ edit: "removed", before: String(n) });

function revisionOf(edits: readonly EditionEdit[], facts: EditionRevision["facts"] = []): EditionRevision {
  const { revision } = makeRevised();
  if (revision === undefined) {
    throw new Error("a revised story has a revision");
  }
  return { ...revision, edits: [...edits], facts };
}

test("what is shown of many edits is what changes most, in its order", () => {
  const ban: EditionEdit = { edit: "added", after: BAN };
  const edits = [
    ...Array.from({ length: 5 }, (_, n) => comma(n)),
    page(12),
    page(13),
    comma(8),
    ban,
    page(14),
  ];
  const shown = shownEdits(revisionOf(edits));
  expect(shown).toHaveLength(MAX_SHOWN_EDITS);
  expect(shown).toContain(ban);
  expect(shown.map((edit) => edits.indexOf(edit))).toEqual([0, 1, 2, 3, 4, 8]);
});

test("an edit with a changed fact is among the shown", () => {
  const toll: EditionEdit = {
    edit: "edited",
    before: "The fee is 12 crowns.",
    after: "The fee is 19 crowns.",
    words: [
      { type: "kept", text: "The fee is " },
      { type: "removed", text: "12" },
      { type: "added", text: "19" },
      { type: "kept", text: " crowns." },
    ],
  };
  const longer = Array.from({ length: 8 }, (_, n): EditionEdit => ({ edit: "added", after: `${BAN} ${n}` }));
  const edits = [...longer, toll];
  expect(shownEdits(revisionOf(edits, [{ kind: "number", before: "12", after: "19" }]))).toContain(toll);
});

test("few edits are all shown", () => {
  const edits = [page(1), comma(2)];
  expect(shownEdits(revisionOf(edits))).toEqual(edits);
});
