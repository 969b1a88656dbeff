import { expect, test } from "vitest";
import { METRICS, metricsOf } from "../../../functions/digest/metrics.ts";

const COMPARED = { stories: 200, added: 3, revised: 2, reverted: 1, removed: 4, heldBack: 5 };

test.each([
  ["removals held back", { slot: "2026-11-20T07:00:00Z", missing: 584, event: "{}" }, { Missing: 584 }],
  ["compared", COMPARED, { Stories: 200, HeldBack: 5, HeldBackShare: 2.5 }],
  ["composed", COMPARED, { Added: 3, Revised: 3, Removed: 4 }],
  ["compared", { ...COMPARED, stories: 0, heldBack: 0 }, { Stories: 0, HeldBackShare: 0 }],
  ["compared", { stories: 3, heldBack: 1 }, { HeldBackShare: 33.33 }],
  ["committed", { slot: "2026-11-20T07:00:00Z", kind: "quiet" }, { EditionCommitted: 1 }],
  ["unfinished", { stories: 7 }, { Unfinished: 1 }],
  [
    "delivered",
    { sent: 4, sentBefore: 2, optedOut: 1, open: 2, failed: 1, unknown: 3, waiting: 0 },
    { MailsSent: 4, OptedOut: 1, UnknownDeliveries: 3, RefusedDeliveries: 2, FailedDeliveries: 1 },
  ],
  ["resent after an unknown delivery", { attempts: 2 }, { UnknownDeliveries: 1 }],
  ["finished", { outcome: "sent", durationMs: 1234 }, { RunDuration: 1234 }],
] as const)("a step %s with %j counts %j", (step, figures, metrics) => {
  const measured = Object.fromEntries(metricsOf(step, figures).map(({ name, value }) => [name, value]));
  expect(measured).toMatchObject(metrics);
});

test("a step without counts has no metrics", () => {
  expect(metricsOf("scanned", { stories: 7 })).toEqual([]);
  expect(metricsOf("toString", {})).toEqual([]);
  expect(metricsOf("finished", { outcome: "already done", durationMs: 20 })).toEqual([]);
});

test("each metric comes from a step", () => {
  const steps = [
    "compared",
    "composed",
    "removals held back",
    "slot ahead",
    "committed",
    "unfinished",
    "delivered",
    "finished",
  ];
  const names = steps.flatMap((step) => metricsOf(step, {}).map(({ name }) => name));
  expect(new Set(names)).toEqual(new Set(Object.keys(METRICS)));
});
