import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { doubtfulChanges } from "../../../../functions/digest/revision/doubtful-lines.ts";
import type { Revision } from "../../../../functions/digest/revision/types.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { makeStory } from "./make-story.ts";

const BODY =
  "The ferries between Velm and the islands stop for a week, the harbour office said.\n\nDivers found cracks in the older boat. A yard in Orsk will mend them.";

function revision(before: string, after: string, key = "a.txt"): Revision {
  const [a, b] = [before, after].map((text) => parseStory(key, text));
  if (a === undefined || b === undefined || isUnreadable(a) || isUnreadable(b)) {
    throw new Error("cannot read the stories");
  }
  return compareStories(a, b);
}

const under = (line: string) => `Ferries stop for a week\n\n${BODY}\n\n${line}`;
const over = (line: string) => `${line}\n\n${BODY}`;

describe("what is taken off by its look alone is compared: a fact in it is never a matter of form", () => {
  test.each([
    ["keywords", under("Velm, Orsk, Harrow, Dunmore"), under("Velm, Orsk, Karsk, Dunmore")],
    ["a list of the missing", under("Holt, Vik, Marr, Lint"), under("Holt, Vik, Marr, Diaz")],
    ["twelve", under("storm, twelve missing, port shut"), under("storm, nineteen missing, port shut")],
    ["a year", under("Ferries, cracks, report 2031"), under("Ferries, cracks, report 2030")],
    [
      "the tail of a headline",
      over("Ferries stop — Velm ferries, Orsk yard"),
      over("Ferries stop — Velm ferries, Karsk yard"),
    ],
    ["a tail that came", over("Ferries stop"), over("Ferries stop — Velm ferries, Karsk yard")],
    ["a German list", under("Bremen, Husum, Emden"), under("Bremen, Husum, Kiel")],
    ["a French list", under("Brest, Lorient, Vannes"), under("Brest, Lorient, Quimper")],
    ["a Russian list", under("Псков, Тверь, Орёл"), under("Псков, Тверь, Курск")],
  ])("%s", (_, before, after) => {
    expect(revision(before, after).kind).not.toBe("cosmetic");
    expect(revision(after, before).kind).not.toBe("cosmetic");
    expect(revision(before, after).facts).not.toEqual([]);
  });

  test("the tail of a stated headline", () => {
    const [before, after] = ["Orsk", "Karsk"].map((yard) =>
      JSON.stringify({ headline: `Ferries stop — Velm ferries, ${yard} yard`, body: BODY }),
    );
    expect(revision(before ?? "", after ?? "", "a.json").kind).not.toBe("cosmetic");
  });

  test.each([
    ["keywords named as such", under("Keywords: Velm, Orsk, Harrow"), under("Keywords: Velm, Orsk, Karsk")],
    [
      "words of the story",
      over("Ferries stop — Velm ferries, cracks"),
      over("Ferries stop — Velm ferries, boats"),
    ],
    [
      "the same keywords below the headline",
      over("Ferries stop — Velm ferries, cracks"),
      over("Ferries stop — Velm ferries, cracks\n\nVelm ferries, cracks"),
    ],
    [
      "the name of the outlet",
      over("Ferries stop for a week - Strait News"),
      over("Ferries stop for a week"),
    ],
    ["a counter", under("1,204 views"), under("1,377 views")],
    ["a stamp", under("Updated 6 May 2031, 14:05"), under("Updated 7 May 2031, 09:12")],
    [
      "related titles",
      under("Most read\n\nTwelve whales seen off Karsk\n\nMayor resigns"),
      under("Most read\n\nNineteen seals seen off Dunmore\n\nMayor resigns"),
    ],
    ["file sizes", under("PDF, 234 KB, 12 pages"), under("PDF, 240 KB, 13 pages")],
    [
      "a notice",
      under("We and our 842 partners use cookies. You can manage your choices."),
      under("We and our 851 partners use cookies. You can manage your choices."),
    ],
  ])("but %s are a matter of form", (_, before, after) => {
    expect(revision(before, after)).toMatchObject({ kind: "cosmetic", facts: [] });
    expect(revision(after, before)).toMatchObject({ kind: "cosmetic", facts: [] });
  });
});

test.each([
  ["Open data · No Adverts · Island Boats", []],
  ["Loading... Website Events App Help", []],
  ["Velm, Orsk, Karsk yards", ["Velm, Orsk, Karsk yards"]],
  ["The yard of Karsk mends boats.", ["The yard of Karsk mends boats."]],
])("a line that came beside a text, %j, is told if it says something: %j", (line, expected) => {
  const plain = makeStory([BODY]);
  const { facts } = doubtfulChanges(plain, { ...plain, doubtful: [line] });
  expect(facts.map(({ after }) => after)).toEqual(expected);
});

describe("what a page has between its headline and its first prose is compared", () => {
  const page = (line: string) =>
    `<html><body><nav><a href="/">Home</a></nav><main><article><h1>Council meets on the bridge</h1>${line}
    <p>The council of Velm met on Monday and talked for hours about the bridge, the school and the new trams to the islands.</p>
    <p>Nobody could say when the works would end, said Ada Holt, who runs the office of the harbour.</p></article></main></body></html>`;
  const told = (before: string, after: string) => revision(page(before), page(after), "a.html");

  test.each([
    [
      "a price",
      (price: string) => `<table><tr><td>Adult</td><td>${price}</td></tr></table>`,
      "18.50",
      "24.50",
    ],
    ["a list", (dead: string) => `<ul><li>Mill Bridge: ${dead} dead</li></ul>`, "12", "17"],
    ["a short sentence", (dead: string) => `<p>${dead} people died.</p>`, "Twelve", "Forty"],
    ["a deadline", (date: string) => `<p>Deadline: ${date}</p>`, "3 March 2031", "9 June 2031"],
    ["a German date", (date: string) => `<p>Gültig ab: ${date}</p>`, "3. März 2031", "9. Juni 2031"],
  ])("%s", (_, line, before, after) => {
    expect(told(line(before), line(after))).toMatchObject({
      kind: "substantive",
      facts: [{ before, after }],
    });
  });

  test.each([
    ["a stamp", "<p>Last updated: 3 March 2031</p>", "<p>Last updated: 9 June 2031</p>"],
    ["a counter", "<p>12 comments</p>", "<p>19 comments</p>"],
    ["a date alone", "<p>3 March 2031</p>", "<p>4 March 2031</p>"],
    ["a garbled line", "<p>PrÃ©paid price: 5,40 â‚¬</p>", "<p>Prépaid price: 5,40 €</p>"],
  ])("but not %s", (_, before, after) => {
    expect(told(before, after)).toMatchObject({ kind: "cosmetic", facts: [] });
  });
});
