import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../../bench/data/random.ts";
import { AccessDeniedError } from "../../../../../functions/digest/errors.ts";
import { compareKeys } from "../../../../../functions/digest/key-order.ts";
import type { ListedObject, ObjectStore } from "../../../../../functions/digest/ports.ts";
import type { Entry } from "../../../../../functions/digest/snapshot/entry.ts";
import { readFingerprints } from "../../../../../functions/digest/snapshot/fingerprints.ts";
import { readPart } from "../../../../../functions/digest/snapshot/parts.ts";
import { fc } from "../../../../support/laws.ts";
import { inPages } from "../../../../support/listing-pages.ts";
import { reach } from "../../../../support/reach.ts";
import { createRig, keysOf, type Rig } from "../../../../support/rig.ts";
import { currentSnapshot } from "../../../../support/unfinished.ts";

const slotOf = (day: number): string =>
  new Date(Date.UTC(2026, 10, 20 + day, 7)).toISOString().replace(".000", "");

const nameOf = (n: number): string =>
  `s/${String(n).padStart(3, "0")}${["", " +", "%2B", "é<&>", "😀"][n % 5]}`;

const textFor = (n: number, figure: number): string =>
  `Report ${n} from the harbour\n\nThe mayor said that ${figure} houses stand empty in street ${n}. The council of district ${n} meets on Friday.`;

/** One day of a corpus: what happens to stories, and how the run of that day lists and remembers. */
interface Day {
  readonly seed: number;
  readonly changes: number;
  readonly page: number;
  readonly max: number;
  readonly exclude: string;
}

const CHANGES = ["revise", "remove", "add", "empty", "restore", "touch", "marker", "cut"] as const;

/** Lets this happen to a story drawn at random. */
async function happen(rig: Rig, random: () => number): Promise<void> {
  const n = Math.floor(random() * 60);
  const key = `${nameOf(n)}.txt`;
  switch (CHANGES[Math.floor(random() * CHANGES.length)]) {
    case "remove":
      return await rig.corpus.remove(key);
    case "empty":
      return await rig.put({ [key]: "" });
    case "touch":
      return await rig.put({ [key]: `${textFor(n, n)}\n` });
    case "marker":
      return await rig.put({ [`${nameOf(n)}/`]: "" });
    case "cut":
      return await rig.put({ [key]: "Report" });
    case "add":
      return await rig.put({ [`${nameOf(n)}b.txt`]: textFor(n + 100, Math.floor(random() * 90)) });
    case "restore":
      return await rig.put({ [key]: textFor(n, n) });
    default:
      return await rig.put({ [key]: textFor(n, Math.floor(random() * 90)) });
  }
}

/** What a run asked for. */
interface Asked {
  pages: number;
  parts: number;
}

/** A corpus that lists in pages of this length. */
function listing(corpus: ObjectStore, page: number, asked: Asked): ObjectStore {
  return {
    ...corpus,
    async *list(range) {
      const objects: ListedObject[] = (await Array.fromAsync(corpus.list(range))).flat();
      for (const each of inPages(objects, page)) {
        asked.pages += 1;
        yield each;
      }
    },
  };
}

function reading(state: ObjectStore, asked: Asked): ObjectStore {
  return {
    ...state,
    read(key, range) {
      asked.parts += key.includes("/parts/") ? 1 : 0;
      return state.read(key, range);
    },
  };
}

/** The run of a day on this rig; a mass removal may stop it. */
async function runDay(rig: Rig, day: number, { page, max, exclude }: Day): Promise<Asked> {
  const asked = { pages: 0, parts: 0 };
  try {
    await rig.run(slotOf(day), {
      corpus: listing(rig.corpus, page, asked),
      state: reading(rig.state, asked),
      config: { ...rig.job.config, exclude },
      limits: { ...rig.job.limits, partEntries: 16, stretches: { min: Math.ceil(max / 3), max } },
    });
  } catch (error) {
    expect(String(error)).toContain("refused to remove");
  }
  return asked;
}

/** Everything in the state bucket but the fingerprints. */
async function contentOf({ state }: Rig): Promise<ReadonlyMap<string, string>> {
  const content = new Map<string, string>();
  for (const key of (await keysOf(state)).filter((each) => !each.endsWith("/fingerprints.zst"))) {
    const text = Buffer.from((await state.read(key))?.bytes ?? []).toString("latin1");
    const isSnapshot = key.endsWith("/snapshot.json");
    content.set(key, isSnapshot ? text.replace(/,?\s*"fingerprints":\s*\{[^}]*\}/, "") : text);
  }
  return content;
}

async function forget({ state }: Rig): Promise<void> {
  for (const key of (await keysOf(state)).filter((each) => each.endsWith("/fingerprints.zst"))) {
    await state.remove(key);
  }
}

/** Each fingerprint stands for exactly the entries in its keys, and for none that is in doubt or missing. */
async function expectTruth(rig: Rig, day: Day): Promise<void> {
  const { parts, fingerprints } = await currentSnapshot(rig);
  const config = { ...rig.job.config, exclude: day.exclude };
  const entries = (await Promise.all(parts.map((part) => readPart(rig.state, part)))).flat();
  const { stretches } = await readFingerprints(rig.job, fingerprints, config);
  for (const stretch of stretches) {
    const within = entries.filter((entry) => isWithin(entry, stretch));
    const isSound = within.every(({ held, missing }) => held === undefined && missing === undefined);
    expect(stretch.fingerprint === "" || (isSound && within.length === stretch.stories)).toBe(true);
  }
}

