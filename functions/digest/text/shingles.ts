import { normalForm } from "./normal-form.ts";
import { hasUnspaced } from "./scripts.ts";

/** Consecutive words in a shingle. */
const SHINGLE_WORDS = 5;
/** Shingles compared per text, from its beginning. */
const MAX_SHINGLES = 500;
/** More than enough for that many shingles in any language. */
const MAX_SHINGLED_CHARACTERS = 10_000;
/** Texts recorded per shingle; one with more owners is a stock phrase. */
export const MAX_OWNERS = 30;
/** Cells probed per shingle, so that text crafted to collide costs no more than other text. */
const MAX_PROBES = 128;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The distinct shingles of a text, of five words unless `size` says otherwise, as 32-bit hashes (FNV-1a), ignoring case,
 * punctuation and white space. A text of fewer words is one shingle, a text without words none. In scripts without
 * spaces, each character is a word.
 */
export function shinglesOf(text: string, size: number = SHINGLE_WORDS): Uint32Array {
  const found = normalForm(text.slice(0, MAX_SHINGLED_CHARACTERS), "NFC").toLowerCase().match(WORD) ?? [];
  const words = found.flatMap((word) => (hasUnspaced(word) ? [...word] : [word])).map(hashWord);
  const last = Math.min(Math.max(words.length - size, 0), MAX_SHINGLES - 1);
  const shingles = new Set<number>();
  for (let start = 0; start <= last && words.length > 0; start++) {
    shingles.add(hashRun(words, start, Math.min(start + size, words.length)));
  }
  return Uint32Array.from(shingles);
}

function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}

/** Mixed at the end (as in MurmurHash3, Austin Appleby, public domain), so that the low bits depend on all words. */
function hashRun(words: readonly number[], start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? 0;
    hash = Math.imul(hash ^ word ^ (word >>> 15), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The texts that contain a shingle: a hash table with open addressing in two flat arrays, because millions of entries in
 * a `Map` would take hundreds of megabytes.
 */
export interface ShingleIndex {
  readonly shingles: Uint32Array;
  /** The index of the text plus 1; 0: the cell is free. */
  readonly owners: Uint32Array;
}

/** An empty index with room for `count` entries. */
export function shingleIndex(count: number): ShingleIndex {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  return { shingles: new Uint32Array(size), owners: new Uint32Array(size) };
}

/** Adds a text under each of its shingles. */
export function addShingles(index: ShingleIndex, shingles: Uint32Array, owner: number): void {
  for (const shingle of shingles) {
    addShingle(index, shingle, owner);
  }
}

function addShingle({ shingles, owners }: ShingleIndex, shingle: number, owner: number): void {
  let known = 0;
  for (let probe = 0; probe < MAX_PROBES && known < MAX_OWNERS; probe++) {
    const cell = (shingle + probe) & (owners.length - 1);
    if (owners[cell] === 0) {
      shingles[cell] = shingle;
      owners[cell] = owner + 1;
      return;
    }
    if (shingles[cell] === shingle) {
      known++;
    }
  }
}

/** The indices of the texts that contain a shingle. */
export function ownersOf({ shingles, owners }: ShingleIndex, shingle: number): number[] {
  const found: number[] = [];
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const cell = (shingle + probe) & (owners.length - 1);
    const owner = owners[cell] ?? 0;
    if (owner === 0) {
      break;
    }
    if (shingles[cell] === shingle) {
      found.push(owner - 1);
    }
  }
  return found;
}
