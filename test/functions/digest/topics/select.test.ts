import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Edition, EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { EditionSchema } from "../../../../functions/digest/edition/schema.ts";
import { renderEdition } from "../../../../functions/digest/publish/mail/render.ts";
import { selectFor } from "../../../../functions/digest/topics/select.ts";
import type { TopicSetting } from "../../../../functions/digest/topics/topics.ts";
import {
  makeChange,
  makeEdition,
  makeRevised,
  makeRevision,
  makeRichEdition,
} from "../../../../local/preview/sample-editions.ts";
import { fc } from "../../../support/laws.ts";
import { anyTopics, topics } from "./any-topics.ts";

const keysOf = ({ changes }: Edition) => changes.map(({ key }) => key);
const chosen = (edition: Edition, ...settings: readonly TopicSetting[]) =>
  keysOf(selectFor(edition, topics(...settings)).edition);

const FLOOD = makeRevised({ key: "wire/flood.txt", lang: "en" });
const ORLA = makeChange({
  key: "wire/orla.md",
  headline: "Überschwemmung an der Orla",
  summary: ["Der Fluss trat über die Ufer."],
  lang: "de",
});
const COURT = makeChange({
  change: "removed",
  key: "court/appeal.txt",
  headline: "Court rejects the appeal",
  summary: ["Sanctions stay in force."],
});
const EDITION = makeEdition({
  changes: [ORLA, COURT, FLOOD],
  cosmetic: [{ key: "court/list.txt", reason: "white space" }],
});

describe("a topic", () => {
  it.each<[string, TopicSetting, readonly string[]]>([
    ["without a wish", { name: "a" }, ["wire/orla.md", "court/appeal.txt", "wire/flood.txt"]],
    ["of a prefix", { name: "a", keys: "wire/" }, ["wire/orla.md", "wire/flood.txt"]],
    ["of a glob", { name: "a", keys: ["**/*.md"] }, ["wire/orla.md"]],
    ["of a word in the summary", { name: "a", words: "sanctions" }, ["court/appeal.txt"]],
    ["of a beginning of a word", { name: "a", words: ["sanct"] }, ["court/appeal.txt"]],
    ["of a word without its accent", { name: "a", words: "uberschwemmung" }, ["wire/orla.md"]],
    ["of a phrase", { name: "a", words: '"rejects the appeal"' }, ["court/appeal.txt"]],
    ["of the words of a phrase apart", { name: "a", words: '"appeal rejects"' }, []],
    ["of a word in an edit", { name: "a", words: "valley" }, ["wire/flood.txt"]],
    ["without a word", { name: "a", not: ["valley", "sanctions"] }, ["wire/orla.md"]],
    [
      "of a language, and of none that is certain",
      { name: "a", languages: "de" },
      ["wire/orla.md", "court/appeal.txt"],
    ],
    [
      "of a language by its region",
      { name: "a", languages: ["en-GB"] },
      ["court/appeal.txt", "wire/flood.txt"],
    ],
    ["of a kind", { name: "a", kinds: ["removed"] }, ["court/appeal.txt"]],
    ["of new stories", { name: "a", kinds: ["new"] }, ["wire/orla.md"]],
    ["of figures by a tenth", { name: "a", figure: { change: "10%" } }, ["wire/flood.txt"]],
    ["of figures by more than this one", { name: "a", figure: { change: "60%" } }, []],
    ["of several wishes, which all have to hold", { name: "a", keys: "wire/", words: "appeal" }, []],
  ])("%s lets in what it says", (_, setting, expected) => {
    expect(chosen(EDITION, setting)).toEqual(expected);
  });

  it("says why", () => {
    const { matches } = selectFor(
      EDITION,
      topics({ name: "deaths", keys: "wire/", figure: { change: "10%" } }),
    );
    expect(matches).toEqual([{ topic: "deaths", because: ["key wire/", "figure ±58 %"], isFigure: true }]);
  });

  it("counts figures by their unit, in any form, and never guesses", () => {
    const change = (before: string, after: string) =>
      chosen(
        makeEdition({
          changes: [makeRevised({ lang: "en" }, { facts: [{ kind: "number", before, after }] })],
        }),
        {
          name: "a",
          figure: { change: "50%" },
        },
      ).length;
    expect([
      change("2 million euros", "€3,000,000"),
      change("two", "three"),
      change("100 km", "149 km"),
      change("12 to 15", "20"),
      change("5 %", "10 km"),
      change("0", "1"),
    ]).toEqual([1, 1, 0, 0, 0, 1]);
  });

  it("follows a story that moved out of its keys", () => {
    const moved = makeChange({ change: "renamed", key: "b/x.txt", renamedFrom: "a/x.txt", summary: [] });
    expect(chosen(makeEdition({ changes: [moved] }), { name: "t", keys: "a/" })).toEqual(["b/x.txt"]);
  });
});

