import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import type { Edit } from "../../../../functions/digest/revision/types.ts";
import type { Story } from "../../../../functions/digest/story/types.ts";
import { fc } from "../../../support/laws.ts";
import { body } from "./arbitraries.ts";
import { makeStory } from "./make-story.ts";

const lead = "A fire in the harbour killed 12 people on Monday, the mayor said.";
const cause = "It began in a warehouse full of paint and spread along the quay within minutes.";
const quote = "“We have never seen such smoke,” said Ada Holt, who lives above the fish market.";
const school = "The school nearby stays closed until the air has been tested.";
const before = makeStory([`${lead} ${cause}`, quote, school]);

const edited = (paragraphs: readonly string[], overrides: Partial<Story> = {}) =>
  compareStories(before, makeStory(paragraphs, overrides));

describe("compareStories classifies", () => {
  test.each<[string, Story, string, readonly string[] | undefined]>([
    ["the same text", before, "cosmetic", undefined],
    [
      "different quotation marks",
      makeStory([`${lead} ${cause}`, quote.replace("“", '"').replace("”", '"'), school]),
      "cosmetic",
      ["typography"],
    ],
    [
      "different paragraph breaks",
      makeStory([`${lead} ${cause} ${quote}`, school]),
      "cosmetic",
      ["white space"],
    ],
    ["different case", makeStory([`${lead} ${cause}`, quote, school.toUpperCase()]), "cosmetic", ["case"]],
    [
      "a share bar",
      makeStory(before.paragraphs, { boilerplate: ["Share this"], hash: "2" }),
      "cosmetic",
      ["boilerplate"],
    ],
    [
      "a repaired encoding",
      makeStory(before.paragraphs, { repairs: 4, hash: "2" }),
      "cosmetic",
      ["encoding"],
    ],
    [
      "a different byte encoding",
      makeStory(before.paragraphs, { encoding: "windows-1252" }),
      "cosmetic",
      ["encoding"],
    ],
    [
      "different bytes that decode to the same text",
      makeStory(before.paragraphs, { hash: "2" }),
      "cosmetic",
      ["encoding"],
    ],
    [
      "blank lines",
      makeStory(before.paragraphs, { text: `${before.text}\n\n`, hash: "2" }),
      "cosmetic",
      ["white space"],
    ],
    [
      "different wording",
      makeStory([`${lead} ${cause.replace("began", "started")}`, quote, school]),
      "minor",
      undefined,
    ],
    ["a moved sentence", makeStory([`${lead} ${cause}`, school, quote]), "minor", undefined],
    ["a different byline", makeStory(before.paragraphs, { byline: "By Ines Vik" }), "minor", undefined],
    [
      "a different line under the headline",
      makeStory(before.paragraphs, { deck: "Harbor to stay closed" }),
      "minor",
      undefined,
    ],
    [
      "a different figure",
      makeStory([`${lead.replace("12", "19")} ${cause}`, quote, school]),
      "substantive",
      undefined,
    ],
    [
      "a new sentence",
      makeStory([`${lead} ${cause}`, quote, school, "Two ferries were cancelled."]),
      "substantive",
      undefined,
    ],
    ["a removed sentence", makeStory([`${lead} ${cause}`, quote]), "substantive", undefined],
    [
      "a different headline",
      makeStory(before.paragraphs, { headline: "Blaze at the quay" }),
      "substantive",
      undefined,
    ],
    [
      "a different text",
      makeStory([
        "Onions cost twice as much as last spring.",
        "Growers blame the rain, and traders the growers.",
      ]),
      "rewritten",
      undefined,
    ],
  ])("%s", (_, after, kind, reasons) => {
    const revision = compareStories(before, after);
    expect(revision.kind).toBe(kind);
    expect(revision.cosmetic).toEqual(reasons);
  });
});

describe("a deck is reported", () => {
  const decked = (deck?: string) => makeStory(before.paragraphs, deck === undefined ? {} : { deck });

  test.each<[string, string | undefined, string | undefined, object]>([
    ["that came", undefined, "Quay stays shut", { before: "", after: "Quay stays shut" }],
    ["that went", "Quay stays shut", undefined, { before: "Quay stays shut", after: "" }],
    [
      "that was reworded",
      "The ferry waits",
      "The boat waits",
      { before: "The ferry waits", after: "The boat waits" },
    ],
  ])("%s", (_, from, to, deckChange) => {
    expect(compareStories(decked(from), decked(to))).toMatchObject({ deckChange, facts: [], kind: "minor" });
  });

  test("with its fact where it has one", () => {
    const { facts, deckChange } = compareStories(
      decked("The quay shuts for 3 days"),
      decked("The quay shuts for 5 days"),
    );
    expect(facts).toMatchObject([{ kind: "number", before: "3 days", after: "5 days" }]);
    expect(deckChange).toBeDefined();
  });

  test("not where only its marks changed", () => {
    expect(compareStories(decked("“Shut”"), decked('"Shut"')).deckChange).toBeUndefined();
  });
});