function isWithin(
  { key }: Entry,
  { after, upTo }: { after: string | undefined; upTo: string | undefined },
): boolean {
  return (
    (after === undefined || compareKeys(key, after) > 0) &&
    (upTo === undefined || compareKeys(key, upTo) <= 0)
  );
}

describe("a run with fingerprints", () => {
  const life = fc.array(
    fc.record({
      seed: fc.nat({ max: 1_000 }),
      changes: fc.constantFrom(0, 0, 1, 2, 5, 40),
      page: fc.integer({ min: 1, max: 30 }),
      max: fc.integer({ min: 3, max: 20 }),
      exclude: fc.constantFrom("", "", "", "s/01*"),
    }),
    { minLength: 5, maxLength: 9 },
  );

  /** Lets a day's changes happen to the corpus of this rig. */
  async function change(rig: Rig, { seed, changes }: Day): Promise<void> {
    const random = seededRandom(seed);
    for (let count = 0; count < changes; count += 1) {
      await happen(rig, random);
    }
  }

  /** Lives a day with fingerprints and without; returns how many requests for parts they saved. */
  async function liveDay([rig, plain]: readonly [Rig, Rig], index: number, day: Day): Promise<number> {
    await change(rig, day);
    await change(plain, day);
    const asked = await runDay(rig, index, day);
    const without = await runDay(plain, index, day);
    await forget(plain);
    expect(await contentOf(rig)).toEqual(await contentOf(plain));
    await expectTruth(rig, day);
    expect(asked.pages).toBeLessThanOrEqual(without.pages);
    expect(asked.parts).toBeLessThanOrEqual(without.parts);
    return without.parts - asked.parts;
  }

  async function newRig(): Promise<Rig> {
    const rig = createRig();
    await rig.put(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${nameOf(n)}.txt`, textFor(n, n)])),
    );
    return rig;
  }

  it("leaves the same as a run without, and never asks for more", async () => {
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(life, async (days) => {
        const rigs = [await newRig(), await newRig()] as const;
        for (const [index, day] of days.entries()) {
          saved += await liveDay(rigs, index, day);
        }
      }),
      { seed: 1, numRuns: reach(6, 120) },
    );
    expect(saved).toBeGreaterThan(10);
  });

  it("reads no part on a day without changes, and leaves its fingerprints where they are", async () => {
    const rig = await newRig();
    const day = { seed: 1, changes: 0, page: 7, max: 9, exclude: "" };
    const parts: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      parts.push((await runDay(rig, index, day)).parts);
    }
    expect([parts[0], parts[1], parts[2], parts[3]]).toEqual([0, expect.any(Number), 0, 0]);
    expect(parts[1]).toBeGreaterThan(0);
    expect((await keysOf(rig.state)).filter((key) => key.endsWith("fingerprints.zst"))).toHaveLength(1);
  });

  it.each([
    ["gone", undefined],
    ["damaged", "not what was written"],
  ])("works as without them if they are %s, and says so", async (_, content) => {
    const rig = await newRig();
    const day = { seed: 1, changes: 0, page: 7, max: 9, exclude: "" };
    await runDay(rig, 0, day);
    await runDay(rig, 1, day);
    const { fingerprints: { key } = { key: "" } } = await currentSnapshot(rig);
    await (content === undefined ? rig.state.remove(key) : rig.state.write(key, Buffer.from(content)));
    expect((await runDay(rig, 2, day)).parts).toBeGreaterThan(0);
    expect(rig.steps).toContainEqual({ step: "fingerprints ignored", figures: { key, reason: "damaged" } });
    expect((await runDay(rig, 3, day)).parts).toBe(0);
  });

  it("works as without them if they may not be read, and says so", async () => {
    const rig = await newRig();
    const reference = { key: "runs/a/fingerprints.zst", sha256: "" };
    const read = () => Promise.reject(new AccessDeniedError("cannot read it"));
    const state = { ...rig.state, read };
    expect(await readFingerprints({ ...rig.job, state }, reference, rig.job.config)).toEqual({
      stretches: [],
    });
    const figures = { key: reference.key, reason: "access denied" };
    expect(rig.steps).toEqual([{ step: "fingerprints ignored", figures }]);
  });

  it("marks those that were replaced, and no others", async () => {
    const rig = await newRig();
    const day = { seed: 1, changes: 0, page: 7, max: 9, exclude: "" };
    await runDay(rig, 0, day);
    await runDay(rig, 1, day);
    const before = (await currentSnapshot(rig)).fingerprints?.key ?? "";
    await runDay(rig, 2, day);
    expect(await rig.state.tags(before)).toEqual({});
    await rig.put({ [`${nameOf(7)}.txt`]: textFor(7, 99) });
    await runDay(rig, 3, day);
    expect(await rig.state.tags(before)).toEqual({ superseded: "true" });
    expect(await rig.state.tags((await currentSnapshot(rig)).fingerprints?.key ?? "")).toEqual({});
  });
});
