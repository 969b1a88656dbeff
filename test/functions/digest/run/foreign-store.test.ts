import { describe, expect, it } from "vitest";
import { HEAD_KEY } from "../../../../functions/digest/keys.ts";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { createRig, keysOf, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;
const STORY = "Ferry runs again\n\nThe Sorn ferry runs again. It carried 12 people on Monday.\n";

/** A store that passes only some conditions on, and writes as if there had been none of the others. */
function deafTo(store: ObjectStore, isDeaf: (condition: object) => boolean): ObjectStore {
  return {
    ...store,
    write: (key, bytes, condition, contentType) =>
      store.write(key, bytes, condition && isDeaf(condition) ? undefined : condition, contentType),
  };
}

describe("a store that ignores conditions", () => {
  it.each<[string, (condition: object) => boolean, RegExp]>([
    ["If-None-Match", (condition) => "absent" in condition, /If-None-Match/],
    ["If-Match", (condition) => "etag" in condition, /If-Match/],
    ["both", () => true, /If-None-Match/],
  ])(
    "is refused at the first run and at every other, before anybody is mailed: %s",
    async (_, isDeaf, header) => {
      const rig = createRig();
      await rig.put({ "ferry.txt": STORY });
      const state = deafTo(rig.state, isDeaf);
      for (const slot of [DAY1, DAY1, DAY2]) {
        const error = await rig.run(slot, { state }).then(
          () => expect.fail("it ran"),
          (reason: Error) => reason,
        );
        expect(error.message).toMatch(/^cannot use s3:\/\/state: it ignores the condition /);
        expect(error.message).toMatch(header);
      }
      await expect(runDigest({ mode: "preview", slot: DAY1 }, { ...rig.job, state })).rejects.toThrow(header);
      expect(rig.inbox).toEqual([]);
      expect(await keysOf(rig.state, HEAD_KEY)).toEqual([]);
    },
  );

  it("is looked for once: later runs ask nothing, and nothing is left behind", async () => {
    const rig = createRig();
    await rig.put({ "ferry.txt": STORY });
    const refused: string[] = [];
    const write: ObjectStore["write"] = async (key, ...more) => {
      const result = await rig.state.write(key, ...more);
      refused.push(...(result.outcome === "refused" ? [key] : []));
      return result;
    };
    await rig.run(DAY1, { state: { ...rig.state, write } });
    expect(refused).toEqual(Array(2).fill(expect.stringMatching(/^runs\/.*\/edition\.json$/)));
    await rig.put({ "ferry.txt": STORY.replace("12", "19") });
    await rig.run(DAY2, { state: { ...rig.state, write } });
    expect(refused).toHaveLength(2);
  });
});

describe("a store that cannot tag", () => {
  const failing = async (): Promise<void> => {
    throw new Error("cannot tag s3://state/runs/1/parts/0.zst: S3 answered 501 NotImplemented");
  };

  it("never makes a run an error that has mailed its edition", async () => {
    const rig = createRig();
    await rig.put({ "ferry.txt": STORY });
    await rig.run(DAY1);
    await rig.put({ "ferry.txt": STORY.replace("12", "19") });
    let tags = 0;
    const tag = async (): Promise<void> => {
      tags += 1;
      await failing();
    };
    expect(await rig.run(DAY2, { state: { ...rig.state, tag } })).toMatchObject({ outcome: "sent" });
    expect(rig.inbox).toHaveLength(4);
    expect(tags).toBeGreaterThan(0);
    expect(tags).toBeLessThan(3);
    expect(rig.steps.filter(({ step }) => step === "not marked")).toEqual([
      { step: "not marked", figures: { reason: expect.stringContaining("NotImplemented") } },
    ]);
  });

  it("nor does a run fail that was overtaken", async () => {
    const rig = createRig();
    await rig.put({ "ferry.txt": STORY });
    const state = { ...rig.state, tag: failing };
    const results = await Promise.all([rig.run(DAY1, { state }), rig.run(DAY1, { state })]);
    expect(results.map(({ slot }) => slot)).toEqual([DAY1, DAY1]);
    expect(rig.steps.map(({ step }) => step)).toContain("not marked");
  });
});
