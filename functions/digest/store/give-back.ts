/**
 * Frees the memory of bytes, if they are all of their buffer, instead of waiting for a garbage collection; nobody can read them any more. V8
 * counts what is taken outside its heap as growth of its old generation, and starts a full collection for every few megabytes. Not
 * for bytes that somebody else may still hold, or a part of them.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength > 0 && buffer.byteLength === byteLength) {
    buffer.transfer(0);
  }
}
