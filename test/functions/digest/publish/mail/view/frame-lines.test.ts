import { expect, test } from "vitest";
import {
  deckLines,
  headlineLines,
} from "../../../../../../functions/digest/publish/mail/view/frame-lines.ts";

function told(before: string, after: string, shown = after): readonly string[] {
  return headlineLines({ before, after }, shown, []).map(wordsOf);
}

function wordsOf({ word, runs, said }: ReturnType<typeof deckLines>[number]): string {
  const woven = runs.map(
    ({ kept, removed, added }) => kept + (removed && `[-${removed}-]`) + (added && `{+${added}+}`),
  );
  return `${word}: ${woven.join("")}${said && ` (${said})`}`;
}

test.each([
  [
    "one line where one place changed",
    "Twelve Dead as Ferry Sinks",
    "Fourteen Dead as Ferry Sinks",
    ["Headline: [-Twelve-]{+Fourteen+} Dead as Ferry Sinks (Was: Twelve. Now: Fourteen.)"],
  ],
  [
    "one line where words came at the end",
    "Dam held on Thursday",
    "Dam held on Thursday night",
    ["Headline: Dam held on Thursday {+night+} (Added: night.)"],
  ],
  [
    "one line where words went, though they stand there twice",
    "Very very old dam",
    "Very old dam",
    ["Headline: Very [-very-] old dam (Removed: very.)"],
  ],
  [
    "the one before alone where little is left of it, as the other stands above",
    "Fears for the dam",
    "Operator: it held",
    ["Headline was: [-Fears for the dam-]"],
  ],
])("another headline is shown by %s", (_, before, after, lines) => {
  expect(told(before, after)).toEqual(lines);
});

test("both headlines are told where the story is called otherwise", () => {
  expect(told("Fears for the dam", "It held", "flood.txt")).toEqual([
    "Headline was: [-Fears for the dam-]",
    "Headline now: {+It held+}",
  ]);
});

test("the same headline is nothing to tell", () => {
  expect(headlineLines(undefined, "Dam held", [])).toEqual([]);
});

test.each([
  ["that came", "", "Quay stays shut", ["Deck now: {+Quay stays shut+}"]],
  ["that went", "Quay stays shut", "", ["Deck was: [-Quay stays shut-]"]],
  [
    "in one place",
    "Nobody knows when the ferry will sail",
    "Nobody knows when the barge will sail",
    ["Deck: Nobody knows when the [-ferry-]{+barge+} will sail (Was: ferry. Now: barge.)"],
  ],
  [
    "in most words",
    "Quay stays shut",
    "All may moor",
    ["Deck was: [-Quay stays shut-]", "Deck now: {+All may moor+}"],
  ],
])("a deck that changed is shown: %s", (_, before, after, lines) => {
  expect(deckLines({ before, after }, []).map(wordsOf)).toEqual(lines);
});
