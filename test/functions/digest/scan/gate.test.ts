import { expect, it } from "vitest";
import { createGate } from "../../../../functions/digest/scan/gate.ts";

it("grants no more than its permits, in the order of the requests", async () => {
  const gate = createGate(2);
  const order: number[] = [];
  const leaves = [await gate.enter(), await gate.enter()];
  const waiting = [1, 2, 3].map(async (number) => {
    const leave = await gate.enter();
    order.push(number);
    return leave;
  });
  await Promise.resolve();
  expect(order).toEqual([]);
  leaves[0]?.();
  (await waiting[0])?.();
  (await waiting[1])?.();
  await waiting[2];
  expect(order).toEqual([1, 2, 3]);
});

it("rejects current and later waiters once it is shut", async () => {
  const gate = createGate(1);
  await gate.enter();
  const waiting = gate.enter();
  gate.shut(new Error("the scan failed"));
  await expect(waiting).rejects.toThrow("the scan failed");
  await expect(gate.enter()).rejects.toThrow("the scan failed");
  expect(() => gate.check()).toThrow("the scan failed");
});
