import { describe, expect, test } from "vitest";
import { checkSummary } from "../../../../../functions/digest/summary/model/check-summary.ts";
import { verifyText } from "../../../../../functions/digest/summary/model/verify-text.ts";
import { makeStory } from "../../revision/make-story.ts";

const STORY = makeStory(
  [
    "The town of Velm closed its north pier on Monday, 12 May, after a storm that killed 14 people.",
    "Mayor Ada Holt said that repairs would cost $4.2 million, and that the fares will not rise.",
    "“We saw the tall flames from the hills,” said Piet Lohrmann of Orsk Lines, whose profits rose by 7 percent.",
    "The council approved the plan for a new bridge, and 1,187,345 tickets were sold in the third quarter.",
  ],
  { lang: "en", headline: "Pier closed in Velm" },
);
const found = (summary: string, story = STORY) =>
  checkSummary(story, summary).map(({ kind, words }) => `${kind}: ${words}`);

describe("a summary that says what its story says", () => {
  test.each([
    "Velm closed its north pier after a storm that killed 14 people.",
    "Fourteen people died in a storm, and the pier of Velm was closed on 12 May.",
    "Repairs will cost 4.2 million dollars, says Holt; fares will not rise.",
    "About 1.2 million tickets were sold in Q3.",
    "Lohrmann, of Orsk Lines, “saw the tall flames”.",
    "Two people spoke of the storm in Velm.",
    "",
  ])("%j: nothing is found", (summary) => {
    expect(found(summary)).toEqual([]);
  });
});

describe("what a story does not say is found", () => {
  test.each([
    ["Velm closed its pier after a storm that killed 41 people.", ["number: 41"]],
    ["Repairs of the pier in Velm will cost €4.2 million.", ["number: €4.2 million"]],
    ["The pier was closed on Friday.", ["date: Friday"]],
    ["The pier was closed on 13 May.", ["date: 13 May"]],
    ["The pier was closed, said mayor Ada Marr of the town.", ["name: Ada Marr"]],
    ["The pier was closed, said the company Karsk Shipping.", ["name: Karsk Shipping"]],
    [
      "Piet Lohrmann said: “We saw the small flames from the hills.”",
      ["quotation: We saw the small flames from the hills."],
    ],
    ["The council has not approved the plan for a new bridge.", ["polarity: not approved"]],
    ["The council rejected the plan for a new bridge.", ["polarity: rejected"]],
    ["The profits of Orsk Lines fell by 7 percent.", ["polarity: fell"]],
    ["Repairs would cost $4.2 million, and the fares will rise.", ["polarity: rise"]],
  ])("%s", (summary, expected) => {
    expect(found(summary)).toEqual(expected);
  });

  test("in German, French, Spanish and Russian", () => {
    const story = (text: string, lang: string) => makeStory([text], { lang, headline: "" });
    expect(
      found(
        "Der Brand in Velm tötete 13 Menschen.",
        story("Der Brand in Velm tötete 12 Menschen am Hafen der Stadt.", "de"),
      ),
    ).toEqual(["number: 13"]);
    expect(
      found(
        "Le maire n’a pas fermé le port de Velm.",
        story("Le maire a fermé le port de Velm lundi.", "fr"),
      ),
    ).toEqual(["polarity: pas fermé"]);
    expect(
      found(
        "El alcalde cerró el puerto el martes.",
        story("El alcalde cerró el puerto el lunes por la noche.", "es"),
      ),
    ).toEqual(["date: martes"]);
    expect(
      found("Пожар унёс жизни 15 человек.", story("Пожар в порту унёс жизни 12 человек.", "ru")),
    ).toEqual(["number: 15"]);
  });
});

test("places are offsets of the summary, direction controls included", () => {
  const summary = "The pier of Velm is closed.  The \u200fstorm killed \u206615\u2069 people and 16 boats.";
  const all = checkSummary(STORY, summary);
  expect(all.map(({ start, end }) => summary.slice(start, end))).toEqual(["15", "16"]);
  expect(all.map(({ words }) => words)).toEqual(["15", "16"]);
});

test("a long summary of names that a long story lacks is read in a second or two, not in minutes", {
  timeout: 20_000,
}, () => {
  const long = makeStory(
    Array.from({ length: 3_000 }, (_, at) => `The boat Velm${at} sank near Karsk${at} at night.`),
  );
  expect(checkSummary(long, "Orsk Marr Lund ".repeat(2_000)).length).toBeGreaterThan(0);
});

describe("a text that a model wrote", () => {
  const subject = { kind: "story", story: STORY } as const;

  test("is told by its sentences if nothing is found", () => {
    const text =
      "Velm closed its north pier after a storm that killed 14 people. The fares will not rise, its mayor said.";
    expect(verifyText(subject, `\n${text} `)).toEqual({
      sentences: [
        "Velm closed its north pier after a storm that killed 14 people.",
        "The fares will not rise, its mayor said.",
      ],
    });
  });

  const SOUND = "Velm closed its north pier after a storm.";
  test.each([
    ["a link", `${SOUND} See https://velm.example for more of it.`, "markup, a link or control characters"],
    [
      "an address without scheme",
      `${SOUND} See velm-news.com for more of it.`,
      "markup, a link or control characters",
    ],
    ["Markdown", `**Velm** closed its north pier after a storm.`, "markup, a link or control characters"],
    ["HTML", `<b>Velm</b> closed its north pier after a storm.`, "markup, a link or control characters"],
    ["a list", `- Velm closed its north pier after a storm.`, "markup, a link or control characters"],
    ["two paragraphs", `${SOUND}\n\n${SOUND}`, "markup, a link or control characters"],
    [
      "a hidden character",
      `${SOUND.slice(0, 5)}\u202e${SOUND.slice(5)}`,
      "markup, a link or control characters",
    ],
    ["four sentences", Array.from({ length: 4 }, () => SOUND).join(" "), "number of sentences"],
    ["nothing", " ", "number of sentences"],
    ["an introduction", "Here is the summary:", "not the form asked for"],
    ["too much", `${SOUND.slice(0, -1)}${" and after the storm".repeat(60)}.`, "too long"],
    ["100 kB", "x".repeat(100_000), "too long"],
    ["an open quotation", "Velm closed its “north pier after a storm.", "ends within a quotation"],
    [
      "another figure",
      "Velm closed its north pier after a storm that killed 15 people.",
      "says what the story does not",
    ],
  ])("with %s is refused", (_, text, refused) => {
    expect(verifyText(subject, text)).toEqual({ refused });
  });
});
