import type { DeliveryContext } from "./deliver.ts";

/** Keeps a distance between sends. Returns after a pause where the last one was too short a time ago. */
export type Pace = () => Promise<void>;

/** A pace of so many sends a second at most; the worker's remaining time is the clock. */
export function createPace(
  perSecond: number,
  { remainingMs, sleep }: Pick<DeliveryContext, "remainingMs" | "sleep">,
): Pace {
  const distanceMs = 1_000 / perSecond;
  let next = Number.POSITIVE_INFINITY;
  return async () => {
    const waitMs = Math.ceil(remainingMs() - next);
    if (waitMs > 0) {
      await sleep(waitMs);
    }
    next = remainingMs() - distanceMs;
  };
}
