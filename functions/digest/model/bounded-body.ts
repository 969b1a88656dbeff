import { ModelFailure } from "./failure.ts";

/** An answer has some hundred tokens; one that only names sentences has some fifty. */
export const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * The bytes of a response, for the SDK, which would otherwise collect them whatever their number. Ends the connection of one
 * that is larger than {@link MAX_ANSWER_BYTES}; at most one chunk more is in memory.
 *
 * @throws {ModelFailure} for such a response.
 */
export async function collectBounded(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      throw new ModelFailure("too long", `the answer has more than ${MAX_ANSWER_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
