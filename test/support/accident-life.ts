import type { Random } from "../../bench/data/random.ts";
import { createModel, type Line, type Model, storyOf, type World } from "./story-life.ts";

/** What the run of a day should do. */
export interface Day {
  /** What its edition says; nothing if the run is refused. */
  readonly lines: readonly Line[];
  readonly isRefused: boolean;
  /** Stories that are missing in its edition. */
  readonly missing: number;
  readonly acceptRemovals: readonly string[];
}

/** A random life in which, from time to time, most stories go at once; written from docs/architecture.md, not from the code. */
export interface AccidentModel extends Pick<Model, "corpus" | "firstSeen"> {
  live(slot: string, operations: number): Day;
}

const MIN_STORIES = 14;
const STOPS = 2;
/** Operations on a day on which stories are missing: too few for another accident. */
const FEW = 3;
const WITHOUT_REMOVALS = [
  "add",
  "edit",
  "rename",
  "renameAndEdit",
  "giveBack",
  "reuseAndMove",
  "copy",
] as const;

type Phase =
  | { readonly name: "calm" }
  | { readonly name: "stopped"; readonly stops: number; readonly lines: readonly Line[] }
  | { readonly name: "held" };

export function createAccidentModel(random: Random): AccidentModel {
  const model = createModel(random);
  const { world } = model;
  let phase: Phase = { name: "calm" };
  let firstSeen: ReadonlyMap<string, string> = new Map();
  let lastSlot = "";

  /** More than half of the stories go, with all their copies: which of two copies moved meanwhile, nobody could tell. */
  const strike = (): void => {
    const wanted = world.lives.size * (0.5 + 0.3 * random());
    const families = [...Map.groupBy(world.lives, ([, { text }]) => storyOf(text)).values()]
      .map((family) => ({ family, rank: random() }))
      .toSorted((a, b) => a.rank - b.rank);
    for (const { family } of families) {
      for (const [key, life] of world.missing.size > wanted ? [] : family) {
        world.lives.delete(key);
        world.missing.set(key, life);
      }
    }
  };
  /** The edition goes out: what was added while the runs were stopped is first seen now. */
  const tell = (slot: string, lines: readonly Line[], acceptRemovals: readonly string[] = []): Day => {
    for (const [key, life] of world.lives) {
      world.lives.set(key, life.firstSeen > lastSlot ? { ...life, firstSeen: slot } : life);
    }
    lastSlot = slot;
    firstSeen = model.firstSeen();
    return { lines, isRefused: false, missing: world.missing.size, acceptRemovals };
  };
  const refuse = (): Day => ({ lines: [], isRefused: true, missing: 0, acceptRemovals: [] });

  const liveCalmly = (slot: string, operations: number): Day => {
    if (world.lives.size < MIN_STORIES || random() > 0.3) {
      return tell(slot, model.live(slot, operations));
    }
    world.begin(slot);
    strike();
    phase = { name: "stopped", stops: 1, lines: world.operate(FEW, WITHOUT_REMOVALS) };
    return refuse();
  };
  const repair = (): void => {
    for (const [key, life] of world.missing) {
      world.lives.set(key, life);
    }
    world.missing.clear();
  };
  const liveStopped = (slot: string, { stops, lines: before }: Phase & { name: "stopped" }): Day => {
    world.begin(slot, true);
    const isRepaired = random() < 0.2;
    if (isRepaired) {
      repair();
    }
    const lines = [...before, ...world.operate(FEW, WITHOUT_REMOVALS)];
    if (isRepaired || stops === STOPS) {
      phase = { name: isRepaired ? "calm" : "held" };
      return tell(slot, lines);
    }
    phase = { name: "stopped", stops: stops + 1, lines };
    return refuse();
  };
  const liveHeld = (slot: string): Day => {
    world.begin(slot);
    const storiesBefore = world.lives.size + world.missing.size;
    const acceptRemovals = random() < 0.3 ? [["", "a/", "m/"][Math.floor(random() * 3)] ?? ""] : [];
    const isAccepted = (key: string): boolean => acceptRemovals.some((prefix) => key.startsWith(prefix));
    const lines = [...restoreSome(), ...world.operate(FEW)];
    lines.push(...[...world.missing.keys()].filter(isAccepted).map(world.confirm));
    const untold = holdMore(
      storiesBefore,
      world.removed.filter(({ key }) => !isAccepted(key)),
    );
    phase = { name: world.missing.size === 0 ? "calm" : "held" };
    const told = lines.filter((line) => !untold.has(line));
    return tell(slot, told, acceptRemovals);
  };
  /** If more than half would be gone, those that went today are missing too; returns what is then not told. */
  const holdMore = (storiesBefore: number, removed: World["removed"]): ReadonlySet<Line> => {
    const isImplausible = removed.length + world.missing.size > storiesBefore / 2;
    const held = isImplausible ? removed.filter(({ isReplaced }) => !isReplaced) : [];
    for (const { key } of held) {
      world.hold(key);
    }
    return new Set(held.map(({ line }) => line));
  };
  const restoreSome = (): Line[] => {
    const chance = [0, 0, 0.2, 0.6, 1][Math.floor(random() * 5)] ?? 0;
    const back = [...world.missing.keys()].filter(() => random() < chance);
    const hows = ["same", "same", "same", "edited", "moved", "moved and edited"] as const;
    return back.flatMap((key) => world.restore(key, hows[Math.floor(random() * hows.length)] ?? "same"));
  };
  return {
    get corpus() {
      return model.corpus;
    },
    firstSeen: () => firstSeen,
    live(slot, operations) {
      switch (phase.name) {
        case "calm":
          return liveCalmly(slot, operations);
        case "stopped":
          return liveStopped(slot, phase);
        case "held":
          return liveHeld(slot);
        default:
          return phase satisfies never;
      }
    },
  };
}
