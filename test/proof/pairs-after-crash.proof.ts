import { describe, expect, it } from "vitest";
import { tryPairs } from "./cases.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";

/** Claims of the dead are all that the setting `skip` decides about, so it needs fewer first faults. */
const CASES = [
  ["resend", "crash before"],
  ["resend", "crash after"],
  ["resend", "409"],
  ["skip", "crash after"],
] as const;

describe("every pair of faults", () => {
  it.each(CASES)("keeps the promises; unknown deliveries: %s; the first is: %s", async (unknown, first) => {
    const setting = { ...SMALL, unknownDeliveries: unknown };
    const { cases, inWindow, violations } = await tryPairs(setting, await editedContents(editOne), [first]);
    console.log(`${cases} pairs after "${first}" (${unknown}), ${inWindow} with a mail in the window of SES`);
    expect(violations).toEqual([]);
  });
});
