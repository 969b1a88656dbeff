import { describe, expect, it } from "vitest";
import { significanceOf } from "../../../../../functions/digest/changes/significance.ts";
import { type Terms, termsOf } from "../../../../../functions/digest/changes/terms/terms.ts";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../../functions/digest/story/story.ts";
import type { Story } from "../../../../../functions/digest/story/types.ts";

const SLOT = "2026-11-20T07:00:00Z";
const ENGLISH = "The harbour office of Velm runs the ferries to the islands. Most of the boats are old.";

function read(body: string): Story {
  const story = parseStory("ferry.txt", `Ferries of Velm\n\n${body}`);
  if (isUnreadable(story)) {
    throw new Error(`cannot read the story: ${story.unreadable}`);
  }
  return story;
}

function terms(before: string, after: string): Terms {
  const [a, b] = [read(before), read(after)];
  return termsOf(compareStories(a, b), { before: a, after: b, slot: SLOT });
}

describe("words of changed sentences", () => {
  it("counts those of a sentence that is new, without articles", () => {
    const { newWords, goneWords } = terms(ENGLISH, `${ENGLISH} The crew of a tug found cracks in the hull.`);
    expect({ newWords, goneWords }).toEqual({ newWords: 7, goneWords: 0 });
  });

  it("counts those of a sentence that is gone apart", () => {
    const { newWords, goneWords } = terms(`${ENGLISH} The crew of a tug found cracks in the hull.`, ENGLISH);
    expect({ newWords, goneWords }).toEqual({ newWords: 0, goneWords: 7 });
  });

  it("counts only what differs in an edited sentence", () => {
    const { newWords, goneWords } = terms(ENGLISH, ENGLISH.replace("are old", "are leaking"));
    expect({ newWords, goneWords }).toEqual({ newWords: 1, goneWords: 1 });
  });

  it("counts rows of tables apart", () => {
    const table = (rows: string) => `${ENGLISH}\n\nBoat | Berth | Year\nOrla | North | 1931\n${rows}`;
    const { newWords, rowWords } = terms(
      table("Karsk | South | 1940"),
      table("Karsk | South | 1940\nVelm | East | 1950"),
    );
    expect(newWords).toBe(0);
    expect(rowWords).toBeGreaterThan(0);
  });

  it.each([
    [
      "a letter of a script without spaces is half a word",
      "维尔姆的渡轮很旧。",
      "维尔姆的渡轮很旧。船员发现裂缝。",
      3,
    ],
    ["German", "Die Fähre ist alt.", "Die Fähre ist alt. Der Kapitän fand einen Riss im Rumpf.", 5],
    ["French", "Le bac est vieux.", "Le bac est vieux. Le capitaine a trouvé une fissure dans la coque.", 6],
    ["Spanish", "El barco es viejo.", "El barco es viejo. El capitán halló una grieta en el casco.", 5],
  ])("counts in other languages: %s", (_name, before, after, most) => {
    const { newWords } = terms(before, after);
    expect(newWords).toBeGreaterThan(0);
    expect(newWords).toBeLessThanOrEqual(most + 2);
  });
});

describe("what has no weight", () => {
  it.each([
    ["a plural", ENGLISH.replace("Most of the boats", "Most of the boat")],
    ["an article", ENGLISH.replace("Most of the boats", "Most of those boats")],
    ["a web address", ENGLISH.replace("old.", "old: https://velm.example/boats.")],
    ["a comma", ENGLISH.replace("Velm runs", "Velm, runs")],
    ["capitals", ENGLISH.replace("harbour office", "Harbour Office")],
    ["a word said twice", ENGLISH.replace("to the islands", "to to the islands")],
    ["two sentences that changed places", ENGLISH.split(". ").toReversed().join(". ")],
  ])("%s", (_name, after) => {
    expect(significanceOf(terms(ENGLISH, after))).toBe(0);
  });

  it("a word that is spelled right", () => {
    const wrong = `${ENGLISH} The habour of Orsk is small.`;
    const spelled = terms(wrong, wrong.replace("habour", "harbour"));
    expect({ ...spelled, points: significanceOf(spelled) }).toMatchObject({ spellings: 1, points: 0 });
  });
});

describe("what has weight, though little of the text changed", () => {
  it.each([
    ["a negation", "The ferry must sail in storms.", "The ferry must not sail in storms."],
    ["another word", "The virus did no harm to them.", "The vaccine did no harm to them."],
    ["a bound", "More than half of the boats leak.", "Nearly half of the boats leak."],
    ["a member of a list that went", "Ferries, tugs and barges may sail.", "Ferries and barges may sail."],
    ["a short sentence that went", "The ferry sails daily. Not on Sundays.", "The ferry sails daily."],
    ["a German negation", "Die Fähre darf bei Sturm fahren.", "Die Fähre darf bei Sturm nicht fahren."],
    ["a Polish negation", "Prom może płynąć podczas burzy.", "Prom nie może płynąć podczas burzy."],
    ["Austria → Australia", "The boat was built in Austria.", "The boat was built in Australia."],
    ["legal → illegal", "It is legal to fish here.", "It is illegal to fish here."],
    ["a telephone number", "Call 0800 555 0199 for help.", "Call 0800 555 0123 for help."],
    ["an e-mail address", "Write to boats@velm.example now.", "Write to ferries@velm.example now."],
    ["a version", "Install tides 2.4.1 first.", "Install tides 2.4.2 first."],
    ["a date", "Apply until 30 November 2026.", "Apply until 31 January 2027."],
  ])("%s", (_name, before, after) => {
    expect(significanceOf(terms(`${ENGLISH} ${before}`, `${ENGLISH} ${after}`))).toBeGreaterThanOrEqual(0.8);
  });
});

