import { drawSome, seededRandom } from "../../bench/data/random.ts";
import { createMemory, type Memory } from "./memory/memory.ts";
import { tryDay } from "./try-day.ts";
import { type Blow, type Call, FAULTS, type Fault, isEffect } from "./world/fault.ts";
import type { Contents, Done } from "./world/traces.ts";
import { invoke, type Setting } from "./world/world.ts";

/** The result of several cases. */
export interface Tally {
  readonly cases: number;
  /** Cases with an email in the window that SES leaves open. */
  readonly inWindow: number;
  /** Cases whose run left the week that it ended to the next one. */
  readonly putOff: number;
  /** Each with the blows that led to it. */
  readonly violations: readonly string[];
}

/** What is tried, and what the cases have in common. */
export interface Lab {
  readonly setting: Setting;
  readonly contents: Contents;
  /** Absent: each case is lived from its beginning to its end. */
  readonly memory?: Memory;
}

/** The faults used in pairs: one each of those with the same effect. */
const IN_PAIRS: readonly Fault[] = [
  "crash before",
  "crash after",
  "answer lost",
  "503 for good",
  "503",
  "409",
  "412",
  "400",
];

export const faultsOf = ({ kind }: Call): readonly Fault[] => FAULTS[kind];
const pairFaultsOf = ({ kind }: Call): readonly Fault[] =>
  FAULTS[kind].filter((fault) => IN_PAIRS.includes(fault) && !(kind !== "send" && fault === "503"));

/** Tries every request of an undisturbed day with every possible fault, or those that are meant. */
export async function trySingly(
  setting: Setting,
  contents: Contents,
  isMeant: (call: Call, fault: Fault) => boolean = () => true,
): Promise<Tally> {
  const memory = createMemory(1);
  // What goes all over HTTP is lived whole each time; only the look at what it left is remembered.
  const lab = { setting, contents, memory: setting.isOverHttp ? { ...memory, invoke } : memory };
  const { world } = await tryDay(setting, contents, [], lab.memory);
  const blows = blowsFrom(world.calls, 0, (call) => faultsOf(call).filter((fault) => isMeant(call, fault)));
  return await tryAll(
    lab,
    blows.map((blow) => [blow]),
  );
}

/** The requests of an undisturbed day. */
export async function callsOfADay(setting: Setting, contents: Contents): Promise<readonly Done[]> {
  return (await tryDay(setting, contents, [])).world.calls;
}

/** Every fault of every effect among these requests. */
export function blowsOn(calls: readonly Done[]): readonly Blow[] {
  return blowsFrom(calls, 0, (call) => (isEffect(call) ? faultsOf(call) : []));
}

/**
 * Tries every effect of a day with every fault, combined with every fault of every later effect until all is
 * quiet.
 */
export async function tryPairs(lab: Lab, firstFaults: readonly Fault[]): Promise<Tally> {
  const { setting, contents, memory } = lab;
  const { world } = await tryDay(setting, contents, [], memory);
  const ofEffects = (call: Call) => (isEffect(call) ? pairFaultsOf(call) : []);
  const firsts = blowsFrom(world.calls, 0, ofEffects).filter(({ fault }) => firstFaults.includes(fault));
  const tallies: Tally[] = [];
  for (const first of firsts) {
    const single = await tryDay(setting, contents, [first], memory);
    const seconds = blowsFrom(single.world.calls, first.at + 1, ofEffects);
    tallies.push(
      await tryAll(
        lab,
        seconds.map((second) => [first, second]),
      ),
    );
  }
  return addUp(tallies);
}

/** How many pairs to try: so many first faults, each with so many second ones, drawn by a seed. */
export interface Sample {
  readonly seed: number;
  readonly firsts: number;
  readonly seconds: number;
}

/** Tries some of the pairs of {@link tryPairs}, with first faults of every kind, and with those of questions to a model. */
export async function trySomePairs(
  setting: Setting,
  contents: Contents,
  { seed, firsts, seconds }: Sample,
): Promise<Tally> {
  const random = seededRandom(seed);
  const ofCalls = (call: Call) => (isEffect(call) || call.kind === "ask" ? pairFaultsOf(call) : []);
  const lab = { setting, contents, memory: createMemory(1) };
  const { world: undisturbed } = await tryDay(setting, contents, [], lab.memory);
  const all = blowsFrom(undisturbed.calls, 0, ofCalls);
  const tallies: Tally[] = [];
  for (const first of drawSome(all, firsts, random)) {
    const { world } = await tryDay(setting, contents, [first], lab.memory);
    const drawn = drawSome(blowsFrom(world.calls, first.at + 1, ofCalls), seconds, random);
    const pairs = drawn.map((second) => [first, second]);
    tallies.push(await tryAll(lab, pairs));
  }
  return addUp(tallies);
}

/** Every fault of the requests from this one on. */
export function blowsFrom(
  calls: readonly Done[],
  from: number,
  faults: (call: Call) => readonly Fault[],
): readonly Blow[] {
  return calls.flatMap(({ call }, at) => (at < from ? [] : faults(call).map((fault) => ({ at, fault }))));
}

export async function tryAll(
  { setting, contents, memory }: Lab,
  cases: Iterable<readonly Blow[]> | AsyncIterable<readonly Blow[]>,
): Promise<Tally> {
  let [tried, inWindow, putOff] = [0, 0, 0];
  const violations: string[] = [];
  for await (const blows of cases) {
    tried += 1;
    const {
      windows,
      putOff: weeks,
      violations: found,
      world,
    } = await tryDay(setting, contents, blows, memory);
    inWindow += windows > 0 ? 1 : 0;
    putOff += weeks.length > 0 ? 1 : 0;
    violations.push(...found.map((what) => `${nameOf(blows, world.calls)}: ${what}`));
  }
  return { cases: tried, inWindow, putOff, violations };
}

export function nameOf(blows: readonly Blow[], calls: readonly Done[]): string {
  return blows.map(({ at, fault }) => `${fault} at request ${at} (${calls[at]?.call.name})`).join(", then ");
}

function addUp(tallies: readonly Tally[]): Tally {
  return {
    cases: tallies.reduce((sum, { cases }) => sum + cases, 0),
    inWindow: tallies.reduce((sum, tally) => sum + tally.inWindow, 0),
    putOff: tallies.reduce((sum, tally) => sum + tally.putOff, 0),
    violations: tallies.flatMap(({ violations }) => violations),
  };
}
