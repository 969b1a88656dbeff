import { describe, expect, test } from "vitest";
import { compareMarks, damage, typeset } from "../../bench/data/damage.ts";

test.each([
  ["Iran’s “plan” — 5–6 days", "Iranâs âplanâ â 5â6 days"],
  ["so…", "soâ¦"],
  ["€5", "â¬5"],
  ["café", "cafÃ©"],
  ["plain", "plain"],
])("damages “%s” to “%s”", (clean, damaged) => {
  expect(damage(clean)).toBe(damaged);
});

test.each([
  [`"We won't," he said -- twice.`, "“We won’t,” he said—twice."],
  [`the 'old' quay ("closed")`, "the ‘old’ quay (“closed”)"],
  [`the " old " quay`, "the “old” quay"],
])("typesets %s", (plain, set) => {
  expect(typeset(plain)).toBe(set);
});

describe("compareMarks", () => {
  test.each([
    ["Iran’s “plan”", "Iran’s “plan”", { marks: 3, marksRight: 3, isExact: true }],
    ["Iran’s “plan”", "Iranâs âplanâ", { marks: 3, marksRight: 0, isExact: false }],
    ["Iran’s “plan”", "Iran’s ‘plan”", { marks: 3, marksRight: 2, isExact: false }],
    ["so… he’s", "soâ¦ he’s", { marks: 2, marksRight: 1, isExact: false }],
    ["a — b’s", "a  b’s", { marks: 2, marksRight: 1, isExact: false }],
    ["said ‘“go”’ now", "said ‘“go”’ now", { marks: 4, marksRight: 4, isExact: true }],
    ["plain", "plain", { marks: 0, marksRight: 0, isExact: true }],
  ])("counts what is right of “%s” in “%s”", (clean, repaired, recovery) => {
    expect(compareMarks(clean, repaired)).toEqual(recovery);
  });
});
