import "./memory/remembered.ts";
import { expect, it } from "vitest";
import { DAYS } from "./days.ts";
import { createMemory } from "./memory/memory.ts";
import { tryResumes } from "./resumed.ts";

const MIN_CASES = 100;

it.each([
  ["a day with a change", ...DAYS.everyone],
  ["the first day", ...DAYS.first],
] as const)(
  "a resume run finishes what is left of %s, whatever it meets while it looks for that",
  async (what, setting, openContents) => {
    const lab = { setting, contents: await openContents(), memory: createMemory(2) };
    const { cases, inWindow, violations } = await tryResumes(lab);
    console.log(`${cases} cases of a resume run (${what}), ${inWindow} with an email in the SES window`);
    expect(violations).toEqual([]);
    expect(cases).toBeGreaterThan(MIN_CASES);
  },
);
