import { describe, expect, it } from "vitest";
import { callsOfADay } from "../cases.ts";
import { editedContents, editOne, SMALL } from "../scenario.ts";
import { tryDay } from "../try-day.ts";
import type { Call } from "../world/fault.ts";
import type { Done } from "../world/traces.ts";
import { MODEL_MUTANTS, type ModelEffect } from "./effects.ts";
import { effectsOf, search } from "./search.ts";

const BOUNDS = { workers: 2, slots: 2, invocations: 2, faults: 1 } as const;

/** The model's name for a request of the real code; `undefined`: irrelevant to the protocol. */
function effectOf({ name, kind }: Call): ModelEffect["effect"] | undefined {
  const found = NAMES.find(([pattern]) => pattern.test(`${kind} ${name}`));
  return found?.[1];
}

const NAMES: readonly (readonly [pattern: RegExp, effect: ModelEffect["effect"]])[] = [
  [/^read GET head\.json$/, "read head"],
  [/^write PUT head\.json$/, "write head"],
  [/^write PUT runs\/.*\/edition\.json$/, "store edition"],
  [/^write PUT runs\/.*\/snapshot\.json$/, "store snapshot"],
  // The email of an edition is three objects; the first of them stands for all.
  [/^read GET runs\/.*\/subject\.txt$/, "read edition"],
  [/^write PUT deliveries\//, "write claim"],
  [/^send /, "send"],
];

function effectsByWorker(calls: readonly Done[]): readonly (readonly string[])[] {
  const own = Map.groupBy(calls, ({ call }) => call.worker);
  return [...own.values()].map((done) => done.flatMap(({ call }) => effectOf(call) ?? []));
}

/** A slot's claims are read by listing them, which has the same name as listing the corpus. */
function modelEffects(invocations: Parameters<typeof effectsOf>[0]): readonly string[] {
  return effectsOf(invocations, { unknownDeliveries: "resend" }).filter((effect) => effect !== "read claim");
}

describe("the model of the protocol", () => {
  it("has the effects of the real code, in their order", async () => {
    const [first] = effectsByWorker(await callsOfADay(SMALL, await editedContents(editOne)));
    expect(first).toEqual(modelEffects([{ slot: 1 }, { slot: 2 }]));
  });

  it("has the effects of a resume run that finds nothing left", async () => {
    const [, quick] = effectsByWorker(await callsOfADay(SMALL, await editedContents(editOne)));
    expect(quick).toEqual(["read head"]);
    expect(quick).toEqual(modelEffects([{ slot: 1 }, { slot: 2 }, { slot: "resume" }]));
  });

  it("has the effects of a resume run that finds a delivery that a dead worker claimed", async () => {
    const contents = await editedContents(editOne);
    const at = (await callsOfADay(SMALL, contents)).findIndex(({ call }) => effectOf(call) === "write claim");
    const { world } = await tryDay(SMALL, contents, [{ at, fault: "crash after" }]);
    // The second worker is the retry a minute later, when the claim still holds.
    const [, , resumed] = effectsByWorker(world.calls);
    expect(resumed).toContain("send");
    const model = modelEffects([{ slot: 1 }, { slot: 2, diesAfter: "write claim" }, { slot: "resume" }]);
    expect(resumed).toEqual(model);
  });

  it.each(["resend", "skip"] as const)(
    "keeps every promise in every state of 2 workers, 2 slots, 2 invocations, 1 fault: %s",
    (unknownDeliveries) => {
      const { states, transitions, quiet, violation, mostInWindow } = search({ unknownDeliveries }, BOUNDS);
      console.log(
        `${states} states, ${transitions} transitions, ${quiet} quiet worlds (${unknownDeliveries})`,
      );
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(10_000);
      expect(mostInWindow).toBe(1);
    },
  );

  it.each(MODEL_MUTANTS)("shows what goes wrong with: %s", (mutant) => {
    const found = search({ unknownDeliveries: "resend", mutant }, { ...BOUNDS, faults: 2 });
    expect(found.violation?.what).toEqual(expect.any(String));
  });
});
