import * as v from "valibot";
import type { RunResult } from "../result.ts";
import type { Bounds } from "../snapshot/snapshot.ts";

/** A run that many functions share: where it writes, and what it makes. */
export const SharedRunSchema = v.strictObject({
  runId: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, "expected a run id")),
  /** Slot of the edition that the work becomes; that of an older one where its work was left. */
  slot: v.string(),
  /** Key of the snapshot to compare with; `null`: a baseline. */
  parent: v.nullable(v.string()),
});

export type SharedRun = Readonly<v.InferOutput<typeof SharedRunSchema>>;

export const BoundsSchema = v.strictObject({
  after: v.exactOptional(v.string()),
  upTo: v.exactOptional(v.string()),
});

/** The ranges of one batch of a shared run. */
export interface Batch {
  readonly run: SharedRun;
  readonly ranges: readonly Bounds[];
}

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
