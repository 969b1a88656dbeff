import type { Answer } from "../http-server.ts";
import { element } from "./xml.ts";

/** Status and message of this server's error codes; the codes are S3's, the words ours. */
const PROBLEMS = {
  AccessDenied: [403, "The object may not be read."],
  BadDigest: [400, "The checksum of the body does not match the one sent."],
  InternalError: [500, "The local S3 failed."],
  IncompleteBody: [400, "The body ended before its announced length."],
  InvalidArgument: [400, "A parameter has an invalid value."],
  InvalidRange: [416, "The range starts after the end of the object."],
  InvalidTag: [400, "The tags are invalid."],
  InvalidURI: [400, "The path is not percent-encoded UTF-8."],
  KeyTooLongError: [400, "The key is longer than 1,024 bytes."],
  MalformedXML: [400, "The body is not valid XML for this operation."],
  NoSuchBucket: [404, "The bucket does not exist."],
  NoSuchKey: [404, "There is no object with this key."],
  NotImplemented: [501, "The local S3 does not support this."],
  PreconditionFailed: [412, "A condition of the request does not hold."],
  XAmzContentSHA256Mismatch: [400, "The SHA-256 of the body does not match the one sent."],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An error that S3 would return; `detail` adds to the code's message. */
export class S3Problem extends Error {
  override readonly name = "S3Problem";
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail = "", headers: Readonly<Record<string, string>> = {}) {
    super(detail === "" ? PROBLEMS[code][1] : `${PROBLEMS[code][1]} ${detail}`);
    this.code = code;
    this.headers = headers;
  }
}

/** A problem as an XML response. Errors are the only S3 documents without a namespace. */
export function problemAnswer(problem: S3Problem, resource: string): Answer {
  const inside = [
    element("Code", problem.code),
    element("Message", problem.message),
    element("Resource", resource),
  ].join("");
  return {
    status: PROBLEMS[problem.code][0],
    headers: { "content-type": "application/xml", ...problem.headers },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inside}</Error>`,
  };
}
