import { blowsOn, nameOf } from "../cases.ts";
import { interleave } from "../interleave.ts";
import type { Verdict } from "../judge/check.ts";
import { tryLateForget, tryLostWrite } from "../lost-write.ts";
import { createMemory } from "../memory/memory.ts";
import { faultsBeforeResume } from "../resumed.ts";
import { tryDay } from "../try-day.ts";
import type { Contents } from "../world/traces.ts";
import type { Setting } from "../world/world.ts";
import type { Mutant } from "./mutants.ts";

/** The test that catches a mutant, and the violation. */
export interface Catch {
  readonly by: string;
  readonly saw: string;
}

/** Interleavings tried before a mutant counts as not caught. */
const SEEDS = 400;

/** Looks for a mutant's first violation, in the kind of test where it shows. */
export async function catchMutant(
  { shows }: Mutant,
  setting: Setting,
  contents: Contents,
): Promise<Catch | undefined> {
  switch (shows) {
    case "fault":
      return await catchByFault(setting, contents);
    case "resume":
      return await catchByResume(setting, contents);
    case "interleaving":
      return await catchByInterleaving(setting);
    case "lost write":
      return firstOf("lost write of head.json", await tryLostWrite(setting, contents, "head.json"));
    case "late forget":
      return firstOf("edition forgotten late", await tryLateForget(setting, contents));
    default:
      return shows satisfies never;
  }
}

function firstOf(by: string, { violations: [saw] }: Verdict): Catch | undefined {
  return saw === undefined ? undefined : { by, saw };
}

async function catchByFault(setting: Setting, contents: Contents): Promise<Catch | undefined> {
  const memory = createMemory(1);
  const undisturbed = await tryDay(setting, contents, [], memory);
  for (const blow of blowsOn(undisturbed.world.calls)) {
    const { violations, world } = await tryDay(setting, contents, [blow], memory);
    if (violations[0] !== undefined) {
      const { name } = world.calls[blow.at]?.call ?? {};
      return { by: `one fault: ${blow.fault} at ${name}`, saw: violations[0] };
    }
  }
  return undefined;
}

async function catchByResume(setting: Setting, contents: Contents): Promise<Catch | undefined> {
  const lab = { setting, contents, memory: createMemory(2) };
  for await (const blows of faultsBeforeResume(lab)) {
    const { violations, world } = await tryDay(setting, contents, blows, lab.memory);
    if (violations[0] !== undefined) {
      return { by: `a resume run: ${nameOf(blows, world.calls)}`, saw: violations[0] };
    }
  }
  return undefined;
}

async function catchByInterleaving(setting: Setting): Promise<Catch | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const unknownDeliveries = seed % 2 === 0 ? "resend" : "skip";
    const { violations } = await interleave({ ...setting, unknownDeliveries }, seed);
    if (violations[0] !== undefined) {
      return { by: `workers interleaved, seed ${seed}`, saw: violations[0] };
    }
  }
  return undefined;
}
