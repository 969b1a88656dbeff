/** The states that a search has seen, each told from others by three numbers below 2 ** 32. */
export interface SeenStates {
  /** Whether it was not seen before; from now on it is. */
  isNew(a: number, b: number, c: number): boolean;
  size(): number;
}

const WORDS = 3;
const FIRST_PLACES = 2 ** 16;
/** More than this part of the table is never filled: the way to a free place would become long. */
const FULL = 0.7;

/** A hash table with open addressing in one array: a set of so many numbers or strings would take several times the memory, and most of the time. */
export function createSeenStates(): SeenStates {
  let places = FIRST_PLACES;
  let table = new Uint32Array(places * WORDS);
  let size = 0;
  /** Where it is, or where it belongs. A place without a state has 0 in its first word. */
  const placeOf = (a: number, b: number, c: number): number => {
    let place = hashOf(a, b, c) & (places - 1);
    for (let at = place * WORDS; table[at] !== 0; at = place * WORDS) {
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c) {
        return at;
      }
      place = (place + 1) & (places - 1);
    }
    return place * WORDS;
  };
  const put = (at: number, a: number, b: number, c: number): void => {
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = c;
  };
  const grow = (): void => {
    const before = table;
    places *= 2;
    table = new Uint32Array(places * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      const [a = 0, b = 0, c = 0] = [before[at], before[at + 1], before[at + 2]];
      if (a !== 0) {
        put(placeOf(a, b, c), a, b, c);
      }
    }
  };
  return {
    isNew(first, b, c) {
      const a = first + 1;
      const at = placeOf(a, b, c);
      if (table[at] !== 0) {
        return false;
      }
      put(at, a, b, c);
      size += 1;
      if (size > places * FULL) {
        grow();
      }
      return true;
    },
    size: () => size,
  };
}

/** The words mixed so that each bit of them changes half of the hash: as MurmurHash3 does it, with its constants. */
function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0xcc9e2d51);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
