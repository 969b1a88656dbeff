import type { Call, Fault } from "./fault.ts";

/** The fate of a request. */
export interface Judged {
  readonly fault: Fault | undefined;
  /** To be called once what was asked is done, if no fault meets it. */
  readonly onEffect: () => void;
}

/** What decides on the requests of a worker that need not go over HTTP. */
export interface Judging {
  /** Decides the fate of a request; where it is a fault, the next request of this name that a server gets meets it. */
  readonly judge: (request: Pick<Call, "kind" | "name" | "key">) => Promise<Judged>;
  /** Waits for a request of this worker that meets a fault, if one is under way; never ends for a dead worker. */
  readonly goOn: () => Promise<void>;
  /** Lets the worker's later requests wait for this one. */
  readonly hold: <T>(request: Promise<T>) => Promise<T>;
}

/** The ways of a request to its answer. */
interface Ways<T> {
  /** Through the SDK, with its further attempts. */
  readonly overHttp: () => Promise<T>;
  readonly directly: () => T | Promise<T>;
}

/** The answer to a request: over HTTP if a fault meets it, else directly. */
export async function askJudged<T>(
  request: Parameters<Judging["judge"]>[0],
  { judge, goOn, hold }: Judging,
  { overHttp, directly }: Ways<T>,
): Promise<T> {
  await goOn();
  const { fault, onEffect } = await judge(request);
  try {
    if (fault !== undefined) {
      return await hold(overHttp());
    }
    const answer = await directly();
    onEffect();
    return answer;
  } finally {
    await goOn();
  }
}
