import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";
import { summariseRevision } from "../../../../functions/digest/summary/revised.ts";
import { summarise } from "../../../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../../../functions/digest/text/sentences/sentences.ts";
import { fc } from "../../../support/laws.ts";
import { body } from "../revision/arbitraries.ts";
import { makeStory } from "../revision/make-story.ts";

const lead = "A fire in the harbour of Oslo killed 12 people on Monday and closed the quay to all ships.";
const cause = "The fire began in a warehouse full of paint and spread along the quay within minutes.";
const follow = "It took sixty firefighters the whole night to bring the flames under control.";
const ships = "Nine ships with timber and fish were sent to other ports while the quay is closed.";
const market = "Opinions differ at the market.";
const school = "The school above the harbour stays closed until the air has been tested again.";
const story = makeStory([`${lead} ${cause}`, `${follow} ${ships}`, market, school]);

/** Whether the summary consists of sentences of the story, in its order. */
function isExtract(summary: readonly string[], sentences: readonly string[]): boolean {
  let from = 0;
  return summary.every((sentence) => {
    const at = sentences.indexOf(sentence, from);
    from = at + 1;
    return at >= 0;
  });
}

function differentWords(lines: number, words: number): string {
  const line = (from: number) => Array.from({ length: words }, (_, n) => `w${from + n}`).join(" ");
  return Array.from({ length: lines }, (_, n) => `${line(n * words)}.`).join("\n");
}

function markdown(text: string): Story | undefined {
  const story = parseStory("fire.md", Buffer.from(`# Fire in Oslo\n\n${text}`));
  return isUnreadable(story) ? undefined : story;
}

