import { describe, expect, it, test } from "vitest";
import { comparisonView } from "../../../../../functions/digest/publish/pages/comparison-view.ts";
import { compareStories } from "../../../../../functions/digest/revision/compare.ts";
import {
  BRIDGE,
  exampleComparisons,
  FERRY,
  storyIn,
  TRAM,
  viewBetween,
  written,
} from "../../../../support/comparisons.ts";

/** All blocks in a word each: the changes as written, the sentences shown, the folds. */
function told(before: string, after: string): readonly string[] {
  return viewBetween(before, after).blocks.flatMap(({ folded, kept, lines }) =>
    folded === "" ? [...kept, ...written(lines)] : [`… ${folded}`],
  );
}

const paragraph = (...sentences: string[]) => `A long headline of the day\n\n${sentences.join(" ")}`;
const SIX = [
  "One boat left.",
  "Two boats stayed.",
  "Three boats sank.",
  "Four boats burnt.",
  "Five boats sailed.",
  "Six boats rest.",
];

describe("the changes", () => {
  it("stand in the order of the version after, with a sentence around each and the others folded", () => {
    expect(told(FERRY.before, FERRY.after)).toEqual([
      "Headline: Ferry strikes breakwater, [-twelve-]{+nineteen+} dead",
      "Edited: At least [-12-]{+19+} people died in Vellmouth on Monday.",
      "Rescuers came at once.",
      "… 3 sentences unchanged",
      "A new one is planned.",
      "Edited: The mayor, Ines Dorn, spoke of a dark day {+for the town+}.",
      "Removed: [-Nobody knows the cause.-]",
      "Moved from 3rd to 8th position: The wind had grown since noon.",
      "The line is closed.",
      "Added: {+An inquiry begins on Friday.+}",
    ]);
  });

  it("have no context beyond the ends of the text, and no fold of a single sentence", () => {
    const before = paragraph(...SIX);
    expect(told(before, paragraph(...SIX.slice(0, 5), "Six boats rust."))).toEqual([
      "… 4 sentences unchanged",
      "Five boats sailed.",
      "Edited: Six boats [-rest-]{+rust+}.",
    ]);
    expect(told(before, paragraph("Nine boats left.", ...SIX.slice(1)))).toEqual([
      "Was: [-One boat left.-]",
      "Now: {+Nine boats left.+}",
      "Two boats stayed.",
      "… 4 sentences unchanged",
    ]);
    expect(
      told(paragraph(...SIX.slice(0, 3)), paragraph(...SIX.slice(0, 2), "Three boats sank fast.")),
    ).toEqual([...SIX.slice(0, 2), "Edited: Three boats sank {+fast+}."]);
  });

  it("leave typography out of a sentence that says something else too", () => {
    const before = paragraph('"We don\'t sail at all," said Piet Halvorsen.');
    const after = paragraph("“We don’t sail,” said Piet Halvorsen.");
    expect(told(before, after)).toEqual(["Edited: “We don’t sail [-at all-],” said Piet Halvorsen."]);
  });

  it("show a sentence with too many changed places once for each version", () => {
    const words = "a b c d e f g h".split(" ");
    const line = (mark: string) => words.map((word) => `the ${word}${mark} pier and`).join(" ");
    const lines = told(paragraph(`See ${line("x")} nothing.`), paragraph(`See ${line("y")} nothing.`));
    expect(lines).toEqual([
      expect.stringMatching(/^Was: See the \[-ax-\] pier and the \[-bx-\]/),
      expect.stringMatching(/^Now: See the \{\+ay\+\} pier/),
    ]);
  });

  it.each([
    ["Moderna / Spikevax is given.", "Moderna/Spikevax is given.", "Moderna[-␣-]/[-␣-]Spikevax is given."],
    ["It may change,the table says.", "It may change, the table says.", "It may change,{+␣+}the table says."],
    ["Series 1 is possible .", "Series 1 is possible.", "Series 1 is possible[-␣-]."],
  ])("show blanks that came or went, where nothing else did: %s", (before, after, shown) => {
    const rest = "Nobody knows the cause of it. The line is closed.";
    const lines = told(paragraph(before, rest, "12 boats left."), paragraph(after, rest, "19 boats left."));
    expect(lines[0]).toBe(`Spacing changed: ${shown}`);
  });

  it("say nothing of blanks in a sentence that says something else too", () => {
    const [before, after] = ["Give 12 doses of Moderna / Spikevax.", "Give 19 doses of Moderna/Spikevax."];
    expect(told(paragraph(before), paragraph(after))[0]).toMatch(
      /^Edited: Give \[-12-\]\{\+19\+\} doses of Moderna[^␣]*$/,
    );
  });

  it("name directions where readers would see the same", () => {
    const before = paragraph("The toll is \u202d12\u202c today.");
    const after = paragraph("The toll is \u202e12\u202c today.");
    expect(told(before, after).join("\n")).toMatch(/U\+202D[\s\S]*U\+202E/);
  });
});

