import { describe, expect, it } from "vitest";
import { READING_KEY } from "../../../../functions/digest/keys.ts";
import type { ObjectStore } from "../../../../functions/digest/ports.ts";
import { answerRequest } from "../../../../functions/digest/run/answer.ts";
import type { Job } from "../../../../functions/digest/run/job.ts";
import type { RunResult } from "../../../../functions/digest/run/result.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { SUPERSEDED_TAG } from "../../../../functions/digest/snapshot/retire.ts";
import { DeathError } from "../../../support/mortal.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
const BAD = "s/05.txt";
const STOPPED = "stopped the run";

const story = (n: number, dead = 12): string =>
  `Flood ${n} reaches the town\n\nThe flood number ${n} cut off ${dead + n} houses on Monday. Boats of district ${n} were out all night.`;

const name = (n: number): string => `s/${String(n).padStart(2, "0")}.txt`;

async function newRig(): Promise<Rig> {
  const rig = createRig();
  await rig.put(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [name(n), story(n)])));
  return rig;
}

/** A job whose worker dies when it reads one of these stories: nothing that it does later reaches a store. */
function dyingOn(rig: Rig, keys: readonly string[]): Job {
  let isDead = false;
  const live = async <T>(act: () => Promise<T>, isDeadly = false): Promise<T> => {
    isDead ||= isDeadly;
    if (isDead) {
      throw new DeathError("died while reading");
    }
    return await act();
  };
  const mortal = (store: ObjectStore): ObjectStore => ({
    ...store,
    read: (key, range) => live(() => store.read(key, range), store === rig.corpus && keys.includes(key)),
    write: (key, ...rest) => live(() => store.write(key, ...rest)),
    tag: (key, tags) => live(() => store.tag(key, tags)),
  });
  return { ...rig.job, corpus: mortal(rig.corpus), state: mortal(rig.state) };
}

interface Attempts {
  readonly rig: Rig;
  readonly slot: string;
  readonly deadly?: readonly string[];
  /** Between one attempt and the next. */
  readonly seconds?: number;
}

/** Tries a slot until an attempt does not die; returns how many did, and what the edition holds. */
async function tryUntilDone({ rig, slot, deadly = [BAD], seconds = 60 }: Attempts) {
  for (let deaths = 0; deaths < 20; deaths += 1) {
    try {
      const result = await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, dyingOn(rig, deadly));
      const { changes, heldBack } = await rig.edition(result);
      return { deaths, outcome: result.outcome, changed: changes.map(({ key }) => key), heldBack };
    } catch (error) {
      expect(error).toBeInstanceOf(DeathError);
      rig.passSeconds(seconds);
    }
  }
  throw new Error("every attempt died");
}

const held = (key: string, since: string, again = "") => ({
  key,
  reason: `${STOPPED} ${again}`.trim(),
  since,
});

