import { expect, it } from "vitest";
import { seededRandom } from "../../../../bench/data/random.ts";
import type { Edition } from "../../../../functions/digest/edition/schema.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readPart } from "../../../../functions/digest/snapshot/parts.ts";
import { DeathError, mortal } from "../../../support/mortal.ts";
import { createRig, type Rig } from "../../../support/rig.ts";
import { createModel, type Line, type Model } from "../../../support/story-life.ts";
import { writeText } from "../../../support/story-texts.ts";
import { currentSnapshot } from "../../../support/unfinished.ts";

const DAYS = 60;
const BASELINE = 30;
const OPERATIONS = 8;
/** A usual run has some sixty effects; a busy one three times as many. */
const EFFECTS = 100;

const slotOf = (day: number): string =>
  new Date(Date.UTC(2026, 8, 1 + day, 7)).toISOString().replace(".000", "");

async function upload(rig: Rig, before: Model["corpus"], after: Model["corpus"]): Promise<void> {
  for (const key of before.keys()) {
    if (!after.has(key)) {
      await rig.corpus.remove(key);
    }
  }
  await rig.put(Object.fromEntries([...after].map(([key, text]) => [key, writeText(text)])));
}

function linesOf({ changes, unstable, cosmetic, heldBack }: Edition): readonly Line[] {
  return [
    ...changes.map(({ change, key, renamedFrom, revision, revertedTo }) => {
      const moved = renamedFrom === undefined ? "" : ` < ${renamedFrom}`;
      const text = revertedTo === undefined ? ", revised" : ", reverted";
      const isToldAside = change === "renamed" || change === "returned";
      return `${change} ${key}${moved}${isToldAside && revision !== undefined ? text : ""}`;
    }),
    ...unstable.map(({ key }) => `unstable ${key}`),
    ...cosmetic.map(({ key }) => `cosmetic ${key}`),
    ...heldBack.map(({ key }) => `held back ${key}`),
  ].toSorted();
}

async function firstSeenOf(rig: Rig): Promise<ReadonlyMap<string, string>> {
  const parts = await Promise.all(
    (await currentSnapshot(rig)).parts.map((part) => readPart(rig.state, part)),
  );
  return new Map(parts.flat().map(({ key, firstSeen }) => [key, firstSeen]));
}

/** Runs the slot; the first worker dies after this effect, if it comes that far. */
async function run(rig: Rig, slot: string, death: number, died: string[]): Promise<Edition> {
  const { job } = mortal(rig.job, death, "after");
  try {
    await runDigest({ mode: "scheduled", slot, acceptRemovals: [] }, job);
  } catch (error) {
    expect(error).toBeInstanceOf(DeathError);
    died.push(slot);
    rig.passSeconds(70);
  }
  return await rig.edition(await rig.run(slot));
}

it.each([
  [1, false],
  [2, true],
])(
  "tells what happened in 60 days of a random life, seed %i, workers that die: %s",
  async (seed, isDeadly) => {
    const random = seededRandom(seed);
    const rig = createRig();
    const model = createModel(random);
    const kinds = new Set<string>();
    const died: string[] = [];
    let before: Model["corpus"] = new Map();
    for (let day = 0; day <= DAYS; day += 1) {
      const expected = model.live(slotOf(day), day === 0 ? BASELINE : OPERATIONS);
      const { corpus } = model;
      for (const line of expected) {
        kinds.add(kindOf(line));
      }
      await upload(rig, before, corpus);
      const death = isDeadly && random() < 0.4 ? Math.floor(random() * EFFECTS) : Number.POSITIVE_INFINITY;
      const edition = await run(rig, slotOf(day), death, died);
      if (day > 0) {
        expect(linesOf(edition), `day ${day} of seed ${seed}`).toEqual(expected.toSorted());
      }
      expect(await firstSeenOf(rig), `entries on day ${day} of seed ${seed}`).toEqual(model.firstSeen());
      before = corpus;
    }
    expect(KINDS).toEqual(expect.arrayContaining([...kinds]));
    expect(died.length > 5).toBe(isDeadly);
    expect(kinds.size).toBeGreaterThan(KINDS.length - 3);
  },
  120_000,
);

/** `renamed <, revised` for `renamed b.txt < a.txt, revised`. */
function kindOf(line: Line): string {
  return line.replaceAll(/ [\w/-]+\.txt/g, "");
}

const KINDS = [
  "added",
  "removed",
  "renamed <",
  "renamed <, reverted",
  "renamed <, revised",
  "returned",
  "returned <",
  "returned <, reverted",
  "returned <, revised",
  "returned, reverted",
  "returned, revised",
  "reverted",
  "revised",
  "unstable",
];
