/** Lets a bounded number of workers through at a time, in the order in which they came. */
export interface Gate {
  /** Waits for a place, and resolves to the call that gives it back; rejects when the gate is shut. */
  enter(): Promise<() => void>;
  /** Throws when the gate is shut. */
  check(): void;
  /** Shuts the gate: whoever waits or comes later is turned away with this reason. */
  shut(reason: unknown): void;
}

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (reason: unknown) => void;
}

/** A gate with this many places. */
export function createGate(places: number): Gate {
  let free = places;
  let isShut: { readonly reason: unknown } | undefined;
  const queue: Waiting[] = [];
  const leave = (): void => {
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
      return leave;
    },
    shut(reason) {
      isShut ??= { reason };
      for (const { refuse } of queue.splice(0)) {
        refuse(reason);
      }
    },
  };
}
