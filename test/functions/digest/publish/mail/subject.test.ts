import { expect, test } from "vitest";
import type { Edition, EditionFact } from "../../../../../functions/digest/edition/schema.ts";
import { preheaderOf, subjectOf } from "../../../../../functions/digest/publish/mail/subject.ts";
import { createClock } from "../../../../../functions/digest/publish/wording/dates.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
} from "../../../../../local/preview/sample-editions.ts";
import { anyCharacter } from "../../../../support/any-character.ts";
import { fc } from "../../../../support/laws.ts";

const bare = (before: string, after: string): EditionFact => ({ kind: "number", before, after });
const withTail = (before: string, after: string, tail: string): EditionFact => ({
  ...bare(before, after),
  around: { lead: "", tail },
});
const inWords = (before: string, after: string): EditionFact => ({
  ...bare(before, after),
  around: { lead: "the toll is", tail: "" },
});

const told = (edition: Edition) => createClock("Europe/Berlin", "en-GB").localTime(edition.slot);

test.each<[string, Edition, string]>([
  [
    "a changed fact",
    makeEdition({ changes: [makeRevised()] }),
    "People died: 12 → 19 · Flood in the Orla valley",
  ],
  [
    "a changed fact with long words around it",
    makeEdition({
      changes: [
        makeRevised(
          {},
          {
            facts: [
              {
                kind: "date",
                before: "Monday",
                after: "Tuesday",
                around: { lead: "the harbour office in Velm opens on", tail: "at noon in the old hall" },
              },
            ],
          },
        ),
      ],
    }),
    "Date: Monday → Tuesday · Flood in the Orla valley",
  ],
  [
    "a revision without facts",
    makeEdition({ changes: [makeRevised({}, { facts: [] }), makeChange()] }),
    "“The number of dead rose to 19” · Flood in the Orla valley",
  ],
  [
    "a fact that appeared is no point of its own",
    makeEdition({
      changes: [makeRevised({ summary: [] }, { facts: [{ kind: "number", before: null, after: "19" }] })],
    }),
    "Flood in the Orla valley: 1 sentence edited",
  ],
  [
    "a long headline, cut between words before the count",
    makeEdition({ changes: [makeChange({ headline: "word ".repeat(30) }), makeChange()] }),
    "New: word word word word word word word word word… · 1 more",
  ],
  [
    "a story that reads as before",
    makeEdition({ changes: [makeChange({ change: "reverted" })] }),
    "Reverted: Harbour bridge closes for repairs",
  ],
  ["a story without headline", makeEdition({ changes: [makeChange({ headline: " " })] }), "New: harbour.txt"],
  [
    "stories held back only",
    makeEdition({ heldBack: [{ key: "a.txt", reason: "empty" }] }),
    "1 held back · 1,204 stories checked, 20 November",
  ],
  ["a quiet day", makeQuietEdition(), "Nothing changed · 1,204 stories checked, 20 November"],
  [
    "the first edition",
    makeEdition({ kind: "baseline", changes: [makeChange()], counts: { stories: 1 } }),
    "First edition: now tracking 1 story",
  ],
  [
    "the first edition, without the files that are no stories",
    makeEdition({
      kind: "baseline",
      changes: [makeChange()],
      heldBack: [{ key: "a.png", reason: "image" }],
      counts: { stories: 3, heldBack: 1 },
    }),
    "First edition: now tracking 2 stories",
  ],
])("the subject tells %s", (_, edition, subject) => {
  expect(subjectOf(edition, told(edition))).toBe(subject);
});

test.each<[string, Edition, string]>([
  [
    "the second story and the counts",
    makeEdition({ changes: [makeRevised(), makeChange()] }),
    "Also: Harbour bridge closes for repairs. 1 revised, 1 new. 1,204 stories checked.",
  ],
  [
    "one change, filled up with the date",
    makeEdition({ changes: [makeChange()] }),
    "1 new. 1,204 stories checked. Friday 20 November 2026, 07:00 CET.",
  ],
  [
    "fewer counts where a second headline leaves no room for three",
    makeEdition({
      changes: [makeChange(), makeChange({ headline: `The board of the harbour ${"speaks ".repeat(9)}` })],
      counts: { reverted: 1_200, cosmetic: 312 },
    }),
    "Also: The board of the harbour speaks speaks… 2 new, 1,200 reverted and more.",
  ],
  [
    "a quiet day",
    makeQuietEdition(),
    "Nothing new, revised or removed. 1,204 stories checked. Friday 20 November 2026, 07:00 CET.",
  ],
  [
    "the main stories of a first edition",
    makeEdition({ kind: "baseline", changes: [makeChange(), makeChange({ headline: "Who pays?" })] }),
    "Harbour bridge closes for repairs. Also: Who pays? 1,204 stories checked.",
  ],
])("the preheader tells %s", (_, edition, preheader) => {
  expect(preheaderOf(edition, told(edition))).toBe(preheader);
});

