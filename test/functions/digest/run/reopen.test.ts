import { describe, expect, it } from "vitest";
import { readReceipt, receiptKey } from "../../../../functions/digest/delivery/receipt.ts";
import type { SendOutcome } from "../../../../functions/digest/ports.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { acceptAll, createRig, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2] = SLOTS;
const ANN = "ann@example.org";
const STORY = "Ferry runs again\n\nThe Sorn ferry runs again. It carried 12 people on Monday.\n";

/** A rig whose mail service refuses Ann for as long as `isDown`; the first edition has been given up for her. */
async function givenUp(): Promise<{ readonly rig: Rig; readonly mend: () => void }> {
  let isDown = true;
  const accept = acceptAll();
  const answer = ({ to }: { readonly to: string }): SendOutcome =>
    isDown && to === ANN ? { outcome: "refused", reason: "MessageRejected" } : accept();
  const rig = createRig({ answer });
  await rig.put({ "ferry.txt": STORY });
  expect(await rig.run(DAY1)).toMatchObject({ outcome: "refused" });
  for (let hour = 1; hour < 72; hour += 1) {
    rig.passSeconds(3_600);
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ outcome: "refused" });
  }
  rig.passSeconds(3_600);
  expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ outcome: "failed" });
  return {
    rig,
    mend: () => {
      isDown = false;
    },
  };
}

const dueOf = async (rig: Rig) => {
  const found = await readHead(rig.state);
  return found.state === "current" ? found.head.due.map(({ slot }) => slot) : [];
};
const stateOf = async (rig: Rig, slot: string) =>
  (await readReceipt(rig.state, receiptKey(slot, ANN)))?.receipt.state;
const subjectsTo = (rig: Rig, reader: string) =>
  rig.inbox.filter(({ to }) => to === reader).map(({ subject }) => subject);

describe("an email that was given up", () => {
  it("is delivered after all, to those who lack it and nobody else, when an event asks for it", async () => {
    const { rig, mend } = await givenUp();
    expect(await dueOf(rig)).toEqual([]);
    mend();
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, rig.job)).toMatchObject({
      slot: DAY1,
      outcome: "sent",
    });
    expect(subjectsTo(rig, ANN)).toEqual(subjectsTo(rig, "bob@example.org"));
    expect(await dueOf(rig)).toEqual([]);
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, rig.job)).toMatchObject({
      outcome: "already done",
    });
    expect(rig.inbox).toHaveLength(2);
  });

  it("is that of the last slot if the event names none", async () => {
    const { rig, mend } = await givenUp();
    mend();
    expect(await runDigest({ mode: "deliver" }, rig.job)).toMatchObject({ slot: DAY1, outcome: "sent" });
  });

  it("has another three days if it is still refused", async () => {
    const { rig, mend } = await givenUp();
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, rig.job)).toMatchObject({ outcome: "refused" });
    expect(await dueOf(rig)).toEqual([DAY1]);
    rig.passSeconds(71 * 3_600);
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ outcome: "refused" });
    mend();
    expect(await runDigest({ mode: "resume" }, rig.job)).toMatchObject({ outcome: "sent" });
  });

  it("is delivered although a later edition has been sent since", async () => {
    const { rig, mend } = await givenUp();
    mend();
    await rig.put({ "ferry.txt": STORY.replace("12 people", "19 people") });
    expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent" });
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, rig.job)).toMatchObject({ outcome: "sent" });
    expect(subjectsTo(rig, ANN)).toEqual(subjectsTo(rig, "bob@example.org").toReversed());
  });

  it("goes on where a worker stopped that had reopened the receipt but not written the head", async () => {
    const { rig, mend } = await givenUp();
    mend();
    const dying = { ...rig.state, write: refusingHead(rig) };
    await expect(runDigest({ mode: "deliver", slot: DAY1 }, { ...rig.job, state: dying })).rejects.toThrow(
      /cannot deliver slot .* after all: other runs wrote the head first/,
    );
    expect(await stateOf(rig, DAY1)).toBe("open");
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, rig.job)).toMatchObject({ outcome: "sent" });
  });

  it("is no business of a reader who has been removed from the recipients", async () => {
    const { rig, mend } = await givenUp();
    mend();
    const config = { ...rig.job.config, recipients: ["bob@example.org"] };
    expect(await runDigest({ mode: "deliver", slot: DAY1 }, { ...rig.job, config })).toMatchObject({
      outcome: "already done",
    });
    expect(await stateOf(rig, DAY1)).toBe("failed");
  });

  it("is none before the first run", async () => {
    expect(await runDigest({ mode: "deliver" }, createRig().job)).toMatchObject({
      slot: null,
      outcome: "already done",
    });
  });
});

function refusingHead({ state }: Rig): Rig["state"]["write"] {
  return async (key, bytes, condition) =>
    key === "head.json" ? { outcome: "refused" } : await state.write(key, bytes, condition);
}
