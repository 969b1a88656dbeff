import type { RunRequest } from "../../functions/digest/run/request.ts";
import { judge, type Verdict } from "./judge/check.ts";
import { judgeAnswer, leftIn } from "./judge/left.ts";
import type { Memory } from "./memory/memory.ts";
import { daysOf, scheduled } from "./scenario.ts";
import { type Blow, type Call, type Fault, isLasting } from "./world/fault.ts";
import type { Contents } from "./world/traces.ts";
import type { Ended } from "./world/worker.ts";
import { invoke, openWorld, type Setting, type World } from "./world/world.ts";

/** Resume runs start every hour; by then all claims of a dead worker are free. */
const HOUR_MS = 3_600_000;
/** Lambda tries a failed invocation again after a minute. */
const RETRY_MS = 60_000;
const MAX_ROUNDS = 8;

/**
 * Lets requests pass except those hit by the blows; a lasting fault also hits the SDK's next attempts, and where it hit a read all
 * of that worker's at the same object: what a direct read does not get, the SDK is asked for (store/s3-direct-read.ts).
 */
export function strike(world: World, blows: readonly Blow[]): void {
  const lasting = new Map<string, Fault>();
  world.rule((call: Call) => {
    const target = call.kind === "read" ? `${call.worker} ${call.name}` : call.command;
    const blow = blows.find(({ at }) => at === world.calls.length);
    if (blow !== undefined && isLasting(blow.fault)) {
      lasting.set(target, blow.fault);
    }
    return blow?.fault ?? lasting.get(target);
  });
}

/**
 * Runs the slot until all is quiet, like Scheduler, Lambda's retries and the hourly resume: the slot again a
 * minute after a failure, and resume every hour while anything is due.
 */
async function runUntilQuiet(
  world: World,
  slot: string,
  run: (request: RunRequest) => Promise<Ended>,
): Promise<void> {
  const first = await run(scheduled(slot));
  if (first.ended !== "returned") {
    world.clock.advance(RETRY_MS);
    await run(scheduled(slot));
  }
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    world.clock.advance(HOUR_MS);
    const again = await run(round % 2 === 1 ? { mode: "resume" } : scheduled(slot));
    if (round > 1 && again.ended === "returned" && again.result.outcome === "already done") {
      return;
    }
  }
}

/** A case, as it ended. */
export interface Lived extends Verdict {
  readonly world: World;
  /** The resume runs that had something to finish, by their requests. */
  readonly resumed: readonly { readonly from: number; readonly to: number }[];
}

/** Runs the day of the case with these blows, and the next one if it left a week to it; judges the result. */
export async function tryDay(
  setting: Setting,
  contents: Contents,
  blows: readonly Blow[],
  memory?: Memory,
): Promise<Lived> {
  const { past, slot, next } = daysOf(setting);
  const world = await openWorld(setting, contents);
  const overlooked: string[] = [];
  const resumed: Lived["resumed"][number][] = [];
  const run = async (request: RunRequest) => {
    const from = world.calls.length;
    const left = request.mode === "resume" ? await leftIn(world.state) : [];
    const ended = await (memory?.invoke(world, request, blows) ?? invoke(world, request));
    overlooked.push(...(await judgeAnswer(request, ended, world.state)));
    resumed.push(...(left.length > 0 ? [{ from, to: world.calls.length }] : []));
    return ended;
  };
  world.clock.advance(Date.parse(slot) - world.clock.now());
  strike(world, blows);
  await runUntilQuiet(world, slot, run);
  let verdict = await judge(world, past, memory);
  if (verdict.putOff.includes(slot)) {
    world.clock.advance(Math.max(0, Date.parse(next) - world.clock.now()));
    await runUntilQuiet(world, next, run);
    verdict = await judge(world, past, memory);
  }
  await world.close();
  return { ...verdict, violations: [...overlooked, ...verdict.violations], world, resumed };
}
