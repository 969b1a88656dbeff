import { type Random, seededRandom } from "../../bench/data/random.ts";
import { SLOTS } from "../support/rig.ts";
import { judge, type Verdict } from "./judge/check.ts";
import { judgeAnswer } from "./judge/left.ts";
import { editAgain, editStories, firstStories, scheduled } from "./scenario.ts";
import type { Call, Fault } from "./world/fault.ts";
import { LIFE_MS, type Worker } from "./world/worker.ts";
import { invoke, openWorld, type Setting, type World } from "./world/world.ts";

/** Limits for one interleaving. */
const MAX_WORKERS = 3;
const INVOCATIONS = 6;
const FAULTS = 3;
const HOUR_MS = 3_600_000;

/** Probability of each event at each step, besides continuing: so small that most runs reach their emails. */
const CHANCES = { start: 0.05, clock: 0.01, edit: 0.03, fault: 0.015 } as const;

/** Requests waiting for the scheduler to let them pass. */
interface Parked {
  readonly call: Call;
  readonly release: (fault: Fault | undefined) => void;
}

interface Running {
  readonly worker: Worker;
  readonly endsAt: number;
}

/** The state of one seed's interleaving. */
interface Course {
  readonly world: World;
  readonly random: Random;
  readonly parked: Parked[];
  readonly running: Map<string, Running>;
  readonly edits: ((world: World) => Promise<void>)[];
  started: number;
  faults: number;
  wake: () => void;
}

/**
 * Two or three workers at a time, for slots 1 to 3, with retries and resume runs. At every request all of them
 * pause, and the seed decides which one continues, dies or loses an answer, when a story is edited and when
 * time passes; a worker out of time is stopped. Later runs follow until all is quiet.
 */
export async function interleave(setting: Setting, seed: number): Promise<Verdict> {
  const world = await openWorld(setting);
  // No slot is ahead of the time, which would be refused.
  world.clock.advance(Date.parse(SLOTS[3]) - world.clock.now());
  await firstStories(world);
  const course: Course = {
    world,
    random: seededRandom(seed),
    parked: [],
    running: new Map(),
    edits: [editStories, editAgain],
    started: 0,
    faults: 0,
    wake: () => undefined,
  };
  world.rule((call) => park(call, course));
  while (course.running.size > 0 || course.started < INVOCATIONS) {
    await standStill(course);
    await step(course);
  }
  world.rule(() => undefined);
  const overlooked = await settle(course);
  const { violations, ...verdict } = await judge(world);
  await world.close();
  return { ...verdict, violations: [...overlooked, ...violations] };
}

async function park(call: Call, { parked, wake }: Course): Promise<Fault | undefined> {
  return await new Promise((release) => {
    parked.push({ call, release });
    wake();
  });
}

/** Waits until every running worker has a waiting request. */
async function standStill(course: Course): Promise<void> {
  const { running, parked } = course;
  const isStill = () => [...running.keys()].every((name) => parked.some(({ call }) => call.worker === name));
  while (!isStill()) {
    const woken = Promise.withResolvers<void>();
    course.wake = woken.resolve;
    await woken.promise;
  }
}

async function step(course: Course): Promise<void> {
  const { running, random, edits, world } = course;
  const draw = random();
  const mayStart = course.started < INVOCATIONS && running.size < MAX_WORKERS;
  if (mayStart && (running.size === 0 || draw < CHANCES.start)) {
    await start(course);
  } else if (draw < CHANCES.start + CHANCES.clock) {
    passTime(course);
  } else if (draw < CHANCES.start + CHANCES.clock + CHANCES.edit) {
    await edits.shift()?.(world);
  } else {
    goOn(course);
  }
}

/** Slots start in order, but any of them may be run again, and resume may run at any time. */
async function start(course: Course): Promise<void> {
  const { world, running, random } = course;
  const worker = await world.hire();
  const latest = Math.min(2, Math.floor(course.started / 2));
  const slot = SLOTS[Math.floor(random() * (latest + 1))] ?? SLOTS[0];
  course.started += 1;
  running.set(worker.name, { worker, endsAt: world.clock.now() + LIFE_MS });
  worker.run(random() < 0.25 ? { mode: "resume" } : scheduled(slot)).then(() => {
    running.delete(worker.name);
    course.wake();
  });
}

/** Time passes; workers with none left are stopped, as Lambda does. */
function passTime({ world, running, random, parked }: Course): void {
  world.clock.advance(Math.ceil(random() * LIFE_MS * 0.75));
  for (const { worker, endsAt } of running.values()) {
    if (endsAt <= world.clock.now()) {
      kill(worker.name, parked);
    }
  }
}

function kill(name: string, parked: Parked[]): void {
  for (const { release } of takeAll(name, parked)) {
    release("crash before");
  }
}

function takeAll(name: string, parked: Parked[]): readonly Parked[] {
  const own = parked.filter(({ call }) => call.worker === name);
  parked.splice(0, parked.length, ...parked.filter(({ call }) => call.worker !== name));
  return own;
}

function goOn(course: Course): void {
  const { parked, running, random } = course;
  const names = [...running.keys()].filter((name) => parked.some(({ call }) => call.worker === name));
  const name = names[Math.floor(random() * names.length)] ?? "";
  const fault = chooseFault(course);
  if (fault === "crash before") {
    kill(name, parked);
    return;
  }
  const own = takeAll(name, parked);
  for (const [i, { release }] of own.entries()) {
    release(i === 0 ? fault : undefined);
  }
}

const LIKELY: readonly Fault[] = [
  "crash before",
  "crash after",
  "answer lost",
  "all answers lost",
  "time ends",
];

function chooseFault(course: Course): Fault | undefined {
  const { random } = course;
  if (course.faults >= FAULTS || random() >= CHANCES.fault) {
    return undefined;
  }
  course.faults += 1;
  return LIKELY[Math.floor(random() * LIKELY.length)];
}

/** The remaining edits, then the hourly resume and the runs of the last slot, alone; what a resume run overlooks. */
async function settle({ world, edits }: Course): Promise<readonly string[]> {
  for (const edit of edits) {
    await edit(world);
  }
  const overlooked: string[] = [];
  for (const request of [resume, resume, scheduled(SLOTS[3]), resume, scheduled(SLOTS[3])]) {
    world.clock.advance(HOUR_MS);
    overlooked.push(...(await judgeAnswer(request, await invoke(world, request), world.state)));
  }
  return overlooked;
}

const resume = { mode: "resume" } as const;
