import { printable } from "./printable.ts";

/** What the doctor found in one check, and what to do about it. */
export interface Finding {
  /** `warning`: a deployment works, but somebody may not get what they want. */
  readonly status: "ok" | "warning" | "not ok" | "not checked";
  /** What was checked: `sender desk@example.org`. */
  readonly subject: string;
  readonly words: string;
}

/** The width of the longest status. */
const STATUS_WIDTH = "not checked".length;

export function ok(subject: string, words: string): Finding {
  return { status: "ok", subject, words };
}

export function warning(subject: string, words: string): Finding {
  return { status: "warning", subject, words };
}

export function notOk(subject: string, words: string): Finding {
  return { status: "not ok", subject, words };
}

export function notChecked(subject: string, words: string): Finding {
  return { status: "not checked", subject, words };
}

/** A finding as one line. */
export function lineOf({ status, subject, words }: Finding): string {
  return printable(`${status.padEnd(STATUS_WIDTH)}  ${subject}: ${words}`.replaceAll(/\s*\n\s*/g, " "));
}

/** The name of an AWS service error, and its message if it has one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.message === "" || error.message === error.name
    ? error.name
    : `${error.name}: ${error.message}`;
}

/** Whether AWS answered with this error. */
export function isCalled(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
