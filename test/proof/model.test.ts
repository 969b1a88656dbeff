import { describe, expect, it } from "vitest";
import { callsOfADay } from "./cases.ts";
import type { Call } from "./fault.ts";
import { MODEL_MUTANTS, type ModelEffect } from "./protocol-model/effects.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";
import { effectsOf, search } from "./search.ts";

const BOUNDS = { workers: 2, slots: 2, invocations: 2, faults: 1 };

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

describe("the model of the protocol", () => {
  it("has the effects of the real code, in their order", async () => {
    const calls = await callsOfADay(SMALL, await editedContents(editOne));
    const first = calls[0]?.call.worker;
    const real = calls
      .filter(({ call }) => call.worker === first)
      .flatMap(({ call }) => effectOf(call) ?? []);
    // A slot's claims are read by listing them, which has the same name as listing the corpus.
    const model = effectsOf([1, 2], { unknownDeliveries: "resend" }).filter(
      (effect) => effect !== "read claim",
    );
    expect(real).toEqual(model);
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
