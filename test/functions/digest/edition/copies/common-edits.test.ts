import { describe, expect, test } from "vitest";
import { each, editionOf, itemsOf, type Texts } from "./stories.ts";

describe("an edit of a date or of plain words", () => {
  const UNRELATED = {
    a: "Ferry line waits\n\nThe crews of the ferries meet the owner on MONDAY at noon.\n\nNobody knows what he WILL say.",
    b: "School gets a roof\n\nWorkers cover the gym before rain falls, and MONDAY is the last day for it.\n\nIt WILL leak.",
    c: "Museum shows a whale\n\nA whale from the bay is on view since MONDAY, in a tent.\n\nThe smell WILL stay.",
    d: "Old market closes\n\nTraders left their stalls on MONDAY without a word.\n\nThe hall WILL be sold to a bank.",
  };
  const RELATED = each(
    UNRELATED,
    (text) => `${text}\n\nThe council of Velm meets on MONDAY to decide on all plans for the year.`,
  );
  const [AS_BEFORE, PLAIN] = [/MONDAY/g, /WILL/g];
  const set = (texts: Texts, monday: string, will: string) =>
    each(texts, (text) => text.replaceAll(AS_BEFORE, monday).replaceAll(PLAIN, will));

  test.each([
    ["Monday", "Tuesday", "will", "will"],
    ["Monday", "Monday, 12 May", "will", "will"],
    ["Monday, 12 May", "Tuesday, 13 May", "will", "will"],
    ["3 March 2031", "4 April 2031", "will", "will"],
    ["Montag", "Dienstag", "will", "will"],
    ["lundi", "mardi", "will", "will"],
    ["lunes", "martes", "will", "will"],
    ["Monday", "Monday", "will", "may"],
    ["Monday", "Monday", "will", "cannot"],
  ])(
    "is one item in each of four stories with nothing else in common: %s → %s, %s → %s",
    (was, is, wasWord, isWord) => {
      expect(itemsOf(editionOf(set(UNRELATED, was, wasWord), set(UNRELATED, is, isWord)))).toEqual([
        "a",
        "b",
        "c",
        "d",
      ]);
    },
  );

  test.each([
    ["Monday", "Tuesday"],
    ["Monday, 12 May", "Tuesday, 13 May"],
    ["lundi", "mardi"],
  ])("is one item in stories that share the passage: %s → %s", (was, is) => {
    expect(itemsOf(editionOf(set(RELATED, was, "will"), set(RELATED, is, "will")))).toEqual(["a b c d"]);
  });

  test("is one item in five stories, as a slip that was mended", () => {
    const texts = {
      ...UNRELATED,
      e: "Bridge works go on\n\nThe girders come by ship.\n\nThe noise WILL end.",
    };
    expect(itemsOf(editionOf(set(texts, "Monday", "lead"), set(texts, "Monday", "led")))).toEqual([
      "a b c d e",
    ]);
  });

  test("is one item in stories that share the words after it", () => {
    const texts = each(
      UNRELATED,
      (text, key) => `${text}\n\nThe fee for ${key.repeat(4)} WILL rise in spring, the clerk of Velm said.`,
    );
    expect(itemsOf(editionOf(set(texts, "Monday", "will"), set(texts, "Monday", "may")))).toEqual([
      "a b c d",
    ]);
  });

  test.each([
    ["Harbor Office", "Coast Service"],
    ["12 killed", "19 killed"],
    ["Acme", "Bolt"],
  ])("is one item wherever it stands if it has a name or a figure: %s → %s", (was, is) => {
    expect(itemsOf(editionOf(set(UNRELATED, was, "will"), set(UNRELATED, is, "will")))).toEqual(["a b c d"]);
  });

  test("in a headline of one story and the body of another is not the same", () => {
    const before = { a: UNRELATED.a.replace("waits", "will wait"), b: UNRELATED.b, c: UNRELATED.c };
    const after = {
      ...set(before, "Monday", "may"),
      a: set({ a: before.a.replace("will wait", "may wait") }, "Monday", "will").a ?? "",
    };
    expect(itemsOf(editionOf(set(before, "Monday", "will"), after))).toEqual(["a", "b", "c"]);
  });
});