test("subject and preheader keep their lengths and hold no control character, whatever the stories say", () => {
  const text = fc.string({ unit: anyCharacter, maxLength: 120 });
  const change = fc.record({ headline: text, key: text, fact: text, isRevised: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 4 }),
      fc.constantFrom("regular", "baseline", "quiet"),
      (all, kind) => {
        const changes = all.map(({ headline, key, fact, isRevised }) =>
          isRevised
            ? makeRevised(
                { headline, key },
                { facts: [{ kind: "number", before: fact, after: fact, context: fact }] },
              )
            : makeChange({ headline, key }),
        );
        const edition = makeEdition({ kind, changes });
        const subject = subjectOf(edition, told(edition));
        const preheader = preheaderOf(edition, told(edition));
        expect(subject.length).toBeLessThanOrEqual(60);
        expect(subject.length).toBeGreaterThan(4);
        expect(preheader.length).toBeLessThanOrEqual(100);
        expect(preheader.length).toBeGreaterThanOrEqual(40);
        expect(subject + preheader).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\{\{/u);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test.each<[string, Edition, string]>([
  [
    "without a fact",
    makeEdition({
      changes: ["a", "b", "c"].map((key) => makeRevised({ key, sameEdit: "e-1" }, { facts: [] })),
    }),
    "“The number of dead rose to 19” · Flood in the… (3 stories)",
  ],
  [
    "with a fact, but not the words around it, which may be others in each",
    makeEdition({
      changes: ["a", "b"].map((key) =>
        makeRevised(
          { key, sameEdit: "e-1", summary: [] },
          {
            facts: [{ kind: "number", before: "12", after: "19", around: { lead: "the age of", tail: "" } }],
          },
        ),
      ),
    }),
    "12 → 19 · Flood in the Orla valley (2 stories)",
  ],
  [
    "in copies of one story",
    makeEdition({
      changes: ["a", "b"].map((key) =>
        makeRevised({ key, sameEdit: "e-1", ...(key === "b" && { copyOf: "a" }) }, { facts: [] }),
      ),
    }),
    "“The number of dead rose to 19” · Flood in the Orla valley",
  ],
])("an item of many stories has the headline of the first, and their number: %s", (_, edition, subject) => {
  expect(subjectOf(edition, told(edition))).toBe(subject);
});

test.each([
  ["Individuals aged", "18 to 59 → 18", "and above may walk in without a letter", "18 to 59 → 18 and above"],
  ["Children who are aged", "12 → 14", "and under will need to be accompanied", "12 → 14 and under"],
  ["The harbour takes crews of up to", "20 → 30", "sailors who have a permit", "up to 20 → 30 sailors"],
  ["The harbour takes boats that carry at least", "20 → 30", "in the winter", "at least 20 → 30"],
  ["The lesson is free for those aged", "16 → 18", "years or older, with a letter", "16 → 18 years or older"],
  ["Der Eintritt ist frei für alle", "16 → 18", "oder älter, mit einem Ausweis", "16 → 18 oder älter"],
  ["The harbour takes letters and boats of", "16 → 18", "and other things above it", "16 → 18"],
])("a figure keeps what bounds it: %s %s %s", (lead, values, tail, point) => {
  const [before = "", after = ""] = values.split(" → ");
  const edition = makeEdition({
    changes: [
      makeRevised({ summary: [] }, { facts: [{ kind: "number", before, after, around: { lead, tail } }] }),
    ],
  });
  const subject = subjectOf(edition, told(edition));
  expect(subject.split(" · ")[0]).toBe(point);
});

test.each([
  ["Mo au total par enregistrement", "20 → 200 Mo · Flood in the Orla valley"],
  ["boats, with all their crews", "20 → 200 boats · Flood in the Orla valley"],
  ["Boote im Hafen von Velm", "20 → 200 Boote · Flood in the Orla valley"],
  ["% de los barcos", "20 → 200 % · Flood in the Orla valley"],
  ["de la loi sur les ports", "20 → 200 · Flood in the Orla valley"],
  ["of the rules of the harbour", "20 → 200 · Flood in the Orla valley"],
  ["und davon viele im Hafen", "20 → 200 · Flood in the Orla valley"],
  ["will need a permit of the harbour", "20 → 200 · Flood in the Orla valley"],
  ["werden im Hafen von Velm gebraucht", "20 → 200 · Flood in the Orla valley"],
])("a figure without room for its sentence keeps what is counted: %s", (tail, subject) => {
  const around = { lead: "The most that any of these may send by mail is", tail };
  const edition = makeEdition({
    changes: [
      makeRevised({ summary: [] }, { facts: [{ kind: "number", before: "20", after: "200", around }] }),
    ],
  });
  expect(subjectOf(edition, told(edition))).toBe(subject);
});

/** A revision without facts, of which the story says this. */
const edited = (overrides: Parameters<typeof makeRevised>[0], counts = {}) =>
  makeEdition({
    changes: [
      makeRevised(
        { summary: [], ...overrides },
        {
          facts: [],
          counts: { before: 14, after: 14, kept: 13, edited: 1, added: 0, removed: 0, moved: 0, ...counts },
        },
      ),
      makeChange(),
    ],
  });
const gist = (...edits: string[]) => ({ sentence: edits.join("; "), edits });
const LONG =
  "The ferries between Velm and the islands will no longer run in winter, unless the harbour stays free of ice.";

test.each<[string, Edition, string]>([
  [
    "a new sentence that fits is quoted whole",
    edited({ summary: [LONG, "Le port ouvre le 3 mai."] }),
    "“Le port ouvre le 3 mai” · Flood in the Orla valley",
  ],
  [
    "one that does not is not cut, as it may say the opposite",
    edited({ summary: [LONG] }),
    "Flood in the Orla valley: 1 sentence edited · 1 more",
  ],
  [
    "one that only sends readers elsewhere is left out",
    edited({ summary: ["Siehe auch die Seite des Hafens.", "See the page below."] }),
    "Flood in the Orla valley: 1 sentence edited · 1 more",
  ],
  [
    "one that needs the sentence before it is left out",
    edited({ summary: ["They will not come back."] }),
    "Flood in the Orla valley: 1 sentence edited · 1 more",
  ],
  [
    "a heading that came",
    edited({ gist: gist("headline changed", "heading “Code of conduct” added") }),
    "“Code of conduct” added · Flood in the Orla valley",
  ],
  [
    "headings that went, with the number of those without room",
    edited({ gist: gist("headings “Sick leave”, “Leave of longer than a month” and 3 more removed") }),
    "“Sick leave” and 4 more removed · Flood in the Orla valley",
  ],
  [
    "another deck",
    edited({ gist: gist("deck: “member” → “chair of the board”") }),
    "“member” → “chair of the board” · Flood in the Orla valley",
  ],
  [
    "the new deck, where both have no room beside the headline",
    edited({ gist: gist("deck: “member of the board” → “chair of the whole board”") }),
    "“chair of the whole board” · Flood in the Orla valley",
  ],
  [
    "two rows that came",
    edited({ gist: gist("rows “Kano” and “Lagos” added") }),
    "“Kano” and “Lagos” added · Flood in the Orla valley",
  ],
  [
    "headings that came for others are told by number only",
    edited({ gist: gist("heading “Costs” added", "heading “Prices” removed") }, { added: 4, removed: 9 }),
    "Flood in the Orla valley: 9 sentences removed · 1 more",
  ],
  [
    "a text written anew",
    makeEdition({ changes: [makeRevised({ summary: [] }, { kind: "rewritten", facts: [] })] }),
    "Revised: Flood in the Orla valley",
  ],
  [
    "a number rather than how many more",
    edited({ headline: "Flood in the Orla valley in the winter" }),
    "Flood in the Orla valley in the winter: 1 sentence edited",
  ],
  ["a number after a question", edited({ headline: "Who pays?" }), "Who pays? · 1 sentence edited · 1 more"],
  [
    "another headline alone",
    makeEdition({
      changes: [
        makeRevised(
          { summary: [] },
          {
            facts: [],
            edits: [],
            headlineChange: { before: "Rain", after: "Flood in the Orla valley" },
            counts: { before: 14, after: 14, kept: 14, edited: 0, added: 0, removed: 0, moved: 0 },
          },
        ),
      ],
    }),
    "New headline: Flood in the Orla valley",
  ],
  [
    "a headline without room for a number",
    edited({ headline: "Flood in the Orla valley and in all of the valleys around it" }),
    "Revised: Flood in the Orla valley and in all of… · 1 more",
  ],
  [
    "what the editors noted goes first",
    edited({
      summary: ["The bridge is open."],
      terms: { newWords: 3, goneWords: 0, rowWords: 0, values: 0, goneNumbers: 0, note: "correction" },
    }),
    "Corrected: Flood in the Orla valley · 1 more",
  ],
  [
    "a story that went back says so",
    edited({ change: "reverted", summary: ["The bridge is open."] }),
    "Reverted: Flood in the Orla valley · 1 more",
  ],
])("a revision without facts tells what is sure: %s", (_, edition, subject) => {
  expect(subjectOf(edition, told(edition))).toBe(subject);
});

test.each<[string, readonly EditionFact[], string, string[]?]>([
  [
    "goes after one in its words",
    [bare("375", "42"), inWords("3", "9")],
    "the toll is 3 → 9 · Flood in the Orla valley",
  ],
  ["is told if there is nothing else", [bare("375", "42")], "375 → 42 · Flood in the Orla valley"],
  [
    "goes after a sentence",
    [bare("375", "42")],
    "“Two piers closed” · Flood in the Orla valley",
    ["Two piers closed."],
  ],
  [
    "of a page is bare, too",
    [withTail("9", "10", "f"), inWords("3", "9")],
    "the toll is 3 → 9 · Flood in the Orla valley",
  ],
  [
    "with a sign says what it is",
    [bare("3 %", "9 %"), inWords("3", "9")],
    "3 % → 9 % · Flood in the Orla valley",
  ],
])("a bare figure %s", (_, facts, subject, summary = []) => {
  const edition = makeEdition({ changes: [makeRevised({ summary }, { facts: [...facts] })] });
  expect(subjectOf(edition, told(edition))).toBe(subject);
});
