/** The next number, from 0 up to 1, of a sequence determined by its seed alone. */
export type Random = () => number;

const STEP = 0x6d2b79f5;
const TWO_TO_32 = 4_294_967_296;

/** A sequence of numbers from 0 up to 1 (mulberry32, Tommy Ettinger, 2017, public domain): good enough to draw samples. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  };
}

/** `count` different elements of `from` in random order; all of them if there are no more. */
export function drawSome<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
}
