/** Base class of errors that callers branch on; all others are plain `Error`s whose message says what to do. */
export class LateEditionError extends Error {
  override readonly name: string = "LateEditionError";
}

/** The event that started the function has an unknown field, mode or value. */
export class InvalidEventError extends LateEditionError {
  override readonly name = "InvalidEventError";
}

/** Something in the state bucket is not what this code wrote: wrong checksum, shape or version. */
export class CorruptStateError extends LateEditionError {
  override readonly name = "CorruptStateError";
}

/** Implausibly many stories would be removed at once; nothing was committed. */
export class MassRemovalError extends LateEditionError {
  override readonly name = "MassRemovalError";
  /** The event that accepts the removals, as JSON. */
  readonly event: string;

  constructor(message: string, event: string) {
    super(message);
    this.event = event;
  }
}

/** The store denies access; a single listed story is then held back, anything else is fatal. */
export class AccessDeniedError extends LateEditionError {
  override readonly name = "AccessDeniedError";
}

/** The invocation ran out of time before it had done anything worth keeping. */
export class OutOfTimeError extends LateEditionError {
  override readonly name = "OutOfTimeError";
}

/** What `read` gives, or `otherwise` where what it reads is damaged: for what a run can do without. */
export async function unlessCorrupt<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CorruptStateError) {
      return otherwise;
    }
    throw error;
  }
}
