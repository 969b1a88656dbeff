import { describe, expect, it } from "vitest";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { readSnapshot } from "../../../../functions/digest/snapshot/snapshot.ts";
import { type Effect, mortal, untilDeath } from "../../../support/mortal.ts";
import { reach } from "../../../support/reach.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";
import { withoutKeys } from "../../../support/unfinished.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const REQUEST = { mode: "scheduled", slot: DAY2, acceptRemovals: [] } as const;

const story = (name: string, figure: number): string =>
  `Report from ${name}\n\nThe mayor of ${name} said that ${figure} houses stand empty. The council meets on Friday.`;

/** A corpus of nine stories in three parts, edited since its baseline. */
async function editedRig(): Promise<Rig> {
  const rig = createRig();
  const names = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Oak", "Yew"];
  await rig.put(Object.fromEntries(names.map((name, i) => [`${name}.txt`, story(name, 10 + i)])));
  await rig.run(DAY1);
  await rig.put({
    "Ash.txt": story("Ash", 99),
    "Pine.txt": story("Pine", 7),
    "Willow.txt": story("Oak", 17),
  });
  await rig.corpus.remove("Elm.txt");
  await rig.corpus.remove("Oak.txt");
  return rig;
}

interface Outcome {
  readonly edition: Edition;
  readonly mails: readonly (readonly [string, number])[];
}

async function outcomeOf(rig: Rig): Promise<Outcome> {
  const found = await readHead(rig.state);
  if (found.state !== "current") {
    throw new Error(`head is ${found.state}`);
  }
  const { snapshot } = found.head;
  const mails = rig.inbox.slice(2);
  const count = (to: string) => mails.filter((mail) => mail.to === to).length;
  return {
    edition: await readEdition(rig.state, (await readSnapshot(rig.state, snapshot)).edition),
    mails: rig.job.config.recipients.map((to) => [to, count(to)] as const),
  };
}

/** The content of the snapshot, without run ids, which differ between runs. */
async function storiesOf(rig: Rig): Promise<readonly unknown[]> {
  const found = await readHead(rig.state);
  const snapshot = await readSnapshot(rig.state, found.state === "current" ? found.head.snapshot : "");
  const parts = await Promise.all(snapshot.parts.map((part) => readPart(rig.state, part)));
  return parts.flat().map(withoutKeys);
}

async function effectsOfARun(rig: Rig): Promise<readonly Effect[]> {
  const worker = mortal(rig.job, Number.POSITIVE_INFINITY, "before");
  await runDigest(REQUEST, worker.job);
  return worker.effects;
}

describe("a run that crashes", () => {
  it("at any of its effects is finished by the next run: same edition, same snapshot, one email per recipient", async () => {
    const edited = await editedRig();
    const reference = edited.copy();
    await reference.run(DAY2);
    const expected = await outcomeOf(reference);
    const stories = await storiesOf(reference);
    const effects = await effectsOfARun(edited.copy());
    expect(effects.filter((effect) => effect === "send")).toHaveLength(2);
    const deaths = deathsOf(effects);
    for (const { at, when, name, isWindow } of deaths) {
      const rig = edited.copy();
      await untilDeath(runDigest(REQUEST, mortal(rig.job, at, when).job));
      rig.passSeconds(70);
      await rig.run(DAY2);
      const found = await outcomeOf(rig);
      expect(found.edition, name).toEqual(expected.edition);
      expect(await storiesOf(rig), name).toEqual(stories);
      expect(found.mails.map(([, count]) => count).toSorted(), name).toEqual(isWindow ? [1, 2] : [1, 1]);
      expect(await rig.run(DAY3), name).toMatchObject({ outcome: "quiet" });
    }
    expect(deaths.filter(({ isWindow }) => isWindow)).toHaveLength(4);
  });

  it("never sends an email twice if unknown deliveries are skipped", async () => {
    const edited = await editedRig();
    const deaths = deathsOf(await effectsOfARun(edited.copy()));
    // Whatever happens before the first email is the same with either setting.
    const mailing = deaths.slice(deaths.findIndex(({ isWindow }) => isWindow) - 2);
    for (const { at, when, name } of reach(mailing, deaths)) {
      const rig = edited.copy();
      const config = { ...rig.job.config, unknownDeliveries: "skip" as const };
      const worker = mortal({ ...rig.job, config }, at, when);
      await untilDeath(runDigest(REQUEST, worker.job));
      rig.passSeconds(70);
      await rig.run(DAY2, { config });
      const counts = (await outcomeOf(rig)).mails.map(([, count]) => count);
      expect(Math.max(...counts), name).toBeLessThanOrEqual(1);
    }
  });
});

interface Death {
  readonly at: number;
  readonly when: "before" | "after";
  readonly name: string;
  /** The window that SES leaves open: the email is sent, but its receipt is not yet written. */
  readonly isWindow: boolean;
}

function deathsOf(effects: readonly Effect[]): readonly Death[] {
  return effects.flatMap((effect, at) => [
    {
      at,
      when: "before" as const,
      name: `before effect ${at}, a ${effect}`,
      isWindow: effects[at - 1] === "send",
    },
    { at, when: "after" as const, name: `after effect ${at}, a ${effect}`, isWindow: effect === "send" },
  ]);
}

describe("two runs of the same slot", () => {
  it("commit one edition and send one email per recipient when they run concurrently", async () => {
    const rig = await editedRig();
    const results = await Promise.all([rig.run(DAY2), rig.run(DAY2), rig.run(DAY2)]);
    rig.passSeconds(70);
    await rig.run(DAY2);
    expect(results.some(({ outcome }) => outcome === "sent")).toBe(true);
    expect((await outcomeOf(rig)).mails.map(([, count]) => count)).toEqual([1, 1]);
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet" });
  });
});
