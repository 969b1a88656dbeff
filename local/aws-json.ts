import type { IncomingMessage } from "node:http";
import { type Answer, readBody } from "./http-server.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** An error of a service with a REST API in JSON, by its name in the API reference. */
export class Problem extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(
    name: string,
    message: string,
    { status = 400, cause }: { status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = name;
    this.status = status;
  }
}

/** An error as such an API returns it. */
export function problemAnswer({
  status,
  name,
  message,
}: Pick<Problem, "status" | "name" | "message">): Answer {
  return { status, headers: { ...JSON_TYPE, "x-amzn-errortype": name }, body: JSON.stringify({ message }) };
}

/** A value as such an API returns it. */
export function jsonAnswer(value: unknown): Answer {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify(value) };
}

/**
 * The body of a request, at most `limit` bytes; throws what `refuse` makes of another. Only a body that says it is JSON: a page of
 * another site may send others without asking.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
  refuse: (message: string, options?: { readonly cause: unknown }) => Error,
): Promise<unknown> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/(?:json|x-amz-json-1\.[01])\s*(?:;|$)/.test(type)) {
    throw refuse(`the body is ${type === "" ? "of no type" : type}: expected application/json`);
  }
  const body = (await readBody(request, limit)).toString("utf8");
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw refuse("the body is not JSON", { cause });
  }
}
