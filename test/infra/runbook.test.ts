import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const RUNBOOK = readFileSync(new URL("../../docs/runbook.md", import.meta.url), "utf8");

/** The filter pattern under a heading: the first that is written there. */
function patternUnder(heading: string): string {
  const section = RUNBOOK.slice(RUNBOOK.indexOf(`\n## ${heading}\n`));
  return /--filter-pattern '(\{[^']+\})'/.exec(section)?.[1] ?? "";
}

/**
 * Whether CloudWatch would find a line of JSON by a pattern of comparisons, joined by `&&` and `||` (CloudWatch Logs user
 * guide, "Filter pattern syntax for JSON log events"): a field that is not there satisfies no comparison.
 */
function finds(pattern: string, line: object): boolean {
  const either = pattern.replaceAll(/[{}()]/g, "").split("||");
  return either.some((all) => all.split("&&").every((comparison) => holds(comparison, line)));
}

function holds(comparison: string, line: object): boolean {
  const [, path = "", operator, value] =
    /^\s*\$\.([\w.]+)\s*(=|!=|>)\s*"?([^"]*?)"?\s*$/.exec(comparison) ?? [];
  const found = path.split(".").reduce<unknown>((object, name) => Object(object)[name], line);
  if (found === undefined) {
    return false;
  }
  return operator === ">" ? Number(found) > Number(value) : (String(found) === value) === (operator === "=");
}

/** Lines as Lambda writes them in its JSON format (Lambda developer guide, "Log formats", "Telemetry API Event schema"). */
const report = (status: string, more: object = {}) => ({
  time: "2026-11-20T07:15:00.123Z",
  type: "platform.report",
  record: { requestId: "1", metrics: { durationMs: 900_000 }, status, ...more },
});
const ERROR = {
  timestamp: "2026-11-20T07:00:03Z",
  level: "ERROR",
  requestId: "1",
  message: {
    errorType: "MassRemovalError",
    errorMessage: "refused to remove 600 of 1000 stories",
    stackTrace: [],
  },
};
const STEP = { level: "INFO", message: "committed", slot: "2026-11-20T07:00:00Z", service: "digest" };

describe("the query for failed runs", () => {
  test.each<[string, object, boolean]>([
    ["an error", ERROR, true],
    ["a time-out, of which there is no error", report("timeout"), true],
    ["a function out of memory", report("error", { errorType: "Runtime.OutOfMemory" }), true],
    ["a run that succeeded", report("success"), false],
    ["the start of a run", { type: "platform.start", record: { requestId: "1" } }, false],
    ["a step of a run", STEP, false],
  ])("finds %s in JSON logs: %#", (_, line, isFound) => {
    expect(finds(patternUnder("Failed run"), line)).toBe(isFound);
  });
});

test("the query for emails that were given up finds them", () => {
  const line = { level: "INFO", message: "delivered", open: 0, failed: 1 };
  expect(finds(patternUnder("Failed delivery"), line)).toBe(true);
  expect(finds(patternUnder("Failed delivery"), { ...line, failed: 0 })).toBe(false);
});

test("the guide says that bounces wait among the dead letters with the reader's address", () => {
  const guide = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8").replaceAll(
    /\s+/g,
    " ",
  );
  expect(guide).toContain(
    "a bounce, complaint or rejection that could not be recorded waits there as SES sent it, with the reader's address",
  );
  expect(guide).toContain("export AWS_PROFILE=");
  expect(guide).toContain("When a reader asks to leave");
});
