/** Base of the errors that somebody branches on; all others are plain `Error`s with a message that says what to do. */
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

/** More stories would be removed at once than is believable; nothing was committed. */
export class MassRemovalError extends LateEditionError {
  override readonly name = "MassRemovalError";
}

/** The mail service said a definite no to at least one recipient; all others were served. */
export class DeliveryRefusedError extends LateEditionError {
  override readonly name = "DeliveryRefusedError";
}

/** The store does not allow the call; on a single story that a listing shows it is held back, elsewhere fatal. */
export class AccessDeniedError extends LateEditionError {
  override readonly name = "AccessDeniedError";
}

/** The time of an invocation ended before it had done anything that can be kept. */
export class OutOfTimeError extends LateEditionError {
  override readonly name = "OutOfTimeError";
}
