import { describe, expect, test } from "vitest";
import { mayHaveSameLetters } from "../../../../functions/digest/revision/same-letters.ts";
import { fold } from "../../../../functions/digest/text/fold.ts";
import { fc } from "../../../support/laws.ts";
import { anyText } from "./arbitraries.ts";

describe("mayHaveSameLetters", () => {
  test.each([
    ["Twelve died.", "twelve  DIED"],
    ["“No,” she said…", '"no" she said'],
    ["caf\u00e9 open", "cafe\u0301 open"],
    ["\ufb01re", "fire"],
    ["\u212aelvin", "kelvin"],
    ["", " .\u200b"],
  ])("may be equal: %j and %j", (before, after) => {
    expect(mayHaveSameLetters(before, after)).toBe(true);
  });

  test.each([
    ["12 people died", "45 people died"],
    ["The end", "The end of it"],
    ["The end of it", "The end"],
    ["“a”", "“b”"],
    ["\u00e9tat a", "\u00e9tat b"],
    ["", "a"],
  ])("certainly differ: %j and %j", (before, after) => {
    expect(mayHaveSameLetters(before, after)).toBe(false);
  });

  test("never separates texts that fold to the same", () => {
    const glyphs = fc
      .array(
        fc.constantFrom(
          "e",
          "\u0301",
          "\u00e9",
          "\ufb01",
          "f",
          "i",
          "A",
          "a",
          "…",
          "-",
          "—",
          "'",
          "’",
          " ",
          "\u00ad",
          "1",
        ),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(""));
    const some = fc.oneof(anyText, glyphs);
    fc.assert(
      fc.property(some, some, (before, after) => {
        fc.pre(fold(before) === fold(after));
        return mayHaveSameLetters(before, after);
      }),
      { seed: 7, numRuns: 200, maxSkipsPerRun: 1000 },
    );
    fc.assert(
      fc.property(some, (text) => mayHaveSameLetters(text, fold(text))),
      { seed: 7, numRuns: 1000 },
    );
  });
});
