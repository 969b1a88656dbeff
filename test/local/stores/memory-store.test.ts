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

it("keeps nothing of the bytes that it is given, nor of those that it gives", async () => {
  const store = createMemoryStore();
  const written = Buffer.allocUnsafeSlow(5).fill("first");
  await store.write("a", written);
  written.buffer.transfer(0);
  const read = await store.read("a");
  expect(Buffer.from(read?.bytes ?? []).toString()).toBe("first");
  read?.bytes.fill(0);
  expect(Buffer.from((await store.read("a"))?.bytes ?? []).toString()).toBe("first");
});

it("is copied with keys, times and tags, and lives apart from its copy", async () => {
  let time = Date.parse("2026-11-20T07:00:00Z");
  const store = createMemoryStore({ bucket: "state", now: () => new Date(time) });
  await store.write("a", Buffer.from("first"));
  await store.tag("a", { superseded: "true" });
  const written = await store.look("a");
  time += 1_000;
  const copy = store.copy(() => new Date(0));
  expect([copy.bucket, copy.now(), await copy.look("a")]).toEqual(["state", new Date(0), written]);
  await store.write("a", Buffer.from("second"));
  await store.write("b", Buffer.from(""));
  await copy.remove("b");
  expect(Buffer.from((await copy.read("a"))?.bytes ?? []).toString()).toBe("first");
  expect(await copy.tags("a")).toEqual({ superseded: "true" });
  expect([(await store.look("a"))?.size, (await Array.fromAsync(copy.list({}))).flat().length]).toEqual([
    6, 1,
  ]);
});

it("has the same fingerprint as a store that holds the same, and another after each change", async () => {
  let time = Date.parse("2026-11-20T07:00:00Z");
  const createStore = () => createMemoryStore({ now: () => new Date(time) });
  const [store, other] = [createStore(), createStore()];
  await store.write("a", Buffer.from("first"));
  await store.write("b", Buffer.from(""));
  await other.write("b", Buffer.from(""));
  await other.write("a", Buffer.from("first"));
  expect(other.fingerprint()).toBe(store.fingerprint());
  const seen = [store.fingerprint()];
  const changes = [
    () => store.write("a", Buffer.from("other")),
    () => store.tag("a", { superseded: "true" }),
    () => store.remove("b"),
  ];
  for (const change of changes) {
    await change();
    seen.push(store.fingerprint());
  }
  time += 1_000;
  await store.write("a", Buffer.from("other"));
  expect(new Set([...seen, store.fingerprint()]).size).toBe(5);
});
