import { EventEmitter } from "node:events";
import { syncBuiltinESMExports } from "node:module";
import { format } from "node:util";
import threads from "node:worker_threads";
import { afterAll, beforeAll } from "vitest";
import type { FunctionAnswer, Invocation } from "../../local/runner/local-function.ts";

const { Worker } = threads;

/**
 * In the tests around it, the function of a local run has no thread of its own: a thread compiles the modules and patterns again, which
 * takes a second a run. It still has its own environment, configuration, clients and log, but it is not stopped when its time is up.
 * Where `run-locally.test.ts` stops it, it has the thread, and so has every run of a process or of a bundle.
 */
export function useFunctionsWithoutThreads(): void {
  beforeAll(() => setWorker(Threadless));
  afterAll(() => setWorker(Worker));
}

/** The same for what runs within `act`. */
export async function withoutThreads<T>(act: () => Promise<T>): Promise<T> {
  setWorker(Threadless);
  try {
    return await act();
  } finally {
    setWorker(Worker);
  }
}

function setWorker(made: unknown): void {
  Object.assign(threads, { Worker: made });
  syncBuiltinESMExports();
}

interface Options {
  readonly env: Readonly<Record<string, string>>;
  readonly workerData: { readonly entry: string };
}

let loaded = 0;

/** What `function-worker.ts` does, in this thread. */
class Threadless extends EventEmitter {
  readonly #env: Options["env"];
  #invocation: Promise<unknown> = Promise.resolve();
  #handle: (event: unknown, context: unknown) => Promise<never> = () =>
    Promise.reject(new Error("not loaded"));

  constructor(url: URL, options: Options) {
    super();
    this.#env = options.env;
    const { entry } = options.workerData;
    if (!entry.endsWith(".ts")) {
      // biome-ignore lint/correctness/noConstructorReturn: a bundle runs where it would.
      return new Worker(url, options) as unknown as Threadless;
    }
    this.#invocation = this.#alone(async () => {
      loaded += 1;
      this.#handle = (await import(/* @vite-ignore */ `${entry}?function=${loaded}`)).handler;
    }).then(
      () => this.#post({ answer: "ready" }),
      (error) => this.emit("error", error),
    );
  }

  postMessage({ event, deadlineMs }: Invocation): void {
    const context = {
      awsRequestId: `request ${loaded}`,
      functionName: "late-edition-local",
      functionVersion: "$LATEST",
      memoryLimitInMB: "512",
      getRemainingTimeInMillis: () => deadlineMs - Date.now(),
    };
    this.#invocation = this.#alone(() => this.#handle(event, context)).then(
      (result) => this.#post({ answer: "result", result }),
      ({ name, message, stack }: Error) => this.#post({ answer: "error", name, message, stack: stack ?? "" }),
    );
  }

  async terminate(): Promise<void> {
    await this.#invocation;
    this.emit("exit");
  }

  #post(answer: FunctionAnswer): void {
    this.emit("message", answer);
  }

  /** With its own environment, and what it writes as its log. */
  async #alone<T>(act: () => Promise<T>): Promise<T> {
    const env = process.env;
    const { write } = process.stdout;
    const { log, info, warn, error } = console;
    const tell = (...values: unknown[]) => this.#post({ answer: "log", line: lineOf(values) });
    process.env = { ...this.#env };
    Object.assign(console, { log: tell, info: tell, warn: tell, error: tell });
    process.stdout.write = (chunk: string | Uint8Array) => {
      for (const line of String(chunk).split("\n").filter(Boolean)) {
        this.#post({ answer: "log", line });
      }
      return true;
    };
    try {
      return await act();
    } finally {
      process.env = env;
      Object.assign(console, { log, info, warn, error });
      process.stdout.write = write;
    }
  }
}

function lineOf(values: readonly unknown[]): string {
  const [first] = values;
  return values.length === 1 && typeof first === "object" ? JSON.stringify(first) : format(...values);
}
