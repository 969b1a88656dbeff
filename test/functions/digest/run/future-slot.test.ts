import { describe, expect, it } from "vitest";
import { deliveriesOf, HEAD_KEY } from "../../../../functions/digest/keys.ts";
import { answerRequest } from "../../../../functions/digest/run/answer.ts";
import { parseEvent } from "../../../../functions/digest/run/request.ts";
import { createRig, keysOf, type Rig, textOf } from "../../../support/rig.ts";

/** The rig's clock. */
const NOW = "2026-11-20T07:00:00Z";
const YEAR_AHEAD = "2027-11-20T07:00:00Z";
const HOUR_S = 3_600;

const story = (dead: number): string =>
  [
    "Ferry runs aground off Port Selby",
    "",
    `A ferry ran aground off Port Selby on Monday evening. The coast guard said that ${dead} people were injured.`,
    "Divers will look at the hull on Tuesday. The line has cancelled all crossings for the week.",
  ].join("\n");

const ask = ({ job }: Rig, event: unknown) => answerRequest(parseEvent(event, NOW), job);

const stepsOf = ({ steps }: Rig, step: string) =>
  steps.filter((each) => each.step === step).map(({ figures }) => figures);

/** A rig whose head is a year ahead. */
async function silenced(): Promise<Rig> {
  const rig = createRig();
  await rig.put({ "ferry.txt": story(12) });
  await ask(rig, { mode: "scheduled", slot: YEAR_AHEAD, allowFuture: true });
  return rig;
}

describe("a slot in the future", () => {
  it.each(["scheduled", "plan"])("is refused before anything is written: %s", async (mode) => {
    const rig = createRig();
    await rig.put({ "ferry.txt": story(12) });
    await expect(ask(rig, { mode, slot: YEAR_AHEAD })).rejects.toThrow(
      `refused slot ${YEAR_AHEAD}: it is more than a day ahead of the store's clock (${NOW})`,
    );
    await expect(ask(rig, { source: "aws.events", time: "2026-11-21T07:00:01Z" })).rejects.toThrow("refused");
    expect(await keysOf(rig.state)).toEqual([]);
  });

  it("is taken up to a day ahead, in a preview, and if it is meant", async () => {
    const rig = await silenced();
    expect(rig.inbox).toHaveLength(2);
    expect(await ask(rig, { mode: "preview", slot: YEAR_AHEAD })).toMatchObject({ outcome: "preview" });
    const other = createRig();
    await other.put({ "ferry.txt": story(12) });
    expect(await ask(other, { mode: "scheduled", slot: "2026-11-21T07:00:00Z" })).toMatchObject({
      outcome: "sent",
    });
  });

  it("is named by the answer of every run that it silences", async () => {
    const rig = await silenced();
    const done = { slot: NOW, outcome: "already done", laterSlot: YEAR_AHEAD };
    expect(await ask(rig, { mode: "scheduled" })).toMatchObject(done);
    expect(await ask(rig, { mode: "plan", slot: NOW })).toMatchObject(done);
    expect(await ask(rig, { mode: "scheduled", slot: YEAR_AHEAD, allowFuture: true })).not.toHaveProperty(
      "laterSlot",
    );
  });

  it("is logged for the alarm by the hourly resume, and no earlier than an hour ahead", async () => {
    const rig = await silenced();
    await ask(rig, { mode: "resume" });
    expect(stepsOf(rig, "slot ahead")).toContainEqual({ slot: YEAR_AHEAD, hours: 365 * 24 });
    const other = createRig();
    await other.put({ "ferry.txt": story(12) });
    await ask(other, { mode: "scheduled", slot: "2026-11-20T07:59:00Z" });
    await ask(other, { mode: "resume" });
    expect(stepsOf(other, "slot ahead")).toEqual([]);
  });
});