describe("summarise", () => {
  test("opens with the lead of a plain news story", () => {
    expect(summarise(story)[0]).toBe(lead);
    expect(summarise(story)).toHaveLength(2);
  });

  test("never takes a sentence that depends on one it leaves out", () => {
    const orphan = makeStory([lead, market, "It was the worst fire in the harbour of Oslo and of the quay."]);
    expect(summarise(orphan, 2).at(-1)).not.toMatch(/^It /);
  });

  test("takes no question whose answer it leaves out, and no answer without its question", () => {
    const asked = "Why does the harbour of Oslo keep its old paint in a warehouse on the quay?";
    const answer = "The office of the harbour says that there is a very old reason for this.";
    expect(summarise(makeStory([`${asked} ${answer}`, lead]))).toEqual([lead]);
    expect(summarise(makeStory([`${lead} ${asked} Nobody knows.`]))).toEqual([lead]);
    expect(summarise(makeStory([asked]))).toEqual([asked]);
  });

  test.each([
    "Hello friends of the old harbour of Oslo!",
    "We truly hope that you and your families are keeping well.",
    "Wir hoffen, dass ihr alle gesund seid.",
    "Nous espérons que vous et les vôtres allez bien.",
    "Esperamos que todos ustedes se encuentren muy bien.",
    "Thank you for inviting me to the old quay of Oslo again.",
    "We apologise for the late news from the quay of Oslo this time.",
    "Vielen Dank an alle Helfer am alten Kai von Oslo für ihre Arbeit.",
    "(In the old days there was no quay in the harbour of Oslo at all.)",
    "In this post we look at the harbour of Oslo and at its old quay again.",
    "The audience for this section is pilots who come to the harbour of Oslo.",
  ])("takes no courtesy, and nothing about the text: %s", (sentence) => {
    expect(summarise(makeStory([sentence, lead, ships]))).toEqual([lead, ships]);
  });

  test("looks below the first heading if there are only questions above it", () => {
    const text = `Why did Oslo burn? Who is to blame?\n\n## Cause\n\n${cause}\n`;
    const asked = markdown(text);
    expect(asked && summarise(asked)).toEqual([cause]);
  });

  test("takes a long line in title case for a title, and thanks to somebody for a cause", () => {
    const title =
      "Joint Segment On Harbours At Oslo's Great Debates Of 2031 – Long Speech By Second Minister For Ports Ada Holt At The Hall: Energy Reset";
    const thanks = "Thanks to the new gate, boats can now come to the quay of Oslo at any time.";
    expect(summarise(makeStory([title, lead, thanks]))).toEqual([lead, thanks]);
  });

  test("takes a wish for a fact if it tells one", () => {
    const told = "We hope that you are able to use the old quay of Oslo again in the spring.";
    expect(summarise(makeStory([told, lead]))).toEqual([told, lead]);
  });

  test("takes a line that an emoji ends for a sentence", () => {
    const open = "The old quay of Oslo is open again to all ships and boats 🎉";
    expect(summarise(makeStory([open, ships]))).toEqual([open, ships]);
  });

  test("takes no sentence that speaks of an item of the list before it, while there is another", () => {
    const firm = "This firm was chosen by the office of the harbour for its cheap and good paint.";
    const due = "Offers for the new warehouse may be sent to the office until the 12th of May.";
    const text = (more: string) => `The following firm was chosen:\n\n- Vik & Sons\n\n${firm}\n\n${more}\n`;
    const [both, alone] = [text(due), text("")].map(markdown);
    expect(both && summarise(both)).toEqual([due]);
    expect(alone && summarise(alone)).toEqual([firm]);
  });

  test.each(["+", "→", "->", "=>", "»"])("takes no note behind %s while there is a sentence", (mark) => {
    const note = `${mark} the harbour of Oslo asks all its readers for more money after the fire.`;
    expect(summarise(makeStory([note, lead, market]))).toEqual([lead, market]);
  });

  test("takes no sentence that only sends readers elsewhere, or to what follows, while there is another", () => {
    const [first, next] = ["For more, see the page of the harbour of Oslo and of its old quay.", lead];
    expect(summarise(makeStory([first, next, market]))).toEqual([lead, market]);
    expect(summarise(makeStory([first]))).toEqual([first]);
  });

  test("is empty where nothing is said but what follows", () => {
    expect(summarise(makeStory(["Attendees:", "Anwesend:", "Absents :"]))).toEqual([]);
  });

  test.each(["((1.", "2.3.", "— 12 —"])("takes no mark or number alone: %s", (mark) => {
    expect(summarise(makeStory([mark, lead]))).toEqual([lead]);
  });

  test("takes no code of templates", () => {
    const code =
      '<% piers = site.piers.select { |p| p.open and p.name != "Selby" } %> and all the other piers too.';
    expect(summarise(makeStory([code, lead]))).toEqual([lead]);
  });

  test("leaves out the numbers of paragraphs that are numbered on", () => {
    const numbered = [lead, market, school].map((sentence, n) => `${n + 1} ${sentence}`);
    expect(summarise(makeStory(numbered), 3)).toEqual([lead, market, school]);
    expect(summarise(makeStory([lead, `12 ${market}`, school]), 3)[1]).toBe(`12 ${market}`);
  });

  test("is empty for a story without sentences, and whole for a short one", () => {
    expect(summarise(makeStory([]))).toEqual([]);
    expect(summarise(makeStory([lead]), 3)).toEqual([lead]);
  });

  test("considers only the first two hundred sentences", () => {
    const many = Array.from({ length: 200 }, (_, n) => `Sentence number ${n} is about onions in sacks.`);
    const late = makeStory([...many, lead]);
    expect(summarise(late, 5)).not.toContain(lead);
  });

  test("never takes a line like a headline, a sub-heading or the introduction of a list", () => {
    const lines = [
      "Fire In The Harbour Of Oslo: What Is Next For Its Quay?",
      "The harbour of Oslo after the fire",
    ];
    const story = makeStory([
      ...lines,
      lead,
      "The council of Oslo wants three things after the fire:",
      market,
      school,
    ]);
    expect(summarise(story, 9)).toEqual([lead, market, school]);
  });

  test("never takes a line that was parsed as a sub-heading", () => {
    const heading = "The quay of Oslo and the fire in its harbour.";
    expect(summarise(makeStory([heading, lead, school], { headings: [0] }), 3)).toEqual([lead, school]);
  });

  test("takes nothing from under a sub-heading once there is a lead", () => {
    const story = makeStory([lead, "What comes next for the quay", school], { headings: [1] });
    expect(summarise(story, 3)).toEqual([lead]);
    expect(summarise(makeStory([market, "What comes next", school], { headings: [1] }), 1)).toEqual([school]);
  });

  test("takes nothing from the middle of a paragraph whose beginning it leaves out", () => {
    const late = makeStory([lead, `Nobody was hurt. ${ships}`, school]);
    expect(summarise(late, 2)).toEqual([lead, school]);
  });

  test("leaves out where the story was published first", () => {
    const note = "This post originally appeared on the website of the harbour of Oslo.";
    expect(summarise(makeStory([note, lead, school]), 2)).toEqual([lead, school]);
  });

  test.each([
    "Special thanks to Ann Cole for this picture!",
    "Photo by Ann Cole, Tom Vik, the harbour of Oslo (CC BY 4.0).",
    "Titelbild von Ann Cole, aufgenommen am Hafen von Oslo im Winter.",
    "This post is part of a series on the harbour, of which this is the first.",
    "Hello there, welcome to the first weekly report of the harbour!",
    "Welcome to another edition in our series on the people of the harbour.",
    "Contact: Ann Cole, harbour office of Oslo, telephone 01 23 45 67 on all days.",
    "Kontakt: Ann Cole, Hafenamt von Oslo, Telefon 01 23 45 67 an allen Tagen.",
  ])("leaves out what stands beside the text: %s", (beside) => {
    expect(summarise(makeStory([beside, lead, school]), 2)).toEqual([lead, school]);
    expect(summarise(makeStory([lead, beside, school]), 2)).toEqual([lead, school]);
  });

  test("ends before a list of those of whom the rest tells", () => {
    const head = "On Monday the office of the harbour fined three captains for the fire as follows:";
    const members = [
      "i. Tom Vik, captain",
      "12 counts of leaving paint on the quay, which the law forbids to all.",
    ];
    expect(summarise(makeStory([lead, head, ...members, school]), 2)).toEqual([lead]);
  });

  test("prefers the story's own words to a quotation set off", () => {
    const quoted = markdown(
      `${lead}\n\n> Just ran the numbers of the harbour, and half of it is gone.\n\n${school}\n`,
    );
    expect(quoted && summarise(quoted, 2)).toEqual([lead, school]);
  });

  test("reads a numbered paragraph set in far, which Markdown takes for code", () => {
    const numbered = markdown(`1.      ${lead}\n\n2.      ${cause}\n`);
    expect(numbered && summarise(numbered, 2)).toEqual([lead, cause]);
  });

  test.each(["1. ", "Tl;dr: "])("opens without the mark %j", (mark) => {
    const long = `${lead.slice(0, -1)} for weeks to come, as the office says.`;
    expect(summarise(makeStory([`${mark}${long}`, school]), 1)).toEqual([long]);
  });

  test("takes numbered paragraphs for sentences of the story", () => {
    const first = `${lead.slice(0, -1)} for weeks to come.`;
    const items = [
      `1. ${first}`,
      `2. ${school} Nobody knows when that will be, as the town has no experts of its own.`,
    ];
    const story = markdown(
      `${items.join("\n")}\n\nAnnex: Map of the harbour of Oslo and of its quay as they were before the fire.\n`,
    );
    expect(story && summarise(story, 1)).toEqual([first]);
  });

  test.each(["Last updated at 2:18 PM on 30 December 2011.", "Published: 30 December 2011, 14:18."])(
    "leaves out the stamp of a page: %s",
    (stamp) => {
      expect(summarise(makeStory([stamp, lead, school]), 2)).toEqual([lead, school]);
    },
  );

  test("opens with a short sentence if it is the first of the story", () => {
    const short = "The quay of Oslo reopens on Friday.";
    expect(summarise(makeStory([short, school, lead]), 2)).toEqual([short, school]);
    expect(summarise(makeStory(["Who paid for the quay?", school, lead]), 2)).toEqual([school, lead]);
  });

  test("opens with a short sentence if the full one after it needs it", () => {
    const short = "The quay of Oslo reopens.";
    expect(
      summarise(makeStory([`${short} It had been closed for a year after the fire in the harbour.`])),
    ).toEqual([short, "It had been closed for a year after the fire in the harbour."]);
    expect(
      summarise(makeStory(["Ada Holt.", "It had been closed for a year after the fire.", lead]), 1),
    ).toEqual([lead]);
  });

  test.each([
    ["en", "The two owners deny it and want to see the report of the fire brigade."],
    ["en", "The report also claims that nobody had looked after the paint in years."],
    ["en", "The same thing had happened in Bergen a year before the fire in Oslo."],
    ["fr", "Les deux propriétaires le nient et veulent voir le rapport des pompiers."],
    ["de", "Die beiden Besitzer bestreiten das und verlangen den Bericht der Feuerwehr."],
    ["es", "Los dos propietarios lo niegan y quieren ver el informe de los bomberos."],
  ])("takes no sentence (%s) that speaks of something that only those left out name", (_, sentence) => {
    expect(summarise(makeStory([market, sentence, lead]), 1)).toEqual([lead]);
  });

  test("takes what speaks of something by “the” only if it was named", () => {
    const aside = "Was it a lamp?";
    const told = "The warehouse had been empty since the spring of the year before.";
    const cut = "A warehouse burned.";
    expect(summarise(makeStory([cut, aside, told, lead]), 1)).toEqual([lead]);
    expect(summarise(makeStory([aside, told, lead]), 1)).toEqual([told]);
  });

  test("takes list items only if there is no other sentence", () => {
    const list = "1. Repairs: The harbour of Oslo rebuilds the quay that the fire destroyed.";
    expect(summarise(makeStory([list, lead, cause]), 2)).toEqual([lead, cause]);
    expect(summarise(makeStory([list, lead]), 2)).toEqual([lead]);
    expect(summarise(makeStory([list]), 2)).toEqual([list]);
  });

  test("takes headings from a text of nothing else", () => {
    const lines = ["The harbour of Oslo after the fire", "What comes next for the quay"];
    expect(summarise(makeStory(lines), 1)).toHaveLength(1);
  });

  test("starts counting at the lead, whatever fragments precede it", () => {
    const fragments = ["By .", "Oslo .", "Updated: .", "Tuesday .", "| .", "Photo ."];
    const bare = makeStory([lead, cause, ships, school]);
    expect(summarise(makeStory([...fragments, ...bare.paragraphs]), 3)).toEqual(summarise(bare, 3));
  });

  test.each([
    ["one line of 10,000 words", "word ".repeat(10_000).trim()],
    ["100,000 brackets", "(".repeat(100_000)],
    ["only emoji", "🔥".repeat(50_000)],
    ["a single letter", "â".repeat(100_000)],
    ["stops and spaces", ". ".repeat(50_000)],
    ["quotation marks", "“".repeat(100_000)],
    ["one word of an unspaced script", "港口".repeat(50_000)],
    ["200 lines of 1,000 different words", differentWords(200, 1_000)],
  ])(
    "summarises %s in bounded time",
    (_, text) => {
      expect(summarise(makeStory(text.split("\n"))).length).toBeLessThanOrEqual(2);
    },
    10_000,
  );

  test("returns sentences of the story, in its order, at most as many as asked for", () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 4 }), (paragraphs, count) => {
        const sentences = paragraphs.flatMap(splitSentences);
        const summary = summarise(makeStory(paragraphs), count);
        expect(summary.length).toBeLessThanOrEqual(count);
        expect(isExtract(summary, sentences)).toBe(true);
      }),
      { seed: 12 },
    );
  });
});

