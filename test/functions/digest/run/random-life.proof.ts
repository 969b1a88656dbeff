import { expect, it } from "vitest";
import { KINDS, liveAtRandom, liveWithAccidents } from "../../../support/random-life.ts";

it.each([
  [1, false],
  [2, true],
])(
  "tells what happened in 60 days of a random life, seed %i, workers that die: %s",
  async (seed, isDeadly) => {
    const { kinds, died } = await liveAtRandom({ seed, isDeadly, days: 60 });
    expect(died.length > 5).toBe(isDeadly);
    expect(kinds.length).toBeGreaterThan(KINDS.length - 3);
  },
);

it.each([
  [3, false],
  [4, true],
])(
  "tells what happened in 90 days of a random life in which most stories go missing at times, seed %i, workers that die: %s",
  async (seed, isDeadly) => {
    const { died, days } = await liveWithAccidents({ seed, isDeadly, days: 90 });
    expect(died.length > 1).toBe(isDeadly);
    expect(days.filter(({ isRefused }) => isRefused).length).toBeGreaterThan(3);
    expect(days.filter(({ missing }) => missing > 0).length).toBeGreaterThan(5);
    expect(days.filter(({ acceptRemovals }) => acceptRemovals.length > 0).length).toBeGreaterThan(1);
  },
);
