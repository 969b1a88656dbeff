import { describe, expect, it } from "vitest";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../../../functions/digest/publish/mail/types.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { createRig, keysOf, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const LIST = { RECIPIENTS: "", CONTACT_LIST: "newsroom", TOPIC: "digest" };

async function openDesk(): Promise<Rig> {
  const rig = createRig({ environment: LIST });
  await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
  return rig;
}

describe("the readers of a contact list", () => {
  it("are those at the time of the commit, even if delivery comes later", async () => {
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

  it("leave the snapshot unchanged if they cannot be listed, so that no change is lost", async () => {
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

  it("are listed again if the very first commit could not list them", async () => {
    const rig = await openDesk();
    const denied = () => Promise.reject(new Error("AccessDeniedException"));
    await expect(rig.run(DAY1, { subscribers: denied })).rejects.toThrow("AccessDeniedException");
    await rig.run(DAY2, { subscribers: async () => ["ann@example.org"] });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org"]);
  });

  it("are not listed for a preview, or if there is no email to send", async () => {
    const rig = await openDesk();
    const subscribers = () => Promise.reject(new Error("asked"));
    const preview = { mode: "preview", slot: DAY1, acceptRemovals: [] } as const;
    expect(await runDigest(preview, { ...rig.job, subscribers })).toMatchObject({ outcome: "preview" });
    await rig.run(DAY1, { subscribers: async () => [] });
    expect(await rig.run(DAY2, { subscribers })).toMatchObject({ outcome: "quiet" });
  });

  it("are listed again if the head was lost", async () => {
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

describe("the email of a committed edition", () => {
  const refuse = async () => ({ perSecond: 1, left: 0, isPaused: false });

  it("is sent as stored: a later run renders nothing", async () => {
    const rig = createRig();
    await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
    await expect(rig.run(DAY1, { quota: refuse })).rejects.toThrow("none was sent");
    const [folder] = (await keysOf(rig.state, "runs/")).map((key) => key.split("/").slice(0, 2).join("/"));
    await rig.state.write(`${folder}/subject.txt`, Buffer.from("As stored"));
    await rig.state.write(`${folder}/digest.html`, Buffer.from("<p>as stored</p>"));
    await rig.state.write(`${folder}/digest.txt`, Buffer.from("as stored"));
    await runDigest({ mode: "resume" }, rig.job);
    expect(rig.inbox).toHaveLength(2);
    for (const mail of rig.inbox) {
      expect(mail).toMatchObject({ subject: "As stored", html: "<p>as stored</p>", text: "as stored" });
    }
  });

  it("stops the run, named in the error, if a part of it is gone; no email is sent", async () => {
    const rig = createRig();
    await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
    await expect(rig.run(DAY1, { quota: refuse })).rejects.toThrow("none was sent");
    const html = (await keysOf(rig.state, "runs/")).find((key) => key.endsWith("/digest.html")) ?? "";
    await rig.state.remove(html);
    await expect(runDigest({ mode: "resume" }, rig.job)).rejects.toThrow(`s3://state/${html}: it is gone`);
    expect(rig.inbox).toEqual([]);
  });

  it("is published again if the way to unsubscribe has changed", async () => {
    const rig = createRig();
    await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
    await expect(rig.run(DAY1, { quota: refuse })).rejects.toThrow("none was sent");
    const subscribers = async () => ["ann@example.org", "bob@example.org"];
    const config = { ...rig.job.config, recipients: [], contactList: "newsroom", topic: "digest" };
    await runDigest({ mode: "resume" }, { ...rig.job, config, subscribers });
    expect(rig.inbox.map(({ html, text }) => [html, text].map(placeholders))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

function placeholders(part: string): number {
  return part.split(UNSUBSCRIBE_PLACEHOLDER).length - 1;
}
