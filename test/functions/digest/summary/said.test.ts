import { describe, expect, test } from "vitest";
import { hasSaid } from "../../../../functions/digest/summary/said.ts";

const TEXT = ["The harbour opened on Monday, with 12 boats.", "Nobody was hurt"];
/** Makes a text too long to be searched as it stands. */
const FILLER = Array.from({ length: 1_200 }, (_, n) => `Line ${n} names ship${n}.`);

describe.each([
  ["a short text", TEXT],
  ["a long text", [...FILLER, ...TEXT]],
])("in %s", (_, text) => {
  test.each(["The harbour opened on Monday.", "opened on MONDAY — with 12 boats. Nobody", "was hurt", ""])(
    "“%s” was said",
    (sentence) => {
      expect(hasSaid(text)(sentence)).toBe(true);
    },
  );

  test.each([
    "The harbour opened on Tuesday.",
    "harbour opened on Monday, with 1",
    "arbour opened on Monday",
    "with 12 boatsmen",
    "hurt. The harbour",
  ])("“%s” was not", (sentence) => {
    expect(hasSaid(text)(sentence)).toBe(false);
  });
});
