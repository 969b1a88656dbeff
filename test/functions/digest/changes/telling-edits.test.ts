import { expect, test } from "vitest";
import { mostTelling } from "../../../../functions/digest/changes/telling-edits.ts";
import type { EditionEdit } from "../../../../functions/digest/edition/schema.ts";

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

const ROOM = 6;

test("what is kept of many edits is what changes most, in its order", () => {
  const ban: EditionEdit = { edit: "added", after: BAN };
  const edits = [
    ...Array.from({ length: 5 }, (_, n) => comma(n)),
    page(12),
    page(13),
    comma(8),
    ban,
    page(14),
  ];
  const shown = mostTelling(edits, [], ROOM);
  expect(shown).toHaveLength(ROOM);
  expect(shown).toContain(ban);
  expect(shown.map((edit) => edits.indexOf(edit))).toEqual([0, 1, 2, 3, 4, 8]);
});

test("an edit with a changed fact is among them", () => {
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
  expect(mostTelling(edits, [{ before: "12", after: "19" }], ROOM)).toContain(toll);
});

test("few edits are all kept", () => {
  const edits = [page(1), comma(2)];
  expect(mostTelling(edits, [], ROOM)).toEqual(edits);
});
