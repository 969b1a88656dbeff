import { describe, expect, it } from "vitest";
import { tryLateForget, tryLostWrite } from "./lost-write.ts";
import { editedContents, SMALL } from "./scenario.ts";

describe("a write whose answer is lost, and which another worker has gone on from", () => {
  it.each(["head.json", "checkpoint.json"] as const)(
    "marks nothing that is needed as superseded: %s",
    async (key) => {
      const { attempts, violations } = await tryLostWrite(SMALL, await editedContents(), key);
      expect(attempts).toBeGreaterThanOrEqual(2);
      expect(violations).toEqual([]);
    },
  );
});

describe("an edition that is taken off the head while the next slot is committed", () => {
  it("leaves the next slot's snapshot current", async () => {
    const { violations } = await tryLateForget(SMALL, await editedContents());
    expect(violations).toEqual([]);
  });
});
