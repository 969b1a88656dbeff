import { createHash } from "node:crypto";
import { CorruptStateError } from "../../errors.ts";
import type { ObjectStore, StoredObject } from "../../ports.ts";
import { giveBack } from "../../store/give-back.ts";
import { DamagedBlockError, encodeBlock, readBlocks } from "./blocks.ts";
import { sha256 } from "./frames.ts";
import { type LineBlock, splitLines } from "./line-buffer.ts";

/** An immutable object that other objects refer to, with its SHA-256. */
export interface Reference {
  readonly key: string;
  readonly sha256: string;
}

/** What the first line of a lines object says. */
export interface LinesFormat {
  readonly name: string;
  /** The version that is written. */
  readonly version: number;
  /** The versions that are read. */
  readonly known: readonly number[];
}

/** Writes blocks of lines, and uses them up, as one zstd object with a header line for format and version. One PUT. */
export async function writeBlocks(
  store: ObjectStore,
  key: string,
  format: LinesFormat,
  blocks: readonly LineBlock[],
): Promise<Reference> {
  const { bytes, sha256 } = encodeLines(format, blocks);
  for (const block of blocks) {
    giveBack(block.bytes);
  }
  await store.write(key, bytes);
  return { key, sha256 };
}

/** The bytes of a lines object; the same lines give the same bytes. */
export function encodeLines(
  format: LinesFormat,
  blocks: readonly LineBlock[],
): { readonly bytes: Buffer; readonly sha256: string } {
  const header = encodeBlock(Buffer.from(headerOf(format.name, format.version)));
  const bytes = Buffer.concat([header, ...blocks.map((block) => block.bytes)]);
  return { bytes, sha256: sha256(bytes) };
}

function headerOf(name: string, version: number): string {
  return `${JSON.stringify({ format: `late-edition/${name}`, version })}\n`;
}

/** The lines after the header; throws {@link CorruptStateError} if they are not what was written. */
export async function readLines(
  store: ObjectStore,
  reference: Reference,
  format: LinesFormat,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const text of openText(store, reference, format)()) {
    for (const line of splitLines(text)) {
      lines.push(line);
    }
  }
  return lines;
}

/**
 * The text of a lines object after its header, in chunks of whole lines. Each call starts from the beginning.
 * The chunks stay UTF-8: they outlive many pages of a listing, and as strings V8 would move each of them to the
 * old generation.
 */
export type LinesText = () => AsyncGenerator<Buffer, void, undefined>;

/**
 * Reads a lines object, holding one piece at a time. Throws {@link CorruptStateError} if the object is gone or
 * not what was written: for a damaged block before passing on any of it, for a wrong SHA-256 at the end at the
 * latest, so a reader that reached the end knows all of it was right. One GET per mebibyte; a second read that
 * starts while the first is in the same piece shares it.
 */
export function openText(store: ObjectStore, reference: Reference, format: LinesFormat): LinesText {
  const where = `s3://${store.bucket}/${reference.key}`;
  const readPiece = pieceReader(store, reference.key);
  return async function* text() {
    const blocks = readBlocks(verified(allPieces(readPiece, where), reference, where));
    let header: string | undefined;
    try {
      for await (const content of blocks) {
        if (header === undefined) {
          header = checkHeader(content.toString("utf8"), format, where);
        } else {
          yield content;
        }
      }
    } catch (cause) {
      throw cause instanceof DamagedBlockError ? notAsWritten(where, cause) : cause;
    }
    if (header === undefined) {
      checkHeader("", format, where);
    }
  };
}

/** About fifteen thousand entries; sixteen ranges hold one piece each. */
const PIECE_BYTES = 1024 * 1024;

type ReadPiece = (offset: number) => Promise<StoredObject | undefined>;

/** Reads pieces of an object and remembers the last one. */
function pieceReader(store: ObjectStore, key: string): ReadPiece {
  let last: { readonly offset: number; readonly piece: Promise<StoredObject | undefined> } | undefined;
  return (offset) => {
    if (last?.offset !== offset) {
      last = { offset, piece: store.read(key, { offset, length: PIECE_BYTES }) };
    }
    return last.piece;
  };
}

async function* allPieces(readPiece: ReadPiece, where: string): AsyncGenerator<Uint8Array, void, undefined> {
  let offset = 0;
  let size = 1;
  while (offset < size) {
    const piece = await readPiece(offset);
    if (piece === undefined) {
      throw new CorruptStateError(
        `cannot read ${where}: it is gone; restore it from an earlier object version`,
      );
    }
    yield piece.bytes;
    offset += PIECE_BYTES;
    size = piece.size;
  }
}

/** Passes bytes on, and throws after the last if they are not what was written. */
async function* verified(
  pieces: AsyncIterable<Uint8Array>,
  { sha256: expected }: Reference,
  where: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash("sha256");
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== expected) {
    throw notAsWritten(where);
  }
}

function notAsWritten(where: string, cause?: Error): CorruptStateError {
  return new CorruptStateError(
    `cannot use ${where}: its SHA-256 differs from the one recorded when it was written; restore an earlier object version`,
    { cause },
  );
}

function checkHeader(header: string, { name, version, known }: LinesFormat, where: string): string {
  if (!known.some((each) => header === headerOf(name, each))) {
    throw new CorruptStateError(
      `cannot use ${where}: its header is ${header.trimEnd().slice(0, 80)}, expected ${headerOf(name, version).trimEnd()}; deploy the code that wrote it`,
    );
  }
  return header;
}
