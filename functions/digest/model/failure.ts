/**
 * Why a model gave no answer.
 *
 * | kind | meaning | another question |
 * |---|---|---|
 * | `throttled` | the account's quota of this model is used up for now | may be answered later |
 * | `denied` | the credentials or the account may not use the model | will be denied too |
 * | `unknown model` | no model or inference profile has this id here | will fail too |
 * | `invalid` | the question breaks a rule of the model | may be answered |
 * | `late` | there was no answer in time | may be answered |
 * | `stopped` | the caller no longer wants the answer | |
 * | `refused` | a guardrail or the model's own filter withheld the answer | may be answered |
 * | `cut off` | the answer reached its limit of tokens | may be answered |
 * | `too long` | the answer is larger than is read of one | may be answered |
 * | `unavailable` | the service, or the network to it, failed | may be answered |
 */
export type ModelFailureKind =
  | "throttled"
  | "denied"
  | "unknown model"
  | "invalid"
  | "late"
  | "stopped"
  | "refused"
  | "cut off"
  | "too long"
  | "unavailable";

/**
 * A question without an answer. Its message is one sentence without a word of the question or the answer, which its cause may
 * quote: log the message alone. The adapter is loaded from a file of its own, where this class is another one, so callers ask
 * {@link modelFailureOf} instead of `instanceof`.
 */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly kind: ModelFailureKind;

  constructor(kind: ModelFailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The error as a failure of the model; `undefined` if it is another error, which is a fault of ours. */
export function modelFailureOf(error: unknown): ModelFailure | undefined {
  return isModelFailure(error) ? error : undefined;
}

function isModelFailure(error: unknown): error is ModelFailure {
  return error instanceof Error && error.name === "ModelFailure" && "kind" in error;
}
