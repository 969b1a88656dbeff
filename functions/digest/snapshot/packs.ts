import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../ports.ts";
import type { PackPlace } from "./entry.ts";
import { decompress } from "./format/frames.ts";

/**
 * A pack is written once it is at least this large; a GET of one story reads only its frame. Ranges run in
 * parallel and each holds one pack in memory, so larger packs would save PUTs (a twentieth of the cost of
 * reading their stories) but take more memory.
 */
export const MAX_PACK_BYTES = 1024 * 1024;

/** Where the texts of a range's candidates go. */
export interface PackWriter {
  /** Takes a zstd frame and returns its future place. */
  add(frame: Uint8Array): Promise<PackPlace>;
  /** Writes what is left. */
  finish(): Promise<void>;
}

/** Collects frames and writes packs of about `maxBytes`; holds one pack in memory. One PUT per pack. */
export function createPackWriter(
  store: ObjectStore,
  keyOf: (pack: number) => string,
  maxBytes: number,
): PackWriter {
  let count = 0;
  let size = 0;
  let frames: Uint8Array[] = [];
  const flush = async (): Promise<void> => {
    await store.write(keyOf(count), Buffer.concat(frames));
    count += 1;
    size = 0;
    frames = [];
  };
  return {
    async add(frame) {
      const place = { pack: keyOf(count), offset: size, length: frame.length };
      frames.push(frame);
      size += frame.length;
      if (size >= maxBytes) {
        await flush();
      }
      return place;
    },
    async finish() {
      if (frames.length > 0) {
        await flush();
      }
    },
  };
}

/**
 * The original bytes of a story, from its pack. One ranged GET. Throws {@link CorruptStateError} if the pack is
 * gone or damaged, or has more than `maxBytes` there.
 */
export async function readPacked(
  store: ObjectStore,
  place: PackPlace,
  maxBytes: number,
): Promise<Uint8Array> {
  const where = `bytes ${place.offset} to ${place.offset + place.length} of s3://${store.bucket}/${place.pack}`;
  const stored = await store.read(place.pack, { offset: place.offset, length: place.length });
  if (stored === undefined) {
    throw new CorruptStateError(`cannot read ${where}: the pack is gone; restore it from an earlier version`);
  }
  try {
    return decompress(stored.bytes, maxBytes);
  } catch (cause) {
    throw new CorruptStateError(`cannot read ${where}: the frame is damaged; restore the pack`, { cause });
  }
}

/**
 * A store that is already being asked for the frame at this place, so that it arrives beside the new text of its story. Whoever
 * reads the frame, once, gets the answer or the error; nobody learns of one that is not read. One GET.
 */
export function readAhead(store: ObjectStore, { pack, offset, length }: PackPlace): ObjectStore {
  const frame = store.read(pack, { offset, length });
  frame.catch(() => {});
  const isFrame: (...asked: Parameters<ObjectStore["read"]>) => boolean = (key, range) =>
    key === pack && range?.offset === offset && range.length === length;
  return { ...store, read: (...asked) => (isFrame(...asked) ? frame : store.read(...asked)) };
}
