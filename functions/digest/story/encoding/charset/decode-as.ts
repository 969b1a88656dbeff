import { HIGH_CHARACTERS } from "../codepages.ts";

/** The charsets whose characters are listed here; a runtime has the others. */
const LISTED = ["windows-1252", "codepage 437", "codepage 850", "codepage 852"] as const;
type Listed = (typeof LISTED)[number];

const tables = new Map<Listed, Uint16Array>();

/** The text of bytes in a charset; what it has no character for becomes U+FFFD. Linear. */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  return isListed(charset) ? decodeListed(bytes, charset) : new TextDecoder(charset).decode(bytes);
}

function isListed(charset: string): charset is Listed {
  return LISTED.some((listed) => listed === charset);
}

function decodeListed(bytes: Uint8Array, charset: Listed): string {
  const table = tableOf(charset);
  const units = Buffer.alloc(2 * bytes.length);
  for (let index = 0; index < bytes.length; index += 1) {
    units.writeUInt16LE(table[bytes[index] ?? 0] ?? 0, 2 * index);
  }
  return units.toString("utf16le");
}

/** The UTF-16 of each byte. */
function tableOf(charset: Listed): Uint16Array {
  const table =
    tables.get(charset) ??
    Uint16Array.from({ length: 256 }, (_, byte) =>
      byte < 0x80 ? byte : HIGH_CHARACTERS[charset].charCodeAt(byte - 0x80),
    );
  tables.set(charset, table);
  return table;
}
