import { describe, expect, test } from "vitest";
import { keepThreadIds } from "../../../../../functions/digest/edition/threads/thread-ids.ts";
import { fc } from "../../../../support/laws.ts";

const NEW_ID = /^t-[0-9a-f]{12}$/;

/** `"x: a b"` is thread x with the stories a and b. */
function threads(...lines: readonly string[]): { id: string; stories: string[] }[] {
  return lines.map((line) => {
    const [id = "", stories = ""] = line.split(": ");
    return { id, stories: stories.split(" ") };
  });
}

function groups(...lines: readonly string[]): string[][] {
  return lines.map((line) => line.split(" "));
}

describe("keepThreadIds", () => {
  test.each([
    ["keeps the id of an unchanged thread", threads("x: a b"), groups("a b"), ["x"]],
    ["keeps the id of a thread that grew", threads("x: a b"), groups("a b c d e"), ["x"]],
    ["keeps the id of a thread that lost its first story", threads("x: a b c"), groups("b c"), ["x"]],
    [
      "chooses the id of a merged thread by the larger overlap",
      threads("x: a", "y: b c"),
      groups("a b c"),
      ["y"],
    ],
    [
      "prefers the larger share if overlaps are equal",
      threads("x: a b c d", "y: e f"),
      groups("a b e f"),
      ["y"],
    ],
    ["uses the order of ids if all else is equal", threads("y: b", "x: a"), groups("a b"), ["x"]],
    ["keeps several ids apart", threads("x: a b", "y: c d"), groups("c d e", "a"), ["y", "x"]],
    [
      "gives a group its second best if another takes the best",
      threads("x: a b c", "y: d"),
      groups("c d", "a b"),
      ["y", "x"],
    ],
    [
      "treats an id used by two editions as one thread",
      threads("x: a b", "y: c d e", "x: c d f"),
      groups("c d f a"),
      ["x"],
    ],
    ["returns no ids for no groups", threads("x: a"), [], []],
  ])("%s", (_, before, now, ids) => {
    expect(keepThreadIds(before, now)).toEqual(ids);
  });

  test("leaves the id of a split thread to the largest piece, and creates another", () => {
    const [first = ""] = keepThreadIds([], groups("a b c"));
    const ids = keepThreadIds([{ id: first, stories: ["a", "b", "c"] }], groups("a", "b c"));
    expect(ids[1]).toBe(first);
    expect(ids[0]).toMatch(NEW_ID);
    expect(ids[0]).not.toBe(first);
  });

  test("derives the same new id from the same first key, whatever the others are", () => {
    expect(keepThreadIds([], groups("b a c"))).toEqual(keepThreadIds([], groups("a")));
    expect(keepThreadIds([], groups("a"))).not.toEqual(keepThreadIds([], groups("b")));
  });

  test("gives every group a unique id, whatever the order of the groups", () => {
    const key = fc.constantFrom(..."abcdefghijkl");
    const thread = fc.record({
      id: fc.constantFrom("x", "y", "z"),
      stories: fc.uniqueArray(key, { maxLength: 5 }),
    });
    const partition = fc
      .array(fc.nat(3), { minLength: 12, maxLength: 12 })
      .map((places) =>
        [0, 1, 2, 3]
          .map((group) => [..."abcdefghijkl"].filter((_, n) => places[n] === group))
          .filter((group) => group.length > 0),
      );
    fc.assert(
      fc.property(fc.array(thread, { maxLength: 5 }), partition, (before, now) => {
        const ids = keepThreadIds(before, now);
        expect(new Set(ids).size).toBe(now.length);
        expect(keepThreadIds(before, now.toReversed()).toReversed()).toEqual(ids);
        expect(keepThreadIds(before.toReversed(), now)).toEqual(ids);
      }),
      { seed: 16 },
    );
  });

  test("is fast with thousands of threads", () => {
    const before = Array.from({ length: 5_000 }, (_, n) => ({ id: `t-${n}`, stories: [`k${n}`, `m${n}`] }));
    const now = before.map(({ stories }) => [...stories, `new of ${stories[0]}`]);
    expect(keepThreadIds(before, now)).toEqual(before.map(({ id }) => id));
  });
});
