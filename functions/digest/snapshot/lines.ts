import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../store/store.ts";
import { compress, decompress, sha256 } from "./frames.ts";

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
  const header = JSON.stringify({ format: `late-edition/${format}`, version: VERSION });
  const bytes = await compress(Buffer.from(`${[header, ...lines].join("\n")}\n`));
  await store.write(key, bytes);
  return { key, sha256: sha256(bytes) };
}

/** The lines behind the header; throws {@link CorruptStateError} when they are not what was written. One GET. */
export async function readLines(
  store: ObjectStore,
  reference: Reference,
  format: string,
): Promise<readonly string[]> {
  const [header, ...lines] = (await readContent(store, reference)).split("\n");
  const expected = JSON.stringify({ format: `late-edition/${format}`, version: VERSION });
  if (header !== expected) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${reference.key}: its header is ${header?.slice(0, 80)}, expected ${expected}; deploy the code that wrote it`,
    );
  }
  lines.pop();
  return lines;
}

async function readContent(store: ObjectStore, reference: Reference): Promise<string> {
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
  return Buffer.from(await decompress(stored.bytes, MAX_CONTENT_BYTES)).toString("utf8");
}
