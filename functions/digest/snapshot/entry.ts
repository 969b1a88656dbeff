import { isAscii } from "node:buffer";

/** An earlier state of a story, and the slot since which it had that text, or was absent. */
export interface EarlierText {
  /** Empty: the story was absent. */
  readonly hash: string;
  readonly since: string;
  /** The location of that text; absent for one that version 1 replaced. */
  readonly place?: PackPlace;
}

/** A state of the story that was not trusted; the rest of the entry describes the state before it. */
export interface HeldState {
  readonly reason: string;
  readonly etag: string;
  /** Hash of its text, empty if it could not be read. */
  readonly hash: string;
  /** Slot at which it was first held back. */
  readonly since: string;
}

/** When a story went missing with so many others that its removal is held back; the rest of the entry stays as it was. */
export interface MissingState {
  /** Slot of the first run that missed it. */
  readonly since: string;
  /** Slot of the last run that saw it. */
  readonly seen: string;
}

/** Where the bytes of a story are: a zstd frame within a pack. */
export interface PackPlace {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
}

/** What the snapshot knows about one story. */
export interface Entry {
  readonly key: string;
  /**
   * The ETag from the GET that read the text, not from the listing. Empty for a story that could never be read, and for
   * a missing one: it is read when it is back.
   */
  readonly etag: string;
  /** Bytes of the object. */
  readonly size: number;
  /** `Story.hash`; empty for a story that could never be read. */
  readonly hash: string;
  readonly place: PackPlace;
  /** Slot of the first run that saw the story. */
  readonly firstSeen: string;
  /** Slot of the run that last saw its text change. */
  readonly lastChanged: string;
  /** At most {@link MAX_EARLIER_TEXTS}, newest first; a story that returns to one of them counts as reverted. */
  readonly earlier: readonly EarlierText[];
  readonly held?: HeldState;
  readonly missing?: MissingState;
}

/** What a renamed story keeps of the entry under its old key. */
export type Inherited = Pick<Entry, "key" | "firstSeen" | "lastChanged" | "earlier">;

const MAX_EARLIER_TEXTS = 8;

/** The earlier states of a story that was absent since this slot. */
export function withAbsence(earlier: readonly EarlierText[], since: string): readonly EarlierText[] {
  return [{ hash: "", since }, ...earlier].slice(0, MAX_EARLIER_TEXTS);
}

/** How many of these states are an absence. */
export function countAbsences(earlier: readonly Pick<EarlierText, "hash">[]): number {
  return earlier.filter(({ hash }) => hash === "").length;
}

/** The earlier texts of a story that now has another one than in this entry. */
export function earlierTexts({
  hash,
  lastChanged,
  place,
  earlier,
}: Pick<Entry, "hash" | "lastChanged" | "earlier"> & {
  readonly place?: PackPlace | undefined;
}): readonly EarlierText[] {
  const latest = { hash, since: lastChanged, ...(place && { place }) };
  return [latest, ...earlier].slice(0, MAX_EARLIER_TEXTS);
}

/** The place is left out of texts that version 1 replaced: their lines are taken over as they stand. */
type EarlierLine = readonly [
  hash: string,
  since: string,
  place?: readonly [pack: string, offset: number, length: number],
];

type Line = readonly [
  key: string,
  etag: string,
  size: number,
  hash: string,
  pack: string,
  offset: number,
  length: number,
  firstSeen: string,
  lastChanged: string,
  earlier?: readonly EarlierLine[],
  held?: readonly [reason: string, etag: string, hash: string, since: string] | null,
  missing?: readonly [since: string, seen: string],
];

/** One line of a part: a JSON array, without its rarely used last fields if they are empty. */
export function encodeEntry(entry: Entry): string {
  const { place, held, missing } = entry;
  const earlier = entry.earlier.map(encodeEarlier);
  const gone = missing === undefined ? [] : [[missing.since, missing.seen]];
  const state = held === undefined ? null : [held.reason, held.etag, held.hash, held.since];
  const tail = state === null && gone.length === 0 ? [] : [state, ...gone];
  const history = earlier.length === 0 && tail.length === 0 ? [] : [earlier];
  return JSON.stringify([
    entry.key,
    entry.etag,
    entry.size,
    entry.hash,
    place.pack,
    place.offset,
    place.length,
    entry.firstSeen,
    entry.lastChanged,
    ...history,
    ...tail,
  ]);
}

