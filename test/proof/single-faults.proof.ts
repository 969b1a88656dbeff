import "./memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { callsOfADay, trySingly } from "./cases.ts";
import { DAYS } from "./days.ts";
import { AS_IT_IS, ATTESTED, editedContents, editStories, SUMMARISED, WEEKLY } from "./scenario.ts";

describe("every request of a day with each kind of change, with every possible fault", () => {
  it("keeps the promises; unknown deliveries: skip", async () => {
    const setting = { ...AS_IT_IS, unknownDeliveries: "skip" } as const;
    const { cases, inWindow, violations } = await trySingly(setting, await editedContents());
    console.log(`${cases} cases of one fault (skip), ${inWindow} with an email in the SES window`);
    expect(violations).toEqual([]);
  });

  it("keeps the promises, whatever befalls the fingerprints that a day without changes left", async () => {
    const contents = await editedContents(editStories, ATTESTED);
    const { cases, violations } = await trySingly(ATTESTED, contents);
    console.log(`${cases} cases of one fault (after a day without changes)`);
    expect(violations).toEqual([]);
    const calls = await callsOfADay(ATTESTED, contents);
    expect(
      calls.filter(({ call }) => call.name.endsWith("fingerprints.zst")).map(({ call }) => call.kind),
    ).toEqual(expect.arrayContaining(["read", "tag"]));
  });

  it.each([
    ["topics", ...DAYS.topics],
    ["summaries by a model", ...DAYS.model],
    ["a week, on the day that ends it", ...DAYS.week],
  ] as const)("keeps the promises to readers of %s", async (what, setting, openContents) => {
    const { cases, inWindow, putOff, violations } = await trySingly(setting, await openContents());
    console.log(
      `${cases} cases of one fault (${what}), ${inWindow} with an email in the SES window, ${putOff} with a week put off`,
    );
    expect(violations).toEqual([]);
    expect(putOff > 0).toBe(setting === WEEKLY);
    const isAsked = (await callsOfADay(setting, await openContents())).some(
      ({ call }) => call.kind === "ask",
    );
    expect(isAsked).toBe(setting === SUMMARISED);
  });
});
