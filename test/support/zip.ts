import { crc32, deflateRawSync } from "node:zlib";

const FILE = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x800;
const DEFLATED = 8;

/** A ZIP archive of these files (APPNOTE 6.3, 4.3.7 to 4.3.16), packed by zlib: a packer in JavaScript takes ten times as long. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const written: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes, { level: 1 });
    const fields = commonFields(name.length, bytes, packed);
    entries.push(uint32(ENTRY), uint16(VERSION), fields, Buffer.alloc(10), uint32(offset), name);
    const file = [uint32(FILE), fields, name, packed];
    written.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const count = uint16(Object.keys(files).length);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  const end = [uint32(END), Buffer.alloc(4), count, count, uint32(size), uint32(offset), Buffer.alloc(2)];
  return Buffer.concat([...written, ...entries, ...end]);
}

/** What the header of a file and its entry in the directory have in common. */
function commonFields(nameLength: number, bytes: Uint8Array, packed: Uint8Array): Buffer {
  const dateAndTime = uint32(0);
  return Buffer.concat([
    uint16(VERSION),
    uint16(NAMES_IN_UTF8),
    uint16(DEFLATED),
    dateAndTime,
    uint32(crc32(bytes)),
    uint32(packed.length),
    uint32(bytes.length),
    uint16(nameLength),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
