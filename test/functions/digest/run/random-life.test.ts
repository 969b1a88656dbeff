import { expect, it } from "vitest";
import { KINDS, liveAtRandom, liveWithAccidents } from "../../../support/random-life.ts";

/** Lives that are short and yet have every kind of line, and every kind of accident. */
it("tells what happened in 25 days of a random life with workers that die", async () => {
  const { kinds, died } = await liveAtRandom({ seed: 5, isDeadly: true, days: 25 });
  expect(died.length).toBeGreaterThan(2);
  expect(kinds).toHaveLength(KINDS.length);
});

it("tells what happened in 20 days of a random life in which most stories go missing at times", async () => {
  const { days } = await liveWithAccidents({ seed: 9, isDeadly: true, days: 20 });
  expect(days.some(({ isRefused }) => isRefused)).toBe(true);
  expect(days.some(({ missing }) => missing > 0)).toBe(true);
  expect(days.some(({ acceptRemovals }) => acceptRemovals.length > 0)).toBe(true);
});
