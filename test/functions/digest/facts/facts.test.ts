import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFacts } from "../../../../functions/digest/facts/facts.ts";
import { vocabularyOf } from "../../../../functions/digest/facts/vocabulary.ts";
import { sentence } from "../revision/arbitraries.ts";

const changesOf = (before: string, after: string) =>
  compareFacts(before, after).map((fact) => `${fact.kind}: ${fact.before ?? "∅"} → ${fact.after ?? "∅"}`);

describe("compareFacts finds", () => {
  test.each([
    ["12 people died.", "19 people died.", ["number: 12 → 19"]],
    ["12 people died.", "45 people died.", ["number: 12 → 45"]],
    ["Twelve people died.", "Nineteen people died.", ["number: Twelve → Nineteen"]],
    ["It cost $1.5 million.", "It cost $15 million.", ["number: $1.5 million → $15 million"]],
    ["It cost $5 million.", "It cost €5 million.", ["number: $5 million → €5 million"]],
    ["It was -5 degrees.", "It was 5 degrees.", ["number: -5 degrees → 5 degrees"]],
    ["Prices rose 5%.", "Prices rose 50%.", ["number: 5% → 50%"]],
    ["It is 5 km away.", "It is 5 miles away.", ["number: 5 km → 5 miles"]],
    ["It won 3-1.", "It won 3-2.", ["number: 3-1 → 3-2"]],
    ["One sailor is missing.", "Two sailors are missing.", ["number: One → Two"]],
    ["A plant of 5 mW or 5mW.", "A plant of 5 mW or 5MW.", ["number: 5mW → 5MW"]],
    ["The trial is on January 17.", "The trial is on January 18.", ["date: January 17 → January 18"]],
    ["They met on Monday.", "They met on Tuesday.", ["date: Monday → Tuesday"]],
    ["It sank in May 2024.", "It sank in June 2024.", ["date: May 2024 → June 2024"]],
    ["It opened in 1998.", "It opened in 1989.", ["date: 1998 → 1989"]],
    ["It sails at 10 a.m. sharp.", "It sails at 11 a.m. sharp.", ["date: 10 a.m. → 11 a.m."]],
    ["Mayor Ada Holt spoke.", "Mayor Ines Vik spoke.", ["name: Ada Holt → Ines Vik"]],
    ["Holt met the crew.", "Vik met the crew.", ["name: Holt → Vik"]],
    [
      "A ship left the Bank of Oslo.",
      "A ship left the Bank of Bergen.",
      ["name: Bank of Oslo → Bank of Bergen"],
    ],
    [
      "“We will sail,” Holt said.",
      "“We will stay,” Holt said.",
      ["quotation: “We will sail,” → “We will stay,”"],
    ],
    ['He said: "I resign."', "He said I resign.", ['quotation: "I resign." → I resign']],
    ["He was charged.", "He was not charged.", ["negation: was charged → was not charged"]],
    ["The mayor confirmed it.", "The mayor denied it.", ["negation: mayor confirmed it → mayor denied it"]],
    ["The ship can't sail.", "The ship can sail.", ["negation: ship can't sail → ship can sail"]],
    ["Not all of it is so.", "Surely all of it is so.", ["negation: Not all → Surely all"]],
    ["Holt said “No.”", "Holt said No.", ["quotation: “No.” → No"]],
    ["He met Ada Holt.", "He met Ada Mary Holt.", ["name: Ada Holt → Ada Mary Holt"]],
    [
      "It cites the First Amendment.",
      "It cites the Fifth Amendment.",
      ["name: First Amendment → Fifth Amendment"],
    ],
    [
      "The Justice Department of the country spoke.",
      "The Justice Ottilie Department of the country spoke.",
      ["name: Justice Department → Justice Ottilie Department"],
    ],
    [
      "He is “The Next Holt” or “The Next Vik” of the port.",
      "He is The Next Holt or “The Next Vik” of the port.",
      ["quotation: “The Next Holt” → The Next Holt"],
    ],
    ["Emily Clifton spoke.", "Leopold Clifton spoke.", ["name: Emily Clifton → Leopold Clifton"]],
    [
      "‘We will sail,’ he said.",
      "‘We will stay,’ he said.",
      ["quotation: ‘We will sail,’ → ‘We will stay,’"],
    ],
    ["“The ‘old ship’ sails.”", "“The old ship sails.”", ["quotation: ‘old ship’ → old ship"]],
    ["“It isn’t over,” he said.", "“It is over,” he said.", ["negation: It isn’t over → It is over"]],
    ["“Holt left,” he said.", "“Vik left,” he said.", ["name: Holt → Vik"]],
    [
      "Twelve died and 19 were hurt.",
      "Nineteen died and 12 were hurt.",
      ["number: Twelve → Nineteen", "number: 19 → 12"],
    ],
  ])("the change from %j to %j", (before, after, facts) => {
    expect(changesOf(before, after)).toEqual(facts);
  });
});

