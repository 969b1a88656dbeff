import { compress, decompress } from "./frames.ts";

/**
 * A block is a zstd frame after a skippable frame (RFC 8878, section 3.1.2) with its length, as pzstd writes
 * them: a reader can take an object block by block, and `zstd -d` still reads it.
 */
const SKIPPABLE_MAGIC = 0x184d2a50;
const PREFIX_BYTES = 12;
const LENGTH_BYTES = 4;

/** Maximum size of a block and of its content; a block of lines is a hundredth of this, plus up to one line. */
const MAX_BLOCK_BYTES = 16 * 1024 * 1024;

/** A truncated block, or one that differs from what was written. */
export class DamagedBlockError extends Error {
  override readonly name = "DamagedBlockError";
}

/** Encodes content as a block with memory of its own; the same content gives the same block. `limit`: bytes that it may have. */
export function encodeBlock(content: Uint8Array, limit = MAX_BLOCK_BYTES): Buffer {
  if (content.length > limit) {
    throw new RangeError(`cannot write a block of ${content.length} bytes: the limit is ${limit}`);
  }
  const block = compress(content, PREFIX_BYTES);
  block.writeUInt32LE(SKIPPABLE_MAGIC, 0);
  block.writeUInt32LE(LENGTH_BYTES, 4);
  block.writeUInt32LE(block.length - PREFIX_BYTES, 8);
  return block;
}

/** The content of a whole block of at most `limit` bytes; throws {@link DamagedBlockError}. */
export function decodeBlock(block: Buffer, limit = MAX_BLOCK_BYTES): Buffer {
  if (lengthOfBlock(block, limit) !== block.length) {
    throw new DamagedBlockError("a block is cut off");
  }
  try {
    return decompress(block.subarray(PREFIX_BYTES), limit);
  } catch (cause) {
    throw new DamagedBlockError("a block is damaged", { cause });
  }
}

/**
 * The contents of the blocks in these bytes; the pieces may be cut anywhere. Holds one piece and one block.
 * Throws {@link DamagedBlockError}, and never yields the content of a damaged block.
 */
export async function* readBlocks(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  let begun = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const block = goOn(begun, bytes);
    let start = block.length - begun.length;
    if (block.length > 0 && block.length === lengthOfBlock(block)) {
      yield decodeBlock(block);
      begun = Buffer.alloc(0);
    } else {
      begun = block;
    }
    for (const end of blockEnds(bytes, start)) {
      yield decodeBlock(bytes.subarray(start, end));
      start = end;
    }
    begun = start < bytes.length ? Buffer.from(bytes.subarray(start)) : begun;
  }
  if (begun.length > 0) {
    throw new DamagedBlockError("the last block is cut off");
  }
}

/** Completes the begun block with only the bytes that belong to it, so that a piece is not copied as a whole. */
function goOn(begun: Buffer<ArrayBuffer>, bytes: Buffer): Buffer<ArrayBuffer> {
  if (begun.length === 0) {
    return begun;
  }
  const length = lengthOfBlock(Buffer.concat([begun, bytes.subarray(0, PREFIX_BYTES)]));
  const missing = length === undefined ? bytes.length : length - begun.length;
  return Buffer.concat([begun, bytes.subarray(0, missing)]);
}

/** Where the complete blocks end, from `start` on. */
function* blockEnds(bytes: Buffer, start: number): Generator<number, void, undefined> {
  let end = start;
  for (let length = lengthOfBlock(bytes.subarray(end)); length !== undefined; ) {
    end += length;
    if (end > bytes.length) {
      return;
    }
    yield end;
    length = lengthOfBlock(bytes.subarray(end));
  }
}

/** The stated length of the block at the start; `undefined` if not even that has arrived. */
export function lengthOfBlock(bytes: Buffer, limit = MAX_BLOCK_BYTES): number | undefined {
  if (bytes.length < PREFIX_BYTES) {
    return undefined;
  }
  const length = bytes.readUInt32LE(8);
  if (
    bytes.readUInt32LE(0) !== SKIPPABLE_MAGIC ||
    bytes.readUInt32LE(4) !== LENGTH_BYTES ||
    length > 2 * limit
  ) {
    throw new DamagedBlockError("a block does not start with a block header");
  }
  return PREFIX_BYTES + length;
}