test("a deck that came, went or was reworded is told before the text", () => {
  const page = (deck: string) =>
    JSON.stringify({
      headline: "Ferry returns to the bay",
      description: deck,
      body: "<p>It sails on Monday again.</p>",
    });
  const lines = (before: string, after: string) =>
    viewBetween(page(before), page(after), "ferry.json").blocks.flatMap((block) => written(block.lines));
  expect(lines("All of its crew are well", "Some of its crew are well")).toEqual([
    "Deck: [-All-]{+Some+} of its crew are well",
  ]);
  expect(lines("", "Some of its crew are well")).toEqual(["Deck added: {+Some of its crew are well+}"]);
  expect(lines("Some of its crew are well", "")).toEqual(["Deck removed: [-Some of its crew are well-]"]);
});

describe("the verdict", () => {
  const verdict = (before: string, after: string) => {
    const { kind, verdict: words } = viewBetween(before, after);
    return `${kind}: ${words}`;
  };

  it.each([
    [
      "counts what was done to sentences, headline and facts",
      FERRY,
      "Substantive: 2 sentences edited, 1 added, 1 removed, 1 moved, 6 unchanged; headline changed; 1 fact changed",
    ],
    [
      "says that nothing differs",
      { before: FERRY.before, after: FERRY.before },
      "No difference: both versions have the same text",
    ],
    [
      "says what of the form differs",
      { before: paragraph("It's late."), after: paragraph("It’s late.") },
      "Cosmetic: only typography changed",
    ],
    [
      "says so when no sentence changed",
      { before: FERRY.before, after: FERRY.before.replace("twelve dead", "many dead") },
      "Substantive: no sentence changed; headline changed; 1 fact changed",
    ],
    [
      "calls small words minor",
      { before: paragraph(...SIX), after: paragraph(...SIX).replace("One boat left", "One boat has left") },
      "Minor: 1 sentence edited, 5 unchanged",
    ],
  ])("%s", (_, { before, after }, words) => {
    expect(verdict(before, after)).toBe(words);
  });

  it("warns that two texts may be two stories, or a translation", () => {
    expect(viewBetween(TRAM.before, TRAM.after)).toMatchObject({
      kind: "Rewritten",
      notes: ["These may be two different stories: texts and headlines have next to nothing in common."],
    });
    expect(viewBetween(FERRY.before, FERRY.after).notes).toEqual([]);
    const german =
      "Fähre rammt die Mole von Vellmouth\n\nMindestens 12 Menschen sind am Montag in Vellmouth ums Leben gekommen. Die Ursache ist noch nicht bekannt, und die Linie ist seitdem gesperrt.";
    expect(viewBetween(FERRY.before, german).notes.join()).toContain("two languages (en, de)");
  });
});

test("facts have a kind, except where their label says as much, and a mark stands close to them", () => {
  const json = (status: string, gusts: number) =>
    JSON.stringify({
      headline: "Storm",
      pubstatus: status,
      body_text: `The wind reached ${gusts} km/h, and it grew.`,
    });
  const { facts } = viewBetween(json("usable", 90), json("canceled", 110), "storm.json");
  expect(
    facts.map(({ kind, label, lead, before, after, gap, tail }) => [
      kind,
      label,
      `${lead} ${before} → ${after}${gap}${tail}`,
    ]),
  ).toEqual([
    ["", "Status", expect.stringContaining("canceled")],
    ["figure", "", expect.stringContaining("The wind reached 90 km/h → 110 km/h")],
  ]);
});

test("more facts and changes than are shown are counted", () => {
  const [, , , facts, changes] = exampleComparisons();
  expect([facts?.facts.length, facts?.factsMore]).toEqual([30, "and 10 more"]);
  expect(changes?.blocks).toHaveLength(2_000);
  expect(changes?.blocksMore).toMatch(/^and [1-9][\d,]+ more changes$/);
});

test("versions have their name, format, length, language and direction; a removed sentence has those of the version before", () => {
  const [was, now] = [storyIn(FERRY.before), storyIn(BRIDGE.after)];
  const view = comparisonView({
    before: was,
    after: now,
    revision: compareStories(was, now),
    names: ["\u001b[31mMonday\u202e.txt", `${"deep/".repeat(60)}tuesday.txt`],
  });
  expect(view.versions).toMatchObject([
    {
      word: "Before",
      name: "[31mMonday.txt",
      about: expect.stringMatching(/^plain text, \d+ words$/),
      dir: "",
      isReworded: true,
    },
    { word: "After", name: expect.stringMatching(/^….*deep\/tuesday\.txt$/), dir: "rtl", isReworded: false },
  ]);
  const dirs = view.blocks.flatMap(({ lines }) => lines.map(({ sort, dir }) => `${sort} ${dir}`));
  expect(new Set(dirs)).toEqual(new Set(["removed ", "added rtl"]));
});
