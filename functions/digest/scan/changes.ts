import type { ScanRecord } from "../edition/record.ts";
import { type Reference, readLines, writeLines } from "../snapshot/lines.ts";
import type { ObjectStore } from "../store/store.ts";

/** One changes object: records in key order. */
export interface ChangesReference extends Reference {
  readonly count: number;
}

/** Records of one changes object; about 2 kB each, so a few megabytes. */
const MAX_RECORDS = 2_000;

const FORMAT = "changes";

/** Where a range's records go. */
export interface ChangesWriter {
  add(record: ScanRecord): Promise<void>;
  finish(): Promise<readonly ChangesReference[]>;
}

/** Collects records and writes them in objects of {@link MAX_RECORDS}. One PUT each. */
export function createChangesWriter(store: ObjectStore, keyOf: (object: number) => string): ChangesWriter {
  const written: ChangesReference[] = [];
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const reference = await writeLines(store, keyOf(written.length), FORMAT, waiting);
    written.push({ ...reference, count: waiting.length });
    waiting = [];
  };
  return {
    async add(record) {
      waiting.push(JSON.stringify(record));
      if (waiting.length >= MAX_RECORDS) {
        await flush();
      }
    },
    async finish() {
      if (waiting.length > 0) {
        await flush();
      }
      return written;
    },
  };
}

/** The records of these changes objects, one object in memory at a time. One GET each. */
export async function* readChanges(
  store: ObjectStore,
  references: readonly ChangesReference[],
): AsyncGenerator<ScanRecord, void, undefined> {
  for (const reference of references) {
    for (const line of await readLines(store, reference, FORMAT)) {
      yield JSON.parse(line) as ScanRecord;
    }
  }
}
