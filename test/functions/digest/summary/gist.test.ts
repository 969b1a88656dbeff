import { describe, expect, test } from "vitest";
import { composeFromStories } from "../../../../functions/digest/edition/from-stories.ts";
import { subjectOf } from "../../../../functions/digest/publish/mail/subject.ts";
import { createClock } from "../../../../functions/digest/publish/wording/dates.ts";
import type { Edit } from "../../../../functions/digest/revision/types.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import { namedEdits } from "../../../../functions/digest/summary/gist-names.ts";

const REST = "The council met in the town hall of Velm for three hours.";

function story(text: string) {
  const parsed = parseStory("velm.md", Buffer.from(text, "utf8"));
  if (isUnreadable(parsed)) {
    throw new Error(`cannot read the story: ${parsed.unreadable}`);
  }
  return parsed;
}

function editionOf(before: string, after: string) {
  const [a, b] = [before, after].map(story);
  return composeFromStories("2026-11-21T07:00:00Z", [{ before: a, after: b }]);
}

function gistOf(before: string, after: string): string | undefined {
  return editionOf(before, after).changes[0]?.gist?.sentence;
}

function subject(headline: string, before: string, after: string): string {
  const edition = editionOf(`# ${headline}\n\n${before}\n\n${REST}`, `# ${headline}\n\n${after}\n\n${REST}`);
  return subjectOf(edition, createClock("UTC", "en-GB").localTime(edition.slot));
}

const LINES = "# The harbour\n\nThe office counts ships each week.\n\n";
const TABLE = `${LINES}| Pier | Berths |\n|---|---|\n| North | 56 |\n| South | 12 |\n`;
const SHIPS = "Nine ships with timber left the harbour for Karsk before the storm.";

describe("the gist of a revision tells", () => {
  test.each([
    [
      "a figure",
      "The fire killed 12 people.",
      "The fire killed 19 people.",
      "The fire killed 12 → 19 people; 1 sentence edited",
    ],
    [
      "a claim turned round, as it stands now",
      "The mayor will resign on Friday.",
      "The mayor will not resign on Friday.",
      "now “The mayor will not resign on Friday”; 1 sentence edited",
    ],
    [
      "a word turned round",
      "The union has accepted the offer.",
      "The union has rejected the offer.",
      "The union has accepted → rejected the offer; 1 sentence edited",
    ],
    [
      "a doubt that is gone",
      "The owner allegedly set the fire.",
      "The owner set the fire.",
      "no longer “The owner allegedly set the fire”; 1 sentence edited",
    ],
    [
      "words in the place of others",
      "Each guest was told of the virus at dawn.",
      "Each guest was told of the vaccine at dawn.",
      "“virus” → “vaccine”; 1 sentence edited",
    ],
    ["a sentence", REST, `${REST} ${SHIPS}`, "1 sentence added"],
    ["a correction", REST, `${REST}\n\nCorrection: ${SHIPS}`, "correction added; 1 sentence added"],
    ["a heading", REST, `${REST}\n\n## Aid\n\n${SHIPS}`, "heading “Aid” added; 1 sentence added"],
    [
      "a section that is gone",
      `${REST}\n\n## Aid\n\n${SHIPS}`,
      REST,
      "heading “Aid” removed; 1 sentence removed",
    ],
    [
      "the first of many facts",
      "In 2019, 12 people of Velm saw 40 ships at 3 piers.",
      "In 2020, 19 people of Velm saw 50 ships at 4 piers.",
      "12 → 19 people of Velm saw; people of Velm saw 40 → 50 ships at … piers; 2 more facts changed; 1 sentence edited",
    ],
  ])("%s", (_, before, after, sentence) => {
    expect(gistOf(`${LINES}${before}\n`, `${LINES}${after}\n`)).toBe(sentence);
  });

  test.each([
    ["rows", `${TABLE}| West | 3 |\n| East | 4 |\n`, "rows “West” and “East” added"],
    [
      "many rows",
      `${TABLE}| West | 3 |\n| East | 4 |\n| Old | 5 |\n`,
      "rows “West”, “East” and 1 more added",
    ],
    ["a row without a name", `${TABLE}| 4711 | 3 |\n`, "1 row added"],
    ["items of a list", `${TABLE}\n- Ada Vik\n- Tom Lint\n`, "items “Ada Vik” and “Tom Lint” added"],
    ["an item that says more", `${TABLE}\n- Ada Vik: pilot.\n`, "1 sentence added"],
  ])("%s", (_, after, sentence) => {
    expect(gistOf(TABLE, after)).toBe(sentence);
    expect(gistOf(after, TABLE)).toBe(sentence.replace("added", "removed"));
  });

  test("a row that came for one of its name, as changed", () => {
    const table = (...rows: string[]) => story(`${LINES}| Pier | Of it |\n|---|---|\n${rows.join("\n")}\n`);
    const [before, after] = [table("| North | Boats. |"), table("| North | Ice. |", "| West | Nets. |")];
    const edits: Edit[] = [
      { edit: "removed", before: "North | Boats." },
      { edit: "added", after: "North | Ice." },
      { edit: "added", after: "West | Nets." },
    ];
    const told = namedEdits(edits, [before, after]).filter((clause) => clause !== "");
    expect(told).toEqual(["row “North” changed", "row “West” added"]);
  });

  test.each([
    ["member of the board", "chair of the board", "deck: “member of the board” → “chair of the board”"],
    ["member of the board", `chair of the board of ${"the port and of ".repeat(3)}the town`, "deck changed"],
  ])("a deck that changed from %j to %j", (before, after, sentence) => {
    const post = (deck: string) => `---\ntitle: Ada Vik\ndescription: ${deck}\n---\n\n${REST}\n`;
    expect(gistOf(post(before), post(after))).toBe(sentence);
  });

  test.each([
    [
      "fr",
      "L’incendie a tué 12 personnes.",
      "L’incendie a tué 19 personnes.",
      "L’incendie a tué 12 → 19 personnes; 1 sentence edited",
    ],
    [
      "de",
      "Der Brand tötete 12 Menschen.",
      "Der Brand tötete 19 Menschen.",
      "Der Brand tötete 12 → 19 Menschen; 1 sentence edited",
    ],
    [
      "es",
      "El fuego mató a 12 personas.",
      "El fuego mató a 19 personas.",
      "El fuego mató a 12 → 19 personas; 1 sentence edited",
    ],
    [
      "zh",
      "火灾造成十二人死亡。",
      "火灾造成十九人死亡。",
      "火灾造成 十二人 → 十九人 死亡; 1 sentence edited",
    ],
  ])("values in the language of the story (%s), the rest in English", (_, before, after, sentence) => {
    expect(gistOf(`# Velm\n\n${before}\n`, `# Velm\n\n${after}\n`)).toBe(sentence);
  });

  test.each([
    ["a heading in other letters", "## Aid for towns\n\n", "## Aid for Towns\n\n"],
    ["an address as a heading", "", "## post@velm.example\n\n"],
  ])("nothing of %s", (_, before, after) => {
    const gist = gistOf(`${LINES}${before}${REST}\n`, `${LINES}${after}${REST} ${SHIPS}\n`);
    expect(gist).toBe("1 sentence added");
  });

  test("no words where more than one place was edited", () => {
    const gist = gistOf(
      `${LINES}Each guest was told of the virus at dawn in the hall.\n`,
      `${LINES}Every guest was told of the vaccine at dawn in the hall.\n`,
    );
    expect(gist).toBe("1 sentence edited");
  });
});

