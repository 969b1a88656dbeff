import { describe, expect, it } from "vitest";
import { tryPairs } from "./cases.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";

/** The setting `skip` only affects claims of dead workers, so it needs fewer first faults. */
const CASES = [
  ["resend", "answer lost"],
  ["resend", "503 for good"],
  ["resend", "412"],
  ["resend", "503"],
  ["resend", "400"],
  ["skip", "answer lost"],
] as const;

describe("every pair of faults", () => {
  it.each(CASES)("keeps the promises; unknown deliveries: %s; the first is: %s", async (unknown, first) => {
    const setting = { ...SMALL, unknownDeliveries: unknown };
    const { cases, inWindow, violations } = await tryPairs(setting, await editedContents(editOne), [first]);
    console.log(`${cases} pairs after "${first}" (${unknown}), ${inWindow} with an email in the SES window`);
    expect(violations).toEqual([]);
  });
});
