import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../../../functions/digest/run/answer.ts";
import type { Job } from "../../../../../functions/digest/run/job.ts";
import { parseEvent } from "../../../../../functions/digest/run/request.ts";
import { SUPERSEDED_TAG } from "../../../../../functions/digest/snapshot/retire.ts";
import { defineScanMachine } from "../../../../../infra/scan-machine-definition.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../../support/rig.ts";
import { walk } from "../../../../support/state-machine.ts";

const MACHINE = JSON.stringify(
  defineScanMachine({ functionArn: "arn:digest", bucketName: "state", workers: 3 }),
);

const [DAY1, DAY2, DAY3] = SLOTS;

/** Walks the machine for a slot; `changes` for an invocation, such as a time that ends. */
async function runMachine(
  { job, state }: Rig,
  slot: string,
  changes: (mode: string) => Partial<Job> = () => ({}),
  { isScannedTwice = false } = {},
): Promise<{ readonly result: unknown; readonly states: readonly string[] }> {
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

/** Thirty stories; then one revised, one new, one renamed; then one back and one gone is left to the third day. */
const DAYS: readonly ((rig: Rig) => Promise<void>)[] = [
  (rig) => rig.put(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [name(n), story(n)]))),
  async (rig) => {
    await rig.put({ [name(7)]: story(7, 19), [name(31)]: story(31), "a/renamed.txt": story(20) });
    await rig.corpus.remove(name(20));
  },
  async (rig) => {
    await rig.put({ [name(7)]: story(7) });
    await rig.corpus.remove(name(3));
  },
];

/** Everything that a reader may see of the committed run. */
async function told({ state }: Rig): Promise<readonly string[]> {
  const { snapshot } = JSON.parse(await textOf(state, "head.json"));
  const folder = String(snapshot).replace(/snapshot\.json$/, "");
  return await Promise.all(
    ["edition.json", "digest.html", "digest.txt"].map((file) => textOf(state, `${folder}${file}`)),
  );
}

describe("a run that many functions share", () => {
  it("makes the same editions, byte for byte, and the same mails as one function", async () => {
    const [alone, shared] = [createRig(), createRig()];
    for (const [i, slot] of [DAY1, DAY2, DAY3].entries()) {
      await DAYS[i]?.(alone);
      await DAYS[i]?.(shared);
      await alone.run(slot);
      const { result, states } = await runMachine(shared, slot);
      expect(result).toMatchObject({ slot, outcome: "sent" });
      expect(states.filter((state) => state === "ScanBatch").length > 1).toBe(i > 0);
      expect(await told(shared)).toEqual(await told(alone));
    }
    expect(shared.inbox).toEqual(alone.inbox);
    expect(shared.inbox).toHaveLength(6);
  });

  it("goes through each state once where the time is enough, and answers a slot that is done", async () => {
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

  it("plans again what is left of ranges whose time ended, until the same edition is made", async () => {
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
    expect(await told(shared)).toEqual(await told(alone));
  });

  it("ends with an error when no batch has time for a single story", async () => {
    const rig = createRig();
    await DAYS[0]?.(rig);
    const noTime = runMachine(rig, DAY1, (mode) => (mode === "scan" ? { remainingMs: countDown(0) } : {}));
    await expect(noTime).rejects.toThrow(/^cannot continue slot .*give the function more time/);
    expect(rig.inbox).toEqual([]);
  });

  it("makes the edition of an older slot first whose work was left, and then its own", async () => {
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

  it("finishes a checkpoint that was scanned to its end by a run with no time left to compose", async () => {
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

  it("takes one of two results for a range that was scanned twice, and marks the other superseded", async () => {
    const [once, again] = [createRig(), createRig()];
    await DAYS[0]?.(once);
    await DAYS[0]?.(again);
    await runMachine(once, DAY1);
    const { result } = await runMachine(again, DAY1, () => ({}), { isScannedTwice: true });
    expect(result).toMatchObject({ outcome: "sent", counts: { stories: 30, added: 30 } });
    expect(await told(again)).toEqual(await told(once));
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

  it("is left alone by the resume of that engine, and taken over by any other run", async () => {
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

/** Whether a first run whose time ends after so many looks at it scans everything; what was begun before is put aside. */
async function scansAll(rig: Rig, looks: number): Promise<boolean> {
  await rig.state.remove("checkpoint.json");
  const result = await rig.run(DAY1, { remainingMs: countDown(looks) }).catch(() => undefined);
  expect(result?.outcome ?? "unfinished").toBe("unfinished");
  return result?.progress !== undefined && result.progress.ranges === result.progress.of;
}

/** Parts of runs that the current snapshot does not refer to. */
async function unusedParts({ state }: Rig): Promise<readonly string[]> {
  const { snapshot } = JSON.parse(await textOf(state, "head.json"));
  const current = await textOf(state, snapshot);
  return (await keysOf(state, "runs/")).filter((key) => key.includes("/parts/") && !current.includes(key));
}

/** A time that is plentiful for so many looks at it, and over then. */
function countDown(looks: number): () => number {
  let left = looks + 1;
  return () => {
    left -= 1;
    return left >= 0 ? 60_000 : 0;
  };
}
