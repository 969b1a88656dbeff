import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { METRIC_NAMESPACE, METRICS, metricsOf } from "./metrics.ts";
import type { Log } from "./ports.ts";

/** What one invocation tells: log lines at once, its metrics when it ends. */
export interface Telemetry {
  /** One line of JSON a step: `message` is the step, beside it the figures. */
  readonly log: Log;
  /** Writes the metrics of the steps so far as one line in CloudWatch's embedded metric format. */
  publish(): void;
}

/**
 * Telemetry on standard output, of which Lambda takes lines of JSON as they are. `service` names this deployment among
 * others of the account; it is the dimension of every metric. What is not counted has no metrics: a preview changes
 * nothing, so nobody is to be woken by it.
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
