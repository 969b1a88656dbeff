import type { ModelAnswer, ModelEffect } from "./effects.ts";
import type { Known, Numbered, Running } from "./known-states.ts";
import { apply, type Things } from "./model-world.ts";

/** What may come of a worker's next effect. */
export interface Outcome {
  readonly name: string;
  readonly things: Numbered<Things>;
  /** How the worker goes on; `undefined`: it is over, or dead. */
  readonly worker: Running | undefined;
  readonly isFault: boolean;
}

/** A worker that acts, and what it finds. */
export interface Scene {
  readonly worker: Running;
  /** The other worker that is about. */
  readonly other: Running | undefined;
  readonly things: Numbered<Things>;
}

/** The outcomes of each scene, each found once: many states have the same worker before the same things. */
export interface Outcomes {
  /** The next effect is done. */
  done(scene: Scene): Outcome;
  /** The worker dies, the answer is lost, the email is refused. */
  faults(scene: Scene): readonly Outcome[];
}

export function createOutcomes(known: Known): Outcomes {
  const done = remembered<Outcome>((scene) => doneIn(scene, known));
  return { done, faults: remembered((scene) => faultsIn(scene, done(scene), known)) };
}

function doneIn({ worker, other, things }: Scene, known: Known): Outcome {
  const effect = effectOf(worker);
  const alive = [worker.id, ...(other === undefined ? [] : [other.id])];
  const after = apply(effect, worker.id, things.value, { alive, settings: known.settings });
  return {
    name: nameOf(worker),
    things: after.things === things.value ? things : known.things(after.things),
    worker: unlessOver(known.answered(worker, after.answer)),
    isFault: false,
  };
}

function faultsIn({ worker, things }: Scene, done: Outcome, known: Known): readonly Outcome[] {
  const before = known.struck(things, worker.id);
  const fault = (how: string, to: Numbered<Things>, given?: ModelAnswer): Outcome => ({
    name: `${nameOf(worker)}${how}`,
    things: to,
    worker: given && unlessOver(known.answered(worker, given)),
    isFault: true,
  });
  return [
    fault(": dies before", before),
    fault(": answer lost", known.struck(done.things, worker.id), "lost"),
    ...(effectOf(worker).effect === "send" ? [fault(": refused", before, "refused")] : []),
  ];
}

function nameOf(worker: Running): string {
  return `${worker.id} ${effectOf(worker).effect}`;
}

function unlessOver(worker: Running): Running | undefined {
  return worker.next === undefined ? undefined : worker;
}

function effectOf({ id, next }: Running): ModelEffect {
  if (next === undefined) {
    throw new Error(`invocation ${id} is over`);
  }
  return next;
}

/** Who else is about matters to a read of a claim alone, which it may hold; see {@link apply}. */
function companyOf({ worker, other }: Scene): number {
  return worker.next?.effect === "read claim" && other !== undefined ? Number(other.id) : 0;
}

/** Above the name of any invocation of a search. */
const NAMES = 8;

function remembered<T>(find: (scene: Scene) => T): (scene: Scene) => T {
  const byWorker: Map<number, T>[] = [];
  return (scene) => {
    const own = byWorker[scene.worker.number] ?? new Map<number, T>();
    byWorker[scene.worker.number] = own;
    const key = scene.things.number * NAMES + companyOf(scene);
    const known = own.get(key);
    if (known !== undefined) {
      return known;
    }
    const found = find(scene);
    own.set(key, found);
    return found;
  };
}
