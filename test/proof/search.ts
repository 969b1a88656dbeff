import { hash } from "node:crypto";
import { apply, EMPTY, type Things, violationOf, windowsOf } from "./model-world.ts";
import type { ModelAnswer, ModelEffect, ModelInvocation, ModelSettings } from "./protocol-model/effects.ts";
import { invocation } from "./protocol-model/protocol.ts";

/** Bounds of the search. */
export interface Bounds {
  readonly workers: number;
  readonly slots: number;
  readonly invocations: number;
  readonly faults: number;
}

/** The result of the search. */
export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** Worlds that ended quiet, each checked against the promises. */
  readonly quiet: number;
  /** The first violation and the steps that lead to it. */
  readonly violation?: { readonly what: string; readonly steps: readonly string[] };
  /** Most emails of a slot beyond the first, all in the window. */
  readonly mostInWindow: number;
}

interface Running extends ModelInvocation {
  readonly answers: readonly ModelAnswer[];
}

interface State {
  readonly things: Things;
  readonly workers: readonly Running[];
  readonly started: number;
  readonly faults: number;
}

/** The effects of an invocation in an empty world, without faults; for the comparison with the real code. */
export function effectsOf(slots: readonly number[], settings: ModelSettings): readonly string[] {
  const effects: string[] = [];
  let things = EMPTY;
  for (const [i, slot] of slots.entries()) {
    effects.length = 0;
    things = finish({ id: `${i + 1}`, slot }, things, settings, effects);
  }
  return effects;
}

/** Visits every state within the bounds, each once. Stops at the first violation. */
export function search(settings: ModelSettings, bounds: Bounds): Found {
  const seen = new Set<string>();
  const stack: Visit[] = [
    { state: { things: EMPTY, workers: [], started: 0, faults: bounds.faults }, trail: undefined },
  ];
  const found = { transitions: 0, quiet: 0, mostInWindow: 0 };
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const what = look(visit.state, found, settings, bounds);
    if (what !== undefined) {
      return { ...found, states: seen.size, violation: { what, steps: stepsOf(visit.trail) } };
    }
    for (const { name, state } of stepsFrom(visit.state, settings, bounds)) {
      found.transitions += 1;
      const key = keyOf(state);
      if (!seen.has(key)) {
        seen.add(key);
        stack.push({ state, trail: { name, before: visit.trail } });
      }
    }
  }
  return { ...found, states: seen.size };
}

interface Visit {
  readonly state: State;
  readonly trail: Trail | undefined;
}

/** Once all invocations are over: lets later runs follow and checks the promises. */
function look(
  { workers, started, things }: State,
  found: { quiet: number; mostInWindow: number },
  settings: ModelSettings,
  bounds: Bounds,
): string | undefined {
  if (workers.length > 0 || started < bounds.invocations) {
    return undefined;
  }
  const settled = settle(things, settings, bounds);
  found.quiet += 1;
  found.mostInWindow = Math.max(found.mostInWindow, ...windowsOf(settled, bounds.slots));
  return violationOf(settled, settings);
}

interface Trail {
  readonly name: string;
  readonly before: Trail | undefined;
}

function stepsOf(trail: Trail | undefined): readonly string[] {
  const steps: string[] = [];
  for (let each = trail; each !== undefined; each = each.before) {
    steps.unshift(each.name);
  }
  return steps;
}

/** Workers are interchangeable: their order makes no difference. */
function keyOf(state: State): string {
  const workers = state.workers.map((worker) => JSON.stringify(worker)).toSorted();
  return hash("md5", JSON.stringify([state.things, workers, state.started, state.faults]), "binary");
}

interface NextStep {
  readonly name: string;
  readonly state: State;
}

/** Effects that no other worker can see yet: their order between two workers makes no difference. */
const UNSEEN = new Set<ModelEffect["effect"]>([
  "store edition",
  "store snapshot",
  "read edition",
  "read parents",
  "retire run",
]);