describe("values", () => {
  it("counts facts, and numbers of new sentences", () => {
    expect(terms(ENGLISH, `${ENGLISH} It has 12 boats and 40 sailors.`)).toMatchObject({
      values: 2,
      goneNumbers: 0,
    });
    expect(terms(`${ENGLISH} It has 12 boats.`, ENGLISH)).toMatchObject({ values: 0, goneNumbers: 1 });
  });

  it("sees a number take the place of another where sentences of one form came and went", () => {
    const sentence = (n: number, more: string) => `${ENGLISH} ${more} carried ${n} people to the islands.`;
    const { values } = terms(
      sentence(56, "On Monday, in rain and fog, the Orla"),
      sentence(70, "By dawn the small Karsk"),
    );
    expect(values).toBeGreaterThan(0);
  });

  it("counts no number that only stands elsewhere in its sentence", () => {
    const { values, goneNumbers } = terms(
      `${ENGLISH} On Monday 12 boats sailed.`,
      `${ENGLISH} 12 boats sailed on Monday.`,
    );
    expect({ values, goneNumbers }).toEqual({ values: 0, goneNumbers: 0 });
  });
});

describe("texts that are too long to be read", () => {
  it("weighs what is not read by its length", () => {
    const long = (word: string) => `${ENGLISH} ${`${word} `.repeat(40_000)}`;
    const { newWords, goneWords } = terms(long("ferry"), long("barge"));
    expect(newWords).toBeGreaterThan(10_000);
    expect(goneWords).toBeGreaterThan(10_000);
  });

  it("weighs code as tables", () => {
    const story = (command: string) =>
      parseStory("a.md", `# Tides\n\n${ENGLISH}\n\n\`\`\`\n${command} now\n\`\`\`\n`);
    const [before, after] = [story("install tides"), story("remove tides")];
    if (isUnreadable(before) || isUnreadable(after)) {
      throw new Error("cannot read the story");
    }
    const { newWords, rowWords } = termsOf(compareStories(before, after), { before, after, slot: SLOT });
    expect({ newWords, rowWords }).toEqual({ newWords: 0, rowWords: 2 });
  });
});

describe("days, notes and status", () => {
  it("names the day near the edition that the story did not name", () => {
    expect(terms(ENGLISH, `${ENGLISH} One sank on 19 November.`).nearDay).toBe("2026-11-19");
    expect(terms(ENGLISH, `${ENGLISH} One sank on 19 May.`).nearDay).toBeUndefined();
  });

  it("tells a correction that came from one that was there", () => {
    const note = "Correction: the boats are not old.";
    expect(terms(ENGLISH, `${ENGLISH}\n\n${note}`).note).toBe("correction");
    expect(
      terms(`${ENGLISH}\n\n${note}`, `${ENGLISH}\n\nCorrection: the boats are not very old.`).note,
    ).toBeUndefined();
    expect(terms(`${ENGLISH}\n\n${note}`, ENGLISH).note).toBeUndefined();
  });
});

describe("what says nothing new", () => {
  const LINE = "The crew of a tug found cracks in the hull.";

  it.each([
    ["a sentence that comes a second time", `${ENGLISH} ${LINE}`, `${LINE} ${ENGLISH} ${LINE}`],
    ["one of two that goes", `${LINE} ${ENGLISH} ${LINE}`, `${ENGLISH} ${LINE}`],
    [
      "a text that stood there twice",
      `${ENGLISH}\n\n${LINE}\n\n${ENGLISH}\n\n${LINE}`,
      `${ENGLISH}\n\n${LINE}`,
    ],
  ])("%s", (_, before, after) => {
    expect(significanceOf(terms(before, after))).toBe(0);
  });

  it.each([
    ["one with another word", `${ENGLISH} ${LINE}`, `${ENGLISH} ${LINE} ${LINE.replace("hull", "mast")}`],
    ["the last that goes", `${ENGLISH} ${LINE}`, ENGLISH],
  ])("but not %s", (_, before, after) => {
    expect(significanceOf(terms(before, after))).toBeGreaterThan(0);
  });
});

describe("a day near the edition", () => {
  it.each([
    ["en", "19 November 2026"],
    ["en", "Thursday 19 November 2026:"],
    ["fr", "19 novembre 2026"],
    ["de", "19. November 2026"],
    ["es", "19 de noviembre de 2026"],
  ])("is none where it stands alone, as over an entry (%s): %s", (_, day) => {
    expect(terms(ENGLISH, `${ENGLISH}\n\n${day}\n\nThe tug was sold.`).nearDay).toBeUndefined();
  });

  it.each(["Deadline: 19 November 2026", "The tug sails on 19 November.", "Strike: 19 November, all day"])(
    "is one where it says what for: %s",
    (line) => {
      expect(terms(ENGLISH, `${ENGLISH}\n\n${line}\n\nThe tug was sold.`).nearDay).toBe("2026-11-19");
    },
  );
});

it("counts numbers of a row as its words", () => {
  const table = (rows: string) => `${ENGLISH}\n\nBoat | Berth | Year\nOrla | 4 | 1931\n${rows}`;
  const { values, goneNumbers, rowWords } = terms(
    table("Karsk | 7 | 1940"),
    table("Karsk | 7 | 1940\nVelm | 9 | 1950"),
  );
  expect({ values, goneNumbers }).toEqual({ values: 0, goneNumbers: 0 });
  expect(rowWords).toBe(3);
});
