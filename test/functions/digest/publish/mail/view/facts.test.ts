import { expect, test } from "vitest";
import type { EditionFact } from "../../../../../../functions/digest/edition/schema.ts";
import {
  briefFacts,
  factView,
  factWords,
} from "../../../../../../functions/digest/publish/mail/view/facts.ts";
import { plainText } from "../../../../../../functions/digest/publish/wording/safe-text.ts";

test.each<[EditionFact, string]>([
  [{ kind: "number", before: "12", after: "19", context: "people died" }, "People died: 12 → 19"],
  [{ kind: "number", before: "12", after: "19" }, "12 → 19"],
  [{ kind: "number", before: null, after: "$2 million" }, "$2 million (new)"],
  [{ kind: "date", before: "Monday", after: null }, "Date: Monday (removed)"],
  [{ kind: "name", before: "Holt", after: "Hold" }, "Name: Holt → Hold"],
  [{ kind: "quotation", before: null, after: "“No.”" }, "Quotation: “No.” (new)"],
  [
    { kind: "number", before: "12", after: "19", around: { lead: "killing", tail: "people" } },
    "killing 12 → 19 people",
  ],
  [
    { kind: "date", before: null, after: "8 March", around: { lead: "open from", tail: "" } },
    "open from 8 March (new)",
  ],
  [
    { kind: "name", before: "Holt", after: "Vik", context: "judge", around: { lead: "by", tail: "" } },
    "Judge: Holt → Vik",
  ],
  [{ kind: "polarity", before: "has paid", after: "has not paid" }, "has paid → has not paid"],
  [
    { kind: "polarity", before: "allegedly", after: null, around: { lead: "had", tail: "fled" } },
    "had allegedly (removed) fled",
  ],
  [{ kind: "negation", before: null, after: "has not paid", context: "firm" }, "Firm: has not paid (new)"],
])("the fact %j reads %j", (fact, words) => {
  expect(factWords(factView(fact, plainText))).toBe(words);
});

const LONG = `“${"We saw no warning. ".repeat(6)}”`;

test.each<[Partial<EditionFact>, string]>([
  [{ context: "mayor Ines Dorn" }, "Mayor Ines Dorn: quotation changed"],
  [{ context: "mayor Ines Dorn", before: null }, "Mayor Ines Dorn: quotation added"],
  [{ context: " :", after: null }, "Quotation removed"],
])("a long quotation with %j is only said to be there, or not: %j", (fact, words) => {
  expect(briefFacts([{ kind: "quotation", before: LONG, after: `${LONG}!`, ...fact }])).toBe(words);
});
