import type { EditionCounts } from "../edition/schema.ts";
import type { Progress } from "./checkpoint.ts";

/**
 * What one invocation did.
 *
 * | outcome | meaning |
 * |---|---|
 * | `sent` | the edition of the slot is with every recipient |
 * | `quiet` | nothing to tell: committed, no mail |
 * | `already done` | the slot, or a later one, was committed and delivered before; nothing happened |
 * | `preview` | rendered and stored; nothing sent, nothing committed |
 * | `unfinished` | the time ended first; what is done is kept, and the next run or resume goes on from there |
 * | `kept` | what the mail service said of a mail waits for the next edition |
 * | `pending` | committed, but another run holds a claim until `waitUntil`; the resume run finishes it |
 */
export interface RunResult {
  /** The slot that this is about; of a resume with nothing to do the last slot, `null` before the first run. */
  readonly slot: string | null;
  readonly outcome: "sent" | "quiet" | "already done" | "preview" | "unfinished" | "pending" | "kept";
  readonly counts: EditionCounts | null;
  /** Key of `edition.json` in the state bucket. */
  readonly edition: string | null;
  /** ISO time of the store's clock after which a pending delivery can be finished. */
  readonly waitUntil?: string;
  /** How far an unfinished edition has come, in all invocations together. */
  readonly progress?: Progress;
}