describe("a story that stops the invocation that reads it", () => {
  it("is held back from the third attempt on, in a first run and in a later one", async () => {
    const rig = await newRig();
    const first = await tryUntilDone({ rig, slot: DAY1 });
    expect(first).toMatchObject({ deaths: 2, outcome: "sent", heldBack: [held(BAD, DAY1)] });
    expect(first.changed).toHaveLength(11);
    await rig.put({ [name(7)]: story(7, 30), [name(8)]: story(8, 30) });
    const later = await tryUntilDone({ rig, slot: DAY2, deadly: [BAD, name(8)] });
    expect(later).toMatchObject({ outcome: "sent", changed: [name(7)] });
    expect(later.deaths).toBeLessThanOrEqual(3);
    expect(later.heldBack).toEqual([held(BAD, DAY1, "again"), held(name(8), DAY2)]);
  });

  it("is held back at once if the next attempt begins at once: it waits until the story must have been read", async () => {
    const rig = await newRig();
    expect(await tryUntilDone({ rig, slot: DAY1, seconds: 0 })).toMatchObject({
      deaths: 2,
      heldBack: [held(BAD, DAY1)],
    });
  });

  it("costs one invocation on the next day, none on the days after, causes no further email, and is told once it has changed", async () => {
    const rig = await newRig();
    await rig.run(DAY1);
    await rig.put({ [BAD]: story(5, 40) });
    expect(await tryUntilDone({ rig, slot: DAY2 })).toMatchObject({ deaths: 2, heldBack: [held(BAD, DAY2)] });
    expect(await tryUntilDone({ rig, slot: DAY3 })).toMatchObject({ deaths: 1, outcome: "quiet" });
    expect(await tryUntilDone({ rig, slot: DAY4 })).toMatchObject({ deaths: 0, outcome: "quiet" });
    await rig.put({ [BAD]: story(5, 41) });
    const last = await tryUntilDone({ rig, slot: "2026-11-24T07:00:00Z", deadly: [] });
    expect(last).toMatchObject({ deaths: 0, changed: [BAD], heldBack: [] });
  });

  it("is read again after a week, and told again if it still stops the run", async () => {
    const rig = await newRig();
    await tryUntilDone({ rig, slot: DAY1 });
    await tryUntilDone({ rig, slot: DAY2 });
    const after = await tryUntilDone({ rig, slot: "2026-11-27T07:00:00Z" });
    expect(after).toMatchObject({ deaths: 1, heldBack: [held(BAD, "2026-11-27T07:00:00Z", "again")] });
    const mended = await tryUntilDone({ rig, slot: "2026-12-05T07:00:00Z", deadly: [] });
    expect(mended).toMatchObject({ deaths: 0, changed: [BAD], heldBack: [] });
  });

  it("by chance only, is told in the next run", async () => {
    const rig = await newRig();
    await rig.run(DAY1);
    await rig.put({ [BAD]: story(5, 40) });
    expect(await tryUntilDone({ rig, slot: DAY2 })).toMatchObject({ deaths: 2, heldBack: [held(BAD, DAY2)] });
    expect(await tryUntilDone({ rig, slot: DAY3, deadly: [] })).toMatchObject({ deaths: 0, changed: [BAD] });
  });

  it("is one of three that do: each costs one more attempt", async () => {
    const rig = await newRig();
    const deadly = [name(1), BAD, name(9)];
    expect(await tryUntilDone({ rig, slot: DAY1, deadly })).toMatchObject({
      deaths: 4,
      heldBack: deadly.map((key) => held(key, DAY1)),
    });
  });

  it("is held back by the run of the next slot, too, if that of its own never comes back", async () => {
    const rig = await newRig();
    for (const slot of [DAY1, DAY2]) {
      await expect(
        runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, dyingOn(rig, [BAD])),
      ).rejects.toThrow(DeathError);
      rig.passSeconds(60);
    }
    expect(await tryUntilDone({ rig, slot: DAY3 })).toMatchObject({ deaths: 0, heldBack: [held(BAD, DAY3)] });
  });

  it("and left the corpus is told as removed, without the text that cannot be read", async () => {
    const rig = await newRig();
    await rig.run(DAY1);
    await rig.corpus.remove(BAD);
    const packs = await keysOf(rig.state, "runs/");
    const state = (job: Job): Job["state"] => ({
      ...job.state,
      read: async (key, range) => {
        if (key.includes("/packs/")) {
          await job.corpus.read(BAD);
        }
        return await job.state.read(key, range);
      },
    });
    expect(packs.some((key) => key.includes("/packs/"))).toBe(true);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const job = dyingOn(rig, [BAD]);
      const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [] } as const;
      await expect(runDigest(request, { ...job, state: state(job) })).rejects.toThrow(DeathError);
      rig.passSeconds(60);
    }
    const { changed } = await tryUntilDone({ rig, slot: DAY2, deadly: [] });
    expect(changed).toEqual([BAD]);
  });
});

it("a moved story that stops the invocation that compares it is told as moved, uncompared, from the third attempt on", async () => {
  const rig = await newRig();
  await rig.run(DAY1);
  await rig.corpus.remove(BAD);
  await rig.put({ "moved/05.txt": story(5, 40), [name(7)]: story(7, 30) });
  const runsOfToday = `runs/${DAY2.slice(0, 10).replaceAll("-", "")}`;
  const deadlyState = (job: Job): Job["state"] => ({
    ...job.state,
    // What was archived today is read again only to be compared with the story that it may be.
    read: async (key, range) => {
      if (key.startsWith(runsOfToday) && key.includes("/packs/")) {
        await job.corpus.read(BAD);
      }
      return await job.state.read(key, range);
    },
  });
  let deaths = 0;
  const attempt = async (): Promise<RunResult | undefined> => {
    const job = dyingOn(rig, [BAD]);
    try {
      const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [] } as const;
      return await runDigest(request, { ...job, state: deadlyState(job) });
    } catch (error) {
      expect(error).toBeInstanceOf(DeathError);
      deaths += 1;
      rig.passSeconds(60);
      return undefined;
    }
  };
  let result: RunResult | undefined;
  while (result === undefined && deaths < 10) {
    result = await attempt();
  }
  const { changes } = await rig.edition(result as RunResult);
  expect(deaths).toBe(2);
  const told = changes.map(({ key, change, uncompared = false }) => ({ key, change, uncompared }));
  expect(told.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: "moved/05.txt", change: "renamed", uncompared: true },
    { key: name(7), change: "revised", uncompared: false },
  ]);
});

