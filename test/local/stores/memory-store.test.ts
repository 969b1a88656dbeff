import { expect, it } from "vitest";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { storeContract } from "../../support/store-contract.ts";

storeContract("the memory store", async () => {
  const store = createMemoryStore();
  return { store, prefix: "", tags: store.tags, close: async () => undefined };
});

it("uses the clock it was given", () => {
  const now = () => new Date("2026-11-20T07:00:00Z");
  expect(createMemoryStore({ now }).now()).toEqual(now());
});
