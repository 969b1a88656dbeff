import { describe, expect, it } from "vitest";
import { giveBack } from "../../../../functions/digest/store/give-back.ts";

describe("giveBack", () => {
  it("frees bytes that have a buffer of their own", () => {
    const bytes = new Uint8Array(1_000);
    giveBack(bytes);
    expect(bytes.buffer.detached).toBe(true);
    expect(bytes).toHaveLength(0);
  });

  it("leaves those that share one: of a larger message, or of Node's pool", () => {
    const whole = new Uint8Array(1_000).fill(7);
    giveBack(whole.subarray(0, 999));
    giveBack(Buffer.from("from the pool"));
    expect(whole.buffer.detached).toBe(false);
    expect(whole).toEqual(new Uint8Array(1_000).fill(7));
    expect(Buffer.from("another").buffer.detached).toBe(false);
  });

  it("takes what was given back already, and what is empty", () => {
    const bytes = new Uint8Array(1_000);
    giveBack(bytes);
    giveBack(bytes);
    giveBack(new Uint8Array());
    expect(bytes).toHaveLength(0);
  });
});
