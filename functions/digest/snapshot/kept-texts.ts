import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../ports.ts";
import { jsonOf, toJson } from "../store/json.ts";
import type { PackPlace } from "./entry.ts";
import { compress, decompress } from "./format/frames.ts";

/** Where a run found a text, or put it, by the SHA-256 of its bytes in hexadecimal. */
export type KeptTexts = ReadonlyMap<string, PackPlace>;

/** A line a text: hash, pack, offset, length. */
const KeptTextsSchema = v.strictObject({
  version: v.literal(1),
  texts: v.array(v.strictTuple([v.string(), v.string(), v.number(), v.number()])),
});

/** Both texts of 10,000 changes, as JSON, are a tenth of this. */
const MAX_KEPT_TEXTS_BYTES = 64 * 1024 * 1024;

/** Writes where the texts are that an edition names; nothing for none. At most one PUT. */
export async function writeKeptTexts(store: ObjectStore, key: string, texts: KeptTexts): Promise<void> {
  if (texts.size > 0) {
    const lines = [...texts].map(([sha256, { pack, offset, length }]) => [sha256, pack, offset, length]);
    await store.write(key, compress(toJson({ version: 1, texts: lines })));
  }
}

/** Where the texts are that an edition names; none before version 0.3, and if it names none. One GET. */
export async function readKeptTexts(store: ObjectStore, key: string): Promise<KeptTexts> {
  const stored = await store.read(key);
  if (stored === undefined) {
    return new Map();
  }
  const read = v.safeParse(KeptTextsSchema, contentOf(stored.bytes));
  if (!read.success) {
    throw new CorruptStateError(
      `cannot use s3://${store.bucket}/${key}: it does not say where texts are; restore it from an earlier version`,
    );
  }
  return new Map(
    read.output.texts.map(([sha256, pack, offset, length]) => [sha256, { pack, offset, length }]),
  );
}

function contentOf(bytes: Uint8Array): unknown {
  try {
    return jsonOf(decompress(bytes, MAX_KEPT_TEXTS_BYTES));
  } catch {
    return undefined;
  }
}
