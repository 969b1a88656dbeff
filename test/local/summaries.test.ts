import { expect, it, onTestFinished } from "vitest";
import { startLocalCloud } from "../../local/cloud.ts";
import { functionEnvironment } from "../../local/runner/environment.ts";
import { parseDigestOptions, parseInvokeOptions } from "../../local/runner/options.ts";
import { needsLocalModels } from "../../local/runner/summaries.ts";
import { UsageError } from "../../local/runner/usage.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const digest = (...args: string[]) => parseDigestOptions(args, new Date("2026-11-20T07:00:00Z"));

it.each([
  "extract",
  "choose:local",
  "write:local.invented",
  "choose:eu.amazon.nova-micro-v1:0",
  "choose:arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0",
])("--summaries %s replaces the variable of the environment", (value) => {
  expect(digest("--summaries", value).settings).toEqual({ SUMMARIES: value });
  expect(parseInvokeOptions(["events/preview.json", "--summaries", value]).settings).toEqual({
    SUMMARIES: value,
  });
});

it("leaves the variable alone without the option", () => {
  expect(digest()).not.toHaveProperty("settings");
});

it.each([
  "",
  "local",
  "choose",
  "choose:",
  "write:",
  "summarise:local",
  "extract:local",
  "choose:a b",
  "choose:\nlocal",
  "Choose:local",
  `choose:${"a".repeat(2049)}`,
])("refuses --summaries %j in one line", (value) => {
  expect(() => digest("--summaries", value)).toThrow(UsageError);
  expect(() => digest("--summaries", value)).toThrow(
    /^--summaries is ".*": expected extract, choose:MODEL or write:MODEL/s,
  );
});

it.each([
  [{}, false],
  [{ SUMMARIES: "" }, false],
  [{ SUMMARIES: "extract" }, false],
  [{ SUMMARIES: "choose:local" }, true],
  [{ SUMMARIES: "write:local" }, true],
  [{ SUMMARIES: "choose:local", AWS_ENDPOINT_URL_BEDROCK_RUNTIME: "" }, true],
  [{ SUMMARIES: "choose:local", AWS_ENDPOINT_URL_BEDROCK_RUNTIME: "http://localhost:4566" }, false],
])("of %j, a local run needs models of its own: %s", (environment, expected) => {
  expect(needsLocalModels(environment)).toBe(expected);
});

it("the local cloud has models only when they are asked for, and leaves the caller's endpoint alone otherwise", async () => {
  const callers = {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: "https://bedrock.example",
    AWS_BEARER_TOKEN_BEDROCK: "secret",
  };
  const without = await startLocalCloud({ state: temporaryFolder() });
  onTestFinished(without.stop);
  expect(without.env).not.toHaveProperty("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
  expect(functionEnvironment(without, callers, undefined)).toMatchObject(callers);
  const having = await startLocalCloud({ state: temporaryFolder(), hasModels: true });
  onTestFinished(having.stop);
  const env = functionEnvironment(having, callers, undefined);
  expect(env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(env).not.toHaveProperty("AWS_BEARER_TOKEN_BEDROCK");
});
