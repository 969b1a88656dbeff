import { expect, test } from "vitest";
import {
  LOWERED,
  RAISED,
  withSuperscripts,
} from "../../../../../functions/digest/story/formats/superscripts.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";

/** "Rat^7^ sagt" as the readers collect it. */
const collected = (text: string): string =>
  text.replaceAll(/\^([^^]*)\^/g, (_, raised: string) => `${RAISED}${raised}${LOWERED}`);

test.each([
  [
    "Der Rat^7^ setzt das Gesetz vom 13. März^12^ in Kraft.",
    "Der Rat setzt das Gesetz vom 13. März in Kraft.",
  ],
  ["^2^ Les cantons peuvent fixer d’autres délais.", " Les cantons peuvent fixer d’autres délais."],
  ["The claim^[3]^ was made^1,2^ in spring^*^.", "The claim was made in spring."],
  ["Los vecinos^a^ votaron^(4)^ ayer.", "Los vecinos votaron ayer."],
  ["The hall has 200 m^2^ and 40 km^2^ of land.", "The hall has 200 m² and 40 km² of land."],
  ["It costs 10^6^ crowns, or 10^-3^ of all.", "It costs 10⁶ crowns, or 10⁻³ of all."],
  ["Le 1^er^ mai, au XX^e^ siècle, la 3^e^ édition", "Le 1er mai, au XXe siècle, la 3e édition"],
  ["the 21^st^ of May", "the 21st of May"],
  ["a grant of 10^1^/2 millions", "a grant of 10 1/2 millions"],
  ["Harbour^TM^ boats", "HarbourTM boats"],
  ["no mark at all", "no mark at all"],
  [`half a mark ${RAISED}7`, "half a mark 7"],
])("%j is %j", (text, told) => {
  expect(withSuperscripts(collected(text))).toBe(told);
});

const BODY =
  "Der Rat<sup>7</sup> setzt das Gesetz vom 13. März 2031 in Kraft, sagte die Kanzlei am Dienstag in Velm.";

test.each([
  ["a.md", `# Gesetz über die Häfen\n\n${BODY}\n`],
  ["a.html", `<html><body><article><h1>Gesetz über die Häfen</h1><p>${BODY}</p></article></body></html>`],
  ["b.html", `<main><h1>Gesetz über die Häfen</h1><p>${BODY.replace("7", '<a href="#7">7</a>')}</p></main>`],
])("the mark of a footnote is no text of a story: %s", (key, source) => {
  const story = parseStory(key, source);
  expect(isUnreadable(story) ? [] : story.paragraphs).toEqual([BODY.replace("<sup>7</sup>", "")]);
});
