import { expect, it, onTestFinished, vi } from "vitest";
import { startBedrockServer } from "../../../local/bedrock/bedrock-server.ts";
import { ask, GIVEN, openAccount } from "./account.ts";

async function said(summaries: string): Promise<readonly string[]> {
  await openAccount();
  const bedrock = await startBedrockServer();
  onTestFinished(() => bedrock.close());
  vi.stubEnv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.url);
  const lines = await ask(...GIVEN, "-c", `summaries=${summaries}`);
  return lines.filter((line) => / model /.test(line));
}

it("asks no model where none is set", async () => {
  expect(await said("extract")).toEqual([]);
});

it.each([
  ["choose:local", /^ok {11}model local: it answers$/],
  ["write:local.cut-off", /^ok {11}model local\.cut-off: it answers$/],
  ["choose:local.denied", /^not ok {7}model local\.denied: .+Model access.+bedrock:InvokeModel$/],
  ["choose:local.missing", /^not ok {7}model local\.missing: .+list-foundation-models/],
  ["choose:local.throttled", /^not checked {2}model local\.throttled: /],
])("of %s it says %s", async (summaries, words) => {
  expect(await said(summaries)).toEqual([expect.stringMatching(words)]);
});
