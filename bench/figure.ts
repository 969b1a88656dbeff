/** One line of the report: what was measured, its value, and what else helps to read it. */
export interface Measurement {
  readonly figure: string;
  readonly value: number;
  readonly [detail: string]: number | string | readonly number[];
}

/** Measures on the files of a data folder; throws a `DataError` where they are missing. */
export type Measure = (folder: string) => readonly Measurement[];
