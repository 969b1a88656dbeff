import { expect, it } from "vitest";
import { OutOfTimeError } from "../../../../functions/digest/errors.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { fc } from "../../../support/laws.ts";
import { reach } from "../../../support/reach.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";
import { inTime, leftBehind, outcomeOf } from "../../../support/unfinished.ts";

const [DAY1, DAY2, DAY3] = SLOTS;

/** Text number 0 means no story. */
type Corpus = Readonly<Record<string, number>>;

const text = (key: string, number: number): string =>
  `Report from ${key.length} places\n\nThe mayor said that ${number} houses stand empty. The council meets on Friday.`;

async function show(rig: Rig, corpus: Corpus): Promise<void> {
  for (const [key, number] of Object.entries(corpus)) {
    await (number === 0 ? rig.corpus.remove(key) : rig.put({ [key]: text(key, number) }));
  }
}

async function rigWith(before: Corpus, after: Corpus): Promise<Rig> {
  const rig = createRig();
  await show(rig, before);
  await rig.run(DAY1);
  await show(rig, after);
  return rig;
}

/** Several concurrent workers, each with its own time limit, until the slot is done. */
async function runWithStops(rig: Rig, rounds: readonly (readonly number[])[]): Promise<void> {
  const request = { mode: "scheduled", slot: DAY2, acceptRemovals: [""] } as const;
  for (const looks of rounds) {
    const ends = await Promise.allSettled(looks.map((each) => runDigest(request, inTime(rig, each))));
    for (const end of ends) {
      if (end.status === "rejected") {
        expect(end.reason).toBeInstanceOf(OutOfTimeError);
      }
    }
    rig.passSeconds(70);
  }
  await runDigest(request, rig.job);
}

it("produces the same edition whatever the corpus, the stops, and the workers that resume", async () => {
  const key = fc.constantFrom(..."abcdefghijklmnop".split("").map((letter) => `${letter}.txt`), "z/😀.txt");
  const corpus = fc.dictionary(key, fc.nat(4), { minKeys: 6, maxKeys: 17, noNullPrototype: true });
  const rounds = fc.array(fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 1, maxLength: 3 }), {
    maxLength: 5,
  });
  const property = fc.asyncProperty(corpus, corpus, rounds, async (before, after, stops) => {
    const reference = await rigWith(before, after);
    await runWithStops(reference, []);
    const rig = await rigWith(before, after);
    await runWithStops(rig, stops);
    expect(await outcomeOf(rig)).toEqual(await outcomeOf(reference));
    expect(await leftBehind(rig)).toEqual([]);
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet" });
  });
  await fc.assert(property, { seed: 1, numRuns: reach(8, 30) });
});