function stepsFrom(state: State, settings: ModelSettings, bounds: Bounds): readonly NextStep[] {
  const ready = state.workers.map((worker) => ({ worker, effect: effectAfter(worker, settings) }));
  const unseen = ready.find(({ effect }) => UNSEEN.has(effect.effect));
  const acting = unseen === undefined ? ready : [unseen];
  const steps = acting.flatMap(({ worker, effect }) => outcomesOf(worker, effect, state, settings));
  const mayStart =
    unseen === undefined && state.workers.length < bounds.workers && state.started < bounds.invocations;
  return mayStart ? [...steps, ...startsOf(state, settings, bounds)] : steps;
}

function startsOf(state: State, settings: ModelSettings, bounds: Bounds): readonly NextStep[] {
  const numbers = Array.from({ length: bounds.slots }, (_, i) => i + 1);
  const slots: ModelInvocation["slot"][] = ["resume", ...numbers];
  return slots.flatMap((slot) => {
    const worker: Running = { id: String(state.started + 1), slot, answers: [] };
    const started = { ...state, started: state.started + 1 };
    return outcomesOf(worker, effectAfter(worker, settings), started, settings).map((step) => ({
      ...step,
      name: `${worker.id} starts (${slot}): ${step.name}`,
    }));
  });
}

/**
 * The possible outcomes of a worker's next effect: it is done, the worker dies, the answer is lost, the email
 * is refused.
 */
function outcomesOf(
  worker: Running,
  effect: ModelEffect,
  state: State,
  settings: ModelSettings,
): readonly NextStep[] {
  const alive = state.workers.map(({ id }) => id);
  const { things, answer } = apply(effect, worker.id, state.things, { alive, settings });
  const strike = (before: Things): Things => ({
    ...before,
    struck: [...new Set([...before.struck, worker.id])].toSorted(),
  });
  const name = `${worker.id} ${effect.effect}`;
  const go = (how: string, after: State, given: ModelAnswer): NextStep => ({
    name: `${name}${how}`,
    state: withWorker(after, { ...worker, answers: [...worker.answers, given] }, settings),
  });
  const done = go("", { ...state, things }, answer);
  if (state.faults === 0) {
    return [done];
  }
  const struck = { ...state, things: strike(state.things), faults: state.faults - 1 };
  const died = { ...struck, workers: struck.workers.filter(({ id }) => id !== worker.id) };
  return [
    done,
    { name: `${name}: dies before`, state: died },
    go(": answer lost", { ...struck, things: strike(things) }, "lost"),
    ...(effect.effect === "send" ? [go(": refused", struck, "refused")] : []),
  ];
}

/** Puts the worker back among the others, unless it has ended. */
function withWorker(state: State, worker: Running, settings: ModelSettings): State {
  const others = state.workers.filter(({ id }) => id !== worker.id);
  const isOver = effectAfterOrEnd(worker, settings) === undefined;
  return { ...state, workers: isOver ? others : [...others, worker] };
}

function effectAfter(worker: Running, settings: ModelSettings): ModelEffect {
  const effect = effectAfterOrEnd(worker, settings);
  if (effect === undefined) {
    throw new Error(`invocation ${worker.id} is over`);
  }
  return effect;
}

/** A generator cannot be copied, so it is run again with its previous answers. */
function effectAfterOrEnd(worker: Running, settings: ModelSettings): ModelEffect | undefined {
  const program = invocation(worker, settings);
  try {
    let step = program.next();
    for (const answer of worker.answers) {
      step = program.next(answer);
    }
    return step.done ? undefined : step.value;
  } catch {
    return undefined;
  }
}

/** Lets the hourly resume and the last slot run, one after another and without faults. */
function settle(things: Things, settings: ModelSettings, { slots }: Bounds): Things {
  const calls: readonly ModelInvocation["slot"][] = ["resume", slots, "resume", "resume"];
  return calls.reduce<Things>(
    (now, slot, i) => finish({ id: `settle ${i}`, slot }, now, settings, []),
    things,
  );
}

/** Runs one invocation to its end, alone. */
function finish(call: ModelInvocation, start: Things, settings: ModelSettings, effects: string[]): Things {
  const program = invocation(call, settings);
  let things = start;
  for (let step = program.next(); !step.done; ) {
    const after = apply(step.value, call.id, things, { alive: [call.id], settings });
    effects.push(step.value.effect);
    things = after.things;
    step = program.next(after.answer);
  }
  return things;
}
