import type { Question } from "../../../local/bedrock/question.ts";
import type { MemoryStore } from "../../../local/stores/memory-store.ts";
import type { Call, Fault } from "./fault.ts";
import type { Received } from "./servers.ts";

/** The contents of the buckets. */
export interface Contents {
  readonly corpus: MemoryStore;
  readonly state: MemoryStore;
}

/** One request as it went. */
export interface Done {
  readonly call: Call;
  readonly fault: Fault | undefined;
}

/** All that has happened in a world, besides what its buckets hold, each in order. */
export interface Traces {
  /** Every request so far, in the order of arrival. */
  readonly calls: readonly Done[];
  readonly mails: readonly Received[];
  /** MessageIds that were in a receipt, if only for a time. */
  readonly receipted: readonly string[];
  /** What the model was asked. */
  readonly questions: readonly Question[];
  /** How many questions had been asked each time that an edition was stored. */
  readonly askedBefore: readonly number[];
}

/** Where a world stands: all, with its {@link Traces}, by which the next invocation can differ. */
export interface Moment extends Contents {
  readonly time: number;
  readonly nonces: number;
  readonly mailed: number;
}

/** Sees requests by their number. */
export type Witness = (sight: "before" | "after", at: number, call: Call) => void;

/** How many there are of each. */
export type Lengths = Readonly<Record<keyof Traces, number>>;

export function lengthsOf({ calls, mails, receipted, questions, askedBefore }: Traces): Lengths {
  return {
    calls: calls.length,
    mails: mails.length,
    receipted: receipted.length,
    questions: questions.length,
    askedBefore: askedBefore.length,
  };
}

export function tracesSince(
  begun: Lengths,
  { calls, mails, receipted, questions, askedBefore }: Traces,
): Traces {
  return {
    calls: calls.slice(begun.calls),
    mails: mails.slice(begun.mails),
    receipted: receipted.slice(begun.receipted),
    questions: questions.slice(begun.questions),
    askedBefore: askedBefore.slice(begun.askedBefore),
  };
}
