import { describe, expect, it } from "vitest";
import { isMatch, matcherOf } from "../../../../functions/digest/topics/match.ts";
import { selectFor } from "../../../../functions/digest/topics/select.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRichEdition,
} from "../../../../local/preview/sample-editions.ts";
import { fc } from "../../../support/laws.ts";
import { anyTopics, topics } from "./any-topics.ts";

const FLOOD = makeRevised({ key: "wire/flood.txt", lang: "en" });

describe("a topic says of what it does not let in which of its wishes does not hold, the first of them", () => {
  it.each([
    ["keys", { keys: ["court/", "**/*.md"] }],
    ["words", { words: ["sanctions", '"export ban"'] }],
    ["not", { not: ["sport", "valley"] }],
    ["not", { not: '"the valley"' }],
    ["languages", { languages: ["de", "fr"] }],
    ["kinds", { kinds: ["removed", "new"] }],
    ["figure", { figure: { change: "62.5%" } }],
    ["keys", { keys: "court/", words: "zeppelin" }],
    ["words", { keys: "wire/", words: "zeppelin", kinds: ["new"] }],
  ] as const)("%s of %j", (field, wishes) => {
    const [topic] = topics({ name: "a", ...wishes });
    expect(topic && matcherOf(topic).change(FLOOD)).toBe(field);
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
      more?.named("wire/a.md"),
      all?.named("wire/a.md"),
    ]).toEqual([
      { topic: "courts", because: ["key court/"], isFigure: false },
      "keys",
      "more",
      "keys",
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
            keptOut.add(found);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(letIn.size).toBeGreaterThan(5);
  expect([...keptOut].toSorted()).toEqual(expect.arrayContaining(["figure", "keys", "not", "words"]));
});
