import { describe, expect, test } from "vitest";
import { parseStory } from "../../../../../functions/digest/story/story.ts";

const BODY = [
  "The harbour of Easton will move its oldest crane to the upper quay this spring, the port office decided on Monday.",
  "Nobody knows how the crane will pass the narrow bridge of the lower town.",
];
const TITLE = "Old crane goes to the upper quay";

const read = (...lines: readonly string[]) => parseStory("a.txt", `${lines.join("\n\n")}\n`);

describe("above a headline", () => {
  test.each([
    ["Update at 5:38 p.m.", { byline: "Update at 5:38 p.m." }],
    ["Tuesday, 12 May 2031", { byline: "Tuesday, 12 May 2031" }],
    ["By Ann Cole", { byline: "By Ann Cole" }],
    ["EASTON, May 12 (Coast Wire) —", { dateline: "EASTON, May 12 (Coast Wire)" }],
    ["BREAKING", { boilerplate: ["BREAKING"] }],
    ["Photo: Ann Cole", { boilerplate: ["Photo: Ann Cole"] }],
    ["POLITICS", { boilerplate: ["POLITICS"] }],
    ["Politik", { boilerplate: ["Politik"] }],
    ["Faits divers", { boilerplate: ["Faits divers"] }],
    ["Medio ambiente", { boilerplate: ["Medio ambiente"] }],
    ["Arts & Culture", { boilerplate: ["Arts & Culture"] }],
    ["Home > News > Europe", { boilerplate: ["Home > News > Europe"] }],
    ["Startseite › Wirtschaft", { boilerplate: ["Startseite › Wirtschaft"] }],
    [
      "Home | News | Sport | Weather | My account",
      { boilerplate: ["Home | News | Sport | Weather | My account"] },
    ],
    ["World / Asia / Trade", { boilerplate: ["World / Asia / Trade"] }],
    ["Share on Facebook | Share on X", { boilerplate: ["Share on Facebook | Share on X"] }],
  ])("%j is none", (line, expected) => {
    const frame = { headline: TITLE, headlineSource: "given", paragraphs: BODY, ...expected };
    expect(read(line, TITLE, ...BODY)).toMatchObject(frame);
  });
});

describe("a short first line is the headline", () => {
  test.each([
    ["Harbour strike", "Crews stop work for a week"],
    ["HARBOUR STRIKE", "Crews stop work for a week"],
    ["Politics of the quay", "Who owns the old crane"],
    ["Easton > Weston", "The new line opens"],
    ["Money talks", "A crane for a crown"],
  ])("%j above %j", (headline, below) => {
    expect(read(headline, below, ...BODY)).toMatchObject({ headline, headlineSource: "given" });
  });

  test.each([["Weather"], ["Sport"], ["??"], ["“??”"], ["?????? ????? ? ?????"], ["“”"]])(
    "%j above prose",
    (headline) => {
      expect(read(headline, ...BODY)).toMatchObject({ headline, headlineSource: "given", paragraphs: BODY });
    },
  );

  test.each([["-----"], ["* * *"], ["…"]])("but not %j", (rule) => {
    expect(read(rule, TITLE, ...BODY)).toMatchObject({ headline: TITLE, boilerplate: [rule] });
  });
});

describe("a line that looks like keywords", () => {
  test("is the headline if it is the first", () => {
    const headline = "Storm sinks 12, injures 40, displaces 3,000";
    expect(read(headline, ...BODY)).toMatchObject({ headline, headlineSource: "given" });
  });

  test.each([["Easton, Weston, Karsk"], ["bridge tolls, ferries, harbour 2031"]])(
    "stays in the story: %j",
    (line) => {
      expect(read(TITLE, line, ...BODY)).toMatchObject({ boilerplate: [] });
    },
  );

  test("is boilerplate if it repeats the keywords behind the headline", () => {
    const keywords = "Easton crane news, ferries, harbour 2031";
    expect(read(`${TITLE} — ${keywords}`, keywords, ...BODY)).toMatchObject({
      headline: TITLE,
      boilerplate: [keywords, keywords],
      paragraphs: BODY,
    });
  });
});

test("dates over texts are the headings of a log, and no byline", () => {
  const story = read("Decisions of the board", "12 May 2031", BODY[0] ?? "", "3 May 2031", BODY[1] ?? "");
  expect(story).not.toHaveProperty("byline");
  expect(story).toMatchObject({
    paragraphs: ["12 May 2031", BODY[0], "3 May 2031", BODY[1]],
  });
});

test("one date under the headline, or two in a row, are those of the story", () => {
  expect(read(TITLE, "12 May 2031", ...BODY)).toMatchObject({ byline: "12 May 2031" });
  expect(read(TITLE, "Published 12 May 2031", "Updated 13 May 2031", ...BODY)).toMatchObject({
    byline: "Published 12 May 2031 | Updated 13 May 2031",
  });
});

test.each(["Monday, 12 May 2031, 17:30", "12 May 2031"])(
  "%s below the first sentences is what they tell of, and no byline",
  (line) => {
    const story = read(TITLE, BODY.join(" "), line, "Hall of the port office");
    expect(story).not.toHaveProperty("byline");
    expect(story).toMatchObject({ paragraphs: [BODY.join(" "), line, "Hall of the port office"] });
  },
);

test("a date below a deck of one sentence, or with a word for it, is that of the story", () => {
  expect(read(TITLE, BODY[0] ?? "", "12 May 2031", BODY[1] ?? "")).toMatchObject({ byline: "12 May 2031" });
  expect(read(TITLE, BODY.join(" "), "Published 12 May 2031", "Hall")).toMatchObject({
    byline: "Published 12 May 2031",
  });
});

test("of many lines that name an author, none is the byline", () => {
  const talks = ["Old cranes", "By Ann Cole", "New quays", "By Tom Vik", "Wet ropes", "By Ada Moor"];
  expect(read(TITLE, BODY.join(" "), ...talks)).not.toHaveProperty("byline");
});
