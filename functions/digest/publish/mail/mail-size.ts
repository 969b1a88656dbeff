/** Gmail clips an email at about 102 kB; these leave room for what an email service adds. */
export const MAX_HTML_BYTES = 90_000;
export const MAX_QUOTED_PRINTABLE_BYTES = 100_000;

/** A line of quoted-printable holds 76 characters, and a soft break may fall up to three before its end. */
const SAFE_LINE = 73;
const SOFT_BREAK = 3;

const encoder = new TextEncoder();

/** Bytes of a text as UTF-8, and an upper bound of its bytes as quoted-printable (RFC 2045, section 6.7). */
export function mailSize(text: string): { readonly utf8: number; readonly quotedPrintable: number } {
  const bytes = encoder.encode(text);
  let quotedPrintable = 0;
  let line = 0;
  for (const byte of bytes) {
    if (byte === 0x0a) {
      quotedPrintable += lineBytes(line) + 2;
      line = 0;
    } else {
      line += isLiteral(byte) ? 1 : 3;
    }
  }
  return { utf8: bytes.length, quotedPrintable: quotedPrintable + lineBytes(line) };
}

function lineBytes(encoded: number): number {
  return encoded + SOFT_BREAK * Math.floor(encoded / SAFE_LINE);
}

/** Blanks count as literal, except at the end of a line, where the templates leave none. */
function isLiteral(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
}

/** Whether this HTML can be sent without being clipped. */
export function fitsMail(html: string): boolean {
  const { utf8, quotedPrintable } = mailSize(html);
  return utf8 <= MAX_HTML_BYTES && quotedPrintable <= MAX_QUOTED_PRINTABLE_BYTES;
}
