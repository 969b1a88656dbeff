import { expect, test } from "vitest";
import { makeChange, makeEdition, makeRevised } from "../../local/preview/sample-editions.ts";
import { explain } from "../../local/runner/explain.ts";

const TERMS = { newWords: 3, goneWords: 0, rowWords: 0, values: 1, goneNumbers: 0 };

test("says of each change what its points are made of, in the order of the edition", () => {
  const edition = makeEdition({
    changes: [
      makeChange({
        key: "new.txt",
        significance: 12,
        reports: 2,
        terms: { ...TERMS, newWords: 10 },
      }),
      makeChange({ key: "old.txt", significance: 9 }),
      makeRevised({ key: "flood.txt", significance: 25, terms: { ...TERMS, nearDay: "2026-11-19" } }),
      makeChange({ key: "gone.txt", change: "removed", significance: 20 }),
      makeRevised({
        key: "quay.txt",
        significance: 0,
        terms: { ...TERMS, newWords: 0, values: 0 },
        told: "line",
        minor: "wording",
      }),
    ],
  });
  expect(explain(edition)).toBe(
    [
      "Why in this order (docs/significance.md):",
      "1. new.txt (added): 12.0",
      "      6.0  a new story of 10 words",
      "      6.0  one of 2 reports on one event",
      "2. old.txt (added): 9.0",
      "      9.0  a new story",
      "3. flood.txt (revised): 25.0",
      "     12.0  3 new words",
      "      3.0  1 fact or new number",
      "     10.0  names 2026-11-19, as it did not before",
      "4. gone.txt (removed): 20.0",
      "     20.0  the story was removed",
      "5. quay.txt (revised): 0.0, told as a line: wording",
    ].join("\n"),
  );
});

test("explains thirty changes and counts the rest; nothing without changes", () => {
  const changes = Array.from({ length: 40 }, (_, n) => makeChange({ key: `${n}.txt` }));
  expect(explain(makeEdition({ changes }))).toMatch(/\n30\. 29\.txt.*\n.*\nand 10 more$/);
  expect(explain(makeEdition())).toBe("");
});
