import * as v from "valibot";
import { expect, it } from "vitest";
import { composeFromStories } from "../../../../functions/digest/edition/from-stories.ts";
import { EditionSchema } from "../../../../functions/digest/edition/schema.ts";
import { parseStory } from "../../../../functions/digest/story/story.ts";

const SLOT = "2026-11-20T07:00:00Z";

const story = (key: string, text: string) => parseStory(key, new TextEncoder().encode(text));
const ferry = (dead: number) => `Ferry sinks off Vellmouth\n\nAt least ${dead} people died, police said.\n`;

const before = story("ferry.txt", ferry(12));
const gone = story("gone.txt", "Bridge closes\n\nThe bridge over the harbour closes on Monday.\n");
const empty = story("empty.txt", "");

it.each([
  ["a new story", { after: before }, { change: "added", key: "ferry.txt" }],
  ["a previously unreadable story", { before: empty, after: gone }, { change: "added", key: "gone.txt" }],
  ["a removed story", { before: gone }, { change: "removed", key: "gone.txt" }],
  [
    "a changed text",
    { before, after: story("ferry.txt", ferry(14)) },
    { change: "revised", revision: { facts: [{ kind: "number", before: "12", after: "14" }] } },
  ],
  [
    "the same text under a different key",
    { before, after: story("news/ferry.txt", ferry(12)) },
    { change: "renamed", key: "news/ferry.txt", renamedFrom: "ferry.txt", significance: 2 },
  ],
] as const)("reports %s", (_, pair, change) => {
  const edition = composeFromStories(SLOT, [pair]);
  expect(edition.changes).toMatchObject([change]);
  expect(edition.kind).toBe("regular");
  expect(edition.counts[edition.changes[0]?.change ?? "added"]).toBe(1);
  expect(edition.omitted).toBe(0);
  expect(v.is(EditionSchema, edition)).toBe(true);
});

it("lists changes that are not news, and is quiet if there are no others", () => {
  const typography = story("ferry.txt", ferry(12).replace("off", " off"));
  const edition = composeFromStories(SLOT, [
    { before, after: typography },
    { before: gone, after: gone },
    {},
  ]);
  expect(edition).toMatchObject({ kind: "quiet", changes: [], cosmetic: [{ key: "ferry.txt" }] });
  expect(edition.counts).toMatchObject({ stories: 2, cosmetic: 1, revised: 0 });
});

it("holds back unreadable stories", () => {
  const edition = composeFromStories(SLOT, [{ before, after: empty }]);
  expect(edition.heldBack).toEqual([
    { key: "empty.txt", reason: "empty", since: SLOT, headline: "Ferry sinks off Vellmouth", words: 7 },
  ]);
  expect(edition).toMatchObject({ kind: "regular", changes: [], counts: { stories: 1, heldBack: 1 } });
});

it("includes when a story was first seen only if that was given", () => {
  const firstSeen = "2026-11-01T07:00:00Z";
  expect(composeFromStories(SLOT, [{ before: gone, firstSeen }]).changes[0]).toMatchObject({ firstSeen });
  expect(composeFromStories(SLOT, [{ before: gone }]).changes[0]).not.toHaveProperty("firstSeen");
});

it("groups new stories about one event", () => {
  const pairs = ["a.txt", "b.txt"].map((key) => ({ after: story(key, ferry(12)) }));
  expect(composeFromStories(SLOT, pairs).threads).toMatchObject([{ stories: ["a.txt", "b.txt"] }]);
});

it("takes any ISO time with a zone as its slot, in one form", () => {
  expect(composeFromStories("2026-11-20T08:00:00.000+01:00", []).slot).toBe(SLOT);
});

it.each(["today", "", "2026-11-20", "2026-11-20T07:00:00", "2026-13-20T07:00:00Z"])(
  "refuses the slot %j",
  (slot) => {
    const compose = () => composeFromStories(slot, [{ before }]);
    expect(compose).toThrow(RangeError);
    expect(compose).toThrow(
      `slot is "${slot}", expected an ISO time with a zone, such as 2026-11-20T07:00:00Z`,
    );
  },
);