describe("compareFacts finds nothing", () => {
  test.each([
    ["He has 1,200 dollars.", "He has $1.2k."],
    ["It was −5 degrees.", "It was -5 degrees."],
    ["Prices rose 5 percent.", "Prices rose 5 %."],
    ["Twenty-five ships left.", "25 ships left."],
    ["It cost $1.2bn.", "It cost $1.2 billion."],
    ["On Monday, 12 people died.", "12 people died on Monday."],
    ["It closed on June 22, 2025.", "It closed on 22 June 2025."],
    ["Mayor Ada Holt spoke.", "Ms Holt spoke."],
    ["“We won,” she said, “and that is that.”", "“We won and that is that,” she said."],
    ['"We won," she said.', "“We won,” she said."],
    ["The firm didn’t pay.", "The firm did not pay."],
    ["Officials said the strike was over.", "Authorities said the strike was over."],
    ["No. 5 sank.", "Number 5 sank."],
    ["The workers’ union met.", "The workers' union met."],
    ["“We won,” she said.", "‘We won,’ she said."],
    ["It closed on June 22.", "It closed on June 22, 2025."],
    ["They met on Monday.", "They met yesterday."],
    ["A three-year-old boy fell.", "A 3-year-old boy fell."],
  ])("from %j to %j", (before, after) => {
    expect(compareFacts(before, after)).toEqual([]);
  });

  test("in a sentence compared with itself", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(compareFacts(text, text)).toEqual([]);
      }),
      { seed: 4 },
    );
  });
});

describe("given the dates of both stories, compareFacts", () => {
  const days = { before: "2025-06-23", after: "2025-06-24" };
  test.each([
    ["They met today.", "They met yesterday.", []],
    ["They met today.", "They met on Monday.", []],
    ["They met on Monday.", "They met on June 23.", []],
    ["They met today.", "They met today.", []],
    ["They met on Monday.", "They met today.", ["Monday → today"]],
    ["They met today.", "They met on Friday.", ["today → Friday"]],
    ["They met on Monday.", "They met on June 24, 2025.", ["Monday → June 24, 2025"]],
    ["They met on June 23.", "They met yesterday.", []],
    ["They met on June 22.", "They met yesterday.", ["June 22 → yesterday"]],
  ])("from %j to %j reports %j", (before, after, facts) => {
    expect(compareFacts(before, after, { days }).map((fact) => `${fact.before} → ${fact.after}`)).toEqual(
      facts,
    );
  });
});

test("recognises names in a title-case headline from the rest of the story", () => {
  const vocabulary = vocabularyOf(["The ship of Holt met the ship of Vik near the pier."]);
  const before = "Mayor Holt Visits New Pier at Dawn";
  const facts = compareFacts(before, "Mayor Vik Visits Old Pier at Dawn", { vocabulary });
  expect(facts.map((fact) => `${fact.before} → ${fact.after}`)).toEqual(["Holt → Vik"]);
});

test("labels a fact in a few words", () => {
  expect(compareFacts("12 people died.", "19 people died.")).toEqual([
    { kind: "number", before: "12", after: "19", context: "people died" },
  ]);
  expect(compareFacts("The trial is on May 17.", "The trial is on May 18.")[0]?.context).toBe("trial");
});

test("swapping before and after swaps the sides of every fact", () => {
  const flip = (fact: { kind: string; before?: string; after?: string }) =>
    `${fact.kind} ${fact.after ?? "∅"} ${fact.before ?? "∅"}`;
  const there = compareFacts("Holt paid $5 on Monday.", "Vik paid $7 on Friday.").map(flip);
  const back = compareFacts("Vik paid $7 on Friday.", "Holt paid $5 on Monday.").map(
    (fact) => `${fact.kind} ${fact.before ?? "∅"} ${fact.after ?? "∅"}`,
  );
  expect(back).toEqual(there);
});
