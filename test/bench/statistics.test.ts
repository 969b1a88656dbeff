import { describe, expect, test } from "vitest";
import { drawSome, seededRandom } from "../../bench/data/random.ts";
import { pairedBootstrap } from "../../bench/measures/bootstrap.ts";
import { meanOf, medianOf, rounded } from "../../bench/measures/mean.ts";

describe("pairedBootstrap", () => {
  test("has no width where all differences are the same", () => {
    expect(pairedBootstrap([2, 2, 2])).toEqual({ mean: 2, low: 2, high: 2 });
  });

  test("spans the mean, more widely the more the differences vary", () => {
    const narrow = pairedBootstrap([0.9, 1, 1.1, 1]);
    const wide = pairedBootstrap([-2, 4, 3, -1]);
    expect(narrow.low).toBeLessThan(1);
    expect(narrow.high).toBeGreaterThan(1);
    expect(wide.mean).toBe(1);
    expect(wide.high - wide.low).toBeGreaterThan(10 * (narrow.high - narrow.low));
  });

  test("comes near the interval of a normal distribution for many differences", () => {
    const differences = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 1 : -1));
    const { low, high } = pairedBootstrap(differences);
    expect(low).toBeCloseTo(-1.96 / 20, 1);
    expect(high).toBeCloseTo(1.96 / 20, 1);
  });

  test("gives the same interval each time, and 0 for nothing", () => {
    expect(pairedBootstrap([1, 2, 5])).toEqual(pairedBootstrap([1, 2, 5]));
    expect(pairedBootstrap([])).toEqual({ mean: 0, low: 0, high: 0 });
  });
});

test("means, medians and rounding are those of the textbook", () => {
  expect([meanOf([1, 2, 6]), meanOf([])]).toEqual([3, 0]);
  expect([medianOf([9, 1, 4]), medianOf([4, 1, 9, 7]), medianOf([])]).toEqual([4, 7, 0]);
  expect([rounded(1.005 * 100), rounded(1.23456, 3)]).toEqual([100.5, 1.235]);
});

describe("seededRandom and drawSome", () => {
  test("depend on the seed alone", () => {
    const draw = (seed: number) => drawSome([1, 2, 3, 4, 5, 6, 7, 8], 4, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test("draw each at most once, and all where there are not more", () => {
    const all = ["a", "b", "c"];
    expect(drawSome(all, 9, seededRandom(1)).sort()).toEqual(all);
    expect(new Set(drawSome(all, 2, seededRandom(5))).size).toBe(2);
  });

  test("spread evenly over 0 to 1", () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 2000 }, random);
    expect(meanOf(values)).toBeCloseTo(0.5, 1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});
