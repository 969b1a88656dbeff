import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { keepFeedback, readFeedback } from "../../../../functions/digest/feedback/feedback.ts";
import { SesEventSchema, toFeedback } from "../../../../functions/digest/feedback/ses-event.ts";
import { answerRequest } from "../../../../functions/digest/run/answer.ts";
import { parseEvent } from "../../../../functions/digest/run/request.ts";
import { createRig, keysOf, SLOTS, textOf } from "../../../support/rig.ts";

/** An event as EventBridge hands it over, as far as SES documents it. */
const sesEvent = (id: string, detailType: string): unknown => ({
  version: "0",
  id,
  "detail-type": detailType,
  source: "aws.ses",
  account: "111122223333",
  time: "2026-11-20T07:03:11Z",
  region: "eu-central-1",
  resources: ["arn:aws:ses:eu-central-1:111122223333:configuration-set/digest"],
  detail: {
    eventType: "Bounce",
    bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "gone@example.org" }] },
    mail: {
      timestamp: "2026-11-20T07:00:04.120Z",
      messageId: "0107-1",
      destination: ["gone@example.org"],
      headers: [{ name: "Subject", value: "Death toll: 12 to 19" }],
    },
  },
});

const NOW = "2026-11-20T07:00:00Z";
const feedbackOf = (id: string, detailType = "Email Bounced", now = NOW) =>
  toFeedback(v.parse(SesEventSchema, sesEvent(id, detailType)), now);

describe("feedback of the mail service", () => {
  it.each([
    ["Email Bounced", "bounced"],
    ["Email Complaint Received", "complained"],
    ["Email Rejected", "rejected"],
  ])("reads %s as %s, with the time of the mail", (detailType, kind) => {
    expect(feedbackOf("e1", detailType)).toEqual({
      id: "e1",
      kind,
      sentAt: "2026-11-20T07:00:04.120Z",
      arrivedAt: NOW,
    });
  });

  it("keeps nothing by which a reader could be known", async () => {
    const { state } = createRig();
    await keepFeedback(feedbackOf("e1"), state);
    const [key = ""] = await keysOf(state, "feedback/");
    expect(key).toMatch(/^feedback\/20261120T070000000Z-[0-9a-f]{32}\.json$/);
    expect(await textOf(state, key)).not.toContain("@");
  });

  it("counts what arrived since the last time, and an event that came twice once", async () => {
    const rig = createRig();
    for (const [id, name, second] of [
      ["e1", "Email Bounced", 0],
      ["e1", "Email Bounced", 1],
      ["e2", "Email Bounced", 2],
      ["e3", "Email Complaint Received", 3],
    ] as const) {
      await keepFeedback(feedbackOf(id, name, `2026-11-20T07:00:0${second}Z`), rig.state);
    }
    rig.passSeconds(100);
    const first = await readFeedback(rig.state, null);
    expect(first.counts).toEqual({ bounced: 2, complained: 1, rejected: 0 });
    await keepFeedback(feedbackOf("e4", "Email Rejected", rig.state.now().toISOString()), rig.state);
    expect(await readFeedback(rig.state, first.upTo)).toEqual({
      counts: { bounced: 0, complained: 0, rejected: 0 },
      upTo: first.upTo,
    });
    rig.passSeconds(100);
    expect((await readFeedback(rig.state, first.upTo)).counts).toEqual({
      bounced: 0,
      complained: 0,
      rejected: 1,
    });
  });

  it("passes over an object that is something else", async () => {
    const rig = createRig();
    await rig.state.write("feedback/20261119T070000000Z-x.json", Buffer.from("{"));
    rig.passSeconds(100);
    expect(await readFeedback(rig.state, null)).toEqual({
      counts: { bounced: 0, complained: 0, rejected: 0 },
      upTo: "feedback/20261119T070000000Z-x.json",
    });
  });

  it("has nothing to tell before anything arrived", async () => {
    expect(await readFeedback(createRig().state, null)).toEqual({
      counts: { bounced: 0, complained: 0, rejected: 0 },
      upTo: null,
    });
  });

  it("is reported once, in the next edition that is emailed", async () => {
    const [DAY1, DAY2, DAY3, DAY4] = SLOTS;
    const rig = createRig({ environment: { CONFIGURATION_SET: "digest" } });
    await rig.put({ "a.txt": "Ferry runs aground\n\nA ferry ran aground on Monday. Nobody was hurt." });
    await rig.run(DAY1);
    const event = parseEvent(sesEvent("e1", "Email Bounced"), DAY1);
    expect(await answerRequest(event, rig.job)).toMatchObject({ slot: null, outcome: "kept" });
    rig.passSeconds(100);
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "quiet" });
    await rig.put({ "b.txt": "Bridge closes\n\nThe bridge closes in March. Buses take the tunnel." });
    const told = await rig.edition(await rig.run(DAY3));
    expect(told.feedback).toEqual({ bounced: 1, complained: 0, rejected: 0 });
    expect(rig.inbox.at(-1)?.text).toContain("1 email bounced since the last edition.");
    await rig.put({ "c.txt": "School opens\n\nThe school opens in May. The roof is new." });
    expect((await rig.edition(await rig.run(DAY4))).feedback).toBeUndefined();
  });
});
