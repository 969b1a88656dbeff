import type { Aim } from "../measures/figure.ts";

const MILLION = 1_000_000;

const SLOWER =
  "the aim is for a machine on which the SDK's paginator takes 16.5 µs a story: see the multiple of it, and docs/performance.md#where-it-goes";
const SPREAD =
  "what is left is in many functions, none of which takes more than 4 %: docs/performance.md#where-it-goes";
const PEAK =
  "V8 and the allocator keep more than the edition needs, the more the higher the limit of the heap: docs/performance.md#the-peak";
const OTHER_READS =
  "two are of the snapshot; the others are the head, the checkpoint and the parent's archive: docs/performance.md#measured";

/** The aims, by figure and number of stories. Those for multiples are the ones for CPU, by what the SDK's paginator took when they were set: 16.5 µs. */
const AIMS: Readonly<Record<string, Aim & { readonly stories: number }>> = {
  "unchanged: CPU, µs per story": { stories: MILLION, before: 5.1, aim: 2.5, missed: SLOWER },
  "unchanged: wall time, s": { stories: MILLION, before: 4.7, aim: 3 },
  "unchanged: bytes of snapshot read": { stories: MILLION, before: 58_000_000, aim: 200_000 },
  "unchanged: GetObject requests": { stories: MILLION, before: 66, aim: 2, missed: OTHER_READS },
  "changed: CPU, µs per story": { stories: MILLION, before: 41, aim: 25, missed: SLOWER },
  "changed: peak RSS, MB": { stories: MILLION, before: 377, aim: 256, missed: PEAK },
  "changed at the end: CPU, µs per story": { stories: MILLION, aim: 20, missed: SLOWER },
  "changed at the end: peak RSS, MB": { stories: MILLION, aim: 256, missed: PEAK },
  "baseline: CPU, µs per story": { stories: 100_000, before: 1_318, aim: 900, missed: SLOWER },
  "unchanged: CPU, of the SDK paginator's": { stories: MILLION, before: 0.32, aim: 0.16 },
  "changed: CPU, of the SDK paginator's": { stories: MILLION, before: 2.5, aim: 1.5, missed: SPREAD },
  "changed at the end: CPU, of the SDK paginator's": { stories: MILLION, aim: 1.2, missed: SPREAD },
  "baseline: CPU, of the SDK paginator's": { stories: 100_000, before: 78, aim: 55, missed: SPREAD },
};

/** The aim of a figure that was measured with so many stories, with the reason if its value misses it; nothing for one that has none. */
export function aimOf(figure: string, stories: number, value: number): Partial<Aim> {
  const found = AIMS[figure];
  if (found === undefined || found.stories !== stories) {
    return {};
  }
  const { stories: _, missed, ...aim } = found;
  return value > aim.aim && missed !== undefined ? { ...aim, missed } : aim;
}
