import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../store/store.ts";
import { compress, decompressInChunks, sha256 } from "./frames.ts";

/** An immutable object that other objects refer to, with its SHA-256. */
export interface Reference {
  readonly key: string;
  readonly sha256: string;
}

const VERSION = 1;

/** Content of a lines object may grow to this; it bounds the memory that a damaged or hostile object can take. */
const MAX_CONTENT_BYTES = 512 * 1024 * 1024;

/** Writes lines as one zstd object with a header line that names format and version. One PUT. */
export async function writeLines(
  store: ObjectStore,
  key: string,
  format: string,
  lines: readonly string[],
): Promise<Reference> {
  const text = lines.map((line) => `${line}\n`).join("");
  return await writeText(store, key, format, [Buffer.from(text)]);
}

/** The same of lines that are text already, each with its line end; the pieces may be cut anywhere. */
export async function writeText(
  store: ObjectStore,
  key: string,
  format: string,
  pieces: readonly Uint8Array[],
): Promise<Reference> {
  const bytes = await compress(Buffer.concat([Buffer.from(headerOf(format)), ...pieces]));
  await store.write(key, bytes);
  return { key, sha256: sha256(bytes) };
}

function headerOf(format: string): string {
  return `${JSON.stringify({ format: `late-edition/${format}`, version: VERSION })}\n`;
}

/** The lines behind the header; throws {@link CorruptStateError} when they are not what was written. One GET. */
export async function readLines(
  store: ObjectStore,
  reference: Reference,
  format: string,
): Promise<readonly string[]> {
  const text = await openText(store, reference, format);
  const lines: string[] = [];
  for await (const chunk of text()) {
    for (const line of chunk.slice(0, -1).split("\n")) {
      lines.push(line);
    }
  }
  return lines;
}

/** The text of a lines object behind its header, in chunks of whole lines. Each call begins at the start. */
export type LinesText = () => AsyncGenerator<string, void, undefined>;

/**
 * Fetches a lines object and holds it compressed; its text is decompressed as it is read, so that many can be read
 * at the same time in little memory. Throws {@link CorruptStateError} like {@link readLines}. One GET.
 */
export async function openText(store: ObjectStore, reference: Reference, format: string): Promise<LinesText> {
  const bytes = await readVerified(store, reference);
  const where = `s3://${store.bucket}/${reference.key}`;
  return async function* text() {
    let header: string | undefined;
    for await (const lines of wholeLines(decompressInChunks(bytes, MAX_CONTENT_BYTES), where)) {
      const start = header === undefined ? lines.indexOf("\n") + 1 : 0;
      header ??= checkHeader(lines.slice(0, start), format, where);
      if (start < lines.length) {
        yield lines.slice(start);
      }
    }
    if (header === undefined) {
      checkHeader("", format, where);
    }
  };
}

function checkHeader(header: string, format: string, where: string): string {
  const expected = headerOf(format);
  if (header !== expected) {
    throw new CorruptStateError(
      `cannot use ${where}: its header is ${header.trimEnd().slice(0, 80)}, expected ${expected.trimEnd()}; deploy the code that wrote it`,
    );
  }
  return header;
}

const LINE_END = 0x0a;

/**
 * Cuts bytes behind line ends, which no other character contains in UTF-8, and decodes them. Only the line that goes
 * over the end of a chunk is copied.
 */
async function* wholeLines(
  chunks: AsyncIterable<Buffer>,
  where: string,
): AsyncGenerator<string, void, undefined> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const first = chunk.indexOf(LINE_END) + 1;
    const last = chunk.lastIndexOf(LINE_END) + 1;
    if (first > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, first)]).toString("utf8");
      rest = [];
    }
    if (first < last) {
      yield chunk.toString("utf8", first, last);
    }
    rest.push(chunk.subarray(last));
  }
  if (rest.some(({ length }) => length > 0)) {
    throw new CorruptStateError(
      `cannot use ${where}: its last line has no end; restore an earlier object version`,
    );
  }
}

async function readVerified(store: ObjectStore, reference: Reference): Promise<Uint8Array> {
  const where = `s3://${store.bucket}/${reference.key}`;
  const stored = await store.read(reference.key);
  if (stored === undefined) {
    throw new CorruptStateError(
      `cannot read ${where}: it is gone; restore it from an earlier object version`,
    );
  }
  if (sha256(stored.bytes) !== reference.sha256) {
    throw new CorruptStateError(
      `cannot use ${where}: its SHA-256 is not the one noted when it was written; restore an earlier object version`,
    );
  }
  return stored.bytes;
}
