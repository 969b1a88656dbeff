import type { Ports } from "../ports.ts";
import { MAX_PACK_BYTES } from "../snapshot/packs.ts";
import { MAX_PART_ENTRIES } from "../snapshot/parts.ts";

/** Sizes of the listing's stretches. */
export interface StretchSizes {
  /** Objects after an anchor before which another anchor of the run before is given up. */
  readonly min: number;
  /** Objects from which a stretch ends where a page does. */
  readonly max: number;
}

/** How much a scan does at a time, and how large what it writes may be. */
export interface ScanLimits {
  readonly partEntries: number;
  readonly packBytes: number;
  /** Stories read concurrently over all ranges; each may take several times `MAX_STORY_BYTES` of memory. */
  readonly concurrency: number;
  /** Ranges scanned concurrently; does not affect what a run writes. */
  readonly ranges: number;
  /** Of these, ranges with changes: each holds up to two parts, compressed, until they are written. */
  readonly writing: number;
  /** Moved stories whose texts are compared; each takes two GETs and a few milliseconds. */
  readonly moves: number;
  /** How the listing is cut for fingerprints; does not affect what a run finds. */
  readonly stretches: StretchSizes;
}

export const SCAN_LIMITS: ScanLimits = {
  partEntries: MAX_PART_ENTRIES,
  packBytes: MAX_PACK_BYTES,
  concurrency: 16,
  ranges: 16,
  writing: 6,
  moves: 1_000,
  // A changed story makes two runs read its whole stretch.
  stretches: { min: 500, max: 2_000 },
};

/**
 * The time that must remain when a scan stops: to finish the stories being read (at most 16, a second or two each at
 * the largest), to write the open packs and parts and, if the scan has just completed, to compose, commit and start
 * delivery. Two of Lambda's fifteen minutes.
 */
const RESERVE_MS = 120_000;

/** A worker with less time reserves this share of it. */
const RESERVE_SHARE = 0.25;

/**
 * Reading and ranking a run's records takes 20 µs of CPU per record, in two passes that wait for one GET per two thousand
 * records; a third pass joins moved stories. This allows for twice the time of a slow day. The moved stories that are compared
 * take some ten seconds of the reserve.
 */
const COMPOSE_MS_PER_RECORD = 0.15;

/** The time budget of an invocation. */
export interface TimeLimit {
  /** Whether a scan must stop; never becomes false again. */
  isOver(): boolean;
  /** Whether there is time to compose an edition of this many records. */
  isEnoughFor(records: number): boolean;
}

/** Budgets the worker's time from now on. */
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
