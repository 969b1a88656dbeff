import { beforeAll, describe, expect, it } from "vitest";
import { OutOfTimeError } from "../../../../functions/digest/errors.ts";
import { CHECKPOINT_KEY } from "../../../../functions/digest/keys.ts";
import { readCheckpoint } from "../../../../functions/digest/run/checkpoint/checkpoint-file.ts";
import type { Job } from "../../../../functions/digest/run/job.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readFingerprints } from "../../../../functions/digest/snapshot/fingerprints.ts";
import { DeathError, mortal } from "../../../support/mortal.ts";
import { reach } from "../../../support/reach.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";
import { currentSnapshot, inTime, leftBehind, outcomeOf } from "../../../support/unfinished.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const RESUME = { mode: "resume" } as const;

const story = (name: string, figure: number): string =>
  `Report from ${name}\n\nThe mayor of ${name} said that ${figure} houses stand empty. The council meets on Friday.`;

const NAMES = [
  ["Ash", "Beech", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple"],
  ["Oak", "Pear", "Plum", "Poplar", "Rowan", "Spruce", "Sycamore", "Walnut", "Yew"],
].flat();

let unscanned: Rig;
let edited: Rig;
beforeAll(async () => {
  unscanned = await firstRig();
  edited = await laterRig();
});

/** Nineteen stories not yet scanned. */
const newRig = (): Rig => unscanned.copy();
/** The same in a snapshot of five parts, edited since: a change of each kind, including at the ends of parts. */
const editedRig = (): Rig => edited.copy();

async function firstRig(): Promise<Rig> {
  const rig = createRig();
  await rig.put(Object.fromEntries(NAMES.map((name, i) => [`${name}.txt`, story(name, 10 + i)])));
  return rig;
}

async function laterRig(): Promise<Rig> {
  const rig = newRig();
  await rig.run(DAY1);
  await rig.put({
    "Ash.txt": story("Ash", 99),
    "Cedar.txt": "",
    "Elm.txt": story("Elm", 98),
    "Mill.txt": story("Mill", 3),
    "Pine.txt": story("Pine", 7),
    "Willow.txt": story("Oak", 20),
    "Yew.txt": story("Yew", 97),
  });
  for (const name of ["Fir", "Oak", "Plum"]) {
    await rig.corpus.remove(`${name}.txt`);
  }
  return rig;
}

/** Runs the slot, then resumes until it is finished, each time with this many looks at the clock; returns all results. */
async function runInPieces(rig: Rig, slot: string, looks: number): Promise<readonly RunResult[]> {
  const request = { mode: "scheduled", slot, acceptRemovals: [] } as const;
  const results = [await runDigest(request, inTime(rig, looks))];
  while (results.at(-1)?.outcome === "unfinished" && results.length < 100) {
    results.push(await runDigest(RESUME, inTime(rig, looks)));
  }
  return results;
}

describe.each([
  ["a first run", newRig, DAY1, 3],
  ["a day with changes", editedRig, DAY2, 6],
] as const)("%s that runs out of time", (_, createCase, slot, fewest) => {
  it("at any point ends with the same edition, email and snapshot, and leaves no orphans", async () => {
    const reference = createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    const stops = new Set<number>();
    for (let looks = fewest; looks < 24; looks += reach(2, 1)) {
      const rig = createCase();
      const results = await runInPieces(rig, slot, looks);
      stops.add(results.length - 1);
      expect(results.at(-1), `${looks} looks`).toMatchObject({ slot, outcome: "sent" });
      expect(await outcomeOf(rig), `${looks} looks`).toEqual(expected);
      expect(await leftBehind(rig), `${looks} looks`).toEqual([]);
      expect(await rig.run(DAY3), `${looks} looks`).toMatchObject({ outcome: "quiet" });
    }
    expect(stops.has(0)).toBe(true);
    expect(Math.max(...stops)).toBeGreaterThan(4);
  });

  it("reports its progress, further each time", async () => {
    const rig = createCase();
    const results = await runInPieces(rig, slot, fewest);
    const stories = results.flatMap(({ progress }) => progress?.stories ?? []);
    expect(stories.length).toBeGreaterThan(2);
    expect(stories).toEqual(stories.toSorted((a, b) => a - b));
    expect(results[0]).toMatchObject({ slot, outcome: "unfinished", counts: null, edition: null });
  });

  it("and then crashes at any effect of resuming loses nothing and leaves the checkpoint as it was", async () => {
    const reference = createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    let at = 0;
    for (let isDead = true; isDead; at += 1) {
      const rig = createCase();
      await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, inTime(rig, 9));
      try {
        await runDigest(RESUME, mortal(inTime(rig, 9), at, at % 2 === 0 ? "before" : "after").job);
        isDead = false;
      } catch (error) {
        expect(error).toBeInstanceOf(DeathError);
      }
      rig.passSeconds(70);
      await runInPieces(rig, slot, 9);
      expect(await outcomeOf(rig), `effect ${at}`).toEqual(expected);
    }
    expect(at).toBeGreaterThan(3);
  });

  it("while other workers resume concurrently ends in one edition, and marks what was written in vain", async () => {
    const reference = createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    for (let looks = fewest; looks < 24; looks += reach(2, 1)) {
      const rig = createCase();
      const request = { mode: "scheduled", slot, acceptRemovals: [] } as const;
      await Promise.all([10, 12, looks].map((each) => runDigest(request, inTime(rig, each))));
      await Promise.all([looks, 11, looks].map((each) => runDigest(RESUME, inTime(rig, each))));
      rig.passSeconds(70);
      await runInPieces(rig, slot, 12);
      expect(await outcomeOf(rig), `${looks} looks`).toEqual(expected);
      expect(await leftBehind(rig), `${looks} looks`).toEqual([]);
    }
  });

  it.each([
    ["finished", 40],
    ["resumed", 10],
  ])(
    "marks nothing if the answer to its checkpoint write was lost and another worker %s it",
    async (__, looks) => {
      const reference = createCase();
      await reference.run(slot);
      const expected = await outcomeOf(reference);
      const rig = createCase();
      const state: Job["state"] = {
        ...rig.state,
        async write(key, bytes, condition) {
          const result = await rig.state.write(key, bytes, condition);
          if (key !== CHECKPOINT_KEY) {
            return result;
          }
          await runDigest(RESUME, inTime(rig, looks));
          return { outcome: "refused" };
        },
      };
      await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, { ...inTime(rig, 9), state });
      await runInPieces(rig, slot, 12);
      expect(await outcomeOf(rig)).toEqual(expected);
      expect(await leftBehind(rig)).toEqual([]);
    },
  );

  it("before a single story was done reports it, and keeps earlier progress", async () => {
    const rig = createCase();
    await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, inTime(rig, 9));
    const before = await readCheckpoint(rig.state);
    for (const looks of [0, 1, 2]) {
      await expect(runDigest(RESUME, inTime(rig, looks))).rejects.toThrow(OutOfTimeError);
    }
    expect(await readCheckpoint(rig.state)).toMatchObject({
      state: "open",
      checkpoint: "checkpoint" in before && before.checkpoint,
    });
    expect((await runInPieces(rig, slot, 9)).at(-1)).toMatchObject({ slot, outcome: "sent" });
  });

  it("ignores a damaged or deleted checkpoint, and stops at one of another version", async () => {
    const reference = createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    for (const content of ["", "{", '{"version":1,"ranges":[]}', undefined]) {
      const rig = createCase();
      const request = { mode: "scheduled", slot, acceptRemovals: [] } as const;
      await runDigest(request, inTime(rig, 9));
      await (content === undefined
        ? rig.state.remove(CHECKPOINT_KEY)
        : rig.state.write(CHECKPOINT_KEY, Buffer.from(content)));
      await runInPieces(rig, slot, 9);
      expect(await outcomeOf(rig)).toEqual(expected);
    }
    const rig = createCase();
    await rig.state.write(CHECKPOINT_KEY, Buffer.from('{"version":3}'));
    await expect(rig.run(slot)).rejects.toThrow("version 3, this code supports 1 and 2");
    expect(await textOf(rig.state, CHECKPOINT_KEY)).toBe('{"version":3}');
  });
});

