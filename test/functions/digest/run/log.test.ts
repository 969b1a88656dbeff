import { describe, expect, it } from "vitest";
import { createRig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;

describe("the log of a run", () => {
  it("contains no story text, no key and no address, whatever happens to stories and emails", async () => {
    let sends = 0;
    const rig = createRig({
      answer: () => {
        sends += 1;
        return sends === 2
          ? { outcome: "refused", reason: "MessageRejected: bob@example.org is not verified" }
          : { outcome: "accepted", messageId: `m${sends}` };
      },
    });
    await rig.put({
      "secret-source.txt":
        "Zeppelin lands in Quillfield\n\nA zeppelin landed in Quillfield. 12 people saw it.",
      "binary.txt": new Uint8Array([0, 1, 2, 3, 0, 255]),
    });
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "refused" });
    await rig.put({
      "secret-source.txt":
        "Zeppelin lands in Quillfield\n\nA zeppelin landed in Quillfield. 19 people saw it.",
    });
    await rig.run(DAY2);
    const steps = new Set(rig.steps.map(({ step }) => step));
    expect([...steps].toSorted()).toEqual(["committed", "compared", "composed", "delivered", "scanned"]);
    expect(JSON.stringify(rig.steps)).not.toMatch(/zeppelin|quillfield|secret|binary|@/i);
  });
});
