import { expect, test } from "vitest";
import { type Depth, fitToMail } from "../../../../../functions/digest/publish/mail/budget.ts";

/** Fits units that each take so many bytes at each depth, and tells the depths as one string. */
function fitted(units: readonly (readonly [number, number, number])[]): string {
  const order = units.map((_, index) => index);
  return fitToMail(order, (depths) => ({
    depths: depths.join(""),
    html: "x".repeat(1_000 + depths.reduce<number>((sum, depth, unit) => sum + bytes(units[unit], depth), 0)),
  })).depths;
}

function bytes(unit: readonly [number, number, number] | undefined, depth: Depth): number {
  return depth === 3 ? 0 : (unit?.[depth] ?? 0);
}

test.each<[string, number, readonly [number, number, number], string]>([
  ["everything fits", 6, [4_000, 500, 100], "000000"],
  ["the least important redlines go first", 12, [9_000, 500, 100], "000000000111"],
  ["then summaries, from the least important up", 12, [9_000, 8_500, 100], "000111111122"],
  ["then headlines", 12, [9_000, 9_000, 9_000], "000222222333"],
  ["leads keep their redlines when all others have lost theirs", 12, [9_000, 6_800, 100], "000111111111"],
  ["large leads lose theirs like all others", 3, [40_000, 20_000, 100], "011"],
  ["leads that are far too large are cut to nothing", 3, [200_000, 150_000, 95_000], "333"],
])("%s", (_, count, sizes, depths) => {
  expect(fitted(Array.from({ length: count }, () => sizes))).toBe(depths);
});

test("renders a bounded number of times, however many units there are", () => {
  let renders = 0;
  fitToMail(
    Array.from({ length: 10_000 }, (_, index) => index),
    (depths) => {
      renders += 1;
      return { html: "x".repeat(depths.filter((depth) => depth < 3).length * 400) };
    },
  );
  expect(renders).toBeLessThanOrEqual(18);
});

test("renders an edition that has nothing to cut", () => {
  expect(fitToMail([], () => ({ html: "quiet" })).html).toBe("quiet");
});