function encodeEarlier({ hash, since, place }: EarlierText): EarlierLine {
  return place === undefined ? [hash, since] : [hash, since, [place.pack, place.offset, place.length]];
}

function decodeEarlier([hash, since, place]: EarlierLine): EarlierText {
  return { hash, since, ...(place && { place: { pack: place[0], offset: place[1], length: place[2] } }) };
}

/** The start of any entry's line with this key, ETag and size. */
function startOfLine({ key, etag, size }: Pick<Entry, "key" | "etag" | "size">): Buffer {
  return Buffer.from(`[${JSON.stringify(key)},${JSON.stringify(etag)},${size},`);
}

/**
 * Where that start ends if the line at `at` has it, otherwise -1. Keys and ETags are usually ASCII without
 * characters that JSON escapes, so the line has them unchanged and no string need be built for the comparison.
 */
export function matchStartOfLine(
  lines: Buffer,
  at: number,
  listed: Pick<Entry, "key" | "etag" | "size">,
): number {
  const { key, etag, size } = listed;
  const endOfKey = at + 2 + key.length;
  const endOfEtag = endOfKey + 3 + etag.length;
  if (!isSame(lines, at + 2, key) || !isSame(lines, endOfKey + 3, etag)) {
    return isPlain(key) && isPlain(etag) ? -1 : matchEscaped(lines, at, listed);
  }
  const isWhole = lines[endOfKey] === QUOTE && lines[endOfEtag] === QUOTE;
  return isWhole ? matchSize(lines, endOfEtag + 2, size) : -1;
}

/** Whether the line that ends here is of a story that was held back or is missing: of no other the last field is a list of texts. */
export function isDoubtful(lines: Buffer, end: number): boolean {
  return lines[end - 1] === BRACKET && lines[end - 2] === BRACKET && lines[end - 3] === QUOTE;
}

const QUOTE = 0x22;
const BRACKET = 0x5d;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const END_OF_ASCII = 0x7f;

/** Whether this text is there unchanged; always false for text that is not plain. */
function isSame(lines: Buffer, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit !== lines[at + i] || unit > END_OF_ASCII || unit === QUOTE || unit === BACKSLASH) {
      return false;
    }
  }
  return true;
}

/** A line never contains a control character or a lone surrogate, so a key with one matches nothing. */
function isPlain(text: string): boolean {
  return isAscii(Buffer.from(text)) && !text.includes('"') && !text.includes("\\");
}

function matchEscaped(lines: Buffer, at: number, listed: Pick<Entry, "key" | "etag" | "size">): number {
  const start = startOfLine(listed);
  const end = at + start.length;
  return start.equals(lines.subarray(at, end)) ? end : -1;
}

/** Where the number and its comma end, or -1 if the number differs. */
function matchSize(lines: Buffer, at: number, size: number): number {
  let found = 0;
  let end = at;
  for (let unit = lines[end] ?? 0; unit >= ZERO && unit <= NINE; unit = lines[end] ?? 0) {
    found = found * 10 + unit - ZERO;
    end += 1;
  }
  return found === size && end > at && lines[end] === COMMA ? end + 1 : -1;
}

/** The entry in a line of a part; the part's checksum and version have been checked before. */
export function decodeEntry(line: string): Entry {
  const [key, etag, size, hash, pack, offset, length, firstSeen, lastChanged, ...rest] = JSON.parse(
    line,
  ) as Line;
  const [earlier = [], held, missing] = rest;
  return {
    key,
    etag,
    size,
    hash,
    place: { pack, offset, length },
    firstSeen,
    lastChanged,
    earlier: earlier.map(decodeEarlier),
    ...(held && { held: { reason: held[0], etag: held[1], hash: held[2], since: held[3] } }),
    ...(missing && { missing: { since: missing[0], seen: missing[1] } }),
  };
}
