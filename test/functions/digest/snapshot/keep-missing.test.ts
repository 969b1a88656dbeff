import { expect, it } from "vitest";
import { compareKeys } from "../../../../functions/digest/key-order.ts";
import { runKeys } from "../../../../functions/digest/keys.ts";
import type { Entry } from "../../../../functions/digest/snapshot/entry.ts";
import { keepMissing } from "../../../../functions/digest/snapshot/keep-missing.ts";
import {
  createPartWriter,
  type PartReference,
  readPart,
} from "../../../../functions/digest/snapshot/parts.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";
import { fc } from "../../../support/laws.ts";

function entry(key: string, hash: string): Entry {
  const slot = "2026-11-20T07:00:00Z";
  const place = { pack: "p", offset: 1, length: 2 };
  return { key, etag: "e", size: 1, hash, place, firstSeen: slot, lastChanged: slot, earlier: [] };
}

const LETTERS = ["a", "b", "c", "d", "\uffff", "😀"];
const KEYS = LETTERS.flatMap((one) => LETTERS.map((two) => `${one}${two}`)).toSorted(compareKeys);

/** What happens to a key: never there, there unchanged, touched, gone and kept, gone for good, new. */
const FATES = ["none", "same", "touched", "kept", "gone", "new"] as const;

it("puts the kept entries back in their places, whatever the parts, and reads no part that both have", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...FATES), { minLength: KEYS.length, maxLength: KEYS.length }),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      async (fates, cuts, partEntries) => {
        const state = createMemoryStore();
        const write = async (name: string, entries: readonly Entry[]): Promise<readonly PartReference[]> => {
          const writer = createPartWriter(state, (part) => `${name}-${part}`, partEntries);
          for (const each of entries) {
            await writer.add(each);
          }
          return await writer.finish();
        };
        const fateOf = new Map(KEYS.map((key, at) => [key, fates[at] ?? "none"]));
        const [before, after]: [PartReference[], PartReference[]] = [[], []];
        // Ranges of keys, each scanned for itself: one without a change passes its parts on.
        let from = 0;
        for (const [range, cut] of [...cuts, KEYS.length].entries()) {
          const keys = KEYS.slice(from, from + cut * 3);
          from += cut * 3;
          const known = keys.filter((key) => !["none", "new"].includes(fateOf.get(key) ?? ""));
          const present = keys.filter((key) => ["same", "touched", "new"].includes(fateOf.get(key) ?? ""));
          const old = await write(
            `before-${range}`,
            known.map((key) => entry(key, "old")),
          );
          const isSame = keys.every((key) => ["none", "same"].includes(fateOf.get(key) ?? ""));
          before.push(...old);
          after.push(
            ...(isSame
              ? old
              : await write(
                  `after-${range}`,
                  present.map((key) => entry(key, "new")),
                )),
          );
        }
        const shared = new Set(
          before.map(({ key }) => key).filter((key) => after.some((part) => part.key === key)),
        );
        const reads: string[] = [];
        const watched: typeof state = {
          ...state,
          read: async (key, range) => {
            reads.push(key);
            return await state.read(key, range);
          },
        };
        const options = { state: watched, keys: runKeys("run"), partEntries };
        const keep = (each: Entry) => (fateOf.get(each.key) === "kept" ? { ...each, etag: "" } : undefined);
        const result = await keepMissing(before, after, { ...options, keep });
        expect(reads.filter((key) => shared.has(key))).toEqual([]);
        const found = (await Promise.all(result.map((part) => readPart(state, part)))).flat();
        const seen = KEYS.slice(0, from);
        expect(found.map(({ key }) => key)).toEqual(
          seen.filter((key) => ["same", "touched", "new", "kept"].includes(fateOf.get(key) ?? "")),
        );
        expect(found.filter(({ etag }) => etag === "").map(({ key }) => key)).toEqual(
          seen.filter((key) => fateOf.get(key) === "kept"),
        );
        expect(result.every(({ count }) => count <= 2 * partEntries)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
