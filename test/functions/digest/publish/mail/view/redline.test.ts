import { expect, test } from "vitest";
import type { EditionEdit } from "../../../../../../functions/digest/edition/schema.ts";
import { redlineOf } from "../../../../../../functions/digest/publish/mail/view/redline.ts";
import type { LineView } from "../../../../../../functions/digest/publish/mail/view/view-types.ts";

/** `Edited: At least [-12-]{+19+} died. (Was: 12. Now: 19.)` */
function written(lines: readonly LineView[]): readonly string[] {
  return lines.map(({ word, runs, said }) => {
    const woven = runs.map(
      ({ kept, removed, added }) => kept + (removed && `[-${removed}-]`) + (added && `{+${added}+}`),
    );
    return `${word}: ${woven.join("")}${said && ` (${said})`}`;
  });
}

/** `At least |-12|+19| died` as word changes. */
function wordsOf(weave: string): readonly { type: "kept" | "removed" | "added"; text: string }[] {
  return weave.split("|").map((part) => {
    const type = part.startsWith("-") ? ("removed" as const) : ("added" as const);
    return /^[-+]/.test(part) ? { type, text: part.slice(1) } : { type: "kept" as const, text: part };
  });
}

/** The same as an edit. */
function edited(weave: string): EditionEdit {
  const words = wordsOf(weave);
  const text = (side: "removed" | "added") =>
    words.flatMap((word) => (word.type === "kept" || word.type === side ? [word.text] : [])).join("");
  return { edit: "edited", before: text("removed"), after: text("added"), words };
}

test.each<[string, EditionEdit, readonly string[]]>([
  ["an added sentence", { edit: "added", after: "It rained." }, ["Added: {+It rained.+}"]],
  ["a removed sentence", { edit: "removed", before: "It rained." }, ["Removed: [-It rained.-]"]],
  [
    "an edit without words as before and after",
    { edit: "edited", before: "It rained.", after: "The sun shone." },
    ["Was: [-It rained.-]", "Now: {+The sun shone.+}"],
  ],
  [
    "a replaced word, said again in plain words",
    edited("The mayor |-said|+repeated| it."),
    ["Edited: The mayor [-said-]{+repeated+} it. (Was: said. Now: repeated.)"],
  ],
  [
    "an inserted and a deleted word, their blanks unmarked",
    edited("The|- old| mayor said it|+ twice|."),
    ["Edited: The [-old-] mayor said it {+twice+}. (Removed: old. Added: twice.)"],
  ],
  [
    "a deleted word whose blank is behind it",
    edited("“|-completely |unprovoked”"),
    ["Edited: “[-completely-] unprovoked” (Removed: completely.)"],
  ],
  [
    "many places as two marked lines",
    edited("|-a|+b| 1 |-c|+d| 2 |-e|+f| 3 |-g|+h|."),
    ["Was: [-a-] 1 [-c-] 2 [-e-] 3 [-g-].", "Now: {+b+} 1 {+d+} 2 {+f+} 3 {+h+}."],
  ],
  [
    "a moved sentence with its places",
    { edit: "moved", before: "Schools close.", after: "Schools close.", from: 4, to: 1 },
    ["Moved from 5th to 2nd position: Schools close."],
  ],
  [
    "a moved sentence that was edited on its way",
    { edit: "moved", before: "Schools close.", after: "Shops open.", from: 0, to: 10 },
    ["Moved from 1st to 11th position: Shops open.", "Was: [-Schools close.-]", "Now: {+Shops open.+}"],
  ],
])("shows %s", (_, edit, lines) => {
  expect(written(redlineOf(edit, []))).toEqual(lines);
});

test.each([
  ["Moderna|- |/|- |Spikevax", "Spacing changed: Moderna[-␣-]/[-␣-]Spikevax"],
  ["It may change,|+ |the table says.", "Spacing changed: It may change,{+␣+}the table says."],
  ["No |-12|+19| boats|- |.", "Edited: No [-12-]{+19+} boats . (Was: 12. Now: 19.)"],
])("shows blanks that came or went where nothing else did: %s", (weave, line) => {
  expect(written(redlineOf(edited(weave), []))).toEqual([line]);
});

