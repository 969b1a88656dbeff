import "./memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { tryPairs } from "./cases.ts";
import { createMemory } from "./memory/memory.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";

/** The setting `skip` only affects claims of dead workers, so it needs fewer first faults. */
const CASES = [
  ["resend", "crash before"],
  ["resend", "crash after"],
  ["resend", "409"],
  ["skip", "crash after"],
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
