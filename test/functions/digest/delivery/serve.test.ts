import { describe, expect, it } from "vitest";
import { endingOf } from "../../../../functions/digest/delivery/tally.ts";
import { makeQuietEdition } from "../../../../local/preview/sample-editions.ts";
import { ACCOUNT, type LocalAccount } from "../../../../local/ses/account.ts";
import { openOffice, readers, SLOT } from "./office.ts";

const stepsOf = (office: { readonly steps: readonly { readonly step: string }[] }): readonly string[] =>
  office.steps.map(({ step }) => step);

describe("a delivery to many", () => {
  it("serves 199 of 200 when one address is none, at the pace of the account, and says so once", async () => {
    const recipients = readers(200).with(77, "not an address");
    const office = await openOffice(recipients, { edition: makeQuietEdition() });
    const tally = await office.deliver();
    expect(tally).toMatchObject({ recipients: 200, sent: 199, failed: 1, open: 0, waiting: 0 });
    expect(new Set(office.mails().flatMap(({ to }) => to)).size).toBe(199);
    expect(office.passedMs()).toBeGreaterThan(13_900);
    expect(office.passedMs()).toBeLessThan(14_500);
    expect(await office.receipt("not an address")).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("recipient is not one plain address"),
    });
    expect(endingOf([{ slot: SLOT, tally: tally ?? fail() }])).toEqual({
      outcome: "failed",
      problem: expect.stringMatching(
        /one recipient: given up.*the event {"mode":"deliver","slot":"2026-11-20T07:00:00Z"} delivers it after all/,
      ),
    });
    expect(await office.due()).toEqual([]);
    expect(await office.deliver()).toBeUndefined();
  });

  it("stops before the next claim when its time is over, and a later worker goes on", async () => {
    const office = await openOffice(readers(5));
    const times = [9_000, 9_000, 9_000, 9_000, 9_000, 9_000, 500];
    const first = await office.deliver({ remainingMs: () => times.shift() ?? 500 });
    expect(first).toMatchObject({ sent: expect.any(Number), open: 0, failed: 0 });
    const sent = first?.sent ?? 0;
    expect(sent).toBeGreaterThan(0);
    expect(first?.waiting).toBe(5 - sent);
    expect(office.steps).toContainEqual({ step: "out of time", figures: { slot: SLOT, left: 5 - sent } });
    expect(await office.due()).toEqual([SLOT]);
    expect(await office.deliver()).toMatchObject({ sent: 5 - sent, sentBefore: sent, waiting: 0 });
    expect(office.mails().map(({ to }) => to[0])).toEqual(readers(5));
    expect(await office.due()).toEqual([]);
  });

  it("risks no more mails when the service does not answer three times in a row", async () => {
    const office = await openOffice(readers(5));
    const answers = ["unknown", "accepted", "unknown", "unknown", "unknown"] as const;
    let asked = 0;
    const send = async () => {
      const outcome = answers[asked] ?? "accepted";
      asked += 1;
      return outcome === "unknown" ? { outcome, reason: "TimeoutError" } : { outcome, messageId: "m" };
    };
    const tally = await office.deliver({ sender: { send } });
    expect(tally).toMatchObject({ sent: 1, waiting: 4, open: 0 });
    expect(asked).toBe(5);
    expect(endingOf([{ slot: SLOT, tally: tally ?? fail() }])).toEqual({
      outcome: "refused",
      problem: expect.stringMatching(/4 recipients: SES did not answer 3 times in a row; nothing is lost/),
    });
    const silent = await openOffice(readers(5));
    const never = { send: async () => ({ outcome: "unknown", reason: "TimeoutError" }) as const };
    expect(await silent.deliver({ sender: never })).toMatchObject({ waiting: 3, open: 2 });
    expect(await silent.receipt("reader-3@example.org")).toBeUndefined();
  });

  it("asks for the quota once, and not at all when everybody is served", async () => {
    const office = await openOffice(readers(3));
    let asked = 0;
    const quota = () => {
      asked += 1;
      return office.job.quota();
    };
    await office.deliver({ quota, state: { ...office.job.state, write: forgetting(office.job.state) } });
    expect(asked).toBe(1);
    expect(await office.due()).toEqual([SLOT]);
    expect(await office.deliver({ quota })).toMatchObject({ sent: 0, sentBefore: 3 });
    expect(asked).toBe(1);
    expect(await office.due()).toEqual([]);
  });
});

