import { expect, it } from "vitest";
import { fc } from "./support/laws.ts";

it("laws without a seed try the same cases in every run", () => {
  const tried = () => {
    const cases: string[] = [];
    fc.assert(
      fc.property(fc.string(), (text) => {
        cases.push(text);
      }),
    );
    return cases;
  };
  const first = tried();
  expect(new Set(first).size).toBeGreaterThan(50);
  expect(tried()).toEqual(first);
});
