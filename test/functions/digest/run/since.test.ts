import { describe, expect, it } from "vitest";
import { HEAD_KEY } from "../../../../functions/digest/keys.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { createRig, type Rig, SLOTS, textOf } from "../../../support/rig.ts";
import { currentSnapshot, inTime } from "../../../support/unfinished.ts";

const [FRIDAY, SATURDAY, SUNDAY, MONDAY] = SLOTS;
const TUESDAY = "2026-11-24T07:00:00Z";

const story = (houses: number): string =>
  `Report from Velm\n\nThe mayor said that ${houses} houses stand empty. The council meets on Friday.`;

async function sinceOf(rig: Rig, slot: string): Promise<string | undefined> {
  return (await rig.edition(await rig.run(slot))).since;
}

/** Told on Friday, quiet on Saturday and Sunday, and another figure before Monday. */
async function afterTheWeekend(): Promise<Rig> {
  const rig = createRig();
  await rig.put({ "velm.txt": story(12) });
  await rig.run(FRIDAY);
  await rig.run(SATURDAY);
  await rig.run(SUNDAY);
  await rig.put({ "velm.txt": story(19) });
  return rig;
}

/** Writes the current snapshot anew, without the slot that quiet runs hand on. */
async function forgetLastDue(rig: Rig): Promise<void> {
  const { snapshot } = JSON.parse(await textOf(rig.state, HEAD_KEY));
  const { lastDue: _, ...former } = JSON.parse(await textOf(rig.state, snapshot));
  await rig.state.write(snapshot, Buffer.from(JSON.stringify(former)));
}

describe("an edition says since when it tells", () => {
  it("not at all if it is the first", async () => {
    const rig = createRig();
    await rig.put({ "velm.txt": story(12) });
    expect(await sinceOf(rig, FRIDAY)).toBeUndefined();
  });

  it("since the edition of the day before", async () => {
    const rig = createRig();
    await rig.put({ "velm.txt": story(12) });
    await rig.run(FRIDAY);
    await rig.put({ "velm.txt": story(19) });
    expect(await sinceOf(rig, SATURDAY)).toBe(FRIDAY);
    expect(rig.inbox.at(-1)?.text).toContain("\nSince Friday, 07:00\n");
  });

  it("over quiet days, which hand it on in their snapshots", async () => {
    const rig = await afterTheWeekend();
    expect(await currentSnapshot(rig)).toMatchObject({ due: false, lastDue: FRIDAY });
    expect(await sinceOf(rig, MONDAY)).toBe(FRIDAY);
    expect(rig.inbox.at(-1)?.html).toContain("07:00\u00a0UTC<br>Since Friday 20 November, 07:00<");
    expect(await currentSnapshot(rig)).not.toHaveProperty("lastDue");
    await rig.put({ "velm.txt": story(21) });
    expect(await sinceOf(rig, TUESDAY)).toBe(MONDAY);
  });

  it("since the note of a quiet day, where readers get one", async () => {
    const rig = createRig({ environment: { QUIET_DAYS: "note" } });
    await rig.put({ "velm.txt": story(12) });
    await rig.run(FRIDAY);
    expect(await sinceOf(rig, SATURDAY)).toBe(FRIDAY);
    expect(await sinceOf(rig, SUNDAY)).toBe(SATURDAY);
  });

  it("after the head was lost", async () => {
    const rig = await afterTheWeekend();
    await rig.state.remove(HEAD_KEY);
    expect(await sinceOf(rig, MONDAY)).toBe(FRIDAY);
  });

  it("after a run that ran out of time and was resumed", async () => {
    const rig = await afterTheWeekend();
    await rig.put(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.txt`, story(n)])));
    const request = { mode: "scheduled", slot: MONDAY, acceptRemovals: [] } as const;
    expect(await runDigest(request, inTime(rig, 8))).toMatchObject({ outcome: "unfinished" });
    expect(await sinceOf(rig, MONDAY)).toBe(FRIDAY);
  });

  it("leaves it out after a quiet snapshot of a former version, until the next edition", async () => {
    const rig = await afterTheWeekend();
    await forgetLastDue(rig);
    expect(await sinceOf(rig, MONDAY)).toBeUndefined();
    await rig.put({ "velm.txt": story(21) });
    expect(await sinceOf(rig, TUESDAY)).toBe(MONDAY);
  });

  it("leaves it out after a slot in the future that was taken back", async () => {
    const rig = createRig();
    await rig.put({ "velm.txt": story(12) });
    await runDigest({ mode: "scheduled", slot: TUESDAY, acceptRemovals: [] }, rig.job);
    await runDigest({ mode: "redate" }, rig.job);
    rig.passSeconds(3600);
    await rig.put({ "velm.txt": story(19) });
    const slot = rig.job.state.now().toISOString();
    const result = await rig.run(slot);
    expect(result).toMatchObject({ counts: { revised: 1 } });
    expect(await rig.edition(result)).not.toHaveProperty("since");
  });
});