describe("the way back from a slot in the future", () => {
  it("lets the next run tell what has changed since, once", async () => {
    const rig = await silenced();
    await rig.put({ "ferry.txt": story(19) });
    expect(await ask(rig, { mode: "redate" })).toEqual({
      slot: NOW,
      outcome: "redated",
      counts: null,
      edition: null,
      laterSlot: YEAR_AHEAD,
    });
    rig.passSeconds(HOUR_S);
    const told = await ask(rig, { mode: "scheduled", slot: "2026-11-20T08:00:00Z" });
    expect(told).toMatchObject({ outcome: "sent", counts: { revised: 1, added: 0 } });
    rig.passSeconds(HOUR_S);
    expect(await ask(rig, { mode: "scheduled", slot: "2026-11-20T09:00:00Z" })).toMatchObject({
      outcome: "quiet",
    });
    expect(rig.inbox).toHaveLength(4);
    expect(stepsOf(rig, "redated")).toEqual([{ slot: NOW, laterSlot: YEAR_AHEAD }]);
  });

  it("still delivers the edition that was not delivered yet", async () => {
    let isRefusing = true;
    const rig = createRig({
      answer: () =>
        isRefusing ? { outcome: "refused", reason: "sandbox" } : { outcome: "accepted", messageId: "1" },
    });
    await rig.put({ "ferry.txt": story(12) });
    const future = { mode: "scheduled", slot: YEAR_AHEAD, allowFuture: true };
    expect(await ask(rig, future)).toMatchObject({ slot: YEAR_AHEAD, outcome: "refused" });
    await ask(rig, { mode: "redate" });
    isRefusing = false;
    await ask(rig, { mode: "resume" });
    expect(rig.inbox).toHaveLength(2);
  });

  it("leaves a head alone that is not ahead, and a state without a run", async () => {
    const rig = createRig();
    expect(await ask(rig, { mode: "redate" })).toMatchObject({ slot: null, outcome: "already done" });
    await rig.put({ "ferry.txt": story(12) });
    await ask(rig, { mode: "scheduled" });
    const before = await textOf(rig.state, HEAD_KEY);
    expect(await ask(rig, { mode: "redate" })).toMatchObject({ slot: NOW, outcome: "already done" });
    expect(await textOf(rig.state, HEAD_KEY)).toBe(before);
  });

  it("takes the receipts of the wrong slot, as the runbook does, or that slot's own edition would count as delivered", async () => {
    const rig = await silenced();
    await ask(rig, { mode: "redate" });
    for (const key of await keysOf(rig.state, deliveriesOf(YEAR_AHEAD))) {
      await rig.state.remove(key);
    }
    await rig.put({ "ferry.txt": story(19) });
    rig.passSeconds(365 * 24 * HOUR_S);
    expect(await ask(rig, { mode: "scheduled", slot: YEAR_AHEAD })).toMatchObject({ outcome: "sent" });
    expect(rig.inbox).toHaveLength(4);
  });

  it.each([1, 3])(
    "is not lost with the head: after %i later editions, recovery goes on from the last of them",
    async (editions) => {
      const rig = await silenced();
      await ask(rig, { mode: "redate" });
      for (let hour = 1; hour <= editions; hour += 1) {
        rig.passSeconds(HOUR_S);
        await rig.put({ "ferry.txt": story(19 + hour) });
        await ask(rig, { mode: "scheduled", slot: `2026-11-20T${10 + hour}:00:00Z` });
      }
      const before = JSON.parse(await textOf(rig.state, HEAD_KEY));
      await rig.state.remove(HEAD_KEY);
      rig.passSeconds(HOUR_S);
      const mails = rig.inbox.length;
      const next = { mode: "scheduled", slot: "2026-11-20T17:00:00Z" };
      expect(await ask(rig, next)).toMatchObject({ outcome: "quiet" });
      expect(rig.inbox).toHaveLength(mails);
      const recovered = stepsOf(rig, "recovered");
      expect(recovered).toMatchObject([{ slot: before.slot, runId: before.runId }]);
    },
  );

  it("has to be taken again if the head is lost before any later edition", async () => {
    const rig = await silenced();
    await ask(rig, { mode: "redate" });
    await rig.state.remove(HEAD_KEY);
    expect(await ask(rig, { mode: "scheduled" })).toMatchObject({ laterSlot: YEAR_AHEAD });
    expect(await ask(rig, { mode: "redate" })).toMatchObject({ outcome: "redated" });
  });
});
