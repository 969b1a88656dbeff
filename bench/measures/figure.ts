/** One line of the report: what was measured, its value, and context for reading it. */
export interface Measurement {
  readonly figure: string;
  readonly value: number;
  readonly [detail: string]: number | string | readonly number[];
}

/** Measures with the files of a data folder; throws a `DataError` if they are missing. */
export type Measure = (folder: string) => readonly Measurement[];
