import type { SharedRun } from "../request.ts";
import type { RunResult } from "../result.ts";

/**
 * The result of planning: ranges to scan; everything scanned, with the edition still to make; or a slot that is already
 * committed. `ranges` is the key of the open ranges, one JSON line each.
 */
export type PlanResult =
  | {
      readonly slot: string;
      readonly outcome: "planned" | "scanned";
      readonly run: SharedRun;
      readonly ranges: string;
    }
  | RunResult;

/** The result of a batch. */
export interface BatchResult {
  readonly slot: string;
  readonly outcome: "scanned";
  /** Ranges of the batch with any progress, and their stories. */
  readonly ranges: number;
  readonly stories: number;
}
