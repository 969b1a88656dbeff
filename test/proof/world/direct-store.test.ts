import { expect, it } from "vitest";
import { reach } from "../../support/reach.ts";
import { callsOfADay } from "../cases.ts";
import { DAYS } from "../days.ts";
import { tryDay } from "../try-day.ts";
import { type Blow, FAULTS } from "./fault.ts";
import type { Contents } from "./traces.ts";
import type { Setting } from "./world.ts";

/** Each takes a third of a second. */
const CASES = reach(2, 20);

/** All that a case leaves, without what differs from run to run: names of workers, and bytes, as the mail service draws its ids. */
async function lived(setting: Setting, contents: Contents, blow: Blow) {
  const { violations, windows, putOff, world } = await tryDay(setting, contents, [blow]);
  const before = world.calls.slice(0, blow.at + 1).map(({ call, fault }) => [call.kind, call.name, fault]);
  const result = { verdict: { violations, windows, putOff }, before };
  if (blow.fault.startsWith("crash")) {
    // Which of the requests under way at the same time arrive is chance, over HTTP too.
    return result;
  }
  const buckets = await Promise.all(
    [world.corpus, world.state].map(async (store) => (await Array.fromAsync(store.list({}))).flat()),
  );
  return {
    ...result,
    // In any order and number: what is under way at the same time may come before or after another attempt, and a driver that has read
    // from its bucket before tries once directly, before the SDK does (store/s3-direct-read.ts).
    after: new Set(world.calls.map(({ call, fault }) => `${call.name} ${fault}`)),
    objects: buckets.flat().map(({ key, modified }) => ({ key, modified })),
  };
}

it.each([
  ["one edit", ...DAYS.everyone],
  ["topics", ...DAYS.topics],
  ["summaries by a model", ...DAYS.model],
  ["a week", ...DAYS.week],
] as const)(
  "what no fault meets goes to a bucket directly with the same result as over HTTP: %s",
  async (_, setting, openContents) => {
    const contents = await openContents();
    const blows = (await callsOfADay(setting, contents)).flatMap(({ call }, at) =>
      FAULTS[call.kind].map((fault) => ({ at, fault })),
    );
    for (let i = 0; i < CASES; i += 1) {
      const blow = blows[Math.floor(((i + 0.5) * blows.length) / CASES)] ?? { at: 0, fault: "503" };
      const overHttp = await lived({ ...setting, isOverHttp: true }, contents, blow);
      const direct = await lived(setting, contents, blow);
      expect({ blow, ...direct }).toEqual({ blow, ...overHttp });
    }
  },
);
