import { describe, expect, it } from "vitest";
import { trySingly } from "./cases.ts";
import { isEffect } from "./fault.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";

const MIN_CASES = 80;

describe("a run whose request meets a fault", () => {
  it("at any of its effects is finished by later ones: nothing lost, nothing reported or emailed twice", async () => {
    const { cases, inWindow, violations } = await trySingly(SMALL, await editedContents(editOne), isEffect);
    console.log(`${cases} cases of one fault, ${inWindow} of them with an email in the SES window`);
    expect(violations).toEqual([]);
    expect(cases).toBeGreaterThan(MIN_CASES);
  });
});
