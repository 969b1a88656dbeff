import { expect, it } from "vitest";
import { reach } from "../../support/reach.ts";
import { blowsOn, callsOfADay } from "../cases.ts";
import { DAYS } from "../days.ts";
import { tryDay } from "../try-day.ts";
import type { Blow } from "../world/fault.ts";
import type { Contents } from "../world/traces.ts";
import type { Setting, World } from "../world/world.ts";
import { createMemory, type Memory } from "./memory.ts";

/** Each takes half a second. */
const PAIRS = reach(1, 8);

/** All that a case leaves, with its workers numbered as they come: of their names there is one for each worker of the process. */
async function lived(setting: Setting, contents: Contents, blows: readonly Blow[], memory?: Memory) {
  const { world, ...verdict } = await tryDay(setting, contents, blows, memory);
  if (blows.some(({ fault }) => fault.startsWith("crash"))) {
    // Which of the requests under way at the same time arrive is chance.
    return { verdict };
  }
  const workers = [...new Set(world.calls.map(({ call }) => call.worker))];
  const calls = new Set(
    world.calls.map(
      ({ call, fault }) => `${workers.indexOf(call.worker)} ${call.kind} ${call.name} ${fault}`,
    ),
  );
  const { mails, receipted, questions, askedBefore, clock } = world;
  return {
    verdict,
    calls,
    mails,
    receipted,
    questions,
    askedBefore,
    time: clock.now(),
    ...(await objectsOf(world)),
  };
}

async function objectsOf({ corpus, state }: World) {
  const objects = await Promise.all([corpus, state].map((store) => Array.fromAsync(store.list({}))));
  return { objects, hashes: [corpus.fingerprint(), state.fingerprint()] };
}

it.each(Object.entries(DAYS))(
  "a case of which parts were lived before leaves what it leaves when it is lived whole: %s",
  async (_, [setting, openContents]) => {
    const contents = await openContents();
    const blows = blowsOn(await callsOfADay(setting, contents));
    const pairs = Array.from({ length: PAIRS }, (_, i) => {
      const first = Math.floor(((i + 0.5) * blows.length) / PAIRS);
      const second = Math.floor((first + blows.length) / 2);
      return [first, second].flatMap((at) => blows[at] ?? []);
    });
    const memory = createMemory(2);
    await lived(setting, contents, [], memory);
    const whole = [];
    for (const pair of pairs) {
      whole.push(await lived(setting, contents, pair));
      await lived(setting, contents, pair.slice(0, 1), memory);
      await lived(setting, contents, pair, memory);
    }
    const before = memory.counts();
    const again = [];
    for (const pair of pairs) {
      again.push(await lived(setting, contents, pair, memory));
    }
    expect(memory.counts()).toEqual(before);
    expect(again).toEqual(whole);
  },
);
