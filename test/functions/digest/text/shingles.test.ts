import { expect, test } from "vitest";
import {
  addShingles,
  MAX_OWNERS,
  ownersOf,
  shingleIndex,
  shinglesOf,
  visitOwners,
} from "../../../../functions/digest/text/shingles.ts";
import { fc } from "../../../support/laws.ts";

/** A letter beyond ASCII makes the words of a text be found by a pattern. */
const BY_PATTERN = " é";

test("finds the same shingles whether or not a text has letters beyond ASCII", () => {
  const words = fc.array(
    fc.constantFrom("Ferry", "sank", "12", "“Crew", "said”", "—", "it’s", "U.S.", "\n"),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(words, (some) => {
      const text = some.join(" ");
      const all = [...shinglesOf(text + BY_PATTERN, 1)];
      const [own] = shinglesOf(BY_PATTERN, 1);
      expect([...shinglesOf(text, 1)]).toEqual(all.filter((shingle) => shingle !== own));
    }),
    { seed: 1 },
  );
});

test("ignores case, marks and white space, and counts a character of a script without spaces as a word", () => {
  expect(shinglesOf("The ferry SANK, at six.")).toEqual(shinglesOf("the  ferry\nsank at six"));
  expect(shinglesOf("北京大火", 2)).toHaveLength(3);
  expect(shinglesOf("… — (!)")).toHaveLength(0);
});

test("visits each text that contains a shingle, as far as its owners are recorded", () => {
  const index = shingleIndex(100);
  const shingle = 0xfffffff0;
  for (let owner = 0; owner < MAX_OWNERS + 5; owner += 1) {
    addShingles(index, Uint32Array.of(shingle, 7), owner);
  }
  const counts = new Uint16Array(MAX_OWNERS + 5);
  for (const each of [shingle, 7, 8]) {
    visitOwners(index, each, (owner) => {
      counts[owner] = (counts[owner] ?? 0) + 1;
    });
  }
  const counted = [...counts.keys()].filter((owner) => counts[owner] !== 0);
  expect(counted).toEqual(ownersOf(index, shingle));
  expect(counted).toHaveLength(MAX_OWNERS);
  expect([...counts]).toEqual([...Array(MAX_OWNERS).fill(2), 0, 0, 0, 0, 0]);
});
