import { expect, test } from "vitest";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { isMatch } from "../../functions/digest/topics/match.ts";
import { selectFor } from "../../functions/digest/topics/select.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRichEdition,
} from "../../local/preview/sample-editions.ts";
import type { Told } from "../../local/runner/explain/told.ts";
import { explainTopics, itemsOf, verdictsOf } from "../../local/runner/explain/topics.ts";
import { explain } from "../../local/runner/explain.ts";
import { anyTopics, topics } from "../functions/digest/topics/any-topics.ts";
import { fc } from "../support/laws.ts";

const NEXT_WEEK = "next due on Monday 30 November";
const told = (edition: Edition, week?: Edition): Told => ({ edition, week, nextWeek: NEXT_WEEK });

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
  expect(explainTopics(told(edition), some).split("\n").slice(1)).toEqual([
    "court/a.md: in courts (key court/, word sanctions)",
    "court/a.md: in court (key court/)",
    "court/a.md: in all (it takes everything)",
    "b\ufffd[2J.md: not in courts: key does not match court/",
    "b\ufffd[2J.md: not in court: key does not match court/",
    "b\ufffd[2J.md: in all (it takes everything)",
    "court/list.txt (formatting change): not in courts: goes only to topics that ask for keys alone",
    "court/list.txt (formatting change): in court (key court/)",
    "court/list.txt (formatting change): in all (it takes everything)",
  ]);
  expect([explainTopics(told(edition), []), explainTopics(told(makeEdition()), some)]).toEqual(["", ""]);
});

const FLOOD = makeRevised({ key: "wire/flood.txt", lang: "en" });

test.each([
  [{ keys: ["court/", "**/*.md"] }, "key does not match court/ or **/*.md"],
  [{ words: ["sanctions", '"export ban"'] }, 'does not contain sanctions or "export ban"'],
  [{ not: ["sport", "valley"] }, "contains valley, which the topic excludes"],
  [{ not: '"the valley"' }, 'contains "the valley", which the topic excludes'],
  [{ languages: ["de", "fr", "pt-BR"] }, "language is en, not de, fr or pt-BR"],
  [{ kinds: ["removed", "new"] }, "is revised, not removed or new"],
  [{ figure: { change: "62.5%" } }, "no figure changed by 62.5 % or more"],
  [{ keys: Array.from({ length: 100 }, (_, n) => `k${n}/`) }, "k6/, k7/ or one of 92 more"],
] as const)("says in words which wish keeps a change out: %j", (wishes, words) => {
  const text = explainTopics(told(makeEdition({ changes: [FLOOD] })), topics({ name: "a", ...wishes }));
  expect(text.split("\n").slice(1)).toEqual([
    expect.stringMatching(new RegExp(`^wire/flood\\.txt: not in a: .*${RegExp.escape(words)}$`)),
  ]);
});

test("explains weekly topics by the week's edition, where there is one, and else says when they are due", () => {
  const some = topics(
    { name: "courts", keys: "court/" },
    { name: "week", rhythm: "weekly" },
    { name: "sea", words: "ferry", rhythm: "weekly" },
  );
  const edition = makeEdition({ changes: [makeChange({ key: "court/a.md" })] });
  expect(explainTopics(told(edition), some).split("\n").slice(1)).toEqual([
    "court/a.md: in courts (key court/)",
    `week is weekly, ${NEXT_WEEK}`,
    `sea is weekly, ${NEXT_WEEK}`,
  ]);
  const week = {
    ...makeEdition({ changes: [FLOOD] }),
    rhythm: "weekly" as const,
    passing: [{ key: "wire/market.txt", what: "changed back" as const }],
  };
  expect(explainTopics(told(edition, week), some).split("\n").slice(1)).toEqual([
    "court/a.md: in courts (key court/)",
    "Of the week:",
    "wire/flood.txt: in week (it takes everything)",
    "wire/flood.txt: not in sea: does not contain ferry",
    "wire/market.txt (changed back): in week (it takes everything)",
    "wire/market.txt (changed back): not in sea: goes only to topics that ask for keys alone",
  ]);
  expect(explainTopics(told(edition, makeEdition()), some)).not.toContain("week");
});

test("keeps a key that is hostile to a terminal on one line of bounded length", () => {
  const key = `a\n1. fake.txt: in courts\u009b2J\u202e${"x".repeat(900)}`;
  const edition = makeEdition({ changes: [makeChange({ key })] });
  const both = `${explain(edition)}\n${explainTopics(told(edition), topics({ name: "b", keys: "b/" }))}`;
  expect(both).not.toMatch(/[[\p{Cc}\u202e]--\n]/v);
  expect(both.split("\n").filter((line) => line.startsWith("1. fake"))).toEqual([]);
  expect(Math.max(...both.split("\n").map((line) => line.length))).toBeLessThan(260);
});

test("explains thirty items for each topic, and counts the rest", () => {
  const changes = Array.from({ length: 40 }, (_, n) => makeChange({ key: `${n}.txt` }));
  const lines = explainTopics(told(makeEdition({ changes })), topics({ name: "a" }, { name: "b" })).split(
    "\n",
  );
  expect([lines.length, lines.at(-2), lines.at(-1)]).toEqual([
    62,
    "29.txt: in b (it takes everything)",
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
      const verdicts = verdictsOf(itemsOf(edition), some);
      for (const topic of some) {
        const { edition: part } = selectFor(edition, [topic]);
        const chosen = [part.changes, part.cosmetic, part.unstable, part.heldBack]
          .flat()
          .map(({ key }) => key);
        const explained = verdicts.filter((verdict) => verdict.topic === topic && isMatch(verdict.found));
        expect(explained.map(({ item }) => item.key).toSorted()).toEqual(chosen.toSorted());
      }
    }),
    { numRuns: 100 },
  );
});
