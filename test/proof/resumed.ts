import { blowsFrom, faultsOf, type Lab, type Tally, tryAll } from "./cases.ts";
import { tryDay } from "./try-day.ts";
import type { Blow } from "./world/fault.ts";

/** What a resume run sees what is left by: in its quick look, and again before it finishes that. */
const LOOKED_AT = ["GET head.json", "GET checkpoint.json"];

/**
 * Each fault after which a resume run has something to finish, alone, and followed by each fault at each request by which that run sees it.
 */
export async function* faultsBeforeResume({
  setting,
  contents,
  memory,
}: Lab): AsyncGenerator<readonly Blow[]> {
  const { world: undisturbed } = await tryDay(setting, contents, [], memory);
  for (const first of blowsFrom(undisturbed.calls, 0, faultsOf)) {
    const { world, resumed } = await tryDay(setting, contents, [first], memory);
    if (resumed.length === 0) {
      continue;
    }
    yield [first];
    for (const { from, to } of resumed) {
      const seconds = blowsFrom(world.calls.slice(0, to), Math.max(from, first.at + 1), (call) =>
        LOOKED_AT.includes(call.name) ? faultsOf(call) : [],
      );
      yield* seconds.map((second) => [first, second]);
    }
  }
}

/** Tries all of them. */
export async function tryResumes(lab: Lab): Promise<Tally> {
  return await tryAll(lab, faultsBeforeResume(lab));
}
