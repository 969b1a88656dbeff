import { Worker } from "node:worker_threads";
import type { RunResult } from "../../functions/digest/run/result.ts";
import { moduleAt } from "../../infra/installed.ts";

/** The function, loaded and waiting for events. */
export interface LocalFunction {
  /** Throws what the handler throws, or when its time is up; after that the function cannot be used. */
  invoke(event: unknown): Promise<RunResult>;
  stop(): Promise<void>;
}

export interface FunctionOptions {
  /** Address of the module that exports `handler`. */
  readonly entry: URL;
  readonly env: Readonly<Record<string, string>>;
  readonly timeLimitMs: number;
  /** Called with each line that the function logs. */
  readonly onLog: (line: string) => void;
}

/** A message to the thread. */
export interface Invocation {
  readonly event: unknown;
  readonly deadlineMs: number;
}

/** A message from the thread. */
export type FunctionAnswer =
  | { readonly answer: "ready" }
  | { readonly answer: "log"; readonly line: string }
  | { readonly answer: "result"; readonly result: RunResult }
  | { readonly answer: "error"; readonly name: string; readonly message: string; readonly stack: string };

/** Loads the function in a separate thread; throws what its modules throw, for example for a missing setting. */
export async function startFunction(options: FunctionOptions): Promise<LocalFunction> {
  const worker = new Worker(moduleAt("./function-worker.ts", import.meta.url), {
    env: { ...options.env },
    workerData: { entry: options.entry.href },
  });
  const nextAnswer = answersOf(worker, options.onLog);
  await nextAnswer();
  return {
    async invoke(event) {
      const deadlineMs = Date.now() + options.timeLimitMs;
      const timer = setTimeout(() => worker.terminate(), options.timeLimitMs);
      worker.postMessage({ event, deadlineMs } satisfies Invocation);
      try {
        return resultOf(await nextAnswer(), options);
      } finally {
        clearTimeout(timer);
      }
    },
    async stop() {
      await worker.terminate();
    },
  };
}

/** Waits for the next answer that is not a log line; `undefined` if the thread was terminated. */
function answersOf(worker: Worker, onLog: (line: string) => void): () => Promise<FunctionAnswer | undefined> {
  let waiting = Promise.withResolvers<FunctionAnswer | undefined>();
  worker.on("message", (answer: FunctionAnswer) => {
    if (answer.answer === "log") {
      onLog(answer.line);
    } else {
      waiting.resolve(answer);
    }
  });
  worker.on("error", (error) => waiting.reject(error));
  worker.on("exit", () => waiting.resolve(undefined));
  return async () => {
    const answer = await waiting.promise;
    waiting = Promise.withResolvers();
    return answer;
  };
}

/** What to do here about errors whose message names an event. */
const HINTS: Readonly<Record<string, string>> = {
  MassRemovalError: "; here, --accept-removals does the same for all of them",
};

function resultOf(answer: FunctionAnswer | undefined, { timeLimitMs, onLog }: FunctionOptions): RunResult {
  switch (answer?.answer) {
    case "result":
      return answer.result;
    case "error":
      onLog(JSON.stringify({ errorType: answer.name, errorMessage: answer.message, stack: answer.stack }));
      throw new Error(`${answer.message}${HINTS[answer.name] ?? ""}`);
    default:
      throw new Error(
        `Task timed out after ${(timeLimitMs / 1000).toFixed(2)} seconds: allow more with --time-limit SECONDS`,
      );
  }
}
