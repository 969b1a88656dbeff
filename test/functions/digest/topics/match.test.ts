import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMatch, matcherOf } from "../../../../functions/digest/topics/match.ts";
import { selectFor } from "../../../../functions/digest/topics/select.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRichEdition,
} from "../../../../local/preview/sample-editions.ts";
import { anyTopics, topics } from "./any-topics.ts";

const FLOOD = makeRevised({ key: "wire/flood.txt", lang: "en" });

describe("a topic says of what it does not let in why not: the first of its wishes that does not hold", () => {
  it.each([
    ["keys", { keys: ["court/", "**/*.md"] }, "no key of court/, **/*.md"],
    ["words", { words: ["sanctions", '"export ban"'] }, 'no word of sanctions, "export ban"'],
    ["a word too many", { not: ["sport", "valley"] }, 'has the word "valley"'],
    ["a phrase too many", { not: '"the valley"' }, 'has the word "the valley"'],
    ["a language", { languages: ["de", "fr"] }, "language en, not de, fr"],
    ["a kind", { kinds: ["removed", "new"] }, "kind revised, not removed, new"],
    ["a figure", { figure: { change: "62.5%" } }, "no figure that changed by 62.5 %"],
    ["the first of several", { keys: "court/", words: "zeppelin" }, "no key of court/"],
    ["the second of several", { keys: "wire/", words: "zeppelin" }, "no word of zeppelin"],
  ] as const)("%s", (_, wishes, refusedBy) => {
    const [topic] = topics({ name: "a", ...wishes });
    expect(topic && matcherOf(topic).change(FLOOD)).toEqual({ refusedBy });
  });

  it("and names only the first of very many", () => {
    const [topic] = topics({ name: "a", keys: Array.from({ length: 100 }, (_, n) => `k${n}/`) });
    expect(topic && matcherOf(topic).change(FLOOD)).toEqual({
      refusedBy: "no key of k0/, k1/, k2/, k3/, k4/, k5/, k6/, k7/ …",
    });
  });

  it("and the same of what is only named", () => {
    const [courts, more, all] = topics(
      { name: "courts", keys: "court/" },
      { name: "more", keys: "court/", words: "appeal" },
      { name: "all" },
    ).map(matcherOf);
    expect([
      courts?.named("wire/a.md", "court/a.md"),
      courts?.named("wire/a.md"),
      more?.named("court/a.md"),
      all?.named("wire/a.md"),
    ]).toEqual([
      { topic: "courts", because: ["key court/"], isFigure: false },
      { refusedBy: "no key of court/" },
      { refusedBy: "asks for more than keys" },
      { topic: "all", because: [], isFigure: false },
    ]);
  });
});

const anyKey = fc.constantFrom("vote.txt", "court/a.txt", "harbour.txt", "market/b.md", "x/ferry.txt");
const anyNamed = fc.record({ key: anyKey, reason: fc.constant("white space") });
const anyChange = fc.oneof(
  fc.record({ key: anyKey, lang: fc.constantFrom("en", "de", "pt-BR") }).map(makeRevised),
  fc.record({ key: anyKey, headline: fc.constantFrom("Council meets", "A tunnel opens") }).map(makeChange),
  fc.record({ key: anyKey, renamedFrom: anyKey }).map((keys) => makeChange({ change: "renamed", ...keys })),
  fc.constantFrom(...makeRichEdition().changes),
);
const anyEdition = fc
  .record({
    changes: fc.uniqueArray(anyChange, { maxLength: 8, selector: ({ key }) => key }),
    cosmetic: fc.uniqueArray(anyNamed, { maxLength: 3, selector: ({ key }) => key }),
  })
  .map(makeEdition);

it("for any edition and topics: what a topic has a reason against is not in its selection, and all else is", () => {
  const [letIn, keptOut] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(anyEdition, anyTopics, (edition, some) => {
      for (const topic of some) {
        const matcher = matcherOf(topic);
        const { edition: part, matches } = selectFor(edition, [topic]);
        const own = edition.changes.map((change) => ({ key: change.key, found: matcher.change(change) }));
        expect(own.flatMap(({ key, found }) => (isMatch(found) ? [key] : [])).toSorted()).toEqual(
          part.changes.map(({ key }) => key).toSorted(),
        );
        expect(new Set(own.map(({ found }) => found).filter(isMatch))).toEqual(new Set(matches));
        expect(edition.cosmetic.filter(({ key }) => isMatch(matcher.named(key)))).toEqual(part.cosmetic);
        for (const { found } of own) {
          if (isMatch(found)) {
            letIn.add(found.because.join());
          } else {
            expect(found.refusedBy).not.toBe("");
            keptOut.add(found.refusedBy.split(" ", 2).join(" "));
          }
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(letIn.size).toBeGreaterThan(5);
  expect([...keptOut].toSorted()).toEqual(
    expect.arrayContaining(["has the", "no figure", "no key", "no word"]),
  );
});
