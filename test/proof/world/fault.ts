import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * What can happen to one request of a worker.
 *
 * | fault | the server does it | the worker sees |
 * |---|---|---|
 * | `crash before` | no | nothing: it is dead |
 * | `crash after` | yes | nothing: it is dead |
 * | `answer lost` | yes | a broken connection |
 * | `all answers lost` | yes | the same, on every SDK retry too |
 * | `503` | no | busy; the S3 SDK retries, the SES SDK does not |
 * | `503 for good` | no | the same, on every SDK retry too |
 * | `409`, `412` | no | another write was under way; an unmet condition |
 * | `time ends` | yes | nothing, except that it has hardly any time left |
 * | `400`, `429` | no | a mail service that refuses, or asks for a slower pace |
 */
export const FAULTS = {
  write: [
    "crash before",
    "crash after",
    "answer lost",
    "all answers lost",
    "503",
    "503 for good",
    "409",
    "412",
    "time ends",
  ],
  tag: ["crash before", "crash after", "answer lost", "all answers lost", "503", "503 for good", "409"],
  send: ["crash before", "crash after", "answer lost", "503", "400", "429", "time ends"],
  ask: ["crash before", "crash after", "answer lost", "503", "503 for good", "time ends"],
  read: ["crash before", "answer lost", "all answers lost", "503", "503 for good", "time ends"],
} as const;

export type RequestKind = keyof typeof FAULTS;

export type Fault = (typeof FAULTS)[RequestKind][number];

/** One request as it arrives at a server, with its sender. */
export interface Call {
  readonly worker: string;
  readonly kind: RequestKind;
  /** `PUT head.json`, `POST /v2/email/outbound-emails`. */
  readonly name: string;
  readonly key: string;
  /** The same for all SDK attempts at one command. */
  readonly command: string;
}

/** A fault and the number of the request that it hits, from 0. */
export interface Blow {
  readonly at: number;
  readonly fault: Fault;
}

/** The request with its worker's name, which is its access key, and its kind. */
export function callOf(request: IncomingMessage): Call {
  const { method = "", url = "", headers } = request;
  const worker = /Credential=([^/]+)\//.exec(headers.authorization ?? "")?.[1] ?? "";
  const path = url.split("?", 1)[0] ?? "";
  const isMail = path.startsWith("/v2/email/");
  const isModel = path.startsWith("/model/");
  const key = isMail || isModel ? path : decodeURIComponent(path.split("/").slice(2).join("/"));
  return {
    worker,
    kind: isModel ? "ask" : kindOf(method, url, isMail),
    name: `${method} ${key === "" ? "listing" : key}`,
    key,
    command: String(headers["amz-sdk-invocation-id"]),
  };
}

function kindOf(method: string, url: string, isMail: boolean): RequestKind {
  if (isMail) {
    return method === "POST" && url.endsWith("/outbound-emails") ? "send" : "read";
  }
  if (method !== "PUT") {
    return "read";
  }
  return url.includes("?tagging") ? "tag" : "write";
}

/** Whether the request changes something. */
export function isEffect({ kind }: Call): boolean {
  return kind !== "read" && kind !== "ask";
}

/** Whether the fault also hits the SDK's next attempt at the same command. */
export function isLasting(fault: Fault): boolean {
  return fault === "all answers lost" || fault === "503 for good";
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Lets the server answer, or applies the fault to the request. */
export function answerWith(
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  listener: Listener,
): void {
  switch (fault) {
    case undefined:
    case "time ends":
      listener(request, response);
      return;
    case "crash before":
      return;
    case "crash after":
    case "answer lost":
    case "all answers lost":
      listener(request, silenced(response));
      return;
    default:
      refuse(fault, request, response);
  }
}

/** Swallows the server's answer and breaks the connection; emits `silenced` first. */
function silenced(response: ServerResponse): ServerResponse {
  response.writeHead = () => response;
  response.end = () => {
    response.emit("silenced");
    response.socket?.destroy();
    return response;
  };
  return response;
}

type Refusal = "503" | "503 for good" | "409" | "412" | "400" | "429";

const REFUSALS: Readonly<Record<Refusal, readonly [status: number, s3: string, ses: string]>> = {
  "503": [503, "SlowDown", "InternalServiceErrorException"],
  "503 for good": [503, "ServiceUnavailable", "InternalServiceErrorException"],
  "409": [409, "ConditionalRequestConflict", "ConflictException"],
  "412": [412, "PreconditionFailed", "BadRequestException"],
  "400": [400, "InvalidArgument", "MessageRejected"],
  "429": [429, "SlowDown", "TooManyRequestsException"],
};

function refuse(fault: Refusal, request: IncomingMessage, response: ServerResponse): void {
  const [status, s3, ses] = REFUSALS[fault];
  request.resume();
  request.on("end", () => {
    if (/^\/(?:v2|model)\//.test(request.url ?? "")) {
      response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": ses });
      response.end('{"message":"no"}');
    } else {
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<Error><Code>${s3}</Code><Message>no</Message></Error>`);
    }
  });
}