describe("compareStories", () => {
  test("reports a changed figure as one fact and one inline diff", () => {
    const revision = edited([`${lead.replace("12", "19")} ${cause}`, quote, school]);
    expect(revision.facts).toEqual([
      {
        kind: "number",
        before: "12",
        after: "19",
        around: expect.objectContaining({ tail: expect.stringMatching(/^people/) }),
      },
    ]);
    expect(revision.counts).toEqual({
      before: 4,
      after: 4,
      kept: 3,
      edited: 1,
      added: 0,
      removed: 0,
      moved: 0,
    });
    expect(revision.edits[0]).toMatchObject({
      edit: "edited",
      words: expect.arrayContaining([
        { type: "removed", text: "12" },
        { type: "added", text: "19" },
      ]),
    });
  });

  test("puts a removed sentence in its old position and a moved one in its new position", () => {
    const revision = edited([lead, school, quote]);
    expect(revision.edits.map(({ edit }) => edit)).toEqual(["kept", "removed", "moved", "kept"]);
    expect(revision.edits[1]).toEqual({ edit: "removed", before: cause });
  });

  test("reports the old and new position of a moved sentence", () => {
    const revision = edited([school, lead, cause, quote]);
    expect(revision.edits[0]).toEqual({ edit: "moved", before: school, after: school, from: 3, to: 0 });
  });

  test("reports a headline change only if a headline was given", () => {
    const derived = { headlineSource: "derived" } as const;
    const a = makeStory([lead], { ...derived, headline: "A fire in the harbour" });
    const b = makeStory([lead], { ...derived, headline: "Harbour fire kills 12" });
    expect(compareStories(a, b).headlineChange).toBeUndefined();
    expect(compareStories(a, { ...b, headlineSource: "given" }).headlineChange).toEqual({
      before: "A fire in the harbour",
      after: "Harbour fire kills 12",
    });
  });

  test("calls a revision cosmetic if only white space changed how the text was parsed", () => {
    const [first, second] = [`${lead}\n${cause}`, `${lead}\n\n${cause}`];
    const a = makeStory([lead, cause], { text: first, headline: "A fire", headlineSource: "derived" });
    const b = makeStory([cause], { text: second, headline: lead });
    expect(compareStories(a, b)).toMatchObject({ kind: "cosmetic", cosmetic: ["white space"] });
  });

  test("does not trust a text that lacks its own parts", () => {
    const a = makeStory([lead], { text: "" });
    const b = makeStory([lead.replace("12", "19")], { text: "" });
    expect(compareStories(a, b).kind).toBe("substantive");
  });

  test("reports a changed dateline, so that every revision has something to show", () => {
    const revision = compareStories(
      makeStory([lead], { dateline: "OSLO (Wire)" }),
      makeStory([lead], { dateline: "BERGEN (Wire)" }),
    );
    expect(revision.facts).toEqual([
      { kind: "name", before: "OSLO (Wire)", after: "BERGEN (Wire)", context: "dateline" },
    ]);
  });

  test.each([
    ["cs", "Velim, 26. 8. 2019", "Velim, 26. srpna 2019"],
    ["de", "Oslo, 3. März 2026", "OSLO, 3. 3. 2026"],
    ["en", "OSLO, Nov. 20 (Wire)", "Oslo, November 20 (Wire)"],
  ])("does not report a dateline whose date is only written otherwise: %s", (lang, before, after) => {
    const dated = (dateline: string) => makeStory([lead, quote], { dateline, lang });
    expect(compareStories(dated(before), dated(after))).toMatchObject({ kind: "cosmetic", facts: [] });
  });

  test("does not report the date of a byline", () => {
    const dated = (day: number) => makeStory([lead, quote], { byline: `By Ada Holt | ${day} June 2025` });
    expect(compareStories(dated(22), dated(24))).toMatchObject({ kind: "cosmetic", facts: [] });
  });

  test.each([
    ["By Ada Holt, Press Lead and Ines Vik", "By Ines Vik and Ada Holt", 0],
    ["By “Ada Holt” and Ines Vik", "By Ada Holt and Ines Vik", 0],
    ["By Ada Holt, Reuters", "By Ada Holt", 0],
    ["By Ada Holt and Ines Vik", "By Ada Holt", 1],
    ["By Ada Holt, Press Lead", "By Ines Vik, Press Lead", 1],
  ])("byline %j → %j: %i facts", (before, after, facts) => {
    const by = (byline: string) => makeStory([lead, quote], { byline });
    expect(compareStories(by(before), by(after)).facts).toHaveLength(facts);
  });

  test("reports no number of a paragraph where paragraphs are numbered on", () => {
    const minutes = (first: number) =>
      makeStory([lead, quote, school].map((paragraph, n) => `${first + n} ${paragraph}`));
    expect(compareStories(minutes(30), minutes(31))).toMatchObject({ kind: "cosmetic", facts: [] });
    const single = (count: number) => makeStory([`${count} Danes were rescued off Velm.`, quote]);
    expect(compareStories(single(30), single(31)).facts).toMatchObject([{ before: "30", after: "31" }]);
  });

  test("reports no facts where two sentences that both versions have are paired with each other", () => {
    const row = (month: number, day: number, ship: string) =>
      `2031年${month}月${day}日 -- 新しい船${ship}が造船所で進水しました。`;
    const rows = [row(1, 17, "一号"), row(12, 18, "二号"), row(4, 22, "三号"), row(9, 23, "四号")];
    const between = [
      "造船所には赤い屋根と門があります。",
      "水辺には一日中クレーンが立っています。",
      "日曜日の朝は誰もそこで働きません。",
      "古い桟橋は一般には閉じられています。",
    ];
    const mixed = (lines: readonly string[]) => lines.flatMap((line, n) => [line, between[n] ?? ""]);
    const revision = compareStories(makeStory(mixed(rows)), makeStory(mixed(rows.toReversed())));
    expect(revision.facts).toEqual([]);
  });

  test("does not call a name new if the story already had it", () => {
    const revision = edited([`${lead} ${cause}`, quote, school.replace("tested", "tested, Holt said")]);
    expect(revision.facts).toEqual([]);
  });

  test("calls an edit too long to diff substantive, and sets truncated", () => {
    const long = "paint ".repeat(6_000).trim();
    const revision = compareStories(makeStory([long]), makeStory([`${long} 12`]));
    expect(revision).toMatchObject({ kind: "substantive", truncated: true });
  });

  test("joins adjacent sentences if a text has too many to compare", () => {
    const many = (word: string) => makeStory(Array.from({ length: 30_000 }, (_, n) => `${word} ${n % 7}.`));
    const revision = compareStories(many("Yes"), many("No"));
    expect(revision.truncated).toBe(true);
    expect(textsOf(revision.edits, "after").join(" ")).toBe(many("No").paragraphs.join(" "));
  });
});

