import { normalForm } from "./normal-form.ts";
import { hasUnspaced } from "./scripts.ts";
import { isSmallLetter } from "./tokens.ts";

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
/** What is neither ASCII nor a dash, quotation mark or ellipsis: without any, the words are runs of a to z and digits. */
const NOT_PLAIN = /[^\0-\x7f\u2010-\u2027]/;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The distinct shingles of a text, of five words unless `size` says otherwise, as 32-bit hashes (FNV-1a), ignoring case,
 * punctuation and white space. A text of fewer words is one shingle, a text without words none. In scripts without
 * spaces, each character is a word.
 */
export function shinglesOf(text: string, size: number = SHINGLE_WORDS): Uint32Array {
  const read = text.slice(0, MAX_SHINGLED_CHARACTERS);
  const words = NOT_PLAIN.test(read) ? wordHashes(read) : plainWordHashes(read);
  const last = Math.min(Math.max(words.length - size, 0), MAX_SHINGLES - 1);
  const shingles = new Set<number>();
  for (let start = 0; start <= last && words.length > 0; start++) {
    shingles.add(hashRun(words, start, Math.min(start + size, words.length)));
  }
  return new Uint32Array([...shingles]);
}

function wordHashes(text: string): readonly number[] {
  const found = normalForm(text, "NFC").toLowerCase().match(WORD) ?? [];
  const words = hasUnspaced(text) ? found.flatMap((word) => (hasUnspaced(word) ? [...word] : [word])) : found;
  return words.map(hashWord);
}

function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}

/** As {@link wordHashes}, without making the words. */
function plainWordHashes(text: string): readonly number[] {
  const words: number[] = [];
  let hash = FNV_OFFSET;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? smallWordCode(text.charCodeAt(at)) : 0;
    if (code > 0) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
    } else if (at > 0 && smallWordCode(text.charCodeAt(at - 1)) > 0) {
      words.push(hash);
      hash = FNV_OFFSET;
    }
  }
  return words;
}

/** The code of a letter or digit of ASCII, small; 0 for anything else. */
function smallWordCode(code: number): number {
  if (code >= 65 && code <= 90) {
    return code + 32;
  }
  return isSmallLetter(code) || (code >= 48 && code <= 57) ? code : 0;
}

/** Mixed at the end (as in MurmurHash3, Austin Appleby, public domain), so that the low bits depend on all words; signed, as V8 keeps such numbers without an object. */
function hashRun(words: readonly number[], start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? 0;
    hash = Math.imul(hash ^ word ^ (word >>> 15), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/**
 * The texts that contain a shingle: a hash table with open addressing in a flat array, because millions of entries in
 * a `Map` would take hundreds of megabytes. A cell is two numbers, side by side in memory: the shingle, and the index of the text plus 1; 0: the cell is free.
 */
export type ShingleIndex = Uint32Array;

/** An empty index with room for `count` entries. */
export function shingleIndex(count: number): ShingleIndex {
  return new Uint32Array(2 * 2 ** Math.ceil(Math.log2(2 * count + 2)));
}

/** Adds a text under each of its shingles. */
export function addShingles(index: ShingleIndex, shingles: Uint32Array, owner: number): void {
  for (const shingle of shingles) {
    addShingle(index, shingle, owner);
  }
}

function addShingle(index: ShingleIndex, shingle: number, owner: number): void {
  let known = 0;
  for (let probe = 0; probe < MAX_PROBES && known < MAX_OWNERS; probe++) {
    const cell = cellAt(index, shingle, probe);
    if (index[cell + 1] === 0) {
      index[cell] = shingle;
      index[cell + 1] = owner + 1;
      return;
    }
    if (index[cell] === shingle) {
      known++;
    }
  }
}

function cellAt(index: ShingleIndex, shingle: number, probe: number): number {
  return ((shingle + probe) << 1) & (index.length - 1);
}

/** The indices of the texts that contain a shingle. */
export function ownersOf(index: ShingleIndex, shingle: number): number[] {
  const found: number[] = [];
  visitOwners(index, shingle, (owner) => found.push(owner));
  return found;
}

/** {@link ownersOf}, one after the other, without a list: for millions of shingles. */
export function visitOwners(index: ShingleIndex, shingle: number, visit: (owner: number) => void): void {
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const cell = cellAt(index, shingle, probe);
    const owner = index[cell + 1] ?? 0;
    if (owner === 0) {
      return;
    }
    if (index[cell] === shingle) {
      visit(owner - 1);
    }
  }
}
