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

describe("what a story says in other words is known, and what it does not say in them is found", () => {
  const inStory = (text: string, extra: Parameters<typeof makeStory>[1] = {}) =>
    makeStory([text], { lang: "en", headline: "", ...extra });

  test.each([
    [
      "We may lose 5 mln bucks by that.",
      "They may lose 5 million dollars.",
      "They may lose 6 million dollars.",
    ],
    ["It costs twelve euros and fifty cents.", "It costs 12.50 euros.", "It costs 12.60 euros."],
    ["It costs 3 pounds and 5 pence.", "It costs £3.05.", "It costs £3.50."],
    ["Prices rose by two point five percent.", "Prices rose by 2.5 percent.", "Prices rose by 2.6 percent."],
    ["They lost two point five million dollars.", "They lost $2.5 million.", "They lost $25 million."],
    [
      "Sales rose to $441.50.",
      "Sales rose to 441 dollars and 50 cents.",
      "Sales rose to 441 dollars and 5 cents.",
    ],
    ["Homes sold in the fourth quarter.", "Homes sold in 4Q.", "Homes sold in 3Q."],
    ["Homes sold in the first half.", "Homes sold in H1.", "Homes sold in H2."],
    ["Homes sold in the first half of the third quarter.", "Homes sold in Q3.", "Homes sold in H2."],
    ["The first homes sold in spring.", "Homes sold in spring.", "Homes sold in H1."],
    ["They met on All Saints’ Day.", "They met on 1 November.", "They met on 4 July."],
    ["They met on Independence Day.", "They met.", "They met on 4 July."],
    ["Homes sold in Q4.", "Homes sold in 4Q.", "Homes sold in 1Q."],
    ["It was sunny in LA.", "It was sunny in Los Angeles.", "It was sunny in Salt Lake."],
    ["The new ECGs and a CT were read.", "One ECG was read.", "One EEG was read."],
    ["They dug up 116 bodies.", "They dug up more than 100 bodies.", "They dug up fewer than 100 bodies."],
    ["They dug up 92 bodies.", "They dug up nearly 100 bodies.", "They dug up more than 100 bodies."],
    ["A loss of 5 million dollars.", "A loss of 5 million dollars.", "A loss of 10 million dollars."],
    ["1,187 people fled.", "About 1,200 people fled.", "1,200 people fled."],
    ["1,187,345 people fled.", "1.2 million people fled.", "1.3 million people fled."],
    ["The plan costs $999.", "The plan costs $999.", "The plan costs $1,000."],
    ["It is 20 years since the fire.", "It is the 20th anniversary.", "It is the 30th anniversary."],
    ["They met on Christmas Eve.", "They met on 24 December.", "They met on 25 December."],
    ["They meet on Thanksgiving.", "They meet on Thursday.", "They meet on Friday."],
    ["They met on 12 May 2025.", "They met on Monday.", "They met on Tuesday."],
  ])("%s", (text, known, unknown) => {
    expect(found(known, inStory(text))).toEqual([]);
    expect(found(unknown, inStory(text))).not.toEqual([]);
  });

  test.each([
    ["de", "Es kostet zwölf Euro und 50 Cent.", "Es kostet 12,50 Euro.", "Es kostet 12,40 Euro."],
    ["fr", "Il coûte 12 euros et 50 centimes.", "Il coûte 12,50 euros.", "Il coûte 12,40 euros."],
    ["es", "Cuesta 12 euros y 50 céntimos.", "Cuesta 12,50 euros.", "Cuesta 12,40 euros."],
    ["it", "Costa 12 euro e 50 centesimi.", "Costa 12,50 euro.", "Costa 12,40 euro."],
    [
      "de",
      "Mehr als 116 Tote wurden geborgen.",
      "Über 100 Tote wurden geborgen.",
      "Unter 100 Tote wurden geborgen.",
    ],
    [
      "fr",
      "Ils se voient à la Saint-Sylvestre.",
      "Ils se voient le 31 décembre.",
      "Ils se voient le 30 décembre.",
    ],
    [
      "de",
      "Man traf sich am Heiligabend.",
      "Man traf sich am 24. Dezember.",
      "Man traf sich am 26. Dezember.",
    ],
    ["fr", "Ils se voient au jour de l’an.", "Ils se voient le 1er janvier.", "Ils se voient le 2 janvier."],
    ["es", "Se vieron en Nochevieja.", "Se vieron el 31 de diciembre.", "Se vieron el 1 de enero."],
  ])("%s: %s", (lang, text, known, unknown) => {
    expect(found(known, inStory(text, { lang }))).toEqual([]);
    expect(found(unknown, inStory(text, { lang }))).not.toEqual([]);
  });

  test("today is the day of the story", () => {
    const story = inStory("The pier closed today.", { byline: "By Ada Holt, 12 May 2025" });
    expect(found("The pier closed on Monday.", story)).toEqual([]);
    expect(found("The pier closed on Sunday.", story)).toEqual(["date: Sunday"]);
  });

  test.each([
    [
      "en",
      "Ada asked whether or not the harbour fares rise soon.",
      "Ada asked whether harbour fares rise soon.",
    ],
    [
      "de",
      "Ada fragte, ob die Hafenpreise nun bald oder nicht bald steigen.",
      "Ada fragte, ob die Hafenpreise bald steigen.",
    ],
    [
      "fr",
      "Ada demande si oui ou non les tarifs du port montent.",
      "Ada demande si les tarifs du port montent.",
    ],
  ])("%s: a negation that leaves a question open denies nothing", (lang, text, summary) => {
    expect(found(summary, inStory(text, { lang }))).toEqual([]);
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
