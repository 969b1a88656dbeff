import { describe, expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";
import { type Fault, isEffect } from "./world/fault.ts";

const MIN_CASES = 20;
/** Of each kind one: the worker is gone, the answer is, the service is. The long proof has all, and those of reads. */
const FAULTS: readonly Fault[] = ["crash after", "answer lost", "503 for good"];

describe("a run whose request meets a fault", () => {
  it("at any of its effects is finished by later ones: nothing lost, nothing reported or emailed twice", async () => {
    const { cases, inWindow, violations } = await trySingly(
      SMALL,
      await editedContents(editOne),
      (call, fault) => isEffect(call) && FAULTS.includes(fault),
    );
    console.log(`${cases} cases of one fault, ${inWindow} of them with an email in the SES window`);
    expect(violations).toEqual([]);
    expect(cases).toBeGreaterThan(MIN_CASES);
  });
});
