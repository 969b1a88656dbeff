import type { ModelEffect, ModelInvocation, ModelSettings } from "./effects.ts";
import { createKnown, type Known, type Numbered, type Running } from "./known-states.ts";
import { apply, EMPTY, type Things, violationOf, windowsOf } from "./model-world.ts";
import { createOutcomes, type Outcome, type Outcomes, type Scene } from "./outcomes.ts";
import { invocation } from "./protocol.ts";
import { createSeenStates, type SeenStates } from "./seen-states.ts";

/** Bounds of the search. */
export interface Bounds {
  readonly workers: 2;
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
  /** Workers are interchangeable: their order makes no difference. */
  readonly one: Running | undefined;
  readonly other: Running | undefined;
  readonly started: number;
  readonly faults: number;
  /** How many steps lead to it, and the last of them. */
  readonly depth: number;
  readonly step: string;
}

/** An invocation, which dies after this effect if one is named. */
interface Lone extends Pick<ModelInvocation, "slot"> {
  readonly diesAfter?: ModelEffect["effect"];
}

/** The effects of the last of these invocations, one after another from an empty world; for the comparison with the real code. */
export function effectsOf(invocations: readonly Lone[], settings: ModelSettings): readonly string[] {
  const effects: string[] = [];
  let things = EMPTY;
  for (const [i, { slot, diesAfter }] of invocations.entries()) {
    effects.length = 0;
    const isOver = () => diesAfter !== undefined && effects.at(-1) === diesAfter;
    things = finish({ id: `${i + 1}`, slot }, things, settings, { effects, isOver });
  }
  return effects;
}

/** A search under way. */
interface Course {
  readonly settings: ModelSettings;
  readonly bounds: Bounds;
  readonly known: Known;
  readonly outcomes: Outcomes;
  readonly seen: SeenStates;
  /** States to visit, the next one last. */
  readonly stack: State[];
  transitions: number;
  quiet: number;
  mostInWindow: number;
}

/** Visits every state within the bounds, each once. Stops at the first violation. */
export function search(settings: ModelSettings, bounds: Bounds): Found {
  const known = createKnown(settings);
  const course: Course = {
    settings,
    bounds,
    known,
    outcomes: createOutcomes(known),
    seen: createSeenStates(),
    stack: [],
    transitions: 0,
    quiet: 0,
    mostInWindow: 0,
  };
  const { faults } = bounds;
  const { stack } = course;
  const trail: string[] = [];
  const things = known.things(EMPTY);
  stack.push({ things, one: undefined, other: undefined, started: 0, faults, depth: 0, step: "" });
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    // What follows from a state is visited before what was to be visited when that one was.
    trail.length = state.depth;
    trail.push(state.step);
    const what = look(state, course);
    if (what !== undefined) {
      return { ...foundIn(course), violation: { what, steps: trail.slice(1) } };
    }
    goOn(state, course);
  }
  return foundIn(course);
}

function foundIn({ seen, transitions, quiet, mostInWindow }: Course): Found {
  return { states: seen.size(), transitions, quiet, mostInWindow };
}

/** Once all invocations are over: lets later runs follow and checks the promises. */
function look({ one, started, things }: State, course: Course): string | undefined {
  const { settings, bounds } = course;
  if (one !== undefined || started < bounds.invocations) {
    return undefined;
  }
  const settled = settle(things.value, settings, bounds);
  course.quiet += 1;
  course.mostInWindow = Math.max(course.mostInWindow, ...windowsOf(settled, bounds.slots));
  return violationOf(settled, settings);
}

/** Effects that no other worker can see yet: their order between two workers makes no difference. */
const UNSEEN = new Set<ModelEffect["effect"]>([
  "store edition",
  "store snapshot",
  "read edition",
  "read parents",
  "retire run",
]);

/** Nor does it make one whether a worker that has only asked for the time goes on at once, or starts later. */
function isUnseen({ next, isFresh }: Running): boolean {
  return isFresh || (next !== undefined && UNSEEN.has(next.effect));
}

/** Takes each step that may be next. */
function goOn(state: State, course: Course): void {
  const { one, other } = state;
  const unseen = [one, other].find((worker) => worker !== undefined && isUnseen(worker));
  if (unseen !== undefined) {
    act(state, { worker: unseen, other: unseen === one ? other : one }, course);
    return;
  }
  if (one !== undefined) {
    act(state, { worker: one, other }, course);
  }
  if (other !== undefined) {
    act(state, { worker: other, other: one }, course);
  } else if (state.started < course.bounds.invocations) {
    start(state, course);
  }
}

/** A worker starts for each of the slots, or to resume, and has its first effect. */
function start(state: State, course: Course): void {
  const started = state.started + 1;
  const numbers = Array.from({ length: course.bounds.slots }, (_, i) => i + 1);
  for (const slot of ["resume", ...numbers] as const) {
    const worker = course.known.worker({ id: String(started), slot });
    act({ ...state, started }, { worker, other: state.one }, course, `${worker.id} starts (${slot}): `);
  }
}

/** Takes a worker's next effect with each of its possible outcomes; where that leads is to be visited unless it was seen. */
function act(
  { things, started, faults, depth }: State,
  { worker, other }: Omit<Scene, "things">,
  course: Course,
  before = "",
): void {
  const scene = { worker, other, things };
  const take = (after: Outcome): void => {
    course.transitions += 1;
    const left = faults - (after.isFault ? 1 : 0);
    const a = numberOf(after.worker);
    const b = numberOf(other);
    const low = Math.min(a, b) * FEW + started;
    const high = Math.max(a, b) * FEW + left;
    if (course.seen.isNew(after.things.number, low, high)) {
      course.stack.push({
        things: after.things,
        one: after.worker ?? other,
        other: after.worker && other,
        started,
        faults: left,
        depth: depth + 1,
        step: `${before}${after.name}`,
      });
    }
  };
  take(course.outcomes.done(scene));
  if (faults > 0) {
    for (const fault of course.outcomes.faults(scene)) {
      take(fault);
    }
  }
}

/** More than there are invocations, or faults, in any search. */
const FEW = 8;

/** 0 is no worker. */
function numberOf(worker: Running | undefined): number {
  return worker?.number ?? 0;
}

/** Lets the hourly resume and the last slot run, one after another and without faults. */
function settle(things: Things, settings: ModelSettings, { slots }: Bounds): Things {
  const calls: readonly ModelInvocation["slot"][] = ["resume", slots, "resume", "resume"];
  return calls.reduce<Things>((now, slot, i) => finish({ id: `settle ${i}`, slot }, now, settings), things);
}

/** Sees the effects of an invocation, and may end it. */
interface Observer {
  readonly effects: string[];
  isOver(): boolean;
}

/** Runs one invocation to its end, alone. */
function finish(call: ModelInvocation, start: Things, settings: ModelSettings, observer?: Observer): Things {
  const program = invocation(call, settings);
  let things = start;
  for (let step = program.next(); !step.done && !observer?.isOver(); ) {
    const after = apply(step.value, call.id, things, { alive: [call.id], settings });
    observer?.effects.push(step.value.effect);
    things = after.things;
    step = program.next(after.answer);
  }
  return things;
}