test("does not say again what a fact has said", () => {
  const facts = [
    {
      label: "Meeting",
      before: "12 May",
      after: "19 May",
      mark: "",
      isFigure: true,
      isHero: false,
      lead: "",
      tail: "",
    },
  ];
  expect(written(redlineOf(edited("At least |-12|+19| died."), facts))).toEqual([
    "Edited: At least [-12-]{+19+} died.",
  ]);
});

test("does not say again what two facts have said", () => {
  const facts = [
    {
      label: "Death toll",
      before: "12",
      after: "14",
      mark: "",
      isFigure: true,
      isHero: false,
      lead: "",
      tail: "",
    },
    {
      label: "Day",
      before: "Tuesday",
      after: "Wednesday",
      mark: "",
      isFigure: true,
      isHero: false,
      lead: "",
      tail: "",
    },
  ];
  const edit = edited("It rose to |-12 on Tuesday|+14 on Wednesday| night.");
  expect(written(redlineOf(edit, facts))).toEqual([
    "Edited: It rose to [-12 on Tuesday-]{+14 on Wednesday+} night.",
  ]);
  expect(written(redlineOf(edit, facts.slice(0, 1))).join()).toContain(
    "Was: 12 on Tuesday. Now: 14 on Wednesday.",
  );
});

test("gives up marking words where nearly all of them changed", () => {
  const confetti = edited(Array.from({ length: 20 }, (_, n) => `w${n} |-a${n}|+b${n}| `).join("|"));
  expect(redlineOf(confetti, []).map(({ word, runs }) => [word, runs.length])).toEqual([
    ["Was", 1],
    ["Now", 1],
  ]);
});

test("leaves out the middle of long kept words, never what changed", () => {
  const long = "word ".repeat(200);
  const [line] = redlineOf(edited(`${long}|-12|+19| ${long}|-red|+blue|${long}end.`), []);
  const text = written(line === undefined ? [] : [line]).join();
  expect(text.length).toBeLessThan(1_000);
  expect(text).toContain("word [-12-]{+19+} word");
  expect(text).toContain("[-red-]{+blue+}");
  expect(text).toMatch(/^Edited: … word/);
});

test("does not say again that a verb follows its number, but says every other word", () => {
  const facts = [
    {
      label: "Missing",
      before: "three",
      after: "one",
      mark: "",
      isFigure: true,
      isHero: false,
      lead: "",
      tail: "",
    },
  ];
  expect(written(redlineOf(edited("and |-three are|+one is| still missing."), facts))).toEqual([
    "Edited: and [-three are-]{+one is+} still missing.",
  ]);
  expect(written(redlineOf(edited("and |-three are|+one is not| missing."), facts)).join()).toContain(
    "(Was: three are. Now: one is not.)",
  );
  expect(written(redlineOf(edited("they |-were|+are| missing."), facts)).join()).toContain(
    "(Was: were. Now: are.)",
  );
});

const SPLIT = { before: ["It rained and it blew."], after: ["It rained.", "It blew."] };
const MERGED = { before: ["It rained.", "It blew.", "It stopped."], after: ["It rained, blew and stopped."] };

function cut(weave: string, parts: typeof SPLIT): EditionEdit {
  const { before, after } = { before: parts.before.join(" "), after: parts.after.join(" ") };
  const words = weave === "" ? {} : { words: wordsOf(weave) };
  return { edit: "edited", before, after, ...words, parts };
}

test.each<[string, EditionEdit, readonly string[]]>([
  [
    "a sentence that was split",
    cut("It rained|- and it|+. It| blew.", SPLIT),
    ["Split in two: It rained[- and it-]{+. It+} blew. (Was: and it. Now: . It.)"],
  ],
  [
    "a split that cannot be woven",
    cut("", SPLIT),
    ["Was: [-It rained and it blew.-]", "Now split in two: {+It rained. It blew.+}"],
  ],
  [
    "sentences that were merged",
    cut("", MERGED),
    ["Was: [-It rained. It blew. It stopped.-]", "Now merged from three: {+It rained, blew and stopped.+}"],
  ],
])("shows %s", (_, edit, lines) => {
  expect(written(redlineOf(edit, []))).toEqual(lines);
});
