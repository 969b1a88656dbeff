import { expect, test } from "vitest";
import { once } from "../../../../functions/digest/text/once.ts";

test("makes a value when it is first asked for, and once", () => {
  let made = 0;
  const value = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
