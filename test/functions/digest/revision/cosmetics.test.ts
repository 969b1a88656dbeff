import { describe, expect, test } from "vitest";
import { compareStories } from "../../../../functions/digest/revision/compare.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";
import type { CosmeticReason } from "../../../../functions/digest/text/fold.ts";

const LEAD = "The harbour of Vellmouth closes for 19 days in May.";

function revision(key: string, before: string, after: string) {
  const [a, b] = [before, after].map((text) => {
    const parsed = parseStory(key, key === "a.txt" ? `Harbour closes\n\n${LEAD}\n\n${text}` : text);
    if (isUnreadable(parsed)) {
      throw new Error(`cannot read the story: ${parsed.unreadable}`);
    }
    return parsed;
  });
  if (a === undefined || b === undefined) {
    throw new Error("two stories are compared");
  }
  return compareStories(a, b);
}

describe("the reason for a formatting change names what changed", () => {
  test.each<[string, string, CosmeticReason[]]>([
    ["Ships wait at noon", "Ships wait at noon.", ["punctuation"]],
    ["The so-called quay closes.", "The “so-called” quay closes.", ["punctuation"]],
    ["See http://a.example/quay for more.", "See https://b.example/new/quay?id=2 for more.", ["addresses"]],
    ["1. One pier.\n\n2. Two quays.", "2. One pier.\n\n3. Two quays.", ["list marks"]],
    ['The "old" quay closes.', "The “old” quay closes.", ["typography"]],
    ["The old quay closes.", "The old  quay\u00a0closes.", ["white space"]],
    ["The Harbour Master waits.", "The harbour master waits.", ["case"]],
    ["Ships wait.", "Ships wait.\n\nShare this article", ["boilerplate"]],
    [
      "Ships wait at noon\n\nSee http://a.example/b for more.",
      "Ships wait at noon.\n\nSee https://a.example/b for more.",
      ["punctuation", "addresses"],
    ],
  ])("%j → %j", (before, after, reasons) => {
    expect(revision("a.txt", before, after)).toMatchObject({ kind: "cosmetic", cosmetic: reasons });
    expect(revision("a.txt", after, before)).toMatchObject({ kind: "cosmetic", cosmetic: reasons });
  });
});

describe("another bullet is the same list", () => {
  const list = (mark: string, items = ["A rope with a hook", "12 tins of paint", "Dry socks and a map"]) =>
    `Bring these to the quay at noon.\n\n${items.map((item) => `${mark}${item}`).join("\n")}\n\nNobody else may land.`;

  test.each([
    ["* ", "• "],
    ["– ", "• "],
    ["— ", "- "],
    ["+ ", "- "],
    ["▪ ", "• "],
    ["● ", "◦ "],
    ["‣ ", "* "],
    ["■ ", "- "],
    ["➤ ", "• "],
    ["•", "• "],
    ["•\t", "· "],
    ["• ", ""],
  ])("%j → %j", (before, after) => {
    expect(revision("a.txt", list(before), list(after))).toMatchObject({ kind: "cosmetic", facts: [] });
    expect(revision("a.txt", list(after), list(before))).toMatchObject({ kind: "cosmetic", facts: [] });
  });

  test.each([
    ["an item is gone", list("• "), list("- ", ["A rope with a hook", "12 tins of paint"])],
    [
      "a figure changed",
      list("• "),
      list("- ", ["A rope with a hook", "14 tins of paint", "Dry socks and a map"]),
    ],
    ["a sign is no bullet", list("", ["-5 degrees", "3 degrees"]), list("", ["5 degrees", "3 degrees"])],
    ["nor is a plus", list("", ["+5 degrees", "3 degrees"]), list("", ["-5 degrees", "3 degrees"])],
  ])("but not where %s", (_, before, after) => {
    expect(revision("a.txt", before, after)).toMatchObject({ kind: "substantive" });
  });
});

describe("what readers write to or install is no matter of form", () => {
  test.each([
    ["Write to press@port.example today.", "Write to news@port.example today."],
    ["Schreiben Sie an hafen@stadt.example heute.", "Schreiben Sie an kai@stadt.example heute."],
    ["Follow @vellmouth for more.", "Follow @vellquay for more."],
    ["Install version 2.7.2 of the chart.", "Install version 2.7.4 of the chart."],
  ])("%j → %j", (before, after) => {
    expect(revision("a.txt", before, after)).toMatchObject({ kind: "minor", facts: [] });
  });

  test.each([
    ["Write to press@port.example today.", "Write to Press@Port.example today."],
    ["Install v2.17.4 of the chart.", "Install 2.17.4 of the chart."],
  ])("but how it is written is: %j → %j", (before, after) => {
    expect(revision("a.txt", before, after).kind).toBe("cosmetic");
  });
});
