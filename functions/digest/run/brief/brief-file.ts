import * as v from "valibot";
import { CorruptStateError } from "../../errors.ts";
import type { ObjectStore } from "../../ports.ts";
import { type Brief, BriefSchema } from "../../publish/brief.ts";
import type { PackPlace } from "../../snapshot/entry.ts";
import { decodeBlock, encodeBlock, lengthOfBlock } from "../../snapshot/format/blocks.ts";
import { jsonOf, refuseOtherVersion, toJsonLine } from "../../store/json.ts";

/** `archive.zst`: what a run keeps of its edition for the archive. */
export interface BriefFile {
  readonly brief: Brief;
  /** Ids of the runs before it, newest first; the first is its parent's. None of a first run; at most {@link MAX_EARLIER_RUNS}. */
  readonly earlier: readonly string[];
  /** Reads the rest, which stays compressed until then; throws {@link CorruptStateError} if it is damaged. */
  details(): BriefDetails;
}

/** What is looked for now and then: four fifths of the object. */
export interface BriefDetails {
  /** See `searchedWords`. */
  readonly words: readonly string[];
  readonly texts: KeptTexts;
}

/** Where a run found a text, or put it, by the SHA-256 of its bytes in hexadecimal. */
export type KeptTexts = ReadonlyMap<string, PackPlace>;

const VERSION = 1;

const BriefFileSchema = v.strictObject({
  version: v.literal(VERSION),
  earlier: v.array(v.string()),
  ...BriefSchema.entries,
});

const DetailsSchema = v.strictObject({
  words: v.array(v.string()),
  /** One a text: hash, pack, offset, length. */
  texts: v.array(v.strictTuple([v.string(), v.string(), v.number(), v.number()])),
});

/** Runs that a brief names, so that as many are read side by side. */
export const MAX_EARLIER_RUNS = 128;

/** Of one block, as JSON: more than an `edition.json` can have. */
const MAX_BRIEF_BYTES = 512 * 1024 * 1024;

/** A brief to write. */
export interface NewBrief extends Pick<BriefFile, "brief" | "earlier"> {
  readonly details: BriefDetails;
}

/** Writes two blocks: the brief, and the details. The same content gives the same bytes. One PUT. */
export async function writeBrief(
  store: ObjectStore,
  key: string,
  { brief, earlier, details: { words, texts } }: NewBrief,
): Promise<void> {
  const lines = [...texts].map(([sha256, { pack, offset, length }]) => [sha256, pack, offset, length]);
  const blocks = [
    { version: VERSION, earlier: earlier.slice(0, MAX_EARLIER_RUNS), ...brief },
    { words, texts: lines },
  ];
  await store.write(
    key,
    Buffer.concat(blocks.map((block) => encodeBlock(toJsonLine(block), MAX_BRIEF_BYTES))),
  );
}

/**
 * Reads a brief; `undefined` if there is none, as before version 0.3. Throws {@link CorruptStateError} if it is damaged, or of a version
 * that this code does not know. One GET.
 */
export async function readBrief(store: ObjectStore, key: string): Promise<BriefFile | undefined> {
  const stored = await store.read(key);
  if (stored === undefined) {
    return undefined;
  }
  const where = `s3://${store.bucket}/${key}`;
  const [first, second] = blocksOf(viewOf(stored.bytes), where);
  const content = contentOf(first, where);
  refuseOtherVersion(content, [VERSION], where);
  const { version: _, earlier, ...brief } = checked(BriefFileSchema, content, where);
  return { brief, earlier, details: () => detailsIn(second, where) };
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** Both blocks, compressed; the second is a copy with memory of its own, so that it keeps nothing else alive. */
function blocksOf(bytes: Buffer, where: string): readonly [brief: Buffer, details: Buffer] {
  try {
    const length = lengthOfBlock(bytes, MAX_BRIEF_BYTES) ?? 0;
    return [bytes.subarray(0, length), viewOf(new Uint8Array(bytes.subarray(length)))];
  } catch (cause) {
    throw damaged(where, cause);
  }
}

function detailsIn(block: Buffer, where: string): BriefDetails {
  const { words, texts } = checked(DetailsSchema, contentOf(block, where), where);
  const places = texts.map(([hash, pack, offset, length]) => [hash, { pack, offset, length }] as const);
  return { words, texts: new Map(places) };
}

function contentOf(block: Buffer, where: string): unknown {
  try {
    return jsonOf(decodeBlock(block, MAX_BRIEF_BYTES));
  } catch (cause) {
    throw damaged(where, cause);
  }
}

function checked<const Schema extends v.GenericSchema>(
  schema: Schema,
  content: unknown,
  where: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, content);
  if (!result.success) {
    throw damaged(where, result.issues[0].message);
  }
  return result.output;
}

function damaged(where: string, cause: unknown): CorruptStateError {
  return new CorruptStateError(
    `cannot use ${where}: it is not what the archive keeps of an edition; restore it from an earlier version`,
    { cause },
  );
}
