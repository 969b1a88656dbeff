import "./memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { trySomePairs } from "./cases.ts";
import { DAYS } from "./days.ts";

/** `PROOF_SEED` draws other pairs, and `PROOF_FIRSTS` more first faults, each with four second ones; of all pairs there are some 50,000 in each of the settings. */
const SEED = Number(process.env.PROOF_SEED ?? 1_000);
const FIRSTS = Number(process.env.PROOF_FIRSTS ?? 25);
const SAMPLE = { firsts: FIRSTS, seconds: 4, seed: SEED };

describe.each(["resend", "skip"] as const)(
  "some of the pairs of faults; unknown deliveries: %s",
  (unknownDeliveries) => {
    it.each([
      ["topics", ...DAYS.topics],
      ["summaries by a model", ...DAYS.model],
      ["a week, on the day that ends it", ...DAYS.week],
    ] as const)("keep the promises to readers of %s", async (what, chosen, openContents) => {
      const setting = { ...chosen, unknownDeliveries };
      const { cases, inWindow, violations } = await trySomePairs(setting, await openContents(), SAMPLE);
      console.log(
        `${cases} pairs of ${what} (${unknownDeliveries}, seed ${SEED}), ${inWindow} with an email in the SES window`,
      );
      expect(violations).toEqual([]);
      expect(cases).toBeGreaterThan(3 * FIRSTS);
    });
  },
);
