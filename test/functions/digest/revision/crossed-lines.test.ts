import { describe, expect, test } from "vitest";
import { readStory } from "../../../../bench/data/read-story.ts";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";

function factsOf(key: string, before: string, after: string) {
  const [a, b] = [before, after].map((text) => readStory(key, text));
  if (a === undefined || b === undefined) {
    throw new Error("two stories are compared");
  }
  return compareStories(a, b).facts.map(
    ({ kind, before = "∅", after = "∅" }) => `${kind}: ${before} → ${after}`,
  );
}

const MAY = "## Meeting 58 - 2031-05-11\n\nThe members met in the hall and spoke of boats.\n";
const JULY = "## Meeting 59 - 2031-07-09\n\nNew members came to the shed and sang of the sea.\n";
const SITZUNG = "# Sitzung 12 vom 11. Juni 2031\n\nDer Rat sprach über die Boote und den Hafen.\n";
const NEUE = "# Sitzung 13 vom 9. Juli 2031\n\nDer Rat sprach über die Schule und das Bad.\n";
const CARDS = "<main><div><p>Boats</p></div><div><p>Nets</p></div></main>";
const PROSE =
  "<main><p>We tell of the boats of the town and of all that they do by the quay each day of the year.</p></main>";
const page = (body: string) =>
  `<html><body><header><div><p>Velm in Motion - Vote 2031</p></div></header>${body}</body></html>`;
const matter = (field: string) => `---\ntitle: Boats\n${field}\n---\nSome boats are here for all.\n`;
const widgets = (count: number) =>
  matter(
    `panels: 'a:3:{s:7:"widgets";a:${count}:{i:0;a:6:{s:4:"text";s:67${count}:"<p>Boats sail here.</p>"}}}'`,
  );

describe("is no change of fact:", () => {
  test.each([
    [
      "the last member of a list that grew",
      "a.md",
      "# Rules\n\nMeetings so far:\n\n- in Orsk in 2022,\n- and now in Velm in 2023 as well.\n",
      "# Rules\n\nMeetings so far:\n\n- in Orsk in 2022,\n- in Velm in 2023,\n- and now in Karsk in 2024 as well.\n",
    ],
    [
      "the last member of a list that shrank",
      "a.md",
      "# Satzung\n\nBisher waren dies\n\n- Winter-Tagung 2023 in Velm,\n- und die Winter-Tagung 2024 in Karsk.\n",
      "# Satzung\n\nBisher waren dies\n\n- und die Winter-Tagung 2023 in Velm.\n",
    ],
    ["a meeting put before the last one", "a.md", MAY, `${JULY}\n${MAY}`],
    ["minutes in German put before the last", "a.md", SITZUNG, `${NEUE}\n${SITZUNG}`],
    ["a meeting taken off the top", "a.md", `${JULY}\n${MAY}`, MAY],
    ["a line of a page that stands outside its story", "a.html", page(CARDS), page(PROSE)],
    [
      "a dateline that stands in the text",
      "a.md",
      "---\ntitle: Boats\n---\nELMWOOD (AP). What do the boats do? Some answers came on Sunday.\n",
      "---\ntitle: Boats\n---\n#### What is new\n\nELMWOOD (AP). What do the boats do? Some answers came on Sunday.\n",
    ],
    [
      "a dateline that went",
      "a.md",
      "---\ntitle: Boats\n---\nELMWOOD (AP) - The boats sail each day, a crew said on Sunday.\n",
      "---\ntitle: Boats\n---\nThe boats sail each day, a crew said on Sunday.\n",
    ],
    [
      "the tag of a template as the author",
      "a.md",
      "---\ntitle: Boats\nauthor: {{ site.name }}\n---\nThe boats sail each day, a crew said on Sunday.\n",
      "---\ntitle: Boats\n---\nThe boats sail each day, a crew said on Sunday.\n",
    ],
    ["data that a program wrote", "a.md", widgets(13), widgets(14)],
    [
      "a number of an image",
      "a.md",
      '# Boats\n\n[slide image="31"] Boats sail.\n',
      '# Boats\n\n[slide image="28"] Boats sail.\n',
    ],
    [
      "the first word of a sentence in a language that we do not know",
      "a.md",
      "Informatu zaitez gure taldearen berri eta etorri gure etxera, han izango gara.\n",
      "Informa zaitez gure taldearen berri eta etorri gure etxera, han izango gara.\n",
    ],
  ])("%s", (_, key, before, after) => {
    expect(factsOf(key, before, after)).toEqual([]);
  });
});

describe("stays a change of fact:", () => {
  test.each([
    [
      "the date of a meeting in its headline",
      MAY,
      MAY.replace("05-11", "05-12"),
      "date: 2031-05-11 → 2031-05-12",
    ],
    [
      "a sentence of the front matter",
      matter("alert: No ferry runs until 3 March."),
      matter("alert: No ferry runs until 9 June."),
      "date: 3 March → 9 June",
    ],
    [
      "a dateline",
      "---\ntitle: Boats\n---\nELMWOOD (AP) - The boats sail each day, a crew said on Sunday.\n",
      "---\ntitle: Boats\n---\nROHRBACH (AP) - The boats sail each day, a crew said on Sunday.\n",
      "name: ELMWOOD (AP) → ROHRBACH (AP)",
    ],
  ])("%s", (_, before, after, fact) => {
    expect(factsOf("a.md", before, after)).toContain(fact);
  });
});
