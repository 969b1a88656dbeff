import { describe, expect, it } from "vitest";
import { search } from "./search.ts";

describe("the model of the protocol", () => {
  it.each(["resend", "skip"] as const)(
    "keeps every promise in every state of 2 workers, 2 slots, 3 invocations, 2 faults: %s",
    (unknownDeliveries) => {
      const bounds = { workers: 2, slots: 2, invocations: 3, faults: 2 } as const;
      const { states, transitions, quiet, violation } = search({ unknownDeliveries }, bounds);
      console.log(
        `${states} states, ${transitions} transitions, ${quiet} quiet worlds (${unknownDeliveries})`,
      );
      expect(violation).toBeUndefined();
    },
  );
});
