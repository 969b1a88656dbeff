/** What a figure was before it was worked on, and the most that it is meant to be. */
export interface Aim {
  readonly before?: number;
  readonly aim: number;
}

const MILLION = 1_000_000;

/** The aims, by figure and number of stories. Those for multiples are the ones for CPU, by what the SDK's paginator took when they were set: 16.5 µs. */
const AIMS: Readonly<Record<string, Aim & { readonly stories: number }>> = {
  "unchanged: CPU, µs per story": { stories: MILLION, before: 5.1, aim: 2.5 },
  "unchanged: wall time, s": { stories: MILLION, before: 4.7, aim: 3 },
  "unchanged: bytes of snapshot read": { stories: MILLION, before: 58_000_000, aim: 200_000 },
  "changed: CPU, µs per story": { stories: MILLION, before: 41, aim: 25 },
  "changed: peak RSS, MB": { stories: MILLION, before: 377, aim: 256 },
  "changed at the end: CPU, µs per story": { stories: MILLION, aim: 20 },
  "changed at the end: peak RSS, MB": { stories: MILLION, aim: 256 },
  "baseline: CPU, µs per story": { stories: 100_000, before: 1_318, aim: 900 },
  "unchanged: CPU, of the SDK paginator's": { stories: MILLION, before: 0.32, aim: 0.16 },
  "changed: CPU, of the SDK paginator's": { stories: MILLION, before: 2.5, aim: 1.5 },
  "changed at the end: CPU, of the SDK paginator's": { stories: MILLION, aim: 1.2 },
  "baseline: CPU, of the SDK paginator's": { stories: 100_000, before: 78, aim: 55 },
};

/** The aim of a figure that was measured with so many stories; nothing for one that has none. */
export function aimOf(figure: string, stories: number): Partial<Aim> {
  const found = AIMS[figure];
  if (found === undefined || found.stories !== stories) {
    return {};
  }
  const { stories: _, ...aim } = found;
  return aim;
}
