/** List prices in US East (N. Virginia), in dollars, before any free tier; looked up in November 2026. */
export const PRICES = {
  /** Standard class, each: https://aws.amazon.com/s3/pricing/ */
  list: 0.005 / 1_000,
  put: 0.005 / 1_000,
  get: 0.0004 / 1_000,
  /** Per gigabyte and month. */
  storageMonth: 0.023,
  /** Per gigabyte-second on arm64: https://aws.amazon.com/lambda/pricing/ */
  lambdaGigabyteSecond: 0.000_013_333_4,
  lambdaRequest: 0.2 / 1_000_000,
  /** https://aws.amazon.com/ses/pricing/ */
  mail: 0.1 / 1_000,
} as const;

/** Memory of the function; 1,769 MB is one whole vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
export const LAMBDA_GIGABYTES = 1_769 / 1_024;

/** Hourly resume runs per day: one GET and about 200 ms each. */
export const RESUME_RUNS = 24;
export const RESUME_SECONDS = 0.2;
