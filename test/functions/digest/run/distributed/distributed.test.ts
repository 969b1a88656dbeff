import { describe, expect, it } from "vitest";
import { MassRemovalError } from "../../../../../functions/digest/errors.ts";
import { answerRequest } from "../../../../../functions/digest/run/answer.ts";
import type { Job } from "../../../../../functions/digest/run/job.ts";
import { parseEvent } from "../../../../../functions/digest/run/request.ts";
import { runDigest } from "../../../../../functions/digest/run/run.ts";
import { SUPERSEDED_TAG } from "../../../../../functions/digest/snapshot/retire.ts";
import { defineScanMachine } from "../../../../../infra/scan-machine/scan-machine-definition.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../../support/rig.ts";
import { walk } from "../../../../support/state-machine.ts";

const MACHINE = JSON.stringify(
  defineScanMachine({ functionArn: "arn:digest", bucketName: "state", workers: 3 }),
);

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

/** Executes the state machine for a slot; `changes` adapt an invocation, for example to run out of time. */
async function runMachine(
  { job, state, passSeconds }: Rig,
  slot: string,
  changes: (mode: string) => Partial<Job> = () => ({}),
  { isScannedTwice = false } = {},
): Promise<{ readonly result: unknown; readonly states: readonly string[] }> {
  passSeconds(Math.max(0, Date.parse(slot) - state.now().getTime()) / 1000);
  const states: string[] = [];
  const ask = async (payload: unknown): Promise<unknown> => {
    const request = parseEvent(payload, slot);
    return await answerRequest(request, { ...job, ...changes(request.mode) });
  };
  const result = await walk(
    MACHINE,
    { slot },
    {
      async invoke(payload) {
        if (isScannedTwice && Object(payload).mode === "scan") {
          await ask(payload);
        }
        return await ask(payload);
      },
      readObject: (key) => textOf(state, key),
      entered: (name) => states.push(name),
    },
  );
  return { result, states };
}

const story = (n: number, dead = 12): string =>
  [
    `Storm number ${n} hits the coast`,
    "",
    `The storm number ${n} killed ${dead} people on Monday. Rescue teams of ${n + 3} districts were out all night.`,
    `The mayor of district ${n} said that the dam had held. Schools stay closed until Thursday.`,
  ].join("\n");

const name = (n: number): string => `s/${String(n).padStart(3, "0")}.txt`;

/** Thirty stories; then one revised, one new, one renamed, one moved and edited, one gone; then one reverted, one removed, one back. */
const DAYS: readonly ((rig: Rig) => Promise<void>)[] = [
  (rig) => rig.put(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [name(n), story(n)]))),
  async (rig) => {
    await rig.put({ [name(7)]: story(7, 19), [name(31)]: story(31), "a/renamed.txt": story(20) });
    await rig.put({ "a/moved.txt": `${story(21)} It rained.` });
    for (const gone of [12, 20, 21]) {
      await rig.corpus.remove(name(gone));
    }
  },
  async (rig) => {
    await rig.put({ [name(7)]: story(7), [name(12)]: `${story(12)} It rained.` });
    await rig.corpus.remove(name(3));
  },
];

/** Everything a reader can see of the committed run. */
async function published({ state }: Rig): Promise<readonly string[]> {
  const { snapshot } = JSON.parse(await textOf(state, "head.json"));
  const folder = String(snapshot).replace(/snapshot\.json$/, "");
  return await Promise.all(
    ["edition.json", "digest.html", "digest.txt"].map((file) => textOf(state, `${folder}${file}`)),
  );
}

