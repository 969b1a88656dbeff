import { compress, decompress } from "./frames.ts";

/**
 * A block is a zstd frame behind a skippable frame (RFC 8878, section 3.1.2) that holds the length of it, as pzstd
 * writes them: a reader takes an object block by block, and `zstd -d` reads it all the same.
 */
const SKIPPABLE_MAGIC = 0x184d2a50;
const PREFIX_BYTES = 12;
const LENGTH_BYTES = 4;

/** Neither a block nor its content is larger; a block of lines is a hundredth of this, or one line more. */
const MAX_BLOCK_BYTES = 16 * 1024 * 1024;

/** A block that was cut off, or holds something else than was written. */
export class DamagedBlockError extends Error {
  override readonly name = "DamagedBlockError";
}

/** This content as a block; the same content gives the same block. */
export function encodeBlock(content: Uint8Array): Buffer {
  if (content.length > MAX_BLOCK_BYTES) {
    throw new RangeError(`cannot write a block of ${content.length} bytes: ${MAX_BLOCK_BYTES} are allowed`);
  }
  const frame = compress(content);
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32LE(SKIPPABLE_MAGIC, 0);
  prefix.writeUInt32LE(LENGTH_BYTES, 4);
  prefix.writeUInt32LE(frame.length, 8);
  return Buffer.concat([prefix, frame]);
}

/** The content of a whole block; throws {@link DamagedBlockError}. */
export function decodeBlock(block: Buffer): Buffer {
  if (lengthOfBlock(block) !== block.length) {
    throw new DamagedBlockError("a block is cut off");
  }
  try {
    return decompress(block.subarray(PREFIX_BYTES), MAX_BLOCK_BYTES);
  } catch (cause) {
    throw new DamagedBlockError("a block is damaged", { cause });
  }
}

/**
 * The contents of the blocks that these bytes are; the pieces may be cut anywhere. Holds a piece and a block. Throws
 * {@link DamagedBlockError}, and never yields what a damaged block holds.
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

/** The block that was begun with as many of these bytes as belong to it, so that a piece is not copied as a whole. */
function goOn(begun: Buffer<ArrayBuffer>, bytes: Buffer): Buffer<ArrayBuffer> {
  if (begun.length === 0) {
    return begun;
  }
  const length = lengthOfBlock(Buffer.concat([begun, bytes.subarray(0, PREFIX_BYTES)]));
  const missing = length === undefined ? bytes.length : length - begun.length;
  return Buffer.concat([begun, bytes.subarray(0, missing)]);
}

/** Where the blocks end that are there as a whole, from `start` on. */
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

/** The length that the block at the start says it has; `undefined` when not even that is there. */
function lengthOfBlock(bytes: Buffer): number | undefined {
  if (bytes.length < PREFIX_BYTES) {
    return undefined;
  }
  const length = bytes.readUInt32LE(8);
  if (
    bytes.readUInt32LE(0) !== SKIPPABLE_MAGIC ||
    bytes.readUInt32LE(4) !== LENGTH_BYTES ||
    length > 2 * MAX_BLOCK_BYTES
  ) {
    throw new DamagedBlockError("a block does not begin as blocks do");
  }
  return PREFIX_BYTES + length;
}
