import { Metric, type MetricOptions, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { METRIC_NAMESPACE, type MetricName } from "../../functions/digest/metrics.ts";

/** Counts are summed; a share, a duration and a number of stories that are there or missing cannot be. */
const LARGEST: ReadonlySet<MetricName> = new Set([
  "HeldBackShare",
  "HoursAhead",
  "Missing",
  "RunDuration",
  "Stories",
]);

/** A metric written by one function's runs: its sum, or its maximum where a sum is meaningless. */
export function createMetric(digest: IFunction, name: MetricName, options: MetricOptions = {}): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: name,
    dimensionsMap: { service: digest.functionName },
    statistic: LARGEST.has(name) ? Stats.MAXIMUM : Stats.SUM,
    ...options,
  });
}
