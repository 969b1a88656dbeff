import { describe, expect, it } from "vitest";
import { runIdOf, runKeys } from "../../../../functions/digest/keys.ts";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import {
  type BriefFile,
  MAX_EARLIER_RUNS,
  readBrief,
  writeBrief,
} from "../../../../functions/digest/run/brief/brief-file.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { mortal, untilDeath } from "../../../support/mortal.ts";
import { createRig, keysOf, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
const story = (houses: number) =>
  `Report from Ash\n\nThe mayor of Ash said that ${houses} houses stand empty. The council meets on Friday to vote on the harbour.\n`;
const BRIEF = /^runs\/[^/]+\/archive\.zst$/;

/** Runs of two days: a first edition, and one in which a figure changed. */
async function lived(): Promise<Rig> {
  const rig = createRig();
  await rig.put({ "ash.txt": story(12), "elm.txt": story(700).replaceAll("Ash", "Elm") });
  await rig.run(DAY1);
  await rig.put({ "ash.txt": story(14) });
  await rig.run(DAY2);
  return rig;
}

async function currentRun(rig: Rig): Promise<string> {
  const found = await readHead(rig.state);
  return found.state === "current" ? runIdOf(found.head.snapshot) : "";
}

async function currentBrief(rig: Rig): Promise<BriefFile> {
  const file = await readBrief(rig.state, runKeys(await currentRun(rig)).archive);
  if (file === undefined) {
    throw new Error("the last run kept no brief");
  }
  return file;
}

/** The rig's job with a store whose reads of briefs are answered by `read`. */
function reading(rig: Rig, read: ObjectStore["read"]): Rig["job"] {
  const state: ObjectStore = {
    ...rig.state,
    read: async (key, range) => await (BRIEF.test(key) ? read(key, range) : rig.state.read(key, range)),
  };
  return { ...rig.job, state };
}

describe("the brief that a run keeps of its edition", () => {
  it("says which story did what, and where edition.json and the packs have it", async () => {
    const rig = await lived();
    const { brief, details } = await currentBrief(rig);
    expect(brief).toMatchObject({ slot: DAY2, kind: "regular", lead: expect.stringContaining("12 → 14") });
    const [change] = brief.changes;
    expect(change).toMatchObject({ change: "revised", key: "ash.txt", firstSeen: DAY1 });
    const { edition } = runKeys(await currentRun(rig));
    const range = { offset: change?.at ?? 0, length: change?.size ?? 0 };
    const bytes = (await rig.state.read(edition, range))?.bytes;
    expect(JSON.parse(Buffer.from(bytes ?? []).toString("utf8"))).toMatchObject({
      key: "ash.txt",
      sha256: change?.sha256,
    });
    expect(details().words).toEqual([expect.stringContaining("Report from Ash\nash.txt\n")]);
    expect([...details().texts.keys()].toSorted()).toEqual(Object.values(change?.sha256 ?? {}).toSorted());
  });

  it("names the runs before it, newest first, also after a quiet day", async () => {
    const rig = createRig();
    await rig.put({ "ash.txt": story(12) });
    const runs: string[] = [];
    for (const slot of SLOTS) {
      await rig.run(slot);
      expect((await currentBrief(rig)).earlier).toEqual(runs);
      runs.unshift(await currentRun(rig));
    }
    expect((await currentBrief(rig)).brief).toMatchObject({ kind: "quiet", changes: [] });
  });

  it("names at most 128 of them", async () => {
    const rig = await lived();
    const { archive } = runKeys(await currentRun(rig));
    const { brief, details } = await currentBrief(rig);
    const earlier = Array.from({ length: MAX_EARLIER_RUNS }, (_, n) => `run-${n}`);
    await writeBrief(rig.state, archive, { brief, details: details(), earlier });
    await rig.run(DAY3);
    const named = (await currentBrief(rig)).earlier;
    expect(named).toHaveLength(MAX_EARLIER_RUNS);
    expect(named.slice(1)).toEqual(earlier.slice(0, -1));
  });

  it("costs one GET and one PUT more, and is never marked superseded", async () => {
    const rig = await lived();
    const requests: string[] = [];
    const state: ObjectStore = {
      ...rig.state,
      read: async (key, range) => {
        requests.push(...(BRIEF.test(key) ? ["GET"] : []));
        return await rig.state.read(key, range);
      },
      write: async (key, ...rest) => {
        requests.push(...(BRIEF.test(key) ? ["PUT"] : []));
        return await rig.state.write(key, ...rest);
      },
    };
    await rig.put({ "ash.txt": story(19) });
    await rig.run(DAY3, { state });
    expect(requests).toEqual(["GET", "PUT"]);
    const briefs = (await keysOf(rig.state)).filter((key) => BRIEF.test(key));
    expect(briefs).toHaveLength(3);
    expect(await Promise.all(briefs.map((key) => rig.state.tags(key)))).toEqual([{}, {}, {}]);
  });

  it("has the same bytes in each of two runs that make the same edition", async () => {
    const rig = await lived();
    await rig.put({ "ash.txt": story(19) });
    const bytes = await Promise.all(
      [rig.copy(), rig.copy()].map(async (copy) => {
        await copy.run(DAY3);
        return (await copy.state.read(runKeys(await currentRun(copy)).archive))?.bytes;
      }),
    );
    expect(bytes[0]).toEqual(bytes[1]);
  });
});

const UNREADABLE: readonly (readonly [how: string, read: ObjectStore["read"]])[] = [
  ["is gone", async () => undefined],
  ["is damaged", async () => ({ bytes: Buffer.from("no brief"), etag: "1", size: 8 })],
];

describe("a run that cannot read its parent's brief", () => {
  it.each(UNREADABLE)("because it %s begins a list with the parent", async (_, read) => {
    const rig = await lived();
    const parent = await currentRun(rig);
    await rig.put({ "ash.txt": story(19) });
    expect(await rig.run(DAY3, reading(rig, read))).toMatchObject({ outcome: "sent" });
    expect((await currentBrief(rig)).earlier).toEqual([parent]);
    await rig.run(DAY4);
    expect((await currentBrief(rig)).earlier).toHaveLength(2);
  });

  it("because the store does not answer commits nothing, and the next run makes the edition", async () => {
    const rig = await lived();
    await rig.put({ "ash.txt": story(19) });
    const before = await currentRun(rig);
    const read: ObjectStore["read"] = () => Promise.reject(new Error("503"));
    await expect(rig.run(DAY3, reading(rig, read))).rejects.toThrow("503");
    expect(await currentRun(rig)).toBe(before);
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "sent", counts: { revised: 1 } });
    expect((await currentBrief(rig)).earlier).toHaveLength(2);
  });
});

