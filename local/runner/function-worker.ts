/**
 * The thread that runs the function, like a Lambda execution environment: its own environment and modules,
 * loaded once, invoked repeatedly, and terminated from outside when its time is up.
 */
import { randomUUID } from "node:crypto";
import { format } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import type { FunctionAnswer, Invocation } from "./local-function.ts";

const post = (answer: FunctionAnswer) => parentPort?.postMessage(answer);

/** Log lines and answers share one channel, so that they stay in order. */
for (const method of ["log", "info", "warn", "error"] as const) {
  console[method] = (...values: unknown[]) => post({ answer: "log", line: lineOf(values) });
}

/**
 * Standard output is the log, as in Lambda: the logger and metrics write lines there. Intercepted because a
 * thread's own stream arrives after the answer and would mix with the command's output.
 */
process.stdout.write = (chunk: string | Uint8Array) => {
  for (const line of String(chunk)
    .split("\n")
    .filter((text) => text !== "")) {
    post({ answer: "log", line });
  }
  return true;
};

/** An object is one line of JSON, as in Lambda's log. */
function lineOf(values: readonly unknown[]): string {
  const [first] = values;
  return values.length === 1 && typeof first === "object" ? JSON.stringify(first) : format(...values);
}

/** A bundle that lies elsewhere, such as in the folder of a test, is not met again: it would only fill the cache. */
if (workerData.entry.startsWith(new URL("../..", import.meta.url).href)) {
  await import("../../infra/compile-cache.ts");
}

const { handler } = await import(workerData.entry);

parentPort?.on("message", async ({ event, deadlineMs }: Invocation) => {
  try {
    post({ answer: "result", result: await handler(event, contextOf(deadlineMs)) });
  } catch (error) {
    post({ answer: "error", ...describe(error) });
  }
});

post({ answer: "ready" });

/** The fields of Lambda's context that our function reads, and the few that libraries log. */
function contextOf(deadlineMs: number) {
  return {
    awsRequestId: randomUUID(),
    functionName: "late-edition-local",
    functionVersion: "$LATEST",
    memoryLimitInMB: "512",
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}

function describe(error: unknown) {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? "" }
    : { name: "Error", message: String(error), stack: "" };
}
