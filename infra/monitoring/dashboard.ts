import { Duration } from "aws-cdk-lib";
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { MetricName } from "../../functions/digest/metrics.ts";
import type { DigestAlarms } from "./alarms.ts";
import { createMetric } from "./metrics.ts";

const PERIOD = Duration.days(1);
const WIDTH = 8;

/** Alarms at the top, then one data point per day for the runs. */
export function createDashboard(scope: Construct, digest: IFunction, alarms: DigestAlarms): Dashboard {
  const graph = (title: string, ...names: readonly MetricName[]) =>
    graphOf(
      title,
      names.map((name) => createMetric(digest, name, { period: PERIOD, label: name })),
    );
  return new Dashboard(scope, "Dashboard", {
    defaultInterval: Duration.days(35),
    widgets: [
      [new AlarmStatusWidget({ title: "Alarms", alarms: Object.values(alarms), width: 3 * WIDTH })],
      [
        graph("Changes", "Added", "Revised", "Removed"),
        graph("Held back", "HeldBack", "HeldBackShare", "Missing"),
        graph("Corpus", "Stories"),
      ],
      [
        graph(
          "Emails",
          "MailsSent",
          "OptedOut",
          "UnknownDeliveries",
          "RefusedDeliveries",
          "FailedDeliveries",
        ),
        graph("Runs", "EditionCommitted", "Unfinished", "HoursAhead"),
        graphOf("Time", [
          createMetric(digest, "RunDuration", { period: PERIOD, label: "RunDuration" }),
          digest.metricDuration({ period: PERIOD, statistic: "Maximum", label: "Lambda's own" }),
        ]),
      ],
    ],
  });
}

function graphOf(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: WIDTH, leftYAxis: { min: 0 } });
}
