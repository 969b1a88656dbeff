import type { ScanLimits } from "../../functions/digest/scan/limits.ts";

/** So small that a corpus of some stories has several parts, packs, ranges and stretches. */
export const SMALL_LIMITS: ScanLimits = {
  partEntries: 4,
  packBytes: 2_000,
  concurrency: 4,
  ranges: 3,
  writing: 2,
  moves: 100,
  stretches: { min: 2, max: 4 },
};
