import type { Answer } from "../http-server.ts";

/** An SES error, by its name in the API reference. */
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

/** SES's error for a request that breaks one of its rules. */
export class BadRequest extends Problem {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super("BadRequestException", message, options);
  }
}

/** SES's error for a request that names something unknown. */
export function notFound(message: string): Problem {
  return new Problem("NotFoundException", message, { status: 404 });
}

/** An error as SES's REST API returns it. */
export function problemAnswer({
  status,
  name,
  message,
}: Pick<Problem, "status" | "name" | "message">): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": name },
    body: JSON.stringify({ message }),
  };
}
