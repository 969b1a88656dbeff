import { describe, expect, test } from "vitest";
import { readStory } from "../../../../bench/data/read-story.ts";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";

const BODY =
  "The ferries of Olmark sail from the old pier.\n\nTickets are sold on board by the crew of each boat.";

const FRENCH =
  "Les bacs du port partent du vieux quai tous les jours de la semaine, et les billets sont vendus à bord.";
const GERMAN =
  "Die Boote der Stadt fahren jeden Tag vom alten Steg ab, und die Karten werden an Bord verkauft.";

function revision(before: string, after: string, body = BODY) {
  const [a, b] = [before, after].map((matter) =>
    readStory(
      "a.md",
      `---\ntitle: Ferries\ndescription: How the boats of Olmark sail\n${matter}\n---\n\n${body}\n`,
    ),
  );
  if (a === undefined || b === undefined) {
    throw new Error("two stories are compared");
  }
  return compareStories(a, b);
}

describe("text that a page shows from its front matter", () => {
  test.each([
    ["an alert", "alert:\n  text: No ferry runs until 3 March.", ["3 March", "9 June"], BODY],
    [
      "cards",
      "cards:\n  - title: Pupils\n    body: You may get up to 400 crowns a month.",
      ["400", "250"],
      BODY,
    ],
    ["a question", 'faq:\n- q: "Who pays the fee of 12 crowns?"', ["12", "14"], BODY],
    ["a block", "note: |\n  The office closes at 4 pm today.", ["4 pm", "6 pm"], BODY],
    ["a teaser", "excerpt: At least 12 people died in the storm", ["12", "17"], BODY],
    ["French", "alerte:\n  texte: Aucun bac ne part avant le 3 mars.", ["3 mars", "9 juin"], FRENCH],
    ["German", "hinweis:\n  text: Bis zum 3. März fährt kein Boot.", ["3. März", "9. Juni"], GERMAN],
    ["TOML", "[alert]\ntext = 'No ferry runs until 3 March.'", ["3 March", "9 June"], BODY],
  ])("is compared: %s", (_, matter, [before = "", after = ""], body) => {
    const { kind, facts } = revision(matter, matter.replace(before, after), body);
    expect(kind).toBe("substantive");
    expect(facts).toMatchObject([{ before, after }]);
  });

  test.each([
    ["en", "alert: The pier is closed until 9 June."],
    ["en", "alert:\n  text: No ferry runs until 3 March."],
    ["fr", "alerte: Le quai est fermé jusqu'au 9 juin."],
    ["de", "hinweis: Der Steg ist bis zum 9. Juni gesperrt."],
  ])("is told where it comes or goes alone: %s %s", (_, line) => {
    const [come, gone] = [revision("layout: page", `layout: page\n${line}`), revision(line, "layout: page")];
    expect([come.kind, gone.kind]).toEqual(["minor", "minor"]);
    expect(come.facts).toMatchObject([{ after: expect.stringMatching(/\d/) }]);
    expect(gone.facts).toMatchObject([{ before: expect.stringMatching(/\d/) }]);
  });

  test.each([
    ["a weight and a path", "weight: 12\npermalink: /ferries/old", "weight: 4\npermalink: /ferries/new"],
    ["a word of it", "alert: No ferry runs until 3 March.", "alert: No ferries run until 3 March."],
    ["a line without a figure that came", "layout: page", "layout: page\nalert: The old pier is closed."],
    ["a path that came", "layout: page", "layout: page\nimage: a picture of pier 9 at /img/pier9.jpg"],
    [
      "its order",
      "a: The pier opens at 9 am.\nb: The bar opens at 11 am.",
      "b: The bar opens at 11 am.\na: The pier opens at 9 am.",
    ],
    ["the description of a picture", "alt: A boat with 12 sails", "alt: A boat with red sails and a dog"],
  ])("tells no fact of %s", (_, before, after) => {
    expect(revision(before, after)).toMatchObject({
      kind: "cosmetic",
      cosmetic: ["front matter"],
      facts: [],
    });
  });

  test("that moved into the body neither came nor went", () => {
    const sentence = "You may bring a bicycle on board of each boat for free.";
    const [before, after] = [
      `---\ntitle: Ferries\ncards:\n  - body: ${sentence}\n---\n\n${BODY}`,
      `---\ntitle: Ferries\n---\n\n${BODY}\n\n${sentence}`,
    ].map((text) => readStory("a.md", text));
    if (before === undefined || after === undefined) {
      throw new Error("two stories are compared");
    }
    expect(compareStories(before, after).edits.every(({ edit }) => edit === "kept")).toBe(true);
  });
});
