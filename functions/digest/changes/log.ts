import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../ports.ts";
import { createLineBuffer, splitLines } from "../snapshot/format/line-buffer.ts";
import { openText, type Reference, writeBlocks } from "../snapshot/format/lines.ts";
import { jsonOfText } from "../store/json.ts";
import { renameFormerCount, renameFormerReason } from "./former-names.ts";
import { type ChangeRecord, ChangeRecordSchema } from "./schema.ts";

/** One changes object: records in key order. */
export interface ChangesReference extends Reference {
  readonly count: number;
}

/** Records of one changes object; about 2 kB each, a few megabytes in all, buffered compressed. */
const MAX_LOGGED_RECORDS = 2_000;

/** A record of a large revision is a hundred times that size; sixteen ranges collect records concurrently. */
const MAX_LOGGED_CHARACTERS = 4 * 1024 * 1024;

/**
 * Version 2 records the places of earlier texts, and uses the current names; version 3 what a moved story is recognised by; version 4
 * both texts of a change.
 */
const FORMAT = { name: "changes", version: 4, known: [1, 2, 3, 4] } as const;

/** Writes the records of a range. */
export interface ChangesWriter {
  add(record: ChangeRecord): Promise<void>;
  finish(): Promise<readonly ChangesReference[]>;
}

/** Collects records and writes them in objects of at most {@link MAX_LOGGED_RECORDS}. One PUT each. */
export function createChangesWriter(store: ObjectStore, keyOf: (object: number) => string): ChangesWriter {
  const written: ChangesReference[] = [];
  const waiting = createLineBuffer();
  let characters = 0;
  const flush = async (): Promise<void> => {
    const count = waiting.count();
    const reference = await writeBlocks(store, keyOf(written.length), FORMAT, waiting.take(count));
    written.push({ ...reference, count });
    characters = 0;
  };
  return {
    async add(record) {
      const line = `${JSON.stringify(record)}\n`;
      waiting.add(Buffer.from(line), 1);
      characters += line.length;
      if (waiting.count() >= MAX_LOGGED_RECORDS || characters >= MAX_LOGGED_CHARACTERS) {
        await flush();
      }
    },
    async finish() {
      if (waiting.count() > 0) {
        await flush();
      }
      return written;
    },
  };
}

/** A record as it is kept. It is parsed when asked for: most passes look for one kind, and most records are of another. */
export interface LoggedChange {
  readonly change: ChangeRecord["change"];
  /** Throws {@link CorruptStateError} for an invalid record. */
  read(): ChangeRecord;
  /** The record if it is of this kind; throws like `read`. */
  readIf<const Kind extends ChangeRecord["change"]>(kind: Kind): RecordOf<Kind> | undefined;
}

type RecordOf<Kind> = Extract<ChangeRecord, { change: Kind }>;

/** The records of these changes objects; holds a mebibyte and one block at a time. One GET per mebibyte. */
export async function* readLog(
  store: ObjectStore,
  references: readonly ChangesReference[],
): AsyncGenerator<LoggedChange, void, undefined> {
  for (const reference of references) {
    const where = `s3://${store.bucket}/${reference.key}`;
    for await (const lines of openText(store, reference, FORMAT)()) {
      for (const line of splitLines(lines)) {
        yield loggedIn(line, where);
      }
    }
  }
}

function loggedIn(line: string, where: string): LoggedChange {
  const read = (): ChangeRecord => readRecord(line, where);
  const change = changeIn(line) ?? read().change;
  return {
    change,
    read,
    readIf(kind) {
      const record = change === kind ? read() : undefined;
      return record !== undefined && isOfKind(record, kind) ? record : undefined;
    },
  };
}

function isOfKind<Kind>(record: ChangeRecord, kind: Kind): record is RecordOf<Kind> {
  return record.change === kind;
}

const KINDS = ChangeRecordSchema.options.map(({ entries }) => entries.change.literal);

/** What a line tells before all else, if it begins as lines are written. */
function changeIn(line: string): ChangeRecord["change"] | undefined {
  return KINDS.find((kind) => line.startsWith(`{"change":"${kind}"`));
}

function readRecord(line: string, where: string): ChangeRecord {
  const record = renameFormerFields(jsonOfText(line));
  if (v.is(ChangeRecordSchema, record)) {
    // Not what Valibot makes anew of it, which is the same and takes a sixth more memory.
    return record;
  }
  const message = v.safeParse(ChangeRecordSchema, record).issues?.[0].message;
  throw new CorruptStateError(
    `cannot use ${where}: it has an invalid record (${message}); deploy the code that wrote it`,
  );
}

const CosmeticSchema = v.looseObject({ change: v.literal("cosmetic") });
const ReadingSchema = v.looseObject({ reading: v.unknown() });

function renameFormerFields(record: unknown): unknown {
  if (v.is(CosmeticSchema, record)) {
    return renameFormerReason(record);
  }
  return v.is(ReadingSchema, record) ? { ...record, reading: renameFormerCount(record.reading) } : record;
}
