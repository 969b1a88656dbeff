import type { ScanLimits } from "./limits.ts";

/** A FIFO semaphore that can be shut. */
export interface Gate {
  /** Waits for a permit, and resolves to the function that releases it; rejects if the gate is shut. */
  enter(): Promise<() => void>;
  /** Throws if the gate is shut. */
  check(): void;
  /** Shuts the gate: current and later waiters are rejected with this reason. */
  shut(reason: unknown): void;
}

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (reason: unknown) => void;
}

/** What ranges that are scanned side by side share. */
export interface Permits {
  /** To read a story, held until what was found is written. */
  readonly reading: Gate;
  /** To write a range, held from its first change to its end; whoever waits for it holds no other. */
  readonly writing: Gate;
}

/** Permits for this many stories and ranges at a time. */
export function createPermits({
  concurrency,
  writing,
}: Pick<ScanLimits, "concurrency" | "writing">): Permits {
  return { reading: createGate(concurrency), writing: createGate(writing) };
}

/** A gate with this many permits. */
export function createGate(permits: number): Gate {
  let free = permits;
  let isShut: { readonly reason: unknown } | undefined;
  const queue: Waiting[] = [];
  const release = (): void => {
    const next = queue.shift();
    if (next === undefined) {
      free += 1;
    } else {
      next.admit();
    }
  };
  const check = (): void => {
    if (isShut !== undefined) {
      throw isShut.reason;
    }
  };
  return {
    check,
    async enter() {
      check();
      if (free > 0) {
        free -= 1;
      } else {
        await new Promise<void>((admit, refuse) => queue.push({ admit, refuse }));
      }
      return release;
    },
    shut(reason) {
      isShut ??= { reason };
      for (const { refuse } of queue.splice(0)) {
        refuse(reason);
      }
    },
  };
}
