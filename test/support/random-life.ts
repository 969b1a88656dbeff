import { expect } from "vitest";
import { type Random, seededRandom } from "../../bench/data/random.ts";
import { openArchive } from "../../functions/digest/archive/archive.ts";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { MassRemovalError } from "../../functions/digest/errors.ts";
import { answerRequest } from "../../functions/digest/run/answer.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { readPart } from "../../functions/digest/snapshot/parts.ts";
import { createAccidentModel, type Day } from "./accident-life.ts";
import { DeathError, mortal } from "./mortal.ts";
import { createRig, type Rig } from "./rig.ts";
import { createModel, type Line, type Model } from "./story-life.ts";
import { writeText } from "./story-texts.ts";
import { currentSnapshot } from "./unfinished.ts";

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

/**
 * Runs the slot; the first worker dies after this effect, if it comes that far. A resume run then finds nothing left. `undefined`: a mass
 * removal is refused.
 */
async function run(
  rig: Rig,
  { slot, acceptRemovals }: { readonly slot: string; readonly acceptRemovals: readonly string[] },
  death: number,
  died: string[],
): Promise<Edition | undefined> {
  const request = { mode: "scheduled", slot, acceptRemovals } as const;
  try {
    await runDigest(request, mortal(rig.job, death, "after").job);
  } catch (error) {
    if (!(error instanceof MassRemovalError)) {
      expect(error).toBeInstanceOf(DeathError);
      died.push(slot);
      rig.passSeconds(70);
    }
  }
  try {
    return await rig.edition(await runDigest(request, rig.job));
  } catch (error) {
    expect(error).toBeInstanceOf(MassRemovalError);
    return undefined;
  } finally {
    expect(await answerRequest({ mode: "resume" }, rig.job)).toMatchObject({ outcome: "already done" });
  }
}

/** A life of so many days, told as its model tells it; its workers may die. */
export interface Life {
  readonly seed: number;
  readonly isDeadly: boolean;
  readonly days: number;
}

/** What a life had in it. */
export interface Lived {
  /** Kinds of lines that were told. */
  readonly kinds: readonly string[];
  /** The slots of workers that died. */
  readonly died: readonly string[];
  readonly days: readonly Day[];
}

/** Stories that come, go, move and change at random. */
export async function liveAtRandom({ seed, isDeadly, days }: Life): Promise<Lived> {
  const random = seededRandom(seed);
  const model = createModel(random);
  const live = (slot: string, operations: number): Day => ({
    lines: model.live(slot, operations),
    isRefused: false,
    missing: 0,
    acceptRemovals: [],
  });
  const { rig, corpora, ...lived } = await liveAll(
    { ...model, corpus: () => model.corpus, live },
    { random, isDeadly, until: days },
  );
  await expectArchive(rig, corpora);
  return lived;
}

/** The archive says of every story on every day what it said then, and that it was not there when it was not. */
async function expectArchive(rig: Rig, corpora: ReadonlyMap<string, Model["corpus"]>): Promise<void> {
  const archive = openArchive({ state: rig.state, reading: {} });
  const keys = new Set([...corpora.values()].flatMap((corpus) => [...corpus.keys()]));
  for (const [slot, corpus] of corpora) {
    for (const key of keys) {
      const text = corpus.get(key);
      const said = (await archive.versionAt(key, slot))?.text;
      expect(said, `${key} at ${slot}`).toBe(text === undefined ? undefined : writeText(text));
    }
  }
}

/** The same, and at times most stories go missing. */
export async function liveWithAccidents({ seed, isDeadly, days }: Life): Promise<Lived> {
  const random = seededRandom(seed);
  const model = createAccidentModel(random);
  return await liveAll({ ...model, corpus: () => model.corpus }, { random, isDeadly, until: days });
}

/** A model of what should be told. */
interface Living {
  live(slot: string, operations: number): Day;
  firstSeen(): ReadonlyMap<string, string>;
  corpus(): Model["corpus"];
}

/** Lives the model day by day beside the real job; fails at the first difference. */
async function liveAll(
  model: Living,
  {
    random,
    isDeadly,
    until,
  }: { readonly random: Random; readonly isDeadly: boolean; readonly until: number },
): Promise<Lived & { readonly rig: Rig; readonly corpora: ReadonlyMap<string, Model["corpus"]> }> {
  const rig = createRig();
  const corpora = new Map<string, Model["corpus"]>();
  const died: string[] = [];
  const days: Day[] = [];
  let before: Model["corpus"] = new Map();
  for (let day = 0; day <= until; day += 1) {
    const slot = slotOf(day);
    const expected = model.live(slot, day === 0 ? BASELINE : OPERATIONS);
    const corpus = new Map(model.corpus());
    corpora.set(slot, corpus);
    days.push(expected);
    await upload(rig, before, corpus);
    const death = isDeadly && random() < 0.4 ? Math.floor(random() * EFFECTS) : Number.POSITIVE_INFINITY;
    const edition = await run(rig, { slot, ...expected }, death, died);
    expect(day === 0 ? undefined : toldIn(edition), `day ${day}`).toEqual(
      day === 0 ? undefined : { ...expected, lines: expected.lines.toSorted(), acceptRemovals: undefined },
    );
    expect(await firstSeenOf(rig), `entries on day ${day}`).toEqual(model.firstSeen());
    before = corpus;
  }
  const kinds = new Set(days.flatMap(({ lines }) => lines.map(kindOf)));
  expect(KINDS).toEqual(expect.arrayContaining([...kinds]));
  return { kinds: [...kinds], died, days, rig, corpora };
}

function toldIn(edition: Edition | undefined): Omit<Day, "acceptRemovals"> {
  return edition === undefined
    ? { lines: [], isRefused: true, missing: 0 }
    : { lines: linesOf(edition), isRefused: false, missing: edition.missing ?? 0 };
}

/** `renamed <, revised` for `renamed b.txt < a.txt, revised`. */
function kindOf(line: Line): string {
  return line.replaceAll(/ [\w/-]+\.txt/g, "");
}

/** The kinds of lines that a life can have. */
export const KINDS = [
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