describe("a distributed run", () => {
  it("makes the same editions, byte for byte, and the same emails as one function", async () => {
    const [alone, shared] = [createRig(), createRig()];
    for (const [i, slot] of [DAY1, DAY2, DAY3].entries()) {
      await DAYS[i]?.(alone);
      await DAYS[i]?.(shared);
      await alone.run(slot);
      const { result, states } = await runMachine(shared, slot);
      expect(result).toMatchObject({ slot, outcome: "sent" });
      expect(states.filter((state) => state === "ScanBatch").length > 1).toBe(i > 0);
      expect(await published(shared)).toEqual(await published(alone));
    }
    expect(shared.inbox).toEqual(alone.inbox);
    expect(shared.inbox).toHaveLength(6);
  });

  it("leaves fingerprints, with which neither it nor one function reads a part of an unchanged snapshot", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    let parts = 0;
    const state: Job["state"] = {
      ...rig.state,
      read(key, range) {
        parts += key.includes("/parts/") ? 1 : 0;
        return rig.state.read(key, range);
      },
    };
    const read: number[] = [];
    for (const slot of [DAY1, DAY2, DAY3]) {
      parts = 0;
      await runMachine(rig, slot, () => ({ state }));
      read.push(parts);
    }
    parts = 0;
    await rig.run(DAY4, { state });
    expect([...read, parts]).toEqual([0, expect.any(Number), 0, 0]);
    expect(read[1]).toBeGreaterThan(0);
  });

  it("makes the same emails for readers of topics and of a week", async () => {
    const environment = {
      TOPICS: JSON.stringify([
        { name: "moved", keys: "a/" },
        { name: "deaths", figure: { change: "10%" } },
        { name: "week", rhythm: "weekly" },
      ]),
      RECIPIENTS:
        "all@example.org,moved@example.org#moved,dead@example.org#deaths,week@example.org#week,both@example.org#moved+week",
    };
    const [alone, shared] = [createRig({ environment }), createRig({ environment })];
    const lastDay = (rig: Rig) => rig.put({ [name(8)]: story(8, 40) });
    for (const [i, slot] of [DAY1, DAY2, DAY3, DAY4].entries()) {
      const live = DAYS[i] ?? lastDay;
      await live(alone);
      await live(shared);
      await alone.run(slot);
      expect((await runMachine(shared, slot)).result).toMatchObject({ slot, outcome: "sent" });
    }
    expect(shared.inbox).toEqual(alone.inbox);
    const received = Map.groupBy(shared.inbox, ({ to }) => to.split("@", 1)[0]);
    expect([...received].map(([who, mails]) => [who, mails.length]).toSorted()).toEqual([
      ["all", 4],
      ["both", 2],
      ["dead", 3],
      ["moved", 1],
      ["week", 1],
    ]);
    const [week] = received.get("week") ?? [];
    for (const told of ["a/renamed.txt", name(31), "12 → 40", "Changed, and changed back", name(7)]) {
      expect(week?.text).toContain(told);
    }
  });

  it("holds back a mass removal as one function does, and takes the event that confirms it", async () => {
    const [alone, shared] = [createRig(), createRig()];
    for (const rig of [alone, shared]) {
      await DAYS[0]?.(rig);
      await rig.run(DAY1);
      for (let n = 0; n < 20; n += 1) {
        await rig.corpus.remove(name(n));
      }
    }
    const [stop, last] = [DAY2, DAY3];
    const before = "2026-11-20T19:00:00Z";
    for (const slot of [before, stop]) {
      await expect(alone.run(slot)).rejects.toThrow(MassRemovalError);
      await expect(runMachine(shared, slot)).rejects.toThrow("refused to remove 20 of 30 stories at once");
    }
    await alone.run(last);
    expect((await runMachine(shared, last)).result).toMatchObject({
      outcome: "sent",
      counts: { stories: 10 },
    });
    expect(await published(shared)).toEqual(await published(alone));
    const confirmed = { slot: DAY4, acceptRemovals: ["s/"] };
    await runDigest({ mode: "scheduled", ...confirmed }, alone.job);
    await answerRequest({ mode: "plan", ...confirmed }, shared.job);
    expect((await runMachine(shared, DAY4)).result).toMatchObject({
      outcome: "sent",
      counts: { removed: 20 },
    });
    expect(await published(shared)).toEqual(await published(alone));
  });

  it("enters each state once if there is enough time, and handles a slot that is already done", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    expect((await runMachine(rig, DAY1)).states).toEqual([
      "Plan",
      "IsPlanned",
      "ScanRanges",
      "ScanBatch",
      "Finish",
      "IsWhole",
      "Done",
    ]);
    const again = await runMachine(rig, DAY1);
    expect(again.result).toMatchObject({ slot: DAY1, outcome: "already done" });
    expect(again.states).toEqual(["Plan", "IsPlanned", "Done"]);
    expect(rig.inbox).toHaveLength(2);
  });

  it("plans the rest of ranges that ran out of time again, until the same edition is made", async () => {
    const alone = createRig();
    await DAYS[0]?.(alone);
    await alone.run(DAY1);
    const shared = createRig();
    await DAYS[0]?.(shared);
    const { result, states } = await runMachine(shared, DAY1, (mode) =>
      mode === "scan" ? { remainingMs: countDown(6) } : {},
    );
    expect(states.filter((state) => state === "Plan").length).toBeGreaterThan(2);
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent", counts: { stories: 30 } });
    expect(await published(shared)).toEqual(await published(alone));
  });

  it("fails if no batch has time for a single story", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    const noTime = runMachine(rig, DAY1, (mode) => (mode === "scan" ? { remainingMs: countDown(0) } : {}));
    await expect(noTime).rejects.toThrow(/^cannot continue slot .*give the function more time/);
    expect(rig.inbox).toEqual([]);
  });

  it("first makes the unfinished edition of an older slot, then its own", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    await rig.run(DAY1);
    await DAYS[1]?.(rig);
    expect(await rig.run(DAY2, { remainingMs: countDown(8) })).toMatchObject({ outcome: "unfinished" });
    await DAYS[2]?.(rig);
    const { result } = await runMachine(rig, DAY3);
    expect(result).toMatchObject({ slot: DAY3, outcome: "sent" });
    expect(rig.inbox.map(({ to }) => to)).toEqual(
      Array.from({ length: 3 }, () => ["ann@example.org", "bob@example.org"]).flat(),
    );
  });

  it("finishes a fully scanned checkpoint of a run that had no time left to compose", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    let looks = 0;
    while (!(await scansAll(rig, looks))) {
      looks += 1;
      expect(looks).toBeLessThan(200);
    }
    const { result, states } = await runMachine(rig, DAY1);
    expect(states).toEqual(["Plan", "IsPlanned", "Finish", "IsWhole", "Done"]);
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent", counts: { stories: 30 } });
  });

  it("uses one of two results for a range scanned twice, and marks the other superseded", async () => {
    const [once, again] = [createRig(), createRig()];
    await DAYS[0]?.(once);
    await DAYS[0]?.(again);
    await runMachine(once, DAY1);
    const { result } = await runMachine(again, DAY1, () => ({}), { isScannedTwice: true });
    expect(result).toMatchObject({ outcome: "sent", counts: { stories: 30, added: 30 } });
    expect(await published(again)).toEqual(await published(once));
    const unused = await unusedParts(again);
    expect(unused.length).toBeGreaterThan(0);
    for (const key of unused) {
      expect(await again.state.tags(key)).toEqual(SUPERSEDED_TAG);
    }
  });

  it("may be finished twice: the second finds the slot done", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    const ask = async (event: unknown) => await answerRequest(parseEvent(event, DAY1), rig.job);
    const plan = Object(await ask({ mode: "plan", slot: DAY1 }));
    await ask({ mode: "scan", run: plan.run, ranges: [{}] });
    const finish = { mode: "finish", slot: DAY1, run: plan.run };
    expect(await ask(finish)).toMatchObject({ outcome: "sent" });
    expect(await ask(finish)).toMatchObject({ outcome: "already done" });
    expect(rig.inbox).toHaveLength(2);
  });

  it("is left alone by that engine's resume, and taken over by any other run", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    await answerRequest(parseEvent({ mode: "plan", slot: DAY1 }, DAY1), rig.job);
    const resume = async (event: unknown) => await answerRequest(parseEvent(event, DAY1), rig.job);
    expect(await resume({ mode: "resume", leaveCheckpoint: true })).toMatchObject({
      outcome: "already done",
    });
    expect(rig.inbox).toEqual([]);
    expect(await resume({ mode: "resume" })).toMatchObject({ outcome: "sent", slot: DAY1 });
  });
});

/** Whether a first run, out of time after this many looks at the clock, scans everything; drops any checkpoint first. */
async function scansAll(rig: Rig, looks: number): Promise<boolean> {
  await rig.state.remove("checkpoint.json");
  const result = await rig.run(DAY1, { remainingMs: countDown(looks) }).catch(() => undefined);
  expect(result?.outcome ?? "unfinished").toBe("unfinished");
  return result?.progress !== undefined && result.progress.ranges === result.progress.of;
}

/** Parts of runs that the current snapshot does not reference. */
async function unusedParts({ state }: Rig): Promise<readonly string[]> {
  const { snapshot } = JSON.parse(await textOf(state, "head.json"));
  const current = await textOf(state, snapshot);
  return (await keysOf(state, "runs/")).filter((key) => key.includes("/parts/") && !current.includes(key));
}

/** Ample time for this many looks at the clock, none after that. */
function countDown(looks: number): () => number {
  let left = looks + 1;
  return () => {
    left -= 1;
    return left >= 0 ? 60_000 : 0;
  };
}
