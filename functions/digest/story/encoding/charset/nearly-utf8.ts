import { decodeAs } from "./decode-as.ts";

/** Share of the bytes beyond ASCII that must be UTF-8: by chance, other charsets hardly ever give half. */
export const NEARLY_ALL = 0.7;
/** The same where the bytes are improbable in any other charset. */
export const SOME = 0.5;
const HIGH = 0x80;
/** Bytes of no character in any encoding of text. */
const NO_CHARACTERS: readonly number[] = [0xff, 0xfe, 0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** A text with more of them is damaged throughout. */
const MAX_STRAYS = 20_000;
/** A text that starts otherwise is not looked at to its end. */
const START_BYTES = 16_000;

/**
 * The text of bytes that are UTF-8 but for a few: those are characters of windows-1252 that were pasted in, or no characters
 * at all. `undefined` if less than `minShare` of those beyond ASCII are UTF-8. Linear.
 */
export function readNearlyUtf8(bytes: Buffer, minShare: number): string | undefined {
  const isNearly = (part: Buffer) => {
    const { high, strays } = findStrays(part);
    const most = Math.min(MAX_STRAYS, (1 - minShare) * high);
    return high > 0 && strays.length <= most ? strays : undefined;
  };
  const start = bytes
    .subarray(
      Math.max(
        0,
        bytes.findIndex((byte) => byte >= HIGH),
      ),
    )
    .subarray(0, START_BYTES);
  const strays = isNearly(start) === undefined ? undefined : isNearly(bytes);
  return strays === undefined ? undefined : join(bytes, strays);
}

/** How many bytes are beyond ASCII, and where those are that are no UTF-8. */
function findStrays(bytes: Buffer): { readonly high: number; readonly strays: readonly number[] } {
  const strays: number[] = [];
  let high = 0;
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < HIGH) {
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      strays.push(at);
    }
    high += Math.max(1, length);
    at += Math.max(1, length);
  }
  return { high, strays };
}

function join(bytes: Buffer, strays: readonly number[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const at of strays) {
    const byte = bytes.subarray(at, at + 1);
    parts.push(bytes.toString("utf8", end, at));
    parts.push(NO_CHARACTERS.includes(byte[0] ?? 0) ? "" : decodeAs(byte, "windows-1252"));
    end = at + 1;
  }
  return [...parts, bytes.toString("utf8", end)].join("");
}

/** The least and greatest second byte of the lead bytes that do not allow all: RFC 3629, section 4. */
const SECOND: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};
const ANY = [0x80, 0xbf] as const;
const LEAD = { first: 0xc2, three: 0xe0, four: 0xf0, last: 0xf4 } as const;

/** The length of the character of UTF-8 at a byte beyond ASCII; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < LEAD.first || lead > LEAD.last) {
    return 0;
  }
  const length = 2 + (lead >= LEAD.three ? 1 : 0) + (lead >= LEAD.four ? 1 : 0);
  const [least, greatest] = SECOND[lead] ?? ANY;
  const isWhole =
    isWithin(bytes[at + 1], least, greatest) &&
    (length < 3 || isWithin(bytes[at + 2], ...ANY)) &&
    (length < 4 || isWithin(bytes[at + 3], ...ANY));
  return isWhole ? length : 0;
}

function isWithin(byte: number | undefined, least: number, greatest: number): boolean {
  return byte !== undefined && byte >= least && byte <= greatest;
}