it.each(["before", "after"] as const)(
  "a run that dies %s it writes the brief is done again, and names the same runs",
  async (when) => {
    const rig = await lived();
    await rig.put({ "ash.txt": story(19) });
    const reference = rig.copy();
    await reference.run(DAY3);
    const watched = mortal(rig.copy().job, Number.POSITIVE_INFINITY, when);
    const place = await effectOfBrief(watched);
    await untilDeath(
      runDigest({ mode: "scheduled", slot: DAY3, acceptRemovals: [] }, mortal(rig.job, place, when).job),
    );
    expect((await currentBrief(rig)).brief.slot).toBe(DAY2);
    rig.passSeconds(70);
    await rig.run(DAY3);
    const [made, expected] = [await currentBrief(rig), await currentBrief(reference)];
    expect({ ...made.brief, earlier: made.earlier }).toEqual({
      ...expected.brief,
      earlier: expected.earlier,
    });
  },
);

/** The number of the effect that writes the brief. */
async function effectOfBrief({ job, effects }: ReturnType<typeof mortal>): Promise<number> {
  let place = -1;
  const { state } = job;
  const write: ObjectStore["write"] = async (key, ...rest) => {
    place = BRIEF.test(key) ? effects.length : place;
    return await state.write(key, ...rest);
  };
  await runDigest(
    { mode: "scheduled", slot: DAY3, acceptRemovals: [] },
    { ...job, state: { ...state, write } },
  );
  return place;
}
