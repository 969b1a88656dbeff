import { expect, it } from "vitest";
import { trySomePairs } from "./cases.ts";
import { CHOOSING, editedContents, editForTopics } from "./scenario.ts";

/** `PROOF_SEED` draws other pairs; of all there are some 50,000. */
const SEED = Number(process.env.PROOF_SEED ?? 1_000);
const SAMPLE = { firsts: 60, seconds: 4 };

it.each(["resend", "skip"] as const)(
  "some of the pairs of faults keep the promises to readers who chose different topics; unknown deliveries: %s",
  async (unknownDeliveries) => {
    const setting = { ...CHOOSING, unknownDeliveries };
    const contents = await editedContents(editForTopics, setting);
    const sample = { ...SAMPLE, seed: SEED };
    const { cases, inWindow, violations } = await trySomePairs(setting, contents, sample);
    console.log(
      `${cases} pairs with topics (${unknownDeliveries}, seed ${SEED}), ${inWindow} with an email in the SES window`,
    );
    expect(violations).toEqual([]);
    expect(cases).toBeGreaterThan(200);
  },
);
