import { describe, expect, it } from "vitest";
import { UNSUBSCRIBE_PLACEHOLDER } from "../../../../functions/digest/publish/mail/types.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";

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
      subscribers: async () => readers.map((address) => ({ address })),
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
    const result = await runDigest(
      { mode: "resume" },
      { ...rig.job, subscribers: async () => readers.map((address) => ({ address })) },
    );
    expect(result).toMatchObject({ slot: DAY1, outcome: "sent" });
    expect(rig.inbox.map(({ to }) => to)).toEqual(["ann@example.org", "bob@example.org"]);
  });

  it("leave the snapshot unchanged if they cannot be listed, so that no change is lost", async () => {
    const rig = await openDesk();
    const subscribers = async () => [{ address: "ann@example.org" }];
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
    await rig.run(DAY2, { subscribers: async () => [{ address: "ann@example.org" }] });
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
    const subscribers = async () => [{ address: "ann@example.org" }];
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

  /** A committed edition of which no email went out yet. */
  async function waiting(): Promise<Rig> {
    const rig = createRig();
    await rig.put({ "a.txt": "A headline\n\nThe harbour of Dunmarrow opened on Friday." });
    expect(await rig.run(DAY1, { quota: refuse })).toMatchObject({
      outcome: "refused",
      problem: expect.stringContaining("none was sent"),
    });
    return rig;
  }

  async function keyOf(rig: Rig, name: string): Promise<string> {
    return (await keysOf(rig.state, "runs/")).find((key) => key.endsWith(`/${name}`)) ?? "";
  }

  it("is sent as it was stored: a later run with other settings renders nothing", async () => {
    const rig = await waiting();
    const html = await textOf(rig.state, await keyOf(rig, "digest.html"));
    const config = { ...rig.job.config, timeZone: "Asia/Tokyo" };
    await runDigest({ mode: "resume" }, { ...rig.job, config });
    expect(rig.inbox.map((mail) => mail.html)).toEqual([html, html]);
    expect(rig.steps.map(({ step }) => step)).not.toContain("published again");
  });

  it.each([
    ["subject.txt", "is missing"],
    ["digest.html", "is missing"],
    ["digest.txt", "is cut off"],
    ["digest.html", "is another text"],
    ["subject.txt", "is empty"],
  ])("is published again from the edition if %s %s, and the stored objects stay", async (name, damage) => {
    const intact = await waiting();
    await runDigest({ mode: "resume" }, intact.job);
    const rig = await waiting();
    const key = await keyOf(rig, name);
    const whole = await textOf(rig.state, key);
    const damaged = { "is cut off": whole.slice(0, 20), "is another text": "<p>other", "is empty": "" }[
      damage
    ];
    await (damaged === undefined ? rig.state.remove(key) : rig.state.write(key, Buffer.from(damaged)));
    await runDigest({ mode: "resume" }, rig.job);
    expect(rig.inbox).toEqual(intact.inbox);
    expect(rig.steps.filter(({ step }) => step === "published again")).toHaveLength(1);
    expect(await textOf(rig.state, key)).toBe(damaged ?? "");
  });

  it("stops the run if the edition is unreadable too, and nobody is emailed", async () => {
    const rig = await waiting();
    await rig.state.remove(await keyOf(rig, "digest.html"));
    await rig.state.remove(await keyOf(rig, "edition.json"));
    await expect(runDigest({ mode: "resume" }, rig.job)).rejects.toThrow(/edition s3:.*it is missing/);
    expect(rig.inbox).toEqual([]);
  });

  it("is not asked for once everybody has it: a damaged one stops no later run", async () => {
    const rig = await waiting();
    await runDigest({ mode: "resume" }, rig.job);
    await rig.state.remove(await keyOf(rig, "digest.html"));
    await rig.state.remove(await keyOf(rig, "edition.json"));
    await rig.state.remove("head.json");
    await rig.put({ "b.txt": "Another headline\n\nThe lighthouse of Dunmarrow was lit on Saturday." });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent", counts: { added: 1 } });
    expect(rig.inbox).toHaveLength(4);
  });

  it("has SES's placeholder if it is sent with a contact list, also if it was stored without", async () => {
    const rig = await waiting();
    const config = { ...rig.job.config, recipients: [], contactList: "newsroom", topic: "digest" };
    const subscribers = async () => [{ address: "ann@example.org" }, { address: "bob@example.org" }];
    await runDigest({ mode: "resume" }, { ...rig.job, config, subscribers });
    expect(rig.inbox.map(({ html, text }) => [html, text].map(placeholders))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("has no placeholder if a contact list was set in between, and taken back", async () => {
    const rig = await waiting();
    const config = { ...rig.job.config, recipients: [], contactList: "nosuch", topic: "" };
    const subscribers = async () => Promise.reject(new Error("no such list"));
    await expect(runDigest({ mode: "resume" }, { ...rig.job, config, subscribers })).rejects.toThrow(
      "no such list",
    );
    await runDigest({ mode: "resume" }, rig.job);
    expect(rig.inbox.map(({ html, text }) => [html, text].map(placeholders))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

function placeholders(part: string): number {
  return part.split(UNSUBSCRIBE_PLACEHOLDER).length - 1;
}
