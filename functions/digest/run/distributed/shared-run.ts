import type { SharedRun } from "../request.ts";
import type { RunResult } from "../result.ts";

/**
 * What planning comes to: ranges to scan, nothing left to scan but an edition to make, or a slot that was committed
 * before. `ranges` is the key of the open ranges, one JSON line each.
 */
export type PlanResult =
  | {
      readonly slot: string;
      readonly outcome: "planned" | "scanned";
      readonly run: SharedRun;
      readonly ranges: string;
    }
  | RunResult;

/** What a batch came to. */
export interface BatchResult {
  readonly slot: string;
  readonly outcome: "scanned";
  /** Ranges of the batch of which anything was done, and the stories that they hold. */
  readonly ranges: number;
  readonly stories: number;
}
