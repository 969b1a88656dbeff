import { hash } from "node:crypto";
import type { ModelAnswer, ModelEffect, ModelInvocation, ModelSettings } from "./effects.ts";
import type { Things } from "./model-world.ts";
import { invocation } from "./protocol.ts";

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
  /** Whether it has asked for nothing but the time so far. */
  readonly isFresh: boolean;
  readonly number: number;
}

/** The parts of a search's states, each kept once: a state is told from others by the numbers of its parts, from 1. */
export interface Known {
  readonly settings: ModelSettings;
  things(value: Things): Numbered<Things>;
  /** The same, in which a fault has hit this invocation. */
  struck(things: Numbered<Things>, id: string): Numbered<Things>;
  /** An invocation that begins. */
  worker(call: ModelInvocation): Running;
  /** The same after one more answer. */
  answered(worker: Running, answer: ModelAnswer): Running;
}

export function createKnown(settings: ModelSettings): Known {
  const things = new Map<string, Numbered<Things>>();
  const struck = new Map<string, Map<number, Numbered<Things>>>();
  const beginnings = new Map<string, Running>();
  /** By the worker's number, by the answer. */
  const goingOn: Map<string, Running>[] = [];
  const begin = ({ id, slot }: ModelInvocation, answers: readonly ModelAnswer[]): Running => {
    const after = effectAfter({ id, slot }, answers, settings);
    return { id, slot, answers, ...after, number: goingOn.push(new Map()) };
  };
  const numbered = (value: Things): Numbered<Things> =>
    kept(things, hash("md5", JSON.stringify(value), "binary"), () => ({ value, number: things.size + 1 }));
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
      const own = goingOn[worker.number - 1] ?? new Map<string, Running>();
      return kept(own, key, () => begin(worker, [...worker.answers, answer]));
    },
  };
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
): Pick<Running, "next" | "isFresh"> {
  const program = invocation(call, settings);
  let isFresh = true;
  try {
    let step = program.next();
    for (const answer of answers) {
      isFresh &&= !step.done && isOfTime(step.value);
      step = program.next(answer);
    }
    return { next: step.done ? undefined : step.value, isFresh };
  } catch {
    return { next: undefined, isFresh };
  }
}

/** A read of the head for the time of its answer. */
function isOfTime(effect: ModelEffect): boolean {
  return effect.effect === "read head" && effect.look === "time";
}
