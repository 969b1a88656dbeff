import { describe, expect, it } from "vitest";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const LIST = { RECIPIENTS: "", CONTACT_LIST: "newsroom", TOPIC: "digest" };

async function openDesk(): Promise<Rig> {
  const rig = createRig({ environment: LIST });
  await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
  return rig;
}

describe("the readers of a contact list", () => {
  it("are those of the moment of the commit, also when the delivery comes later", async () => {
    const rig = await openDesk();
    let readers = ["ann@example.org", "bob@example.org"];
    const dying = {
      ...rig.job,
      subscribers: async () => readers,
      quota: () => Promise.reject(new Error("dead")),
    };
    await expect(runDigest({ mode: "scheduled", slot: DAY1, acceptRemovals: [] }, dying)).rejects.toThrow(
      "dead",
    );
    readers = [...readers, "new@example.org"];
    const found = await readHead(rig.state);
    expect(found.state === "current" && found.head.due[0]?.recipients).toEqual([
      "ann@example.org",
      "bob@example.org",
    ]);
    const result = await runDigest({ mode: "resume" }, { ...rig.job, subscribers: async () => readers });
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org", "bob@example.org"]);
  });

  it("keep the snapshot where it was when they cannot be listed, so that no change is lost", async () => {
    const rig = await openDesk();
    const subscribers = async () => ["ann@example.org"];
    const denied = () => Promise.reject(new Error("AccessDeniedException"));
    await rig.run(DAY1, { subscribers });
    await rig.put({ "b.txt": "Another headline\n\nThe lighthouse of Dunmarrow was lit on Saturday." });
    await expect(rig.run(DAY2, { subscribers: denied })).rejects.toThrow("AccessDeniedException");
    const found = await readHead(rig.state);
    expect(found.state === "current" && found.head.slot).toBe(DAY1);
    const result = await rig.run(DAY3, { subscribers });
    expect(result).toMatchObject({ slot: DAY3, outcome: "sent", counts: { added: 1 } });
    expect(rig.inbox).toHaveLength(2);
  });

  it("are asked for again where the very first commit could not list them", async () => {
    const rig = await openDesk();
    const denied = () => Promise.reject(new Error("AccessDeniedException"));
    await expect(rig.run(DAY1, { subscribers: denied })).rejects.toThrow("AccessDeniedException");
    await rig.run(DAY2, { subscribers: async () => ["ann@example.org"] });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org"]);
  });

  it("are not asked for by a preview, nor where there is no mail", async () => {
    const rig = await openDesk();
    const subscribers = () => Promise.reject(new Error("asked"));
    const preview = { mode: "preview", slot: DAY1, acceptRemovals: [] } as const;
    expect(await runDigest(preview, { ...rig.job, subscribers })).toMatchObject({ outcome: "preview" });
    await rig.run(DAY1, { subscribers: async () => [] });
    expect(await rig.run(DAY2, { subscribers })).toMatchObject({ outcome: "quiet" });
  });

  it("are asked for again when the head was lost", async () => {
    const rig = await openDesk();
    const subscribers = async () => ["ann@example.org"];
    await rig
      .run(DAY1, { subscribers, quota: async () => ({ perSecond: 1, left: 0, isPaused: false }) })
      .catch(() => 0);
    await rig.state.remove("head.json");
    const result = await runDigest({ mode: "resume" }, { ...rig.job, subscribers });
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org"]);
  });
});
