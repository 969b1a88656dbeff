import { expect, test } from "vitest";
import { compareSentences } from "../../../../functions/digest/facts/facts.ts";

const shownBy = (before: string, after: string, lang?: string) =>
  compareSentences(before, after, { lang }).facts.map(({ context, around }) => context ?? around);

test.each([
  ["Dead: 12", "Dead: 19", "Dead"],
  ["People still missing: 3", "People still missing: 5", "People still missing"],
  ["Entrée : 7 euros", "Entrée : 9 euros", "Entrée"],
])("the head of a list line labels its value: %j → %j", (before, after, head) => {
  expect(shownBy(before, after)).toEqual([head]);
});

test.each([
  [
    "The inquiry opens on May 17 in Harrow.",
    "The inquiry opens on May 19 in Harrow.",
    { lead: "The inquiry opens on", tail: "in Harrow" },
  ],
  [
    "A ferry sank off Karsk on Monday night, killing 12 people.",
    "A ferry sank off Karsk on Monday night, killing 19 people.",
    { lead: "Karsk on Monday night, killing", tail: "people" },
  ],
  [
    "The museum paid €240,000, its director said.",
    "The museum paid €265,000, its director said.",
    { lead: "The museum paid", tail: "" },
  ],
  [
    "Le musée ouvre le 5 mai, dit la ville.",
    "Le musée ouvre le 12 mai, dit la ville.",
    { lead: "Le musée ouvre le", tail: "" },
  ],
  ["12 people died.", "19 people died.", { lead: "", tail: "people died" }],
  ["火灾造成12人死亡。", "火灾造成19人死亡。", { lead: "火灾造成", tail: "死亡" }],
  [
    "الخسائر 12 سفينة في الميناء",
    "الخسائر 19 سفينة في الميناء",
    { lead: "الخسائر", tail: "سفينة في الميناء" },
  ],
])("any other value stands among the words of its clause: %j → %j", (before, after, around) => {
  expect(shownBy(before, after)).toEqual([around]);
});

test("a clause of one word goes on over its comma, and no further than five words", () => {
  expect(shownBy("From 8 March, all pupils of the town attend.", "All pupils of the town attend.")).toEqual([
    { lead: "From", tail: "all pupils of the town" },
  ]);
});

test("a sentence with a colon is no list line", () => {
  expect(shownBy("He said it at noon: 12 ships left.", "He said it at noon: 19 ships left.")).toEqual([
    { lead: "", tail: "ships left" },
  ]);
});

test.each([
  [
    "The centre is open from 9 to 17 on all days of the week.",
    "The centre is open from 8 to 16 on all days of the week.",
    [
      { lead: "The centre is open from", tail: "to … on all days" },
      { lead: "is open from … to", tail: "on all days" },
    ],
  ],
  [
    "The toll of the wreck rose to 12 on Tuesday night, the office said.",
    "The toll of the wreck rose to 14 on Wednesday night, the office said.",
    [
      { lead: "of the wreck rose to", tail: "on … night" },
      { lead: "wreck rose to … on", tail: "night" },
    ],
  ],
  [
    "Nach dem Unglück stieg die Zahl der Toten am Dienstag auf 12, teilte das Amt mit.",
    "Nach dem Unglück stieg die Zahl der Toten am Mittwoch auf 14, teilte das Amt mit.",
    [
      { lead: "die Zahl der Toten am", tail: "" },
      { lead: "der Toten am … auf", tail: "" },
    ],
  ],
  [
    "The fund rose 3 % to 40 million euros in May.",
    "The fund rose 5 % to 42 million euros in May.",
    [
      { lead: "The fund rose", tail: "" },
      { lead: "The fund rose … to", tail: "in May" },
    ],
  ],
  [
    "据消防部门称，事故造成12人死亡，30人受伤。",
    "据消防部门称，事故造成14人死亡，35人受伤。",
    [
      { lead: "事故造成", tail: "死亡" },
      { lead: "事故造成…死亡，", tail: "受伤" },
    ],
  ],
])("no value stands around another that it never stood with: %j → %j", (before, after, around) => {
  expect(shownBy(before, after)).toEqual(around);
});

test("a value that stays does", () => {
  const sentence = (cost: string) => `The pier has 40 berths and costs ${cost} million in all.`;
  expect(shownBy(sentence("$4.2"), sentence("$5.1"))).toEqual([
    { lead: "has 40 berths and costs", tail: "in all" },
  ]);
});

test.each([
  [
    "The office will pay all shares within 90 days of the opening of the account, and no sooner.",
    "The office will pay all shares 60 days after the first order of boats, and no sooner.",
    [{ lead: "office will pay all shares", tail: "" }],
  ],
  [
    "If they have mended 2 boats, can they ask for one more?",
    "If I have mended 3 boats, can I ask for one more?",
    [{ lead: "If … have mended", tail: "boats" }],
  ],
  [
    "Le port compte 12 bateaux de pêche et une grue.",
    "Le port de la ville compte 15 bateaux de pêche et une grue.",
    [{ lead: "port … compte", tail: "bateaux de pêche" }],
  ],
])("words that only one version has beside a value are not shown: %j → %j", (before, after, around) => {
  expect(shownBy(before, after)).toEqual(around);
});

test.each([
  ["^Members pay 12 euros for a berth.", "^Members pay 15 euros for a berth.", "Members pay", "for a berth"],
  [
    "It costs 12 euros* for a berth[1] here.",
    "It costs 15 euros* for a berth[1] here.",
    "It costs",
    "for a berth here",
  ],
  ["A mast† takes 12 days¹ to mend.", "A mast† takes 15 days¹ to mend.", "A mast takes", "to mend"],
])("marks of notes are not shown: %j", (before, after, lead, tail) => {
  expect(shownBy(before, after)).toEqual([{ lead, tail }]);
});
