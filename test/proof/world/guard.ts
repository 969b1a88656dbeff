import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { answerWith, type Call, callOf, type Fault } from "./fault.ts";
import type { Worker } from "./worker.ts";

export interface Guard {
  readonly team: ReadonlyMap<string, Worker>;
  readonly judge: (call: Call, request: IncomingMessage) => Promise<Fault | undefined>;
  readonly now: () => Date;
}

/** Puts the judge before the server's own handler. */
export function standBefore(server: Server, { team, judge, now }: Guard): void {
  const [listener] = server.listeners("request");
  if (listener === undefined) {
    throw new Error("cannot wrap a server without a handler");
  }
  server.removeAllListeners("request");
  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    const call = callOf(request);
    const worker = team.get(call.worker);
    const fault = worker === undefined ? "crash before" : await judge(call, request);
    response.setHeader("date", now().toUTCString());
    if (fault === "time ends") {
      worker?.endTime();
    }
    answerWith(fault, request, response, (...arguments_) => listener.call(server, ...arguments_));
    if (fault === "crash before") {
      worker?.die();
    }
    if (fault === "crash after") {
      response.on("silenced", () => worker?.die());
    }
  });
}