describe("a selection", () => {
  it("leads with the figures that a topic asks for, and keeps the order else", () => {
    expect(chosen(EDITION, { name: "all" }, { name: "deaths", figure: { change: "10%" } })).toEqual([
      "wire/flood.txt",
      "wire/orla.md",
      "court/appeal.txt",
    ]);
  });

  it("names formatting changes where a topic asks for keys alone", () => {
    const cosmetic = (setting: TopicSetting) => selectFor(EDITION, topics(setting)).edition.cosmetic.length;
    expect([
      cosmetic({ name: "a", keys: "court/" }),
      cosmetic({ name: "a", keys: "court/", words: "appeal" }),
    ]).toEqual([1, 0]);
  });

  it("is quiet where there is nothing", () => {
    expect(selectFor(EDITION, topics({ name: "a", words: "zeppelin" })).edition).toMatchObject({
      kind: "quiet",
      changes: [],
    });
  });

  it("tells a copy by itself where the story that it is a copy of is not chosen", () => {
    const copies = ["a/1.txt", "b/1.txt", "b/2.txt"].map((key, at) =>
      makeRevised({ key, sameEdit: "e1", ...(at > 0 && { copyOf: "a/1.txt" }) }),
    );
    const { edition } = selectFor(makeEdition({ changes: copies }), topics({ name: "t", keys: "b/" }));
    expect(edition.changes.map(({ copyOf }) => copyOf)).toEqual([undefined, "b/1.txt"]);
    expect(edition.items?.revised).toBe(1);
  });

  it("says of shared edits in how many of its own stories they are, and of one story all", () => {
    const { edits } = makeRevision();
    const changes = ["a/1.txt", "a/2.txt", "b/1.txt"].map((key) => makeRevised({ key, sharedEdits: ["s1"] }));
    const edition = makeEdition({ changes, sharedEdits: [{ id: "s1", edits, stories: 3 }] });
    const sharing = (keys: string) => {
      const part = selectFor(edition, topics({ name: "t", keys })).edition;
      return [
        part.sharedEdits?.map(({ stories }) => stories),
        part.changes.map(({ sharedEdits }) => sharedEdits),
      ];
    };
    expect(sharing("b/")).toEqual([undefined, [undefined]]);
    expect(sharing("a/")).toEqual([[2], [["s1"], ["s1"]]]);
  });
});

const withoutPlace = ({
  thread: _,
  copyOf: __,
  sameTextAs: ___,
  sharedEdits: ____,
  ...change
}: EditionChange) => change;

describe("for any topics", () => {
  const edition = makeRichEdition();
  const byKey = new Map(
    edition.changes.map((change) => [`${change.change} ${change.key}`, withoutPlace(change)]),
  );

  it("a selection is an edition, with what was told unchanged, each once, and counts of its own", () => {
    fc.assert(
      fc.property(anyTopics, (some) => {
        const { edition: part, matches } = selectFor(edition, some);
        expect(v.is(EditionSchema, part)).toBe(true);
        expect(matches).toHaveLength(part.changes.length);
        const names = part.changes.map((change) => `${change.change} ${change.key}`);
        expect(new Set(names).size).toBe(names.length);
        for (const change of part.changes) {
          expect(withoutPlace(change)).toEqual(byKey.get(`${change.change} ${change.key}`));
        }
        for (const kind of ["added", "revised", "removed", "renamed", "returned", "reverted"] as const) {
          expect(part.counts[kind]).toBe(part.changes.filter(({ change }) => change === kind).length);
        }
        expect(part.kind === "quiet").toBe(part.changes.length === 0);
      }),
      { numRuns: 200 },
    );
  });

  it("more topics never tell less, and nothing that none of them has", () => {
    fc.assert(
      fc.property(anyTopics, anyTopics, (some, more) => {
        const all = new Set(keysOf(selectFor(edition, [...some, ...more]).edition));
        const each = [some, more].flatMap((one) => keysOf(selectFor(edition, one).edition));
        expect(all).toEqual(new Set(each));
      }),
      { numRuns: 100 },
    );
  });

  it("both parts of the email tell the same stories, and no other", () => {
    fc.assert(
      fc.property(anyTopics, (some) => {
        const { edition: part } = selectFor(edition, some);
        const { html, text } = renderEdition(part);
        const own = new Set(part.changes.map(({ key }) => key));
        for (const { key } of edition.changes.filter((change) => !own.has(change.key))) {
          expect(text.includes(` ${key}\n`) && !part.changes.some((one) => one.renamedFrom === key)).toBe(
            false,
          );
        }
        for (const key of part.changes.filter(({ told }) => told !== "line").map((change) => change.key)) {
          expect([html.includes(key), text.includes(key)]).toEqual([true, true]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