describe("a checkpoint", () => {
  it("costs a run that finishes in time no write and one read", async () => {
    const rig = newRig();
    await rig.run(DAY1);
    expect(await keysOf(rig.state, CHECKPOINT_KEY)).toEqual([]);
  });

  it("of an earlier slot becomes that slot's edition before the later slot gets its own", async () => {
    const reference = editedRig();
    await reference.run(DAY2);
    await reference.put({ "Ash.txt": story("Ash", 100) });
    await reference.run(DAY3);
    const expected = await outcomeOf(reference);
    for (const looks of [7, 9, 11, 40]) {
      const rig = editedRig();
      const first = { mode: "scheduled", slot: DAY2, acceptRemovals: [] } as const;
      await runDigest(first, inTime(rig, 9));
      await rig.put({ "Ash.txt": story("Ash", 100) });
      const results = await runInPieces(rig, DAY3, looks);
      expect((await runInPieces(rig, DAY3, 40)).at(-1)?.outcome, `${looks} looks`).toMatch(
        /sent|already done/,
      );
      expect(results[0]?.slot).toBe(looks < 40 ? DAY2 : DAY3);
      expect(await outcomeOf(rig), `${looks} looks`).toEqual(expected);
    }
  });

  it("of a later slot is finished by a run of an earlier one, which is then already past", async () => {
    const rig = editedRig();
    await runDigest({ mode: "scheduled", slot: DAY3, acceptRemovals: [] }, inTime(rig, 9));
    expect(await rig.run(DAY2)).toMatchObject({ slot: DAY2, outcome: "already done" });
    expect((await currentSnapshot(rig)).slot).toBe(DAY3);
    expect(rig.inbox).toHaveLength(4);
  });

  it("is left alone by a preview, which stores none of its own", async () => {
    const rig = editedRig();
    const preview = { mode: "preview", slot: DAY2 } as const;
    await expect(runDigest(preview, inTime(rig, 9))).rejects.toThrow("a preview keeps no progress");
    expect(await keysOf(rig.state, CHECKPOINT_KEY)).toEqual([]);
    await runDigest({ mode: "scheduled", slot: DAY2, acceptRemovals: [] }, inTime(rig, 9));
    const before = await textOf(rig.state, CHECKPOINT_KEY);
    expect(await runDigest(preview, rig.job)).toMatchObject({ outcome: "preview", counts: { removed: 2 } });
    expect(await textOf(rig.state, CHECKPOINT_KEY)).toBe(before);
  });

  it("is obsolete once another run has made its edition, and marked once another replaces it", async () => {
    const rig = editedRig();
    const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [] } as const;
    await runDigest(request, inTime(rig, 9));
    const over = await textOf(rig.state, CHECKPOINT_KEY);
    await rig.state.remove(CHECKPOINT_KEY);
    await rig.run(DAY2);
    await rig.state.write(CHECKPOINT_KEY, Buffer.from(over));
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ slot: DAY2, outcome: "already done" });
    await rig.put({ "Beech.txt": story("Beech", 1), "Juniper.txt": story("Juniper", 1) });
    await runDigest({ ...request, slot: DAY3 }, inTime(rig, 9));
    await runInPieces(rig, DAY3, 9);
    expect(await leftBehind(rig)).toEqual([]);
  });

  it("keeps what its whole ranges attest, and the next run reads the others again", async () => {
    const rig = newRig();
    await rig.run(DAY1);
    await rig.run(DAY2);
    await rig.put({ "Beech.txt": story("Beech", 99) });
    await runInPieces(rig, DAY3, 9);
    const { stretches } = await readFingerprints(
      rig.job,
      (await currentSnapshot(rig)).fingerprints,
      rig.job.config,
    );
    const attested = stretches.filter(({ fingerprint }) => fingerprint !== "").length;
    expect([attested > 1, attested < stretches.length]).toEqual([true, true]);
    expect(await rig.run("2026-11-23T07:00:00Z")).toMatchObject({
      outcome: "quiet",
      counts: { stories: 19 },
    });
  });

  it("keeps the removals accepted by its event", async () => {
    const rig = newRig();
    await rig.run(DAY1);
    for (const name of NAMES.slice(0, 15)) {
      await rig.corpus.remove(`${name}.txt`);
    }
    const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [""] } as const;
    expect(await runDigest(request, inTime(rig, 12))).toMatchObject({ outcome: "unfinished" });
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ outcome: "sent", counts: { removed: 15 } });
  });

  it("rejected by a guard is dropped, so that the next run sees stories that are back", async () => {
    const rig = newRig();
    await rig.run(DAY1);
    for (const name of NAMES.slice(0, 15)) {
      await rig.corpus.remove(`${name}.txt`);
    }
    await runDigest({ mode: "scheduled", slot: DAY2, acceptRemovals: [] }, inTime(rig, 12));
    await expect(runDigest(RESUME, rig.job)).rejects.toThrow("refused to remove 15 of 19 stories");
    await rig.put(Object.fromEntries(NAMES.map((name, i) => [`${name}.txt`, story(name, 10 + i)])));
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ slot: DAY1, outcome: "already done" });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "quiet", counts: { stories: 19 } });
  });

  it("completed with too little time left to compose is composed by the next invocation", async () => {
    const rig = newRig();
    const hasScanned = () => rig.steps.some(({ step }) => step === "scanned");
    const remainingMs = () => (hasScanned() ? 7_000 : 60_000);
    const request = { mode: "scheduled", slot: DAY1, acceptRemovals: [] } as const;
    const first = await runDigest(request, { ...rig.job, remainingMs });
    expect(first).toMatchObject({ outcome: "unfinished", progress: { ranges: 1, of: 1, stories: 19 } });
    const requests = rig.steps.length;
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ outcome: "sent", counts: { added: 19 } });
    expect(rig.steps.slice(requests).map(({ step }) => step)).not.toContain("scanned");
  });
});
