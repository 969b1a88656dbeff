import { compareKeys } from "../key-order.ts";
import type { RunKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import type { Entry } from "./entry.ts";
import { createPartWriter, type PartReference, readPart } from "./parts.ts";

/** What to keep, and where to write it. */
export interface KeepMissing {
  readonly state: ObjectStore;
  readonly keys: RunKeys;
  readonly partEntries: number;
  /** What becomes of an entry whose story was not found: `undefined` if it leaves the snapshot. */
  keep(entry: Entry): Entry | undefined;
}

/**
 * Puts entries of the snapshot before back among those after it. Parts that both snapshots have are passed on unread, and
 * so are those that get no entry. Holds two parts at a time. One GET per mebibyte of the others, one PUT per written part.
 */
export async function keepMissing(
  before: readonly PartReference[],
  after: readonly PartReference[],
  options: KeepMissing,
): Promise<readonly PartReference[]> {
  const known = new Set(before.map(({ key }) => key));
  const shared = new Set(after.flatMap(({ key }) => (known.has(key) ? [key] : [])));
  const olds = cutAt(before, shared);
  const result: PartReference[] = [];
  for (const [index, { own, end }] of cutAt(after, shared).entries()) {
    const stretch = { before: olds[index]?.own ?? [], after: own, name: String(index) };
    result.push(...(await mergeStretch(stretch, options)), ...(end === undefined ? [] : [end]));
  }
  return result;
}

/** The parts up to each shared one, and those after the last. */
function cutAt(parts: readonly PartReference[], shared: ReadonlySet<string>) {
  const cut: { own: PartReference[]; end?: PartReference }[] = [{ own: [] }];
  for (const part of parts) {
    const own = cut.at(-1)?.own ?? [];
    if (shared.has(part.key)) {
      cut.splice(-1, 1, { own, end: part }, { own: [] });
    } else {
      own.push(part);
    }
  }
  return cut;
}

/** Parts of the snapshot before and after between two parts that both have. */
interface Stretch {
  readonly before: readonly PartReference[];
  readonly after: readonly PartReference[];
  readonly name: string;
}

async function mergeStretch(
  { before, after, name }: Stretch,
  options: KeepMissing,
): Promise<readonly PartReference[]> {
  const known = openEntries(before, options.state);
  const result: PartReference[] = [];
  for (const [place, part] of after.entries()) {
    const present = await readPart(options.state, part);
    const upTo = place < after.length - 1 ? part.last : undefined;
    const missing = await takeMissing(known, present, upTo, options);
    result.push(
      ...(missing.length === 0 ? [part] : await write([...present, ...missing], `${name}-${place}`, options)),
    );
  }
  return after.length > 0
    ? result
    : await write(await takeMissing(known, [], undefined, options), name, options);
}

interface Entries {
  /** The next entry, if its key is not after this one. */
  take(upTo: string | undefined): Promise<Entry | undefined>;
}

function openEntries(parts: readonly PartReference[], state: ObjectStore): Entries {
  const entries = entriesOf(parts, state);
  let next: Entry | undefined;
  return {
    async take(upTo) {
      next ??= (await entries.next()).value ?? undefined;
      const isTaken = next !== undefined && (upTo === undefined || compareKeys(next.key, upTo) <= 0);
      const taken = isTaken ? next : undefined;
      next = isTaken ? undefined : next;
      return taken;
    },
  };
}

async function* entriesOf(
  parts: readonly PartReference[],
  state: ObjectStore,
): AsyncGenerator<Entry, void, undefined> {
  for (const part of parts) {
    yield* await readPart(state, part);
  }
}

/** The entries up to this key that are kept although their stories are not present. */
async function takeMissing(
  known: Entries,
  present: readonly Entry[],
  upTo: string | undefined,
  { keep }: Pick<KeepMissing, "keep">,
): Promise<readonly Entry[]> {
  const isPresent = new Set(present.map(({ key }) => key));
  const kept: Entry[] = [];
  for (let entry = await known.take(upTo); entry !== undefined; entry = await known.take(upTo)) {
    const missing = isPresent.has(entry.key) ? undefined : keep(entry);
    if (missing !== undefined) {
      kept.push(missing);
    }
  }
  return kept;
}

async function write(
  entries: readonly Entry[],
  name: string,
  { state, keys, partEntries }: KeepMissing,
): Promise<readonly PartReference[]> {
  const writer = createPartWriter(state, (count) => keys.part(`missing-${name}-${count}`), partEntries);
  for (const entry of entries.toSorted((a, b) => compareKeys(a.key, b.key))) {
    await writer.add(entry);
  }
  return await writer.finish();
}
