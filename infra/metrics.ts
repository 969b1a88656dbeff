import { Metric, type MetricOptions, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { METRIC_NAMESPACE, type MetricName } from "../functions/digest/metrics.ts";

/** What adds up is summed; a share, a duration and the size of the corpus do not. */
const LARGEST: ReadonlySet<MetricName> = new Set(["HeldBackShare", "RunDuration", "Stories"]);

/** A metric that the runs of one function write; its sum, or its largest value where a sum means nothing. */
export function createMetric(digest: IFunction, name: MetricName, options: MetricOptions = {}): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: name,
    dimensionsMap: { service: digest.functionName },
    statistic: LARGEST.has(name) ? Stats.MAXIMUM : Stats.SUM,
    ...options,
  });
}
