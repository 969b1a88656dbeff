import { expect, it } from "vitest";
import { seededRandom } from "../../../bench/data/random.ts";
import { createSeenStates } from "./seen-states.ts";

/** Enough that the table grows three times. */
const STATES = 100_000;

it("tells a state that was seen from one that is new, however many there are", () => {
  const random = seededRandom(7);
  const few = (count: number): number => Math.floor(random() * count);
  const seen = createSeenStates();
  const known = new Set<string>();
  let wrong = 0;
  for (let i = 0; i < STATES; i += 1) {
    const state = [few(2 ** 31), few(3) * 2 ** 24, few(2)] as const;
    const again = [few(1_000), few(20), few(20)] as const;
    for (const each of [state, again]) {
      wrong += seen.isNew(...each) === known.has(each.join(" ")) ? 1 : 0;
      known.add(each.join(" "));
    }
  }
  expect(wrong).toBe(0);
  expect(seen.size()).toBe(known.size);
});
