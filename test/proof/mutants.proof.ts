import { describe, expect, it } from "vitest";
import { catchMutant } from "./catch.ts";
import { MUTANTS, mutate } from "./mutants.ts";
import { MODEL_MUTANTS } from "./protocol-model/effects.ts";
import { editedContents, editOne, SMALL } from "./scenario.ts";

describe("the real code with a protocol fault", () => {
  it.each(MUTANTS)("is caught: $name", async (mutant) => {
    const contents = await editedContents(editOne);
    const setting = await mutate({ ...SMALL, unknownDeliveries: "skip" }, mutant);
    const caught = await catchMutant(mutant, setting, contents);
    console.log(`${mutant.name}: ${caught?.by}: ${caught?.saw}`);
    expect(caught).toBeDefined();
  });

  it("is there for every mutant of the model", () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...MODEL_MUTANTS]));
  });
});
