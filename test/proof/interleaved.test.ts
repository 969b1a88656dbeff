import { describe, expect, it } from "vitest";
import { interleave } from "./interleave.ts";
import { SMALL } from "./scenario.ts";

const SEEDS = Array.from({ length: 6 }, (_, i) => i + 1);

describe("workers in parallel", () => {
  it(`keep the promises in any order of their requests: seeds 1 to ${SEEDS.length}`, async () => {
    for (const seed of SEEDS) {
      const unknownDeliveries = seed % 2 === 0 ? "resend" : "skip";
      const { violations } = await interleave({ ...SMALL, unknownDeliveries }, seed);
      expect(violations, `seed ${seed}`).toEqual([]);
    }
  });
});
