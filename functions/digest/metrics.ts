/**
 * What a run tells CloudWatch, once: the function writes these metrics, the stack draws them and watches them, both
 * through this file. Each metric has one dimension, `service`: the name of the function, so that several digests in
 * one account stay apart.
 */

/** Namespace of the metrics. */
export const METRIC_NAMESPACE = "LateEdition";

/** Every metric with its unit, as CloudWatch spells it. */
export const METRICS = {
  /** Stories in the corpus. */
  Stories: "Count",
  Added: "Count",
  /** Revised in substance or wording, or back to an earlier text. */
  Revised: "Count",
  Removed: "Count",
  HeldBack: "Count",
  /** Held back of all stories of the corpus. */
  HeldBackShare: "Percent",
  /** 1 for each snapshot that became current; a quiet day has one too. */
  EditionCommitted: "Count",
  /** A run whose time ended; the next one goes on with its work. */
  Unfinished: "Count",
  MailsSent: "Count",
  /** Left the contact list before the mail went. */
  OptedOut: "Count",
  /** Nobody can know whether the mail service has them. */
  UnknownDeliveries: "Count",
  /** Refused, for now or for good. */
  FailedDeliveries: "Count",
  RunDuration: "Milliseconds",
} as const;

export type MetricName = keyof typeof METRICS;
/** A data point of a metric. */
export interface Measured {
  readonly name: MetricName;
  readonly value: number;
}

type Figures = Readonly<Record<string, string | number | boolean | null>>;

/** The data points that one step of the log comes to; none for a step that counts nothing. */
export function metricsOf(step: string, figures: Figures): readonly Measured[] {
  return STEPS.get(step)?.((name) => Number(figures[name] ?? 0), figures) ?? [];
}

type ToMetrics = (read: (figure: string) => number, figures: Figures) => readonly Measured[];

/**
 * By steps. A resume run with nothing to do counts nothing: CloudWatch charges a metric for each hour that has a data
 * point, and there is one such run an hour.
 */
const STEPS = new Map<string, ToMetrics>(
  Object.entries({
    compared: (read) => [
      { name: "Stories", value: read("stories") },
      { name: "Added", value: read("added") },
      { name: "Revised", value: read("revised") + read("reverted") },
      { name: "Removed", value: read("removed") },
      { name: "HeldBack", value: read("heldBack") },
      { name: "HeldBackShare", value: share(read("heldBack"), read("stories")) },
    ],
    committed: () => [{ name: "EditionCommitted", value: 1 }],
    unfinished: () => [{ name: "Unfinished", value: 1 }],
    delivered: (read) => [
      { name: "MailsSent", value: read("sent") },
      { name: "OptedOut", value: read("optedOut") },
      { name: "UnknownDeliveries", value: read("unknown") },
      { name: "FailedDeliveries", value: read("failed") + read("open") },
    ],
    "resent after an unknown delivery": () => [{ name: "UnknownDeliveries", value: 1 }],
    finished: (read, { outcome }) =>
      NO_RUN.has(String(outcome)) ? [] : [{ name: "RunDuration", value: read("durationMs") }],
  } satisfies Readonly<Record<string, ToMetrics>>),
);

/** Outcomes of invocations that made no edition: nothing to do, or a step of a run that many functions share. */
const NO_RUN: ReadonlySet<string> = new Set(["already done", "planned", "scanned", "kept"]);

/** A percentage with two decimals; of no story it is 0. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