describe("the subject of a revision whose headline is as before", () => {
  test.each([
    [
      "Mayor resigns",
      "The mayor of Velm will resign.",
      "The mayor of Velm will not resign.",
      "Now “The mayor of Velm will not resign” · Mayor resigns",
    ],
    [
      "Le maire démissionne",
      "Le maire de Velm va démissionner.",
      "Le maire de Velm ne va pas démissionner.",
      "Now “Le maire de Velm ne va pas démissionner”",
    ],
    [
      "El alcalde dimite",
      "El alcalde de Velm dimite el viernes.",
      "El alcalde de Velm no dimite el viernes.",
      "Now “El alcalde de Velm no dimite el viernes”",
    ],
    [
      "Il sindaco si dimette",
      "Il sindaco di Velm si dimette venerdì.",
      "Il sindaco di Velm non si dimette venerdì.",
      "Now “Il sindaco di Velm non si dimette venerdì”",
    ],
    [
      "Bürgermeister tritt zurück",
      "Der Bürgermeister von Velm tritt am Freitag zurück.",
      "Der Bürgermeister von Velm tritt am Freitag nicht zurück.",
      "Statement changed · Bürgermeister tritt zurück",
    ],
    [
      "Union accepts the offer",
      "The union has accepted the offer.",
      "The union has rejected the offer.",
      "The union has accepted → rejected the offer",
    ],
    [
      "Owner set the fire",
      "The owner allegedly set the fire.",
      "The owner set the fire.",
      "No longer “The owner allegedly set the fire”",
    ],
    [
      "Mayor resigns",
      "The mayor of Velm has resigned.",
      "The mayor of Velm has denied that she will resign.",
      "“resigned” → “denied that she will resign”",
    ],
    [
      "Ships leave",
      SHIPS,
      `${SHIPS}\n\nCorrection: An earlier version of this story named another harbour.`,
      "Corrected: Ships leave",
    ],
    // A claim of which the headline does not speak leaves the first place to the figure.
    [
      "Fire kills people",
      "The fire killed 12 people.\n\nThe mayor will resign.",
      "The fire killed 19 people.\n\nThe mayor will not resign.",
      "The fire killed 12 → 19 people",
    ],
    [
      "Ships leave",
      SHIPS,
      `${SHIPS} Two more sailed on Friday with the pilots.`,
      "“Two more sailed on Friday with the pilots”",
    ],
    [
      "Ships leave",
      SHIPS,
      `${SHIPS} Two more sailed on Friday with all of the pilots of the town and of the islands.`,
      "Ships leave: 1 sentence added",
    ],
    [
      "Ships leave",
      `${SHIPS}\n\n- Ada Vik\n- Tom Lint`,
      `${SHIPS}\n\n- Ada Vik\n- Ann Cole\n- Karim Moor`,
      "Ships leave: 2 sentences added",
    ],
    [
      "Ships leave",
      `${SHIPS}\n\n- Ada Vik\n- Tom Lint`,
      `${SHIPS}\n\n- Ada Vik\n- Tom Lint\n- Ann Cole\n- Karim Moor`,
      "“Ann Cole” and “Karim Moor” added · Ships leave",
    ],
  ])("%s: from “%s” to “%s”", (headline, before, after, expected) => {
    expect(subject(headline, before, after)).toMatch(
      new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
    );
  });
});
