import type { Answer } from "../http-server.ts";

/** The error that SES answers to a request that breaks one of its rules. */
export class BadRequest extends Error {
  override readonly name = "BadRequestException";
}

/** An error in the form of SES's REST interface. */
export function problemAnswer(status: number, name: string, message: string): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": name },
    body: JSON.stringify({ message }),
  };
}
