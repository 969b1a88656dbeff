import "./memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { interleave } from "./interleave.ts";
import { AS_IT_IS, IN_TURN } from "./scenario.ts";

/** `PROOF_SEED` sets another start; a violation names its seed. */
const FIRST = Number(process.env.PROOF_SEED ?? 1_000);
const COUNT = 500;
const FEW = 100;

describe.each(["resend", "skip"] as const)(
  "workers in parallel; unknown deliveries: %s",
  (unknownDeliveries) => {
    it(`keep the promises with the seeds ${FIRST} to ${FIRST + COUNT - 1}`, async () => {
      const broken: string[] = [];
      for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
        const { violations } = await interleave({ ...AS_IT_IS, unknownDeliveries }, seed);
        broken.push(...violations.map((what) => `seed ${seed}: ${what}`));
      }
      expect(broken).toEqual([]);
    });

    it(`keep the promises to readers of a week and of topics with the seeds ${FIRST} to ${FIRST + FEW - 1}`, async () => {
      const broken: string[] = [];
      for (let seed = FIRST; seed < FIRST + FEW; seed++) {
        const { violations } = await interleave({ ...IN_TURN, unknownDeliveries }, seed);
        broken.push(...violations.map((what) => `seed ${seed}: ${what}`));
      }
      expect(broken).toEqual([]);
    });
  },
);
