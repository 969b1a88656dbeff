import { expect, it } from "vitest";
import { createPace } from "../../../../functions/digest/delivery/pace.ts";

/** A worker whose time passes by sleeping and by working. */
function worker() {
  let passedMs = 0;
  return {
    remainingMs: () => 900_000 - passedMs,
    sleep: async (ms: number) => {
      passedMs += ms;
    },
    work: (ms: number) => {
      passedMs += ms;
    },
    passedMs: () => passedMs,
  };
}

it("lets the first send begin at once", async () => {
  const at = worker();
  await createPace(1, at)();
  expect(at.passedMs()).toBe(0);
});

it("keeps sends apart, but for what the sending itself took", async () => {
  const at = worker();
  const pace = createPace(2, at);
  const starts: number[] = [];
  for (const workMs of [100, 600, 0, 0]) {
    await pace();
    starts.push(at.passedMs());
    at.work(workMs);
  }
  expect(starts).toEqual([0, 500, 1_100, 1_600]);
});

it("never begins more sends in a second than allowed, and loses no time", async () => {
  const at = worker();
  const pace = createPace(14, at);
  const starts: number[] = [];
  for (let i = 0; i < 200; i += 1) {
    await pace();
    starts.push(at.passedMs());
  }
  const most = Math.max(
    ...starts.map((start) => starts.filter((s) => s >= start && s < start + 1000).length),
  );
  expect(most).toBeLessThanOrEqual(14);
  expect(starts.at(-1)).toBeLessThan(15_000);
});

it("makes nobody wait without a limit", async () => {
  const at = worker();
  const pace = createPace(Number.POSITIVE_INFINITY, at);
  for (let i = 0; i < 10; i += 1) {
    await pace();
  }
  expect(at.passedMs()).toBe(0);
});