/** A store that takes everything but a new head, as if the worker had died before it. */
function forgetting(store: Awaited<ReturnType<typeof openOffice>>["job"]["state"]): typeof store.write {
  return async (key, bytes, condition) =>
    key === "head.json" ? { outcome: "refused" } : await store.write(key, bytes, condition);
}

function fail(): never {
  throw new Error("nothing was delivered");
}

describe("the quota", () => {
  it("too small for all: nobody is mailed, nothing is claimed, and it goes out when there is room", async () => {
    const account = { ...ACCOUNT, max24HourSend: 2 };
    const office = await openOffice(readers(3), { account });
    const tally = await office.deliver();
    expect(tally).toMatchObject({ sent: 0, open: 3 });
    expect(office.mails()).toEqual([]);
    expect(await office.receipt("reader-0@example.org")).toBeUndefined();
    expect(office.steps).toContainEqual({ step: "quota short", figures: { slot: SLOT, needed: 3, left: 2 } });
    expect(endingOf([{ slot: SLOT, tally: tally ?? fail() }])).toEqual({
      outcome: "refused",
      problem: expect.stringMatching(
        /3 recipients: the SES account may send only 2 more emails within 24 hours, so none was sent.*nothing is lost/,
      ),
    });
    account.max24HourSend = 3;
    expect(await office.deliver()).toMatchObject({ sent: 3, open: 0 });
  });

  it.each<[string, Partial<LocalAccount>, object]>([
    ["without limit", { max24HourSend: -1 }, { sent: 3 }],
    ["just enough", { max24HourSend: 3 }, { sent: 3 }],
    [
      "of a paused account",
      { isSendingEnabled: false },
      { sent: 0, open: 3, refusal: expect.stringContaining("paused") },
    ],
  ])("%s", async (_, changes, expected) => {
    const office = await openOffice(readers(3), { account: { ...ACCOUNT, ...changes } });
    expect(await office.deliver()).toMatchObject(expected);
  });

  it("counts only those who are not served yet", async () => {
    const account = { ...ACCOUNT, max24HourSend: 3 };
    const office = await openOffice(readers(3), { account });
    const times = [9_000, 9_000, 9_000, 9_000, 500];
    const first = await office.deliver({ remainingMs: () => times.shift() ?? 500 });
    expect(first?.sent).toBeLessThan(3);
    expect(await office.deliver()).toMatchObject({ open: 0, waiting: 0 });
    expect(office.mails()).toHaveLength(3);
  });

  it("keeps the sandbox's one mail a second", async () => {
    const office = await openOffice(readers(4), { account: { ...ACCOUNT, maxSendRate: 1 } });
    expect(await office.deliver()).toMatchObject({ sent: 4 });
    expect(office.passedMs()).toBe(3_000);
  });

  it("that cannot be read stops no mail", async () => {
    const office = await openOffice(readers(2));
    const quota = async () => ({ unknown: "AccessDeniedException" });
    expect(await office.deliver({ quota })).toMatchObject({ sent: 2 });
    expect(office.steps).toContainEqual({
      step: "quota unknown",
      figures: { slot: SLOT, reason: "AccessDeniedException" },
    });
  });

  it("that others use up meanwhile ends the delivery with one refused mail, and spends no attempts of the rest", async () => {
    const account = { ...ACCOUNT, max24HourSend: 2 };
    const office = await openOffice(readers(4), { account });
    const quota = async () => ({ perSecond: 14, left: 100, isPaused: false });
    const tally = await office.deliver({ quota });
    expect(tally).toMatchObject({
      sent: 2,
      open: 2,
      refusal: expect.stringContaining("Daily message quota"),
    });
    expect(await office.receipt("reader-2@example.org")).toMatchObject({ state: "open", attempts: 1 });
    expect(await office.receipt("reader-3@example.org")).toBeUndefined();
    expect(stepsOf(office)).toContain("sending stopped");
    account.max24HourSend = 4;
    expect(await office.deliver()).toMatchObject({ sent: 2, sentBefore: 2 });
  });
});

