import { hash } from "node:crypto";
import type { Things } from "./model-world.ts";
import type { ModelAnswer, ModelEffect, ModelInvocation, ModelSettings } from "./protocol-model/effects.ts";
import { invocation } from "./protocol-model/protocol.ts";

/** A value with its number: equal ones have the same. */
export interface Numbered<T> {
  readonly value: T;
  readonly number: number;
}

/** An invocation that has got these answers. */
export interface Running extends ModelInvocation {
  readonly answers: readonly ModelAnswer[];
  /** What it does next; `undefined`: it is over. */
  readonly next: ModelEffect | undefined;
  readonly number: number;
}

/** The parts of a search's states, each kept once: a state is told from others by the numbers of its parts. */
export interface Known {
  readonly settings: ModelSettings;
  things(value: Things): Numbered<Things>;
  /** The same, in which a fault has hit this invocation. */
  struck(things: Numbered<Things>, id: string): Numbered<Things>;
  /** An invocation that begins. */
  worker(call: ModelInvocation): Running;
  /** The same after one more answer. */
  answered(worker: Running, answer: ModelAnswer): Running;
  /** Workers are interchangeable: their order makes no difference. */
  numberOf(state: {
    readonly things: Numbered<Things>;
    readonly workers: readonly Running[];
    readonly started: number;
    readonly faults: number;
  }): number;
}

/** Numbers of workers, and of all of a state besides its things, are below these, so that they can be put into one exact number. */
const WORKER_NUMBERS = 2 ** 21;
const REST_NUMBERS = 2 ** 26;
const THINGS_NUMBERS = 2 ** 27;

export function createKnown(settings: ModelSettings): Known {
  const things = new Map<string, Numbered<Things>>();
  const struck = new Map<string, Map<number, Numbered<Things>>>();
  const beginnings = new Map<string, Running>();
  /** By the worker's number, by the answer. */
  const goingOn: Map<string, Running>[] = [];
  const rests = new Map<number, number>();
  const begin = ({ id, slot }: ModelInvocation, answers: readonly ModelAnswer[]): Running => {
    const next = effectAfter({ id, slot }, answers, settings);
    return { id, slot, answers, next, number: goingOn.push(new Map()) - 1 };
  };
  const numbered = (value: Things): Numbered<Things> =>
    kept(things, hash("md5", JSON.stringify(value), "binary"), () => ({ value, number: things.size }));
  return {
    settings,
    things: numbered,
    struck(before, id) {
      const own = kept(struck, id, () => new Map());
      return kept(own, before.number, () => {
        const all = [...new Set([...before.value.struck, id])].toSorted();
        return all.length === before.value.struck.length
          ? before
          : numbered({ ...before.value, struck: all });
      });
    },
    worker: (call) => kept(beginnings, `${call.id} ${call.slot}`, () => begin(call, [])),
    answered(worker, answer) {
      const key = typeof answer === "string" ? answer : JSON.stringify(answer);
      const own = goingOn[worker.number] ?? new Map<string, Running>();
      return kept(own, key, () => begin(worker, [...worker.answers, answer]));
    },
    numberOf({ things: { number }, workers: [one, other, ...more], started, faults }) {
      const [a, b] = [placeOf(one), placeOf(other)];
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const rest = kept(rests, ((low * WORKER_NUMBERS + high) * 8 + started) * 8 + faults, () => rests.size);
      if (
        more.length > 0 ||
        high >= WORKER_NUMBERS ||
        rest >= REST_NUMBERS ||
        number >= THINGS_NUMBERS ||
        Math.max(started, faults) > 7
      ) {
        throw new Error("cannot number the states of the search: there are too many");
      }
      return number * REST_NUMBERS + rest;
    },
  };
}

/** From 1; 0 is no worker. */
function placeOf(worker: Running | undefined): number {
  return worker === undefined ? 0 : worker.number + 1;
}

/** What a map has under a key, which is made if it is not there. */
function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) {
    return found;
  }
  const made = make();
  map.set(key, made);
  return made;
}

/** A generator cannot be copied, so it is run again with its previous answers. */
function effectAfter(
  call: ModelInvocation,
  answers: readonly ModelAnswer[],
  settings: ModelSettings,
): ModelEffect | undefined {
  const program = invocation(call, settings);
  try {
    let step = program.next();
    for (const answer of answers) {
      step = program.next(answer);
    }
    return step.done ? undefined : step.value;
  } catch {
    return undefined;
  }
}
