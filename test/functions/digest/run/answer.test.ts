import { describe, expect, it } from "vitest";
import { CHECKPOINT_KEY, HEAD_KEY } from "../../../../functions/digest/keys.ts";
import { answerRequest } from "../../../../functions/digest/run/answer.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;
const RESUME = { mode: "resume" } as const;
const STORY =
  "Ferry runs aground\n\nA ferry ran aground off Port Selby. The coast guard said that 12 people were injured.";

/** A rig on which a first run has said all it had to say. */
async function settled(options?: Parameters<typeof createRig>[0]): Promise<Rig> {
  const rig = createRig(options);
  await rig.put({ "ferry.txt": STORY });
  await rig.run(DAY1);
  rig.passSeconds(3_600);
  return rig;
}

/** The rig's job, which notes under which keys the state is read. */
function reading({ job }: Rig): { readonly job: Rig["job"]; readonly read: readonly string[] } {
  const read: string[] = [];
  const state = {
    ...job.state,
    read: async (key: string) => {
      read.push(key);
      return await job.state.read(key);
    },
  };
  return { job: { ...job, state }, read };
}

/** What a resume run answers, logs, sends and leaves, with the quick look before it and without. */
async function bothWays(rig: Rig): Promise<readonly [unknown, unknown]> {
  const told = async (
    { job, steps, inbox, state }: Rig,
    ask: (request: typeof RESUME, job: Rig["job"]) => Promise<unknown>,
  ) => ({
    answer: await ask(RESUME, job).catch(String),
    steps: [...steps],
    inbox: inbox.length,
    head: Buffer.from((await state.read(HEAD_KEY))?.bytes ?? []).toString(),
    objects: (await Array.fromAsync(state.list({ prefix: "" }))).flat().map(({ key }) => key),
  });
  return [await told(rig.copy(), answerRequest), await told(rig.copy(), (_, job) => runDigest(RESUME, job))];
}

describe("a resume run", () => {
  it("that finds nothing left reads the head and the checkpoint, and nothing else", async () => {
    const { job, read } = reading(await settled());
    expect(await answerRequest(RESUME, job)).toEqual({
      slot: DAY1,
      outcome: "already done",
      counts: null,
      edition: null,
    });
    expect(read).toEqual([HEAD_KEY, CHECKPOINT_KEY]);
  });

  it("that leaves the checkpoint to another run does not read it", async () => {
    const { job, read } = reading(await settled());
    expect(await answerRequest({ ...RESUME, leaveCheckpoint: true }, job)).toMatchObject({ slot: DAY1 });
    expect(read).toEqual([HEAD_KEY]);
  });

  it("before the first run finds nothing either", async () => {
    expect(await answerRequest(RESUME, createRig().job)).toMatchObject({
      slot: null,
      outcome: "already done",
    });
  });

  it.each<[string, (rig: Rig) => Promise<unknown> | undefined, object]>([
    ["that finds nothing left", () => undefined, { outcome: "already done" }],
    ["after the head was lost", async ({ state }) => await state.remove(HEAD_KEY), {}],
    ["after the head was damaged", async ({ state }) => await state.write(HEAD_KEY, Buffer.from("{")), {}],
    [
      "after the checkpoint was damaged",
      async ({ state }) => await state.write(CHECKPOINT_KEY, Buffer.from("{")),
      { outcome: "already done" },
    ],
    ["with the head an hour ahead", async (rig) => rig.passSeconds(-2 * 3_600), { outcome: "already done" }],
    [
      "after a run that ran out of time",
      async (rig) => {
        await rig.put(
          Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, `${STORY} ${i}`])),
        );
        let looks = 12;
        const remainingMs = (): number => {
          looks -= 1;
          return looks > 0 ? 60_000 : 0;
        };
        await rig.run(DAY2, { remainingMs });
      },
      { slot: DAY2, outcome: "sent" },
    ],
  ])("%s does the same as without the quick look", async (_, prepare, expected) => {
    const rig = await settled();
    await prepare(rig);
    const [quick, whole] = await bothWays(rig);
    expect(quick).toEqual(whole);
    expect(quick).toMatchObject({ answer: expected });
  });

  it("that finds an email due sends it", async () => {
    let isOpen = false;
    const rig = await settled({
      answer: () =>
        isOpen
          ? { outcome: "accepted", messageId: "later" }
          : { outcome: "refused", reason: "throttled", retry: "account" },
    });
    expect(rig.inbox).toHaveLength(0);
    isOpen = true;
    rig.passSeconds(7_200);
    expect(await answerRequest(RESUME, rig.job)).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox).toHaveLength(2);
  });
});
