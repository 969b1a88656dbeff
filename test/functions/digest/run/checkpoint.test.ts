import { describe, expect, it } from "vitest";
import { OutOfTimeError } from "../../../../functions/digest/errors.ts";
import { CHECKPOINT_KEY } from "../../../../functions/digest/keys.ts";
import { readCheckpoint } from "../../../../functions/digest/run/checkpoint-file.ts";
import type { Job } from "../../../../functions/digest/run/job.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { DeathError, mortal } from "../../../support/mortal.ts";
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

/** Nineteen stories that nobody has seen yet. */
async function newRig(): Promise<Rig> {
  const rig = createRig();
  await rig.put(Object.fromEntries(NAMES.map((name, i) => [`${name}.txt`, story(name, 10 + i)])));
  return rig;
}

/** The same in a snapshot of five parts, and edited since: a change of each kind, at the ends of parts too. */
async function editedRig(): Promise<Rig> {
  const rig = await newRig();
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

/** Runs the slot, then resumes, each time with so many looks, until it is finished; the results of all invocations. */
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
  ["a day with changes", editedRig, DAY2, 7],
] as const)("%s whose time ends", (_, createCase, slot, fewest) => {
  it("at any point goes on to the same edition, mail and snapshot, and leaves nothing behind", async () => {
    const reference = await createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    const stops = new Set<number>();
    for (let looks = fewest; looks < 24; looks += 1) {
      const rig = await createCase();
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

  it("tells how far it came, each time farther", async () => {
    const rig = await createCase();
    const results = await runInPieces(rig, slot, fewest);
    const stories = results.flatMap(({ progress }) => progress?.stories ?? []);
    expect(stories.length).toBeGreaterThan(2);
    expect(stories).toEqual(stories.toSorted((a, b) => a - b));
    expect(results[0]).toMatchObject({ slot, outcome: "unfinished", counts: null, edition: null });
  });

  it("and that then dies at any effect of going on loses nothing and leaves the work as it was", async () => {
    const reference = await createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    let at = 0;
    for (let isDead = true; isDead; at += 1) {
      const rig = await createCase();
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

  it("with other workers going on at the same time ends in one edition, and marks what they wrote for nothing", async () => {
    const reference = await createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    for (let looks = fewest; looks < 24; looks += 1) {
      const rig = await createCase();
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
    ["gone on with", 10],
  ])(
    "whose checkpoint was kept without an answer, and %s by another worker, marks nothing of it",
    async (__, looks) => {
      const reference = await createCase();
      await reference.run(slot);
      const expected = await outcomeOf(reference);
      const rig = await createCase();
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

  it("before a single story was done says so, and keeps what was done before", async () => {
    const rig = await createCase();
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

  it("takes a damaged or deleted checkpoint for none, and one of another version for a stop", async () => {
    const reference = await createCase();
    await reference.run(slot);
    const expected = await outcomeOf(reference);
    for (const content of ["", "{", '{"version":1,"ranges":[]}', undefined]) {
      const rig = await createCase();
      const request = { mode: "scheduled", slot, acceptRemovals: [] } as const;
      await runDigest(request, inTime(rig, 9));
      await (content === undefined
        ? rig.state.remove(CHECKPOINT_KEY)
        : rig.state.write(CHECKPOINT_KEY, Buffer.from(content)));
      await runInPieces(rig, slot, 9);
      expect(await outcomeOf(rig)).toEqual(expected);
    }
    const rig = await createCase();
    await rig.state.write(CHECKPOINT_KEY, Buffer.from('{"version":3}'));
    await expect(rig.run(slot)).rejects.toThrow("version 3, this code supports 1 and 2");
    expect(await textOf(rig.state, CHECKPOINT_KEY)).toBe('{"version":3}');
  });
});

describe("a checkpoint", () => {
  it("costs a day that is finished in time no write, and one read", async () => {
    const rig = await newRig();
    await rig.run(DAY1);
    expect(await keysOf(rig.state, CHECKPOINT_KEY)).toEqual([]);
  });

  it("of an earlier slot becomes the edition of that slot before the later slot has its own", async () => {
    const reference = await editedRig();
    await reference.run(DAY2);
    await reference.put({ "Ash.txt": story("Ash", 100) });
    await reference.run(DAY3);
    const expected = await outcomeOf(reference);
    for (const looks of [7, 9, 13, 40]) {
      const rig = await editedRig();
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

  it("of a later slot is finished for whoever asks for an earlier one, which is behind it then", async () => {
    const rig = await editedRig();
    await runDigest({ mode: "scheduled", slot: DAY3, acceptRemovals: [] }, inTime(rig, 9));
    expect(await rig.run(DAY2)).toMatchObject({ slot: DAY2, outcome: "already done" });
    expect((await currentSnapshot(rig)).slot).toBe(DAY3);
    expect(rig.inbox).toHaveLength(4);
  });

  it("is left alone by a preview, which keeps nothing of its own", async () => {
    const rig = await editedRig();
    const preview = { mode: "preview", slot: DAY2 } as const;
    await expect(runDigest(preview, inTime(rig, 9))).rejects.toThrow("a preview keeps no progress");
    expect(await keysOf(rig.state, CHECKPOINT_KEY)).toEqual([]);
    await runDigest({ mode: "scheduled", slot: DAY2, acceptRemovals: [] }, inTime(rig, 9));
    const before = await textOf(rig.state, CHECKPOINT_KEY);
    expect(await runDigest(preview, rig.job)).toMatchObject({ outcome: "preview", counts: { removed: 2 } });
    expect(await textOf(rig.state, CHECKPOINT_KEY)).toBe(before);
  });

  it("is over when another run made its edition, and marked when another takes its place", async () => {
    const rig = await editedRig();
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

  it("keeps the removals that its event accepts", async () => {
    const rig = await newRig();
    await rig.run(DAY1);
    for (const name of NAMES.slice(0, 15)) {
      await rig.corpus.remove(`${name}.txt`);
    }
    const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [""] } as const;
    expect(await runDigest(request, inTime(rig, 12))).toMatchObject({ outcome: "unfinished" });
    expect(await runDigest(RESUME, rig.job)).toMatchObject({ outcome: "sent", counts: { removed: 15 } });
  });

  it("that a guard refuses is dropped, so that the next run sees the stories that are back", async () => {
    const rig = await newRig();
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

  it("that was finished with too little time left to compose is composed by the next invocation", async () => {
    const rig = await newRig();
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
