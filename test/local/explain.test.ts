import fc from "fast-check";
import { expect, test } from "vitest";
import { isMatch } from "../../functions/digest/topics/match.ts";
import { selectFor } from "../../functions/digest/topics/select.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRichEdition,
} from "../../local/preview/sample-editions.ts";
import { explainTopics, verdictsOf } from "../../local/runner/explain/topics.ts";
import { explain } from "../../local/runner/explain.ts";
import { anyTopics, topics } from "../functions/digest/topics/any-topics.ts";

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

test("says of each item and topic what let it in or kept it out, also of what is only named", () => {
  const edition = makeEdition({
    changes: [
      makeChange({ key: "court/a.md", headline: "Sanctions stay" }),
      makeChange({ key: "b\u001b[2J.md" }),
    ],
    cosmetic: [{ key: "court/list.txt", reason: "white space" }],
  });
  const some = topics(
    { name: "courts", keys: "court/", words: "sanctions" },
    { name: "court", keys: "court/" },
    { name: "all" },
  );
  expect(explainTopics(edition, some).split("\n").slice(1)).toEqual([
    "court/a.md: in courts (key court/, word sanctions)",
    "court/a.md: in court (key court/)",
    "court/a.md: in all (it asks for nothing)",
    "b\ufffd[2J.md: not in courts: no key of court/",
    "b\ufffd[2J.md: not in court: no key of court/",
    "b\ufffd[2J.md: in all (it asks for nothing)",
    "court/list.txt (formatting change): not in courts: asks for more than keys",
    "court/list.txt (formatting change): in court (key court/)",
    "court/list.txt (formatting change): in all (it asks for nothing)",
  ]);
  expect([explainTopics(edition, []), explainTopics(makeEdition(), some)]).toEqual(["", ""]);
});

test("explains thirty items for each topic, and counts the rest", () => {
  const changes = Array.from({ length: 40 }, (_, n) => makeChange({ key: `${n}.txt` }));
  const lines = explainTopics(makeEdition({ changes }), topics({ name: "a" }, { name: "b" })).split("\n");
  expect([lines.length, lines.at(-2), lines.at(-1)]).toEqual([
    62,
    "29.txt: in b (it asks for nothing)",
    "and 10 more",
  ]);
});

test("an explanation says of nothing that it is in a topic, or is not, but what the selection has of it", () => {
  const rich = makeRichEdition();
  const edition = {
    ...rich,
    cosmetic: [...rich.cosmetic, { key: "vote/list.txt", reason: "case" }],
    unstable: [
      ...rich.unstable,
      { key: "x/old.txt", renamedFrom: "vote/old.txt", headline: "Old", returns: 3 },
    ],
  };
  fc.assert(
    fc.property(anyTopics, (some) => {
      const verdicts = verdictsOf(edition, some);
      for (const topic of some) {
        const { edition: part } = selectFor(edition, [topic]);
        const told = [part.changes, part.cosmetic, part.unstable, part.heldBack].flat().map(({ key }) => key);
        const explained = verdicts.filter(
          (verdict) => verdict.topic === topic.name && isMatch(verdict.found),
        );
        expect(explained.map(({ key }) => key).toSorted()).toEqual(told.toSorted());
      }
    }),
    { numRuns: 100 },
  );
});
