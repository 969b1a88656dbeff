/**
 * The single clock of a case: the servers' `Date` header, the workers' remaining time and this process's
 * monotonic clock all follow it, and it stands still until it is advanced.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(ms: number): void;
}

/** A clock, which `performance.now()` follows from now on. */
export function startClock(at: string): Clock {
  let time = Date.parse(at);
  const start = time;
  performance.now = () => time - start;
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
  };
}
