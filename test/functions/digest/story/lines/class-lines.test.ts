import { describe, expect, test } from "vitest";
import { classLines } from "../../../../../functions/digest/story/lines/class-lines.ts";

const LEAD = "The ferries between Velm and the islands stop for a week, the harbour office said.";
const CRACKS = "Divers found cracks in the hull of the older boat.";

/** Lines of which those behind "- " are no part of the story. */
function marked(lines: readonly string[]): readonly string[] {
  const classes = classLines(lines.map(withoutMark));
  return lines.map((line, index) => `${classes[index] === undefined ? "" : "- "}${withoutMark(line)}`);
}

function withoutMark(line: string): string {
  return line.replace(/^- /, "");
}

describe("what is no part of a story is read beside its neighbours", () => {
  test.each<[string, readonly string[]]>([
    [
      "a block of related links at the end, with all its titles",
      [
        LEAD,
        CRACKS,
        "- Most read",
        "- Whale seen off Karsk",
        "- Mayor resigns",
        "- 12 minutes ago",
        "- Who pays for the pier?",
      ],
    ],
    [
      "two such blocks",
      [LEAD, "- Related stories", "- Whale seen off Karsk", "- Trending now", "- Mayor resigns"],
    ],
    ["a link between paragraphs", [LEAD, "- Read more", "- Whale seen off Karsk", CRACKS]],
    [
      "a heading of the story after the links",
      [LEAD, "- Related stories", "- Whale seen off Karsk", "- Mayor resigns", "Cracks in the hull", CRACKS],
    ],
    ["German links", [LEAD, "- Mehr zum Thema", "- Wal vor Karsk gesichtet", "- Bürgermeister tritt zurück"]],
    ["French links", [LEAD, "- À lire aussi", "- Une baleine au large de Karsk", "- Le maire démissionne"]],
    ["Japanese links", [LEAD, "- 関連記事", "- 沖にクジラ", "- 市長が辞任"]],
    ["a list of the story", [LEAD, "The missing are:", "Ada Holt, 34", "Sten Moor, 51"]],
    [
      "figures that the story introduces",
      ["Ferry film is a hit", "Its figures so far:", "Views: 1,204", "Likes: 300", CRACKS],
    ],
    ["firms that the story introduces", [LEAD, "The court fined:", "Facebook | X", "Telegram"]],
    ["names of sites beside a button", [LEAD, "- Share this story", "- Facebook", "- WhatsApp"]],
    ["the name of a site alone", [LEAD, "Telegram", CRACKS]],
    ["the weather beside a story", [LEAD, CRACKS, "- Ostermere 12°C"]],
    ["the weather of several towns", [LEAD, "Ostermere 12°C", "Karsk 9°C"]],
    ["a headline like a heading of links", ["Most read", LEAD, CRACKS]],
    ["a headline like a link", ["Related: twelve whales off Karsk", LEAD, CRACKS]],
    ["a notice beside a story", [LEAD, "- We use cookies to improve your experience.", CRACKS]],
    [
      "a notice in a story about cookies",
      [
        "The office was fined because its site set cookies.",
        "Visitors had not given their consent, the court said.",
        "We use cookies to improve your experience.",
      ],
    ],
    [
      "a clause of a policy",
      ["Privacy policy of the ferries", LEAD, "We and our 12 partners store information."],
    ],
    ["a clause of terms", ["Terms of use", LEAD, "You can cancel your subscription within 14 days."]],
    ["a German clause", ["Datenschutzerklärung", LEAD, "Ihre Einwilligung gilt 12 Monate lang."]],
    [
      "a French clause",
      ["Politique de confidentialité", LEAD, "Nous utilisons des cookies pendant 13 mois."],
    ],
    ["a Spanish clause", ["Aviso de privacidad", LEAD, "Nuestros socios guardan los datos durante 6 meses."]],
    [
      "a notice in a story with privacy in its headline",
      ["Ferry app strengthens privacy", LEAD, "- We and our 12 partners store information.", CRACKS],
    ],
    [
      "a notice in a guide",
      [
        "You must bring your passport to the ferry office before noon.",
        "You can pay your fare at the gate or on board of the boat.",
        "If you miss the last boat, your ticket is good on the next day.",
        "Sign up for our newsletter to hear of late boats.",
      ],
    ],
  ])("%s", (_, lines) => {
    expect(marked(lines)).toEqual(lines);
  });

  test("any number of headings is read in linear time", () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => (n % 2 === 0 ? "Related stories" : LEAD));
    expect(classLines(lines).filter((found) => found === "related heading")).toHaveLength(14_999);
  });
});
