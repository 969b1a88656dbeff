import { Problem } from "../aws-json.ts";

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
