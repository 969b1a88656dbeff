import type { Ports } from "../ports.ts";

/**
 * What must be left when a scan stops: to finish the stories that are being read (16 at most, a second or two each
 * at the largest), to write what is open of packs and parts, and, where the scan came to its end just before, to
 * compose, commit and begin to deliver. Two of Lambda's fifteen minutes.
 */
const RESERVE_MS = 120_000;

/** A worker that has less time in all keeps this share of it. */
const RESERVE_SHARE = 0.25;

/**
 * Reading the records of a run and ranking them takes 20 µs of CPU a record, in two passes that wait for a GET each two
 * thousand records; a third pass joins renamed stories. This leaves a slow day twice as long.
 */
const COMPOSE_MS_PER_RECORD = 0.15;

/** How the time of an invocation is divided. */
export interface TimeLimit {
  /** Whether a scan has to stop; once it is so, it stays so. */
  isOver(): boolean;
  /** Whether an edition of so many records can still be composed. */
  isEnoughFor(records: number): boolean;
}

/** Divides the time that the worker has from now on. */
export function createTimeLimit({ remainingMs }: Pick<Ports, "remainingMs">): TimeLimit {
  const reserve = Math.min(RESERVE_MS, remainingMs() * RESERVE_SHARE);
  let wasOver = false;
  return {
    isOver() {
      wasOver ||= remainingMs() < reserve;
      return wasOver;
    },
    isEnoughFor: (records) => remainingMs() >= reserve / 2 + records * COMPOSE_MS_PER_RECORD,
  };
}
