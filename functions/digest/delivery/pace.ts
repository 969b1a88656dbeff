import type { DeliveryContext } from "./deliver.ts";

/** Spaces out sends. Pauses before returning if the last one was too recent. */
export type Pace = () => Promise<void>;

/** A pace of at most this many sends per second; the worker's remaining time serves as the clock. */
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
