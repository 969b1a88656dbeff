import { createKnown, type Known, type Numbered, type Running } from "./known-states.ts";
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

interface State {
  readonly things: Numbered<Things>;
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
  const known = createKnown(settings);
  const seen = new Set<number>();
  const stack: Visit[] = [
    {
      state: { things: known.things(EMPTY), workers: [], started: 0, faults: bounds.faults },
      trail: undefined,
    },
  ];
  const found = { transitions: 0, quiet: 0, mostInWindow: 0 };
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const what = look(visit.state, found, settings, bounds);
    if (what !== undefined) {
      return { ...found, states: seen.size, violation: { what, steps: stepsOf(visit.trail) } };
    }
    for (const { name, state } of stepsFrom(visit.state, known, bounds)) {
      found.transitions += 1;
      const key = known.numberOf(state);
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
  const settled = settle(things.value, settings, bounds);
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

function stepsFrom(state: State, known: Known, bounds: Bounds): readonly NextStep[] {
  const unseen = state.workers.find(({ next }) => next !== undefined && UNSEEN.has(next.effect));
  const acting = unseen === undefined ? state.workers : [unseen];
  const steps = acting.flatMap((worker) => outcomesOf(worker, state, known));
  const mayStart =
    unseen === undefined && state.workers.length < bounds.workers && state.started < bounds.invocations;
  return mayStart ? [...steps, ...startsOf(state, known, bounds)] : steps;
}

function startsOf(state: State, known: Known, bounds: Bounds): readonly NextStep[] {
  const numbers = Array.from({ length: bounds.slots }, (_, i) => i + 1);
  const slots: ModelInvocation["slot"][] = ["resume", ...numbers];
  return slots.flatMap((slot) => {
    const worker = known.worker({ id: String(state.started + 1), slot });
    const started = { ...state, started: state.started + 1 };
    return outcomesOf(worker, started, known).map((step) => ({
      ...step,
      name: `${worker.id} starts (${slot}): ${step.name}`,
    }));
  });
}

/**
 * The possible outcomes of a worker's next effect: it is done, the worker dies, the answer is lost, the email
 * is refused.
 */
function outcomesOf(worker: Running, state: State, known: Known): readonly NextStep[] {
  const effect = effectOf(worker);
  const alive = state.workers.map(({ id }) => id);
  const before = state.things.value;
  const { things, answer } = apply(effect, worker.id, before, { alive, settings: known.settings });
  const after = things === before ? state.things : known.things(things);
  const name = `${worker.id} ${effect.effect}`;
  const go = (how: string, to: State, given: ModelAnswer): NextStep => ({
    name: `${name}${how}`,
    state: withWorker(to, known.answered(worker, given)),
  });
  const done = go("", { ...state, things: after }, answer);
  if (state.faults === 0) {
    return [done];
  }
  const struck = { ...state, things: known.struck(state.things, worker.id), faults: state.faults - 1 };
  const died = { ...struck, workers: struck.workers.filter(({ id }) => id !== worker.id) };
  return [
    done,
    { name: `${name}: dies before`, state: died },
    go(": answer lost", { ...struck, things: known.struck(after, worker.id) }, "lost"),
    ...(effect.effect === "send" ? [go(": refused", struck, "refused")] : []),
  ];
}

/** Puts the worker back among the others, unless it has ended. */
function withWorker(state: State, worker: Running): State {
  const others = state.workers.filter(({ id }) => id !== worker.id);
  return { ...state, workers: worker.next === undefined ? others : [...others, worker] };
}

function effectOf({ id, next }: Running): ModelEffect {
  if (next === undefined) {
    throw new Error(`invocation ${id} is over`);
  }
  return next;
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
