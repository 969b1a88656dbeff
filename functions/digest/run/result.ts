import type { Ending } from "../delivery/tally.ts";
import type { EditionCounts } from "../edition/schema.ts";
import type { Progress } from "./checkpoint/checkpoint.ts";

/**
 * The result of one invocation.
 *
 * | outcome | meaning |
 * |---|---|
 * | `sent` | the slot's edition was sent to every recipient |
 * | `quiet` | no changes: committed, no email sent |
 * | `already done` | this slot or a later one was already committed and delivered; nothing happened |
 * | `redated` | the head was ahead of the store's clock, and has its time now |
 * | `preview` | rendered and stored; nothing sent, nothing committed |
 * | `unfinished` | time ran out; progress is kept, and the next run or resume continues from there |
 * | `kept` | feedback from the mail service is stored for the next edition |
 * | `pending` | committed, but another run holds a claim until `waitUntil`; the resume run finishes it |
 * | `refused` | committed, but the mail service refused some recipients or all: `problem` says why; the resume run tries again |
 * | `failed` | it refused some recipients for good: `problem` says what to do; all others were served |
 */
export interface RunResult {
  /** The slot concerned; for a resume with nothing to do, the last slot; `null` before the first run. */
  readonly slot: string | null;
  readonly outcome: Ending["outcome"] | "quiet" | "redated" | "preview" | "unfinished" | "kept";
  readonly counts: EditionCounts | null;
  /** Key of `edition.json` in the state bucket. */
  readonly edition: string | null;
  /** What the mail service refused, in a sentence; of `refused` and `failed` only. */
  readonly problem?: string;
  /** The slot of the head, if it is a later one, or was before it was redated. */
  readonly laterSlot?: string;
  /** ISO time, by the store's clock, from which a pending delivery can be finished. */
  readonly waitUntil?: string;
  /** Progress of an unfinished edition over all invocations. */
  readonly progress?: Progress;
}

/** The result of a run that found nothing to do; `slot`: the one concerned. */
export function alreadyDone(slot: string | null): RunResult {
  return { slot, outcome: "already done", counts: null, edition: null };
}
