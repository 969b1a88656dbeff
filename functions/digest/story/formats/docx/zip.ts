import { crc32, inflateRawSync } from "node:zlib";

/** Signatures and fixed sizes of the records: PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
const END = { signature: 0x06054b50, bytes: 22 } as const;
const MAX_COMMENT_BYTES = 0xffff;
/** A DOCX has some twenty entries, and one for each picture. */
const MAX_ZIP_ENTRIES = 5000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** An entry as the central directory of the archive describes it. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/**
 * The entries of a ZIP archive whose name is wanted, by their name. Absent if the archive is broken, or if one of these
 * entries is encrypted, broken, or larger than `maxBytes` by its directory or in fact; no other entry is unpacked. The
 * first entry of a name counts. Names have `/` between folders and none at the start.
 */
export function readZip(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const directory = readDirectory(bytes);
  const found = new Map<string, Uint8Array>();
  for (const entry of directory ?? []) {
    if (isWanted(entry.name) && !found.has(entry.name)) {
      const content = unpack(bytes, entry, maxBytes);
      if (content === undefined) {
        return;
      }
      found.set(entry.name, content);
    }
  }
  return directory === undefined ? undefined : found;
}

function readDirectory(bytes: Buffer): readonly Entry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined) {
    return;
  }
  const count = Math.min(bytes.readUInt16LE(end + 10), MAX_ZIP_ENTRIES);
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + CENTRAL.bytes > end || bytes.readUInt32LE(at) !== CENTRAL.signature) {
      return;
    }
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push(readEntry(bytes, at, nameBytes));
    at += CENTRAL.bytes + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the record at the end of the archive starts; only a comment can follow it. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END.bytes - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END.bytes; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END.signature) {
      return at;
    }
  }
  return;
}

function readEntry(bytes: Buffer, at: number, nameBytes: number): Entry {
  const name = bytes.toString("utf8", at + CENTRAL.bytes, at + CENTRAL.bytes + nameBytes);
  return {
    name: name.replaceAll("\\", "/").replace(/^\//, ""),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

function unpack(bytes: Buffer, entry: Entry, maxBytes: number): Uint8Array | undefined {
  const { offset, packedBytes } = entry;
  const isReadable = entry.bytes <= maxBytes && (entry.flags & ENCRYPTED) === 0;
  if (!isReadable || offset + LOCAL.bytes > bytes.length || bytes.readUInt32LE(offset) !== LOCAL.signature) {
    return;
  }
  const start = offset + LOCAL.bytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  const content = packed.length === packedBytes ? decompress(packed, entry) : undefined;
  return content?.length === entry.bytes && crc32(content) === entry.crc ? content : undefined;
}

/** Stops as soon as the content is larger than its directory says. */
function decompress(packed: Buffer, { method, bytes }: Entry): Uint8Array | undefined {
  if (method !== DEFLATED) {
    return method === STORED ? packed : undefined;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    return;
  }
}
