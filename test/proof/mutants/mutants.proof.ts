import "../memory/remembered.ts";
import { describe, expect, it } from "vitest";
import { DAYS } from "../days.ts";
import { MODEL_MUTANTS } from "../model/effects.ts";
import { tryDay } from "../try-day.ts";
import { catchMutant } from "./catch.ts";
import { MUTANTS, mutate } from "./mutants.ts";

describe("the real code with a protocol fault", () => {
  it.each(MUTANTS)("is caught: $name", async (mutant) => {
    const [as, openContents] = DAYS[mutant.readers ?? "everyone"];
    const contents = await openContents();
    const setting = await mutate({ ...as, unknownDeliveries: "skip" }, mutant);
    const caught = await catchMutant(mutant, setting, contents);
    console.log(`${mutant.name}: ${caught?.by}: ${caught?.saw}`);
    expect(caught).toBeDefined();
  });

  it.each(Object.entries(DAYS))(
    "is not seen in the code as it is: the day of %s",
    async (_, [as, openContents]) => {
      const { violations } = await tryDay(as, await openContents(), []);
      expect(violations).toEqual([]);
    },
  );

  it("is there for every mutant of the model", () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...MODEL_MUTANTS]));
  });
});
