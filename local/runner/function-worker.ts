/**
 * The thread in which the function runs, as in an execution environment of Lambda: an environment and modules of
 * its own, loaded once, invoked again and again, ended from outside when its time is over.
 */
import { randomUUID } from "node:crypto";
import { format } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import type { FunctionAnswer, Invocation } from "./local-function.ts";

const post = (answer: FunctionAnswer) => parentPort?.postMessage(answer);

/** Log lines and answers go the same way, so that none overtakes another. */
for (const method of ["log", "info", "warn", "error"] as const) {
  console[method] = (...values: unknown[]) => post({ answer: "log", line: lineOf(values) });
}

/**
 * Standard output is the log, as in Lambda: its logger and its metrics write lines there. Written by hand because a
 * thread's own stream comes late, behind the answer, and would mix with what the command prints.
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

const { handler } = await import(workerData.entry);

parentPort?.on("message", async ({ event, deadlineMs }: Invocation) => {
  try {
    post({ answer: "result", result: await handler(event, contextOf(deadlineMs)) });
  } catch (error) {
    post({ answer: "error", ...describe(error) });
  }
});

post({ answer: "ready" });

/** What our function reads of Lambda's context, and the few fields that libraries like to log. */
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
