import type { Context } from "aws-lambda";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTelemetry } from "../../../functions/digest/telemetry.ts";

const CONTEXT: Context = {
  awsRequestId: "request-1",
  functionName: "digest-function",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:eu-central-1:123456789012:function:digest-function",
  memoryLimitInMB: "1769",
  logGroupName: "group",
  logStreamName: "stream",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 1_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function lines(): readonly Record<string, unknown>[] {
  return written.map((line) => JSON.parse(line));
}

test("writes a step as one line of JSON with its figures, the function and the request", () => {
  const { log } = createTelemetry("digest-function")(CONTEXT, true);
  log("committed", { slot: "2026-11-20T07:00:00Z", kind: "regular" });
  expect(written).toEqual([expect.stringMatching(/^\{.*\}\n$/)]);
  expect(lines()[0]).toMatchObject({
    level: "INFO",
    message: "committed",
    service: "digest-function",
    function_request_id: "request-1",
    slot: "2026-11-20T07:00:00Z",
    kind: "regular",
  });
});

test("publishes the metrics of an invocation as one line in the embedded metric format", () => {
  const { log, publish } = createTelemetry("digest-function")(CONTEXT, true);
  log("delivered", { sent: 2, unknown: 0 });
  log("delivered", { sent: 3, unknown: 1 });
  written.length = 0;
  publish();
  publish();
  expect(lines()).toEqual([
    expect.objectContaining({
      service: "digest-function",
      MailsSent: [2, 3],
      UnknownDeliveries: [0, 1],
      _aws: expect.objectContaining({
        CloudWatchMetrics: [
          expect.objectContaining({
            Namespace: "LateEdition",
            Dimensions: [["service"]],
            Metrics: expect.arrayContaining([{ Name: "MailsSent", Unit: "Count" }]),
          }),
        ],
      }),
    }),
  ]);
});

test("writes log lines but no metrics for an uncounted invocation, and passes none on to the next", () => {
  const open = createTelemetry("digest-function");
  const preview = open(CONTEXT, false);
  preview.log("compared", { stories: 10, heldBack: 9 });
  preview.publish();
  const next = open({ ...CONTEXT, awsRequestId: "request-2" }, true);
  next.log("committed", {});
  next.publish();
  expect(
    lines().map(({ message, EditionCommitted, HeldBackShare }) => [message, EditionCommitted, HeldBackShare]),
  ).toEqual([
    ["compared", undefined, undefined],
    ["committed", undefined, undefined],
    [undefined, 1, undefined],
  ]);
  expect(lines()[1]).toMatchObject({ function_request_id: "request-2", cold_start: false });
});