it("a batch of a distributed run is retried without the story that stops it, also in the run of the next slot", async () => {
  const rig = await newRig();
  const deadly = [name(1), BAD];
  const plan = async (slot: string) => {
    const planned = await answerRequest({ mode: "plan", slot, acceptRemovals: [] }, rig.job);
    const ranges = (await textOf(rig.state, "run" in planned ? planned.ranges : "")).trim().split("\n");
    return { run: "run" in planned ? planned.run : NO_RUN, ranges: ranges.map((line) => JSON.parse(line)) };
  };
  const first = await plan(DAY1);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const scan = answerRequest({ mode: "scan", ...first }, dyingOn(rig, deadly));
    await expect(scan).rejects.toThrow(DeathError);
    rig.passSeconds(60);
  }
  const { run, ranges } = await plan(DAY2);
  expect(ranges).toEqual(first.ranges);
  const answer = await answerRequest({ mode: "scan", run, ranges }, dyingOn(rig, deadly));
  expect(answer).toMatchObject({ outcome: "scanned", stories: 12 });
  // A checkpoint keeps the slot that it was planned for.
  const result = await answerRequest({ mode: "finish", slot: run.slot, run }, rig.job);
  const { heldBack } = await rig.edition(result as RunResult);
  expect(heldBack).toEqual(deadly.map((key) => held(key, DAY1)));
  const notes = await keysOf(rig.state, "runs/reading/");
  expect(await Promise.all(notes.map((key) => rig.state.tags(key)))).toEqual([SUPERSEDED_TAG]);
});

const NO_RUN = { runId: "none", slot: DAY1, parent: null };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A job that counts its requests for the note of what is being read. */
function counting(rig: Rig): { readonly job: Job; readonly requests: string[] } {
  const requests: string[] = [];
  const count = (request: string, key: string): void => {
    requests.push(...(key === READING_KEY ? [request] : []));
  };
  const state: ObjectStore = {
    ...rig.state,
    read: (key, range) => {
      count("GET", key);
      return rig.state.read(key, range);
    },
    write: (key, ...rest) => {
      count("PUT", key);
      return rig.state.write(key, ...rest);
    },
  };
  return { job: { ...rig.job, state }, requests };
}

describe("the note of what is being read", () => {
  it.each([
    ["a day with many changes", 12, ["GET", "PUT", "PUT"]],
    ["a day with one", 1, ["GET", "PUT", "PUT"]],
    ["a quiet day", 0, []],
  ] as const)("takes on %s as many requests as on any other", async (_, changed, expected) => {
    const rig = await newRig();
    await rig.run(DAY1);
    await rig.put(Object.fromEntries(Array.from({ length: changed }, (__, n) => [name(n), story(n, 99)])));
    const { job, requests } = counting(rig);
    await runDigest({ mode: "scheduled", slot: DAY2, acceptRemovals: [] }, job);
    expect(requests).toEqual(expected);
  });

  it("damaged, counts for nothing", async () => {
    const rig = await newRig();
    await rig.state.write(READING_KEY, Buffer.from("{"));
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "sent", counts: { added: 12, heldBack: 0 } });
  });

  it("does not hold back a story that another worker is still reading", async () => {
    const rig = await newRig();
    const deadly = dyingOn(rig, [BAD]);
    await expect(runDigest({ mode: "scheduled", slot: DAY1, acceptRemovals: [] }, deadly)).rejects.toThrow(
      DeathError,
    );
    let other: Promise<unknown> | undefined;
    const corpus: Job["corpus"] = {
      ...rig.corpus,
      async read(key, range) {
        // A second worker begins while the first reads each of its stories, one by one.
        other ??= key === BAD ? rig.run(DAY1, { sleep: () => pause(20) }) : undefined;
        await pause(1);
        return await rig.corpus.read(key, range);
      },
    };
    await rig.run(DAY1, { corpus });
    await other;
    expect((await rig.edition(await rig.run(DAY1))).heldBack).toEqual([]);
  });

  it("does not hold back a story whose request failed, however careful the run was", async () => {
    const rig = await newRig();
    await expect(
      runDigest({ mode: "scheduled", slot: DAY1, acceptRemovals: [] }, dyingOn(rig, [BAD])),
    ).rejects.toThrow(DeathError);
    const corpus: Job["corpus"] = {
      ...rig.corpus,
      read: async (key, range) => {
        if (key === BAD) {
          throw new Error("the store is down");
        }
        return await rig.corpus.read(key, range);
      },
    };
    await expect(rig.run(DAY1, { corpus })).rejects.toThrow("the store is down");
    rig.passSeconds(60);
    expect(await rig.run(DAY1)).toMatchObject({ outcome: "sent", counts: { added: 12, heldBack: 0 } });
  });
});
