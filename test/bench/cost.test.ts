import { describe, expect, it } from "vitest";
import { costFigures, costOfDay, type Day, scaleDay } from "../../bench/storage/cost.ts";

const DAY: Day = {
  stories: 1_000_000,
  requests: { ListObjectsV2Command: 1_000, GetObjectCommand: 9_976, PutObjectCommand: 40 },
  seconds: 60,
  stateBytes: 1_000_000_000,
};

describe("costOfDay", () => {
  it("prices requests, seconds, storage and the mail", () => {
    const cost = costOfDay(DAY);
    expect(cost.list).toBeCloseTo(0.005, 9);
    expect(cost.get).toBeCloseTo(0.004, 9);
    expect(cost.put).toBeCloseTo(0.0002, 9);
    expect(cost.lambda).toBeCloseTo((60 + 4.8) * (1769 / 1024) * 0.0000133334 + 25 * 0.0000002, 9);
    expect(cost.storage).toBeCloseTo(0.023 / 30, 9);
    const { total, ...parts } = cost;
    expect(total).toBeCloseTo(
      Object.values(parts).reduce((sum, part) => sum + part, 0),
      12,
    );
  });

  it("has a price for a day without requests: the resume runs and the mail", () => {
    const { list, put, get, mail } = costOfDay({ ...DAY, requests: {} });
    expect([list, put]).toEqual([0, 0]);
    expect([get > 0, mail > 0]).toEqual([true, true]);
  });
});

describe("scaleDay", () => {
  it("lets requests, seconds and bytes grow as the stories do", () => {
    expect(scaleDay(DAY, 10_000_000)).toEqual({
      stories: 10_000_000,
      requests: { ListObjectsV2Command: 10_000, GetObjectCommand: 99_760, PutObjectCommand: 400 },
      seconds: 600,
      stateBytes: 10_000_000_000,
    });
  });
});

describe("costFigures", () => {
  it("says which days were measured, and scales the largest of them to the other sizes", () => {
    const small = { ...DAY, stories: 1_000 };
    const lines = costFigures([small, DAY], [1_000, 1_000_000, 10_000_000]);
    expect(lines.map(({ stories, basis }) => [stories, basis])).toEqual([
      [1_000, "measured"],
      [1_000_000, "measured"],
      [10_000_000, "scaled from 1000000"],
    ]);
    expect(lines[1]?.value).toBe(Number(costOfDay(DAY).total.toFixed(5)));
    expect(lines[2]?.list).toBe(0.05);
  });

  it("has nothing to say where no day was measured", () => {
    expect(costFigures([], [1_000])).toEqual([]);
  });
});
