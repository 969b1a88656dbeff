import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { METRIC_NAMESPACE, METRICS, metricsOf } from "./metrics.ts";
import type { Log } from "./ports.ts";

/** Telemetry of one invocation: log lines at once, metrics at the end. */
export interface Telemetry {
  /** One line of JSON per step: `message` names the step, other fields are its figures. */
  readonly log: Log;
  /** Writes the metrics of the steps so far as one line in CloudWatch's embedded metric format. */
  publish(): void;
}

/**
 * Telemetry on standard output, where Lambda passes lines of JSON through unchanged. `service` distinguishes
 * this deployment from others in the account and is the dimension of every metric. A preview writes no metrics:
 * it changes nothing, so it must not raise an alarm.
 */
export function createTelemetry(service: string): (context: Context, isCounted: boolean) => Telemetry {
  const logger = new Logger({ serviceName: service });
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: service });
  return (context, isCounted) => {
    logger.addContext(context);
    return {
      log(step, figures) {
        logger.info(step, { ...figures });
        for (const { name, value } of isCounted ? metricsOf(step, figures) : []) {
          metrics.addMetric(name, METRICS[name], value);
        }
      },
      publish() {
        if (metrics.hasStoredMetrics()) {
          metrics.publishStoredMetrics();
        }
      },
    };
  };
}
