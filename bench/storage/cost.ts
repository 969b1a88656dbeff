import type { Measurement } from "../measures/figure.ts";
import { LAMBDA_GIGABYTES, PRICES, RESUME_RUNS, RESUME_SECONDS } from "./prices.ts";

/** The resources of a day: one run and its hourly resume runs. */
export interface Day {
  readonly stories: number;
  /** Requests of the run, by operation. */
  readonly requests: Readonly<Record<string, number>>;
  /** Of the run, on one vCPU. */
  readonly seconds: number;
  readonly stateBytes: number;
}

/** Dollars per day, by purpose. */
export interface Cost {
  readonly list: number;
  readonly get: number;
  readonly put: number;
  readonly lambda: number;
  /** Of the snapshot and the packs of all stories, a thirtieth of a month. */
  readonly storage: number;
  /** One recipient. */
  readonly mail: number;
  readonly total: number;
}

/** The cost of a day at list prices. */
export function costOfDay({ requests, seconds, stateBytes }: Day): Cost {
  const count = (operation: string): number => requests[`${operation}Command`] ?? 0;
  const parts = {
    list: count("ListObjectsV2") * PRICES.list,
    get: (count("GetObject") + RESUME_RUNS) * PRICES.get,
    put: (count("PutObject") + count("PutObjectTagging")) * PRICES.put,
    lambda:
      (seconds + RESUME_RUNS * RESUME_SECONDS) * LAMBDA_GIGABYTES * PRICES.lambdaGigabyteSecond +
      (1 + RESUME_RUNS) * PRICES.lambdaRequest,
    storage: ((stateBytes / 1_000_000_000) * PRICES.storageMonth) / 30,
    mail: PRICES.mail,
  };
  return { ...parts, total: Object.values(parts).reduce((sum, dollars) => sum + dollars, 0) };
}

/** The same day with this many stories, scaling everything in proportion. */
export function scaleDay(day: Day, stories: number): Day {
  const factor = stories / day.stories;
  const requests = Object.entries(day.requests).map(([name, count]) => [name, Math.ceil(count * factor)]);
  return {
    stories,
    requests: Object.fromEntries(requests),
    seconds: day.seconds * factor,
    stateBytes: day.stateBytes * factor,
  };
}

/** A line for each size: the cost of its day as it was measured, or scaled from the largest one; days in the order of their stories. */
export function costFigures(measured: readonly Day[], sizes: readonly number[]): readonly Measurement[] {
  const largest = measured.at(-1);
  return sizes.flatMap((size) => {
    const own = measured.find((each) => each.stories === size);
    const day = own ?? (largest && scaleDay(largest, size));
    return day === undefined ? [] : [figureOf(day, own ? "measured" : `scaled from ${largest?.stories}`)];
  });
}

function figureOf(day: Day, basis: string): Measurement {
  const { total, ...parts } = costOfDay(day);
  const details = Object.entries(parts).map(([name, dollars]) => [name, rounded(dollars)]);
  const value = rounded(total);
  return { figure: "cost, $ per day", value, stories: day.stories, basis, ...Object.fromEntries(details) };
}

function rounded(dollars: number): number {
  return Number(dollars.toFixed(5));
}
