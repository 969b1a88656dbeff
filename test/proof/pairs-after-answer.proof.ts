import "./memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { tryPairs } from "./cases.ts";
import { createMemory } from "./memory/memory.ts";
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

const MEMORIES = { resend: createMemory(2), skip: createMemory(2) };

describe("every pair of faults", () => {
  it.each(CASES)("keeps the promises; unknown deliveries: %s; the first is: %s", async (unknown, first) => {
    const setting = { ...SMALL, unknownDeliveries: unknown };
    const { cases, inWindow, violations } = await tryPairs(
      { setting, contents: await editedContents(editOne), memory: MEMORIES[unknown] },
      [first],
    );
    console.log(`${cases} pairs after "${first}" (${unknown}), ${inWindow} with an email in the SES window`);
    expect(violations).toEqual([]);
  });
});
