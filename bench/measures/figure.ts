/** One line of the report: what was measured, its value, and context for reading it. */
export interface Measurement {
  readonly figure: string;
  readonly value: number;
  readonly [detail: string]: number | string | readonly number[];
}

/** What a figure was before it was worked on, and the most that it is meant to be. */
export interface Aim {
  readonly before?: number;
  readonly aim: number;
  /** Why it is more, where it is. */
  readonly missed?: string;
}

/** Measures with the files of a data folder; throws a `DataError` if they are missing. */
export type Measure = (folder: string) => readonly Measurement[];
