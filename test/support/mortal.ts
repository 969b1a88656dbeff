import type { ObjectStore } from "../../functions/digest/ports.ts";
import type { Job } from "../../functions/digest/run/job.ts";

/** Thrown when a worker dies, and by every later effect of the same worker. */
export class DeathError extends Error {
  override readonly name = "DeathError";
}

/** A worker's effect on the world. */
export type Effect = "write" | "tag" | "send";

/** A worker that can die at one of its effects. */
export interface Mortal {
  readonly job: Job;
  /** Its effects so far, in order. */
  readonly effects: Effect[];
}

/**
 * Waits for a worker's death. One that dies while it marks objects ends as it would have, perhaps with an `otherError`:
 * marking never fails a run.
 */
export async function untilDeath(
  run: Promise<unknown>,
  otherError: abstract new (...values: never[]) => Error = DeathError,
): Promise<void> {
  await run.catch((error: unknown) => {
    if (!(error instanceof DeathError || error instanceof otherError)) {
      throw error;
    }
  });
}

/**
 * The dependencies of a worker that dies right before or after its effect number `at`, from 0; with `at`
 * infinite it never dies.
 */
export function mortal(job: Job, at: number, when: "before" | "after"): Mortal {
  const effects: Effect[] = [];
  const live = async <T>(effect: Effect, act: () => Promise<T>): Promise<T> => {
    const place = effects.push(effect) - 1;
    if (place > at || (place === at && when === "before")) {
      throw new DeathError(`died before effect ${place}`);
    }
    const result = await act();
    if (place === at) {
      throw new DeathError(`died after effect ${place}`);
    }
    return result;
  };
  const state: ObjectStore = {
    ...job.state,
    write: (key, bytes, condition) => live("write", () => job.state.write(key, bytes, condition)),
    tag: (key, tags) => live("tag", () => job.state.tag(key, tags)),
  };
  const sender = {
    send: (mail: Parameters<Job["sender"]["send"]>[0]) => live("send", () => job.sender.send(mail)),
  };
  return { job: { ...job, state, sender }, effects };
}
