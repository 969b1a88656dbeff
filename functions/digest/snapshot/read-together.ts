import type { ByteRange, ObjectStore, StoredObject } from "../ports.ts";
import { giveBack } from "../store/give-back.ts";
import { once } from "../text/once.ts";
import type { PackPlace } from "./entry.ts";

/** What one request may bring: as much as a pack has, and a large text is read alone. */
const MAX_TOGETHER_BYTES = 1024 * 1024;
/**
 * Bytes between two frames that are read for nothing rather than asking twice. At most they take one and a half times the processor time
 * of a request, which costs a fiftieth of the request's price. After a first run, one changed story in a hundred leaves some 80 kB between two.
 */
const MAX_GAP_BYTES = 128 * 1024;

/**
 * A store that reads frames which lie near each other in a pack with one request, once the first of them is asked for. Stories that
 * change together were often written together, on the day before or in a first run. Each frame is handed out once; one that a
 * request does not bring is asked for by itself, and so is its error.
 */
export function readTogether(store: ObjectStore, places: readonly PackPlace[]): ObjectStore {
  const frames = new Map<string, () => Promise<StoredObject | undefined>>();
  for (const { pack, start, end, places: group } of neighbours(places)) {
    const read = once(() => readStretch(store, pack, { offset: start, length: end - start }, group));
    for (const [index, place] of group.entries()) {
      frames.set(nameOf(pack, place), async () => (await read())?.[index]);
    }
  }
  if (frames.size === 0) {
    return store;
  }
  return {
    ...store,
    async read(key, range) {
      const name = range && nameOf(key, range);
      const frame = name && frames.get(name);
      if (!frame) {
        return await store.read(key, range);
      }
      frames.delete(name);
      return (await frame()) ?? (await store.read(key, range));
    },
  };
}

function nameOf(pack: string, { offset, length }: Pick<PackPlace, "offset" | "length">): string {
  return `${offset}+${length} ${pack}`;
}

/** These frames of a pack, out of one range; `undefined` if it cannot be read, or not all of it. */
async function readStretch(
  store: ObjectStore,
  pack: string,
  range: ByteRange,
  places: readonly PackPlace[],
): Promise<readonly StoredObject[] | undefined> {
  const stored = await store.read(pack, range).catch(() => undefined);
  if (stored?.bytes.length !== range.length) {
    return undefined;
  }
  // Copies, so that what lies between them is not kept.
  const frames = places.map(({ offset, length }) => {
    const from = offset - range.offset;
    return { ...stored, bytes: new Uint8Array(stored.bytes.subarray(from, from + length)) };
  });
  giveBack(stored.bytes);
  return frames;
}

/** Frames of one pack with little between them, and the bytes from the first to the end of the last. */
interface Neighbours {
  readonly pack: string;
  readonly start: number;
  end: number;
  readonly places: PackPlace[];
}

/** None that has no neighbour. */
function neighbours(places: readonly PackPlace[]): readonly Neighbours[] {
  const groups: Neighbours[] = [];
  for (const [pack, inPack] of Map.groupBy(places, (place) => place.pack)) {
    let group: Neighbours | undefined;
    for (const place of inPack.toSorted((a, b) => a.offset - b.offset)) {
      const end = place.offset + place.length;
      if (group === undefined || !isNear(group, place.offset, end)) {
        group = { pack, start: place.offset, end, places: [] };
        groups.push(group);
      }
      group.end = Math.max(group.end, end);
      group.places.push(place);
    }
  }
  return groups.filter((group) => group.places.length > 1);
}

function isNear(group: Neighbours, offset: number, end: number): boolean {
  return offset - group.end <= MAX_GAP_BYTES && end - group.start <= MAX_TOGETHER_BYTES;
}
