import { createHash } from "node:crypto";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import { HEAD_KEY, runId, runKeys } from "../../functions/digest/keys.ts";
import type { ByteRange, ObjectStore, StoredObject } from "../../functions/digest/ports.ts";
import { briefOf, searchedWords } from "../../functions/digest/publish/brief.ts";
import { MAX_EARLIER_RUNS, writeBrief } from "../../functions/digest/run/brief/brief-file.ts";
import { compress, decompress } from "../../functions/digest/snapshot/format/frames.ts";
import { toJson } from "../../functions/digest/store/json.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { figuresOf, type TwoDays, twoDays } from "./two-days.ts";

/** What an archive is made of, and how slow its store is. */
export interface LongArchive {
  /** One a day. */
  readonly editions: number;
  /** Stories that are revised every day. */
  readonly changes: number;
  /** Milliseconds that a GET takes. */
  readonly delay: number;
}

/** A store that counts its GETs. */
export interface CountingStore {
  readonly state: ObjectStore;
  /** GETs since the last question. */
  reads(): number;
}

const MAX_EDITION = 64 * 1024 * 1024;
/** A pack that is made when it is read: of all texts of a day. */
const PACK = /^packs\/(\d+)$/;

const slotOf = (day: number): string =>
  new Date(Date.UTC(2016, 0, 1 + day, 7)).toISOString().replace(".000", "");
const idOf = (day: number): string => runId(slotOf(day), sha256(`run ${day}`).slice(0, 16));
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The state bucket of a digest whose stories all change a figure every day: snapshots, editions and briefs as runs write them. Its
 * editions are those of two real runs with other slots and figures, kept compressed until they are read.
 */
export async function longArchive({ editions, changes, delay }: LongArchive): Promise<CountingStore> {
  const days = await twoDays(changes);
  const inner = createMemoryStore({ bucket: "state" });
  for (let day = 0; day < editions; day += 1) {
    await writeDay(inner, day, days);
  }
  const last = editions - 1;
  const head = { version: 2, nonce: "bench", slot: slotOf(last), runId: idOf(last) };
  await inner.write(HEAD_KEY, toJson({ ...head, snapshot: runKeys(idOf(last)).snapshot, due: [] }));
  let reads = 0;
  const state: ObjectStore = {
    ...inner,
    async read(key, range) {
      reads += 1;
      await new Promise((resolve) => setTimeout(resolve, delay));
      return await readDay(inner, key, range, days);
    },
  };
  return {
    state,
    reads() {
      const count = reads;
      reads = 0;
      return count;
    },
  };
}

async function writeDay(store: ObjectStore, day: number, days: TwoDays): Promise<void> {
  const keys = runKeys(idOf(day));
  const edition = editionOf(day, days);
  const parent = day === 0 ? null : runKeys(idOf(day - 1)).snapshot;
  const snapshot = { version: 1, slot: slotOf(day), runId: idOf(day), parent, stories: days.keys.length };
  const rest = { edition: keys.edition, due: true, threads: null, changes: [], parts: [] };
  await store.write(keys.snapshot, toJson({ ...snapshot, ...rest }));
  const bytes = toJson(edition);
  await store.write(keys.edition, compress(bytes));
  const texts = new Map(
    [day - 1, day].flatMap((at) =>
      at < 0 ? [] : packOf(at, days).map(({ hash, place }) => [hash, place] as const),
    ),
  );
  const earlier = Array.from({ length: Math.min(day, MAX_EARLIER_RUNS) }, (_, back) => idOf(day - 1 - back));
  const details = { words: searchedWords(edition), texts };
  await writeBrief(store, keys.archive, { brief: briefOf(edition, bytes), earlier, details });
}

/** The edition of a day: the first day's, or the second's with the day's figures and hashes. */
function editionOf(day: number, days: TwoDays): Edition {
  const { changes, ...edition }: Edition = JSON.parse(day === 0 ? days.first : figuresOf(days.second, day));
  const hashes = [day - 1, day].map((at) => (at < 0 ? [] : packOf(at, days)));
  const hashOf = (at: number, key: string) => hashes[at]?.find((one) => one.key === key)?.hash;
  return {
    ...edition,
    slot: slotOf(day),
    changes: changes.map((change) => {
      const [before, after] = [hashOf(0, change.key), hashOf(1, change.key)];
      return {
        ...change,
        firstSeen: slotOf(0),
        sha256: { ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
      };
    }),
  };
}

interface Packed {
  readonly key: string;
  readonly hash: string;
  readonly frame: Uint8Array;
  readonly place: { readonly pack: string; readonly offset: number; readonly length: number };
}

const packs = new Map<number, readonly Packed[]>();

/** The texts of a day in their pack. */
function packOf(day: number, days: TwoDays): readonly Packed[] {
  const known = packs.get(day);
  if (known !== undefined) {
    return known;
  }
  let offset = 0;
  const packed = days.keys.map((key) => {
    const text = days.textOf(key, day);
    const frame = compress(Buffer.from(text));
    const place = { pack: `packs/${day}`, offset, length: frame.length };
    offset += frame.length;
    return { key, hash: sha256(text), frame, place };
  });
  packs.delete(day - 2);
  packs.set(day, packed);
  return packed;
}

async function readDay(
  store: ObjectStore,
  key: string,
  range: ByteRange | undefined,
  days: TwoDays,
): Promise<StoredObject | undefined> {
  const [, day] = PACK.exec(key) ?? [];
  if (day !== undefined && range !== undefined) {
    const bytes = Buffer.concat(packOf(Number(day), days).map(({ frame }) => frame));
    const end = range.offset + range.length;
    return { bytes: bytes.subarray(range.offset, end), etag: "pack", size: bytes.length };
  }
  const isEdition = key.endsWith("edition.json");
  const stored = await store.read(key, isEdition ? undefined : range);
  if (stored === undefined || !isEdition) {
    return stored;
  }
  const bytes = decompress(stored.bytes, MAX_EDITION);
  const { offset, length } = range ?? { offset: 0, length: bytes.length };
  return { ...stored, bytes: bytes.subarray(offset, offset + length), size: bytes.length };
}
