import { describe, expect, it, onTestFinished } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import { functionEnvironment } from "../../local/runner/environment.ts";
import { type LocalFunction, startFunction } from "../../local/runner/local-function.ts";
import { synthesize } from "../infra/synthesize.ts";
import { definitionOf } from "../infra/template.ts";
import { reach } from "../support/reach.ts";
import { SLOTS, textOf } from "../support/rig.ts";
import { walk } from "../support/state-machine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { withoutThreads } from "../support/threadless.ts";

const HANDLER = new URL("../../functions/digest/handler.ts", import.meta.url);
const [DAY1, DAY2] = SLOTS;

interface Desk {
  readonly cloud: LocalCloud;
  /** Loaded functions, each handling one event at a time. */
  readonly functions: readonly LocalFunction[];
}

async function openDesk(functions: number): Promise<Desk> {
  const cloud = await startLocalCloud({ state: temporaryFolder() });
  const env = functionEnvironment(cloud, { PATH: process.env.PATH }, undefined);
  const options = { entry: HANDLER, env, timeLimitMs: 60_000, onLog: () => {} };
  const desk = {
    cloud,
    functions: await Promise.all(Array.from({ length: functions }, async () => await startFunction(options))),
  };
  onTestFinished(async () => {
    await Promise.all(desk.functions.map(async (each) => await each.stop()));
    await cloud.stop();
  });
  return desk;
}

/** In three groups of keys; more than two pages of a listing, so that the first one has ranges to distribute. */
const STORIES = reach(60, 2_400);

async function fill({ corpus }: LocalCloud): Promise<void> {
  for (let n = 0; n < STORIES; n++) {
    const text = `Storm ${n} hits the coast\n\nThe storm killed ${n % 40} people on Monday. Schools stay closed.`;
    await corpus.write(`${"abc"[n % 3]}/${String(n).padStart(5, "0")}.txt`, Buffer.from(text));
  }
}

async function edit({ corpus }: LocalCloud): Promise<void> {
  const text = "Storm 7 hits the coast\n\nThe storm killed 19 people on Monday. Schools stay closed.";
  await corpus.write("b/00007.txt", Buffer.from(text));
  await corpus.remove("c/00008.txt");
}

/** Executes the state machine; concurrent batches are handled by separate functions. */
async function runMachine({ cloud, functions }: Desk, definition: string, slot: string): Promise<unknown> {
  const idle = [...functions];
  const waiting: ((free: LocalFunction) => void)[] = [];
  const take = async (): Promise<LocalFunction> =>
    idle.pop() ?? (await new Promise<LocalFunction>((resolve) => waiting.push(resolve)));
  const giveBack = (free: LocalFunction): void => {
    const next = waiting.shift();
    next === undefined ? idle.push(free) : next(free);
  };
  return await walk(
    definition,
    { slot },
    {
      async invoke(payload) {
        const worker = await take();
        try {
          return await worker.invoke(payload);
        } finally {
          giveBack(worker);
        }
      },
      readObject: (key) => textOf(cloud.state, key),
    },
  );
}

async function told({ state }: LocalCloud): Promise<readonly string[]> {
  const { runId } = JSON.parse(await textOf(state, "head.json"));
  const files = ["edition.json", "digest.html", "digest.txt"];
  return await Promise.all(files.map((file) => textOf(state, `runs/${runId}/${file}`)));
}

describe("the deployed state machine", () => {
  it("makes the same edition as one function, byte for byte, with the deployed handler", async () => {
    const definition = definitionOf(synthesize({ engine: "distributed-map" }));
    // Of those that work at the same time, each has a thread.
    const [alone, shared] = [await withoutThreads(() => openDesk(1)), await openDesk(2)];
    await Promise.all([fill(alone.cloud), fill(shared.cloud)]);
    for (const slot of [DAY1, DAY2]) {
      const outcome = { slot, outcome: "sent" };
      expect(await alone.functions[0]?.invoke({ mode: "scheduled", slot })).toMatchObject(outcome);
      expect(await runMachine(shared, definition, slot)).toMatchObject(outcome);
      expect(await told(shared.cloud)).toEqual(await told(alone.cloud));
      await Promise.all([edit(alone.cloud), edit(shared.cloud)]);
    }
    expect((await told(shared.cloud))[0]).toContain("19");
  });
});
