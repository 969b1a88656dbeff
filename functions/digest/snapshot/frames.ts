import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, createZstdDecompress, zstdCompress, zstdDecompress } from "node:zlib";

const compressFrame = promisify(zstdCompress);
const decompressFrame = promisify(zstdDecompress);

/** One zstd frame with its content checksum (RFC 8878); the same bytes give the same frame. */
export async function compress(bytes: Uint8Array): Promise<Uint8Array> {
  return await compressFrame(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** The content of a frame; rejects when the frame is damaged or its content is longer than `maxBytes`. */
export async function decompress(frame: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  return await decompressFrame(frame, { maxOutputLength: Math.max(1, maxBytes) });
}

/** Some hundred entries at a time. */
const CHUNK_BYTES = 64 * 1024;

/** The content of a frame, piece by piece; rejects as {@link decompress} does, after the pieces that were whole. */
export async function* decompressInChunks(
  frame: Uint8Array,
  maxBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const stream = createZstdDecompress({ chunkSize: CHUNK_BYTES });
  stream.end(frame);
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new RangeError(`the content of a frame is longer than ${maxBytes} bytes`);
    }
    yield chunk;
  }
}

/** SHA-256 in hexadecimal, as the snapshot keeps it beside each key it refers to. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
