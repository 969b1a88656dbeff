import { describe, expect, it } from "vitest";
import { tryLateForget, tryLostWrite } from "./lost-write.ts";
import { SMALL as DIRECT, editedContents } from "./scenario.ts";

const SMALL = { ...DIRECT, isOverHttp: true };

describe("a write with a lost answer that another worker has continued from", () => {
  it.each(["head.json", "checkpoint.json"] as const)(
    "marks nothing still needed as superseded: %s",
    async (key) => {
      const { attempts, violations } = await tryLostWrite(SMALL, await editedContents(), key);
      expect(attempts).toBeGreaterThanOrEqual(2);
      expect(violations).toEqual([]);
    },
  );
});

describe("an edition removed from the head while the next slot is committed", () => {
  it("leaves the next slot's snapshot current", async () => {
    const { violations } = await tryLateForget(SMALL, await editedContents());
    expect(violations).toEqual([]);
  });
});