function textsOf(edits: readonly Edit[], side: "before" | "after"): string[] {
  if (side === "after") {
    return edits.flatMap((edit) => ("after" in edit ? [edit.after] : []));
  }
  return edits.flatMap((edit) => ("before" in edit ? [edit.before] : []));
}

describe("for any two bodies", () => {
  const story = body.map((sentences) => makeStory(sentences));
  const options = { numRuns: 150 };

  test("the edits rebuild the text after in order, and contain each sentence before once", () => {
    fc.assert(
      fc.property(story, story, (a, b) => {
        const { edits } = compareStories(a, b);
        expect(textsOf(edits, "after").join(" ")).toBe(b.paragraphs.join(" "));
        expect(textsOf(edits, "before").join(" ").split(" ").toSorted()).toEqual(
          a.paragraphs.join(" ").split(" ").toSorted(),
        );
      }),
      { ...options, seed: 9 },
    );
  });

  test("comparing a story with itself finds nothing", () => {
    fc.assert(
      fc.property(story, (a) => {
        const revision = compareStories(a, a);
        expect(revision.edits.every(({ edit }) => edit === "kept")).toBe(true);
        expect(revision).toMatchObject({ kind: "cosmetic", facts: [], truncated: false });
        expect(revision.cosmetic).toBeUndefined();
      }),
      { ...options, seed: 10 },
    );
  });

  test("swapping before and after swaps added and removed, and keeps the kind", () => {
    fc.assert(
      fc.property(story, story, (a, b) => {
        const [there, back] = [compareStories(a, b), compareStories(b, a)];
        const { before, after, added, removed, ...rest } = there.counts;
        expect(back.counts).toEqual({
          before: after,
          after: before,
          added: removed,
          removed: added,
          ...rest,
        });
        expect(back.kind).toBe(there.kind);
      }),
      { ...options, seed: 11 },
    );
  });
});

test("a name is no known one where only its last word stands elsewhere, behind another", () => {
  const told = (text: string) =>
    compareStories(
      makeStory(["The Harbour Board decides on boats and quays.", school]),
      makeStory([text, school]),
    ).facts;
  expect(told("The Harbour Board or Velm Board decides on boats and quays.")).toMatchObject([
    { kind: "name", after: "Velm Board" },
  ]);
});
