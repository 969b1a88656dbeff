import { beforeAll, expect, it } from "vitest";
import { MassRemovalError } from "../../../../functions/digest/errors.ts";
import { readEdition } from "../../../../functions/digest/run/published.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { mortal, untilDeath } from "../../../support/mortal.ts";
import { reach } from "../../../support/reach.ts";
import { createRig, type Rig } from "../../../support/rig.ts";
import { writeText } from "../../../support/story-texts.ts";
import { currentSnapshot, inTime, withoutKeys } from "../../../support/unfinished.ts";

const day = (n: number): string => `2026-11-${19 + n}T07:00:00Z`;
const keyOf = (n: number): string => `${n < 8 ? "wire" : "desk"}/${String(n).padStart(2, "0")}.txt`;
const WIRE = Array.from({ length: 8 }, (_, n) => n);
const RESUME = { mode: "resume" } as const;

type Day = readonly [slot: string, acceptRemovals: readonly string[], act: (rig: Rig) => Promise<void>];

const nothing = async (): Promise<void> => undefined;

/** Twelve stories, eight of which go; stopped twice, held back, partly back, and the rest confirmed. */
const DAYS: readonly Day[] = [
  [
    day(1),
    [],
    (rig) =>
      rig.put(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [keyOf(n), writeText(`${n}.0`)]))),
  ],
  [
    day(2),
    [],
    async (rig) => {
      for (const n of WIRE) {
        await rig.corpus.remove(keyOf(n));
      }
    },
  ],
  [day(3), [], (rig) => rig.put({ [keyOf(9)]: writeText("9.1") })],
  [day(4), [], (rig) => rig.put({ "desk/new.txt": writeText("30.0") })],
  [
    day(5),
    [],
    (rig) =>
      rig.put({ [keyOf(0)]: writeText("0.0"), [keyOf(1)]: writeText("1.1"), "x/2.txt": writeText("2.0") }),
  ],
  [day(6), ["wire/"], nothing],
  [day(7), [], nothing],
];

/** What a reader got and what the snapshot knows; run ids differ from run to run. */
async function outcomeOf(rig: Rig) {
  const { parts, edition } = await currentSnapshot(rig);
  const entries = (await Promise.all(parts.map((part) => readPart(rig.state, part)))).flat();
  return { edition: await readEdition(rig.state, edition), entries: entries.map(withoutKeys) };
}

/** Runs the slot as often as a scheduler would until it is committed or refused. */
async function finish(rig: Rig, [slot, acceptRemovals]: Day, job = rig.job): Promise<boolean> {
  try {
    await runDigest({ mode: "scheduled", slot, acceptRemovals }, job);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(MassRemovalError);
    return false;
  }
}

/** The days up to this one. */
async function liveUntil(rig: Rig, last: number): Promise<void> {
  for (const each of DAYS.slice(0, last)) {
    await each[2](rig);
    await finish(rig, each);
  }
}

async function reference() {
  const rig = createRig();
  const outcomes = [];
  for (const each of DAYS) {
    await each[2](rig);
    const isCommitted = await finish(rig, each);
    outcomes.push({ isCommitted, ...(await outcomeOf(rig)) });
  }
  return outcomes;
}

/** A rig after the days before this one, and what happened to its corpus on this day. */
async function rigOf(at: number): Promise<Rig> {
  const rig = createRig();
  await liveUntil(rig, at);
  await DAYS[at]?.[2](rig);
  return rig;
}

/** Lets the worker of this day die. */
async function die(rig: Rig, at: number, place: number, when: "before" | "after"): Promise<void> {
  const [slot, acceptRemovals] = DAYS[at] as Day;
  const request = { mode: "scheduled", slot, acceptRemovals } as const;
  await untilDeath(runDigest(request, mortal(rig.job, place, when).job), MassRemovalError);
  rig.passSeconds(70);
}

let outcomes: Awaited<ReturnType<typeof reference>>;
beforeAll(async () => {
  outcomes = await reference();
});

async function expectDay(rig: Rig, at: number): Promise<void> {
  const isCommitted = await finish(rig, DAYS[at] as Day);
  expect({ isCommitted, ...(await outcomeOf(rig)) }, `day ${at}`).toEqual(outcomes[at]);
}

it.each(reach([2, 5], [1, 2, 3, 4, 5]))(
  "may die at any effect of day %i of a mass removal: the days after are the same",
  async (at) => {
    expect(outcomes.map(({ isCommitted }) => isCommitted)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
    const ready = await rigOf(at);
    const count = ready.copy();
    const { job, effects } = mortal(count.job, Number.POSITIVE_INFINITY, "before");
    await finish(count, DAYS[at] as Day, job);
    expect(effects.length).toBeGreaterThan(4);
    const deaths = effects.flatMap((_, place) => [
      { place, when: "before" as const, isWindow: effects[place - 1] === "send" },
      { place, when: "after" as const, isWindow: effects[place] === "send" },
    ]);
    const told = outcomes.slice(0, at + 2).filter(({ edition }) => edition.kind !== "quiet");
    const mails = 2 * new Set(told.map(({ edition }) => edition.slot)).size;
    for (const { place, when, isWindow } of deaths) {
      const rig = ready.copy();
      await die(rig, at, place, when);
      await expectDay(rig, at);
      await DAYS[at + 1]?.[2](rig);
      await expectDay(rig, at + 1);
      expect(rig.inbox, `${when} ${place}`).toHaveLength(mails + (isWindow ? 1 : 0));
    }
  },
);

it.each(reach([12], [12, 15, 20]))(
  "may run out of time on each of these days: after %i looks at the clock",
  async (looks) => {
    const rig = createRig();
    for (const [index, each] of DAYS.entries()) {
      await each[2](rig);
      const [slot, acceptRemovals] = each;
      const attempt = async (request: Parameters<typeof runDigest>[0]) => {
        try {
          return (await runDigest(request, inTime(rig, looks))).outcome;
        } catch (error) {
          expect(error).toBeInstanceOf(MassRemovalError);
          return "refused";
        }
      };
      let outcome = await attempt({ mode: "scheduled", slot, acceptRemovals });
      for (let n = 0; n < 60 && outcome === "unfinished"; n += 1) {
        outcome = await attempt(RESUME);
      }
      expect(outcome, `day ${index}`).not.toBe("unfinished");
      expect({ isCommitted: outcome !== "refused", ...(await outcomeOf(rig)) }, `day ${index}`).toEqual(
        outcomes[index],
      );
    }
  },
);
