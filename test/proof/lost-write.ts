import { SLOTS } from "../support/rig.ts";
import { judge, type Verdict } from "./judge/check.ts";
import { DAY1, DAY2, DAY3, editAgain, scheduled } from "./scenario.ts";
import type { Call, Fault } from "./world/fault.ts";
import type { Contents } from "./world/traces.ts";
import { invoke, openWorld, type Setting, type World } from "./world/world.ts";

const HOUR_MS = 3_600_000;
const resume = { mode: "resume" } as const;

/**
 * A worker's write of the head, or of its checkpoint, succeeds but the answer is lost; before the SDK retries,
 * a second worker has continued from what was written and overwritten the key.
 */
export async function tryLostWrite(
  setting: Setting,
  contents: Contents,
  key: "head.json" | "checkpoint.json",
): Promise<Verdict & { readonly attempts: number }> {
  const world = await openWorld(setting, contents);
  world.clock.advance(24 * HOUR_MS);
  let attempts = 0;
  world.rule(async (call) => {
    if (!isFirst(call, world)) {
      return undefined;
    }
    if (call.kind !== "write" || call.key !== key) {
      return endTime(call, key);
    }
    attempts += 1;
    if (attempts === 2) {
      await invoke(world, resume);
    }
    return attempts === 1 ? "answer lost" : undefined;
  });
  await invoke(world, scheduled(DAY2));
  return { ...(await settle(world, [resume, resume, scheduled(DAY2)])), attempts };
}

/** A worker has read the head to remove its edition; before it writes, a second one commits the next slot. */
export async function tryLateForget(setting: Setting, contents: Contents): Promise<Verdict> {
  const world = await openWorld(setting, contents);
  world.clock.advance(Date.parse(SLOTS[3]) - world.clock.now());
  let writes = 0;
  world.rule(async (call) => {
    writes += isFirst(call, world) && call.name === "PUT head.json" ? 1 : 0;
    if (isFirst(call, world) && call.name === "PUT head.json" && writes === 2) {
      await editAgain(world);
      await invoke(world, scheduled(DAY3));
    }
    return undefined;
  });
  await invoke(world, scheduled(DAY2));
  return await settle(world, [resume, scheduled(SLOTS[3]), resume]);
}

async function settle(world: World, requests: Parameters<typeof invoke>[1][]): Promise<Verdict> {
  for (const request of requests) {
    world.clock.advance(HOUR_MS);
    await invoke(world, request);
  }
  const verdict = await judge(world, [DAY1]);
  await world.close();
  return verdict;
}

function isFirst({ worker }: Call, { calls }: World): boolean {
  return calls.length === 0 || calls[0]?.call.worker === worker;
}

/** Time ends while stories are read, which leaves a checkpoint. */
function endTime({ name }: Call, key: string): Fault | undefined {
  return key === "checkpoint.json" && name === "GET Ash.txt" ? "time ends" : undefined;
}
