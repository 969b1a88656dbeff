import { expect, it } from "vitest";
import { audiencesOf, topicsOf } from "../../../../functions/digest/topics/audiences.ts";
import { readTopics, type Topic } from "../../../../functions/digest/topics/topics.ts";
import { fc } from "../../../support/laws.ts";

function topicsNamed(...names: readonly string[]): readonly Topic[] {
  const read = readTopics(names.map((name) => ({ name })));
  if (typeof read === "string") {
    throw new Error(read);
  }
  return read;
}

it("are the readers of one choice, in the order of the topics, whatever that of their choice", () => {
  const readers = [
    { address: "ann@example.org", topics: ["b", "a"] },
    { address: "bob@example.org" },
    { address: "cyd@example.org", topics: ["A", "b", "gone"] },
    { address: "dan@example.org", topics: [] },
    { address: "eve@example.org", topics: ["gone"] },
  ];
  const found = audiencesOf(readers, topicsNamed("a", "b"));
  expect(found.map(({ name, addresses }) => [name, addresses])).toEqual([
    ["a+b", ["ann@example.org", "cyd@example.org"]],
    ["everyone", ["bob@example.org"]],
  ]);
  expect(found.map(({ topics }) => topics?.map(({ name }) => name))).toEqual([["a", "b"], undefined]);
});

it("are known by their names, without topics that are no more", () => {
  expect(topicsOf("a+c", topicsNamed("a", "b"))?.map(({ name }) => name)).toEqual(["a"]);
  expect(topicsOf("everyone", topicsNamed("a"))).toBeUndefined();
});

it("are fifty at most, each reader in one, with nothing that he did not choose and something that he did", () => {
  const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
  const topics = topicsNamed(...names);
  fc.assert(
    fc.property(
      fc.array(fc.subarray(names, { minLength: 1 }), { minLength: 60, maxLength: 400 }),
      (choices) => {
        const readers = choices.map((chosen, n) => ({ address: `r${n}@example.org`, topics: chosen }));
        const found = audiencesOf(readers, topics);
        expect(found.length).toBeLessThanOrEqual(50);
        const addresses = found.flatMap((audience) => audience.addresses);
        expect(addresses.toSorted()).toEqual(readers.map(({ address }) => address).toSorted());
        for (const { topics: told = [], addresses: own, isCut } of found) {
          for (const address of own) {
            const chosen = new Set(readers.find((reader) => reader.address === address)?.topics);
            expect(told.length).toBeGreaterThan(0);
            expect(told.every(({ name }) => chosen.has(name))).toBe(true);
            expect(chosen.size === told.length || isCut).toBe(true);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});
