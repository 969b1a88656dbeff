/**
 * The metrics that a run sends to CloudWatch, defined once: the function writes them, the stack graphs and
 * watches them, both through this file. Each metric has one dimension, `service`: the name of the function, so
 * that several digests in one account stay apart.
 */

/** Namespace of the metrics. */
export const METRIC_NAMESPACE = "LateEdition";

/** Every metric with its unit, as CloudWatch spells it. */
export const METRICS = {
  /** Stories in the corpus. */
  Stories: "Count",
  /** Items as the email counts them: copies of a story are one, and so are stories with the same edit. */
  Added: "Count",
  /** Revised in content or wording, or reverted to an earlier text. */
  Revised: "Count",
  Removed: "Count",
  /** Stories that are missing in a mass, and whose removal is held back. */
  Missing: "Count",
  HeldBack: "Count",
  /** Share of the corpus that was held back. */
  HeldBackShare: "Percent",
  /** 1 for each snapshot that became current; a quiet day has one too. */
  EditionCommitted: "Count",
  /** Hours by which the last slot is ahead of now: until then, every run is "already done". */
  HoursAhead: "Count",
  /** Runs that ran out of time; the next run continues from the checkpoint. */
  Unfinished: "Count",
  MailsSent: "Count",
  /** Unsubscribed before the email was sent. */
  OptedOut: "Count",
  /** The mail service may or may not have accepted them. */
  UnknownDeliveries: "Count",
  /** Refused for now, and tried again every hour. */
  RefusedDeliveries: "Count",
  /** Given up. */
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

/** The data points of one log step; none for a step without figures. */
export function metricsOf(step: string, figures: Figures): readonly Measured[] {
  return STEPS.get(step)?.((name) => Number(figures[name] ?? 0), figures) ?? [];
}

type ToMetrics = (read: (figure: string) => number, figures: Figures) => readonly Measured[];

/**
 * By step. A resume run with nothing to do writes none: CloudWatch charges for every hour in which a metric has
 * a data point, and such a run happens every hour.
 */
const STEPS = new Map<string, ToMetrics>(
  Object.entries({
    compared: (read) => [
      { name: "Stories", value: read("stories") },
      { name: "HeldBack", value: read("heldBack") },
      { name: "HeldBackShare", value: share(read("heldBack"), read("stories")) },
    ],
    composed: (read) => [
      { name: "Added", value: read("added") },
      { name: "Revised", value: read("revised") + read("reverted") },
      { name: "Removed", value: read("removed") },
    ],
    "removals held back": (read) => [{ name: "Missing", value: read("missing") }],
    "slot ahead": (read) => [{ name: "HoursAhead", value: read("hours") }],
    committed: () => [{ name: "EditionCommitted", value: 1 }],
    unfinished: () => [{ name: "Unfinished", value: 1 }],
    delivered: (read) => [
      { name: "MailsSent", value: read("sent") },
      { name: "OptedOut", value: read("optedOut") },
      { name: "UnknownDeliveries", value: read("unknown") },
      { name: "RefusedDeliveries", value: read("open") },
      { name: "FailedDeliveries", value: read("failed") },
    ],
    "resent after an unknown delivery": () => [{ name: "UnknownDeliveries", value: 1 }],
    finished: (read, { outcome }) =>
      NO_RUN.has(String(outcome)) ? [] : [{ name: "RunDuration", value: read("durationMs") }],
  } satisfies Readonly<Record<string, ToMetrics>>),
);

/** Outcomes of invocations without an edition: nothing to do, or one step of a run that many functions share. */
const NO_RUN: ReadonlySet<string> = new Set(["already done", "redated", "planned", "scanned", "kept"]);

/** A percentage with two decimals; 0 without stories. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
