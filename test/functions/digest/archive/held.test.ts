import { expect, it } from "vitest";
import { createHeld } from "../../../../functions/digest/archive/held.ts";

const hold = (limit: number) => createHeld<string>(limit, ({ length }) => length);

it("holds what was used last, as much as there is room for", () => {
  const held = hold(10);
  held.set("a", "aaaa");
  held.set("b", "bbbb");
  expect(held.get("a")).toBe("aaaa");
  held.set("c", "cccc");
  expect([held.get("a"), held.get("b"), held.get("c")]).toEqual(["aaaa", undefined, "cccc"]);
});

it("holds the last value, however large, and nothing beside it", () => {
  const held = hold(10);
  held.set("a", "aaaa");
  held.set("b", "b".repeat(50));
  expect([held.get("a"), held.get("b")?.length]).toEqual([undefined, 50]);
  held.set("c", "cccc");
  expect([held.get("b"), held.get("c")]).toEqual([undefined, "cccc"]);
});

it("counts a value that is set again once", () => {
  const held = hold(10);
  for (const value of ["aaaaaa", "aaaaaaa", "aa"]) {
    held.set("a", value);
  }
  held.set("b", "bbbbbbbb");
  expect([held.get("a"), held.get("b")]).toEqual(["aa", "bbbbbbbb"]);
});
