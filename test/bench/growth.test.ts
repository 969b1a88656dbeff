import { describe, expect, it } from "vitest";
import { growthOf, MOST_GROWTH } from "../../bench/hostile/growth.ts";
import { materialOf } from "../../bench/hostile/material.ts";
import { STAGES, type Work } from "../../bench/hostile/stages.ts";
import { HARD_TEXTS } from "../../bench/hostile/texts.ts";
import { reach } from "../support/reach.ts";

/** Growth where the work on an input of a size takes these milliseconds. */
function growthWhere(msOf: (size: number) => number, sizeOf = (size: number) => size): number {
  const steps = { ms: 0 };
  const prepare = (size: number): Work => ({
    size: sizeOf(size),
    act: () => {
      steps.ms = msOf(size);
    },
  });
  const meter = (act: () => unknown) => {
    act();
    return steps.ms;
  };
  return growthOf(prepare, 8000, meter).ratio;
}

describe("growthOf", () => {
  it.each<[name: string, msOf: (size: number) => number, ratio: number]>([
    ["linear work", (size) => size, 2],
    ["quadratic work", (size) => size ** 2, 4],
    ["cubic work", (size) => size ** 3, 8],
    ["work that is quadratic up to a bound within the range", (size) => Math.min(size, 2000) ** 2, 4],
    ["work that takes too little time to be measured", (size) => size ** 2 / 2e6, 0],
  ])("finds that %s grows by the ratio of its worst doubling", (_, msOf, ratio) => {
    expect(growthWhere(msOf)).toBeCloseTo(ratio);
  });

  it("measures by what comes to the stage, if half of a text is shortened on the way and the whole is not", () => {
    const sizeOf = (size: number) => (size < 8000 ? size / 4 : size);
    expect(growthWhere(sizeOf, sizeOf)).toBeCloseTo(2);
  });

  it("leaves out inputs that are held back", () => {
    const prepare = (size: number) => (size > 2000 ? undefined : { size, act: () => 0 });
    expect(growthOf(prepare, 8000, () => 300)).toEqual({ ratio: 1, ms: 300 });
  });

  it("measures again before it believes a ratio that is too high", () => {
    const times = [200, 400, 1800, 3600, 200, 400, 800, 1600].values();
    const prepare = (size: number) => ({ size, act: () => 0 });
    expect(growthOf(prepare, 8000, () => times.next().value ?? 0).ratio).toBeLessThan(MOST_GROWTH);
  });
});

describe("the stages that are measured", () => {
  const few: Readonly<Record<string, number>> = { thread: 20, compose: 4, render: 4 };

  it.each(Object.keys(STAGES))("come to an end on a little of each hostile text: %s", (name) => {
    // A stage of many stories reads each text many times.
    const every = name in few ? reach(5, 1) : 1;
    for (const text of [...HARD_TEXTS.values()].filter((_, n) => n % every === 0)) {
      expect(() =>
        STAGES[name]?.prepare(materialOf(text)(few[name] ?? reach(200, 600)))?.act(),
      ).not.toThrow();
    }
  });
});

describe("a hostile text", () => {
  it.each([
    ["fractions and percentages", / 12\.5 % $/],
    ["list marks", /\) a \(b\) $/],
  ])(
    "ends with a whole unit at any length: cut off anywhere, half of it was paired otherwise than the whole (%s)",
    (name, end) => {
      for (const letters of [100, 101, 113, 1250, 2500]) {
        expect(HARD_TEXTS.get(name)?.(letters)).toMatch(end);
      }
    },
  );
});
