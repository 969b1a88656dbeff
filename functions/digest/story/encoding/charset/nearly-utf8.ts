import { decodeAs } from "./decode-as.ts";

/** Share of the bytes beyond ASCII that must be UTF-8: by chance, other charsets hardly ever give half. */
export const NEARLY_ALL = 0.7;
/** The same where the bytes are improbable in any other charset. */
export const SOME = 0.2;
const HIGH = 0x80;
/** Bytes of no character in any encoding of text. */
const NO_CHARACTERS: readonly number[] = [0xff, 0xfe, 0x81, 0x8d, 0x8f, 0x90, 0x9d];

interface Stray {
  readonly at: number;
  readonly byte: number;
}

/**
 * The text of bytes that are UTF-8 but for a few: those are characters of windows-1252 that were pasted in, or no characters
 * at all. `undefined` if less than `minShare` of those beyond ASCII are UTF-8. Linear.
 */
export function readNearlyUtf8(bytes: Buffer, minShare: number): string | undefined {
  const strays: Stray[] = [];
  let high = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < HIGH ? 1 : sequenceLength(bytes, at);
    high += byte < HIGH ? 0 : Math.max(1, length);
    if (length === 0) {
      strays.push({ at, byte });
    }
    at += Math.max(1, length);
  }
  return high === 0 || strays.length > (1 - minShare) * high ? undefined : join(bytes, strays);
}

function join(bytes: Buffer, strays: readonly Stray[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { at, byte } of strays) {
    parts.push(bytes.toString("utf8", end, at));
    parts.push(NO_CHARACTERS.includes(byte) ? "" : decodeAs(Uint8Array.of(byte), "windows-1252"));
    end = at + 1;
  }
  return [...parts, bytes.toString("utf8", end)].join("");
}

/** First and last lead bytes, the least and greatest byte that may follow, and the length: RFC 3629, section 4. */
const SEQUENCES = [
  [0xc2, 0xdf, 0x80, 0xbf, 2],
  [0xe0, 0xe0, 0xa0, 0xbf, 3],
  [0xe1, 0xec, 0x80, 0xbf, 3],
  [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3],
  [0xf0, 0xf0, 0x90, 0xbf, 4],
  [0xf1, 0xf3, 0x80, 0xbf, 4],
  [0xf4, 0xf4, 0x80, 0x8f, 4],
] as const;

/** The length of the character of UTF-8 at a byte beyond ASCII; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]];
  const sequence = SEQUENCES.find(([first, last]) => lead >= first && lead <= last);
  if (sequence === undefined || second < sequence[2] || second > sequence[3]) {
    return 0;
  }
  const rest = bytes.subarray(at + 2, at + sequence[4]);
  const isWhole = rest.length === sequence[4] - 2 && rest.every((byte) => byte >= HIGH && byte <= 0xbf);
  return isWhole ? sequence[4] : 0;
}