describe("the sandbox", () => {
  it("refuses who is not verified, serves who is, and the simulator", async () => {
    const verified = ["desk@example.org", "reader-0@example.org"];
    const office = await openOffice([...readers(2), "success@simulator.amazonses.com"], {
      account: { ...ACCOUNT, isSandbox: true, verified },
    });
    expect(await office.deliver()).toMatchObject({ sent: 2, open: 1 });
    expect(await office.receipt("reader-1@example.org")).toMatchObject({
      state: "open",
      reason: expect.stringContaining("MessageRejected: Email address is not verified"),
    });
  });
});

describe("a contact list", () => {
  const environment = { CONTACT_LIST: "newsroom", TOPIC: "digest" };
  const list = (topics = ["digest"]) => ({
    name: "newsroom",
    topics: topics.map((name) => ({ name, displayName: name, byDefault: "OPT_IN" as const })),
    contacts: readers(3).map((address) => ({ address, hasLeft: false, preferences: {} })),
  });
  const opened = async () => {
    const office = await openOffice(readers(3), { environment });
    office.ses.contacts.putList(list());
    return office;
  };

  it("puts SES's own address and headers into each mail, another for each reader", async () => {
    const office = await opened();
    expect(await office.deliver()).toMatchObject({ sent: 3 });
    const addresses = office.mails().map(({ headers }) => {
      const names = headers.map(({ name }) => name);
      expect(names.filter((name) => name === "List-Unsubscribe")).toHaveLength(1);
      expect(names).toContain("List-Unsubscribe-Post");
      return headers.find(({ name }) => name === "List-Unsubscribe")?.value;
    });
    expect(new Set(addresses).size).toBe(3);
  });

  it("does not mail somebody who left since the commit, and notes it for good", async () => {
    const office = await opened();
    const leaver = {
      address: "reader-1@example.org",
      hasLeft: false,
      preferences: { digest: "OPT_OUT" as const },
    };
    office.ses.contacts.putContact("newsroom", leaver);
    expect(await office.deliver()).toMatchObject({ sent: 2, optedOut: 1, open: 0 });
    expect(office.mails().map(({ to }) => to[0])).toEqual(["reader-0@example.org", "reader-2@example.org"]);
    expect(office.ses.bounces).toEqual([]);
    expect(await office.receipt("reader-1@example.org")).toMatchObject({ state: "opted out", attempts: 0 });
    expect(office.steps.at(-1)?.figures).toMatchObject({ optedOut: 1 });
    expect(await office.due()).toEqual([]);
  });

  it("does not put somebody back who was taken off the list", async () => {
    const office = await opened();
    office.ses.contacts.putList({ ...list(), contacts: list().contacts.slice(0, 2) });
    expect(await office.deliver()).toMatchObject({ sent: 2, optedOut: 1 });
    expect(office.ses.contacts.list("newsroom")?.contacts).toHaveLength(2);
  });

  it("asks for no quota when everybody left", async () => {
    const office = await opened();
    office.ses.contacts.putList({ ...list(), contacts: [] });
    const quota = () => fail();
    const tally = await office.deliver({ quota });
    expect(tally).toMatchObject({ sent: 0, optedOut: 3 });
    expect(endingOf([{ slot: SLOT, tally: tally ?? fail() }])).toEqual({ outcome: "sent" });
  });

  it("without its topic is an error that says what to look at", async () => {
    const office = await opened();
    office.ses.contacts.putList(list(["other"]));
    await expect(office.deliver()).rejects.toThrow(
      /cannot list the subscribers of topic digest of contact list newsroom: BadRequestException.*ses:ListContacts/,
    );
    expect(await office.due()).toEqual([SLOT]);
  });
});
