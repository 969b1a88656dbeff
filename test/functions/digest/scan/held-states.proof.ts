import { describe, expect, it } from "vitest";
import { liveAllFrom, STATES } from "../../../support/held-states.ts";

describe("all sequences of up to five states of a story", () => {
  it.each(STATES)("that begin with %s are told as the model tells them", async (first) => {
    expect(await liveAllFrom(first, 5)).toEqual({ count: 1 + 6 + 36 + 216 + 1296, wrong: [] });
  });
});
