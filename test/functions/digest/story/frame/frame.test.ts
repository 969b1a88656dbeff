import { describe, expect, test } from "vitest";
import { isByline } from "../../../../../functions/digest/story/frame/byline.ts";
import { cutDateline } from "../../../../../functions/digest/story/frame/dateline.ts";
import { cutNote } from "../../../../../functions/digest/story/frame/source-note.ts";
import {
  boundHeadline,
  cutKeywords,
  isHeadline,
  isKeywordList,
} from "../../../../../functions/digest/story/headline/headline.ts";

describe("cutDateline", () => {
  test.each([
    ["EASTON (Coast Wire). The bridge opened.", "EASTON (Coast Wire)", "The bridge opened."],
    ["Easton, May 2 (Coast Wire) - The bridge opened.", "Easton, May 2 (Coast Wire)", "The bridge opened."],
    ["ST. IVES, Cornwall — “It opened,” he said.", "ST. IVES, Cornwall", "“It opened,” he said."],
    ["NEW EASTON – 40 boats left.", "NEW EASTON", "40 boats left."],
    ["(CNN) -- The bridge opened.", "(CNN)", "The bridge opened."],
    ["МОСКВА, 2 мая (ТАСС) — Мост открыт.", "МОСКВА, 2 мая (ТАСС)", "Мост открыт."],
  ])("separates the dateline from %j", (paragraph, dateline, rest) => {
    expect(cutDateline(paragraph)).toEqual({ paragraph: rest, dateline });
  });

  test.each([
    "The U.S. Coast Guard (USCG) searched all night.",
    "Easton — the town on the bay — has a bridge.",
    "IT is big. IT grows.",
    "Ann Cole (40) won.",
    "A bridge opened.",
  ])("finds no dateline in %j", (paragraph) => {
    expect(cutDateline(paragraph)).toEqual({ paragraph });
  });
});

test.each([
  ["By | June 22, 2031", true],
  ["By Ann Cole", true],
  ["By ANN COLE and Tom van Lin, Coast Wire", true],
  ["Von Hans Weiß", true],
  ["June 2, 2031", true],
  ["Published: 2 June 2031 10:04 GMT", true],
  ["2031-06-02", true],
  ["By Monday the talks had failed.", false],
  ["By the river stood a house", false],
  ["Bystanders Watch Fire", false],
  ["By far the largest bridge in the country is closed", false],
  ["June 2, 2031 was a day of rain for all of the towns on the coast", false],
])("isByline(%j) is %j", (line, is) => {
  expect(isByline(line)).toBe(is);
});

test("cutNote removes a source note at the end of a paragraph, but not one inside it", () => {
  expect(cutNote("It opened. [citation attribution: Coast Wire]")).toEqual({
    paragraph: "It opened.",
    note: "[citation attribution: Coast Wire]",
  });
  expect(cutNote("It [citation attribution: X] opened.")).toEqual({
    paragraph: "It [citation attribution: X] opened.",
  });
});

describe("headlines", () => {
  test.each([
    ["Bridge opens", false, true],
    ["Bridge opens.", false, false],
    ["Bridge opens.", true, true],
    ["Will the bridge open?", false, true],
    ["a b c d e f g h i j k l m n o p q", true, false],
    ["Bridge opens in the U.S....", false, true],
  ])("isHeadline(%j, blank line after: %j) is %j", (text, blankAfter, is) => {
    expect(isHeadline({ kind: "paragraph", text, blankAfter })).toBe(is);
  });

  test.each([
    ["Bridge opens — Easton bridge, ferries, harbour 2031", "Bridge opens"],
    ["Bridge opens | Coast News", "Bridge opens"],
    ["Bridge opens - The Coast Times", "Bridge opens"],
    ["Bridge opens — at last", "Bridge opens — at last"],
    ["Easton — a town with a bridge", "Easton — a town with a bridge"],
  ])("cutKeywords(%j) is %j", (line, title) => {
    expect(cutKeywords(line)).toBe(title);
  });

  test.each([
    ["Easton bridge, ferries, harbour 2031", true],
    ["Tolls, taxes and fares rise", false],
    ["The bridge, the ferries, the harbour", false],
    ["Bread, milk, eggs.", false],
    ["Storm sinks 12, injures 40, displaces 3,000", false],
    ["Farmers 87%, fishers 6%, smiths 3%", false],
    ["Present Kari Holt (Guild), Ada Vik (Port), Sten Moor (Mill)", false],
    ["COVID-19, G20, harbour", true],
  ])("isKeywordList(%j) is %j", (line, is) => {
    expect(isKeywordList(line)).toBe(is);
  });

  test("boundHeadline cuts at a word, and never inside a character", () => {
    expect(boundHeadline("bridge ".repeat(60))).toBe(`${"bridge ".repeat(28).trim()}…`);
    expect(boundHeadline("😀".repeat(150)).isWellFormed()).toBe(true);
    expect(boundHeadline("😀".repeat(150)).length).toBeLessThanOrEqual(200);
  });
});