describe("summariseRevision", () => {
  const added = "Police arrested the owner of the warehouse on Wednesday and seized his books.";

  test("reports an added sentence", () => {
    const revision = compareStories(story, makeStory([...story.paragraphs, added]));
    expect(summariseRevision(revision)).toEqual([added]);
  });

  test("prefers a sentence with a new figure to one that is only worded otherwise", () => {
    const after = makeStory([
      `${lead.replace("12", "19")} ${cause.replace("began", "started")}`,
      `${follow} ${ships.replace("sent", "led")}`,
      market,
      school,
    ]);
    expect(summariseRevision(compareStories(story, after), { sentences: 1 })).toEqual([
      lead.replace("12", "19"),
    ]);
  });

  test("is empty if nothing was added or changed", () => {
    const after = makeStory(story.paragraphs.slice(0, 2));
    expect(summariseRevision(compareStories(story, after))).toEqual([]);
  });

  test.each([
    "See the page of the harbour office for more of it.",
    "Voir aussi la page du bureau du port.",
    "Weitere Informationen gibt das Hafenamt.",
  ])("says nothing of a sentence that only sends readers elsewhere: %s", (pointer) => {
    expect(summariseRevision(compareStories(story, makeStory([...story.paragraphs, pointer])))).toEqual([]);
  });

  test("prefers a sentence to the rest of one, which an item of a list may be", () => {
    const rest = "not be asked to pay for the fire in the harbour of Oslo by the council.";
    const told = (...more: string[]) =>
      summariseRevision(compareStories(story, makeStory([...story.paragraphs, ...more])));
    expect(told(rest, added)).toEqual([added]);
    expect(told(rest)).toEqual([rest]);
  });

  test("finds a change after the first two hundred sentences", () => {
    const many = Array.from({ length: 220 }, (_, n) => `Sentence number ${n} is about onions in sacks.`);
    const revision = compareStories(makeStory(many), makeStory([...many, added]));
    expect(summariseRevision(revision)).toEqual([added]);
  });

  test("does not report an added sub-heading", () => {
    const after = makeStory([...story.paragraphs, "The harbour of Oslo after the fire"]);
    expect(summariseRevision(compareStories(story, after))).toEqual([]);
  });

  test.each([
    ["code", "```\nconst quay = openQuay('Oslo', { ships: 12, isClosed: true });\n```"],
    ["code without a fence", "    const quay = openQuay('Oslo', { ships: 12, isClosed: true });"],
    ["a table", "| Port | Ships that were sent there on Monday |\n|---|---|\n| Drammen | Nine of them. |"],
    ["a heading", "## The harbour of Oslo and its quay were closed on Monday."],
  ])("takes no sentence from %s", (_, block) => {
    const text = `${lead} ${cause}\n\n${follow}\n`;
    const [before, after] = [text, `${text}\n${block}\n\n${ships}\n`].map(markdown);
    if (before === undefined || after === undefined) {
      throw new Error("the stories cannot be read");
    }
    const revision = compareStories(before, after);
    expect(revision.edits.filter(({ edit }) => edit === "added").length).toBeGreaterThan(1);
    expect(summariseRevision(revision, { sentences: 3, after })).toEqual([ships]);
  });

  test("returns sentences of the current story, in its order", () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const revision = compareStories(makeStory(before), makeStory(after));
        expect(isExtract(summariseRevision(revision), after.flatMap(splitSentences))).toBe(true);
      }),
      { seed: 13 },
    );
  });
});
