import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  BedrockRuntimeClient,
  BedrockRuntimeServiceException,
  ConverseCommand,
  type ConverseCommandInput,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { describe, expect, it, onTestFinished } from "vitest";
import { type BedrockServerOptions, startBedrockServer } from "../../../local/bedrock/bedrock-server.ts";
import { MODES } from "../../../local/bedrock/modes.ts";
import { hashOf } from "../../../local/bedrock/question.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const SCHEMA = JSON.stringify({ type: "object" });

function request(
  lines: readonly string[],
  overrides: Partial<ConverseCommandInput> = {},
): ConverseCommandInput {
  const text = ["=====", "Headline: 12 boats sank", ...lines, "====="].join("\n");
  return {
    modelId: "local",
    system: [{ text: "Choose." }],
    messages: [{ role: "user", content: [{ text }] }],
    inferenceConfig: { maxTokens: 400, temperature: 0 },
    outputConfig: {
      textFormat: { type: "json_schema", structure: { jsonSchema: { name: "answer", schema: SCHEMA } } },
    },
    ...overrides,
  };
}

async function open(options: BedrockServerOptions = {}) {
  const server = await startBedrockServer(options);
  const client = new BedrockRuntimeClient({
    endpoint: server.url,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  });
  onTestFinished(() => {
    client.destroy();
    return server.close();
  });
  const send = (input: ConverseCommandInput) => client.send(new ConverseCommand(input));
  return {
    server,
    send,
    ask: async (input: ConverseCommandInput) => (await send(input)).output?.message?.content?.[0]?.text,
  };
}

const one = (...ids: readonly number[]) => JSON.stringify({ sentences: ids.map((id) => ({ id, cuts: [] })) });

describe("the local model", () => {
  it.each([
    [["[1] A storm rose.", "[2] Nobody saw it.", "[3] It sank 12 boats.", "[4] It left."], one(2, 3)],
    [["[1] It sank 12 boats.", "A line of 4 words.", "[2] It left."], one(1, 2)],
    [["[1] A storm rose.", "[2+] It sank 12 boats."], one(1, 2)],
    // The extract would tell the first two.
    [["[1] A storm rose.", "[2] It sank 12 boats.", "[3] Nobody saw it.", "[4] It left 5."], one(3, 4)],
    // The one before needs one more.
    [["[1] A storm rose.", "[2+] It left.", "[3] It sank 12 boats."], one(3)],
    [["[1] A storm rose.", "[2+] It left.", "[3+] It sank 12 boats."], one(1)],
    [["[1] A storm rose."], one(1)],
  ])("chooses of %j the first with a figure and the one before", async (lines, expected) => {
    const { ask } = await open();
    expect(await ask(request(lines))).toBe(expected);
    expect(await ask(request(lines))).toBe(expected);
  });

  it("cuts what stands in brackets", async () => {
    const { ask } = await open();
    const lines = ["[1] A storm (the first) rose.", "[2] It sank 12 boats."];
    expect(await ask(request(lines))).toBe(
      '{"sentences":[{"id":1,"cuts":["(the first)"]},{"id":2,"cuts":[]}]}',
    );
  });

  it("chooses without a schema too, where sentences have numbers; else it writes", async () => {
    const { ask } = await open();
    const { outputConfig: _, ...free } = request(["[1] A storm rose.", "[2] It sank 12 boats."]);
    expect(await ask(free)).toBe(one(1, 2));
    const { outputConfig: __, ...written } = request([
      "Changed: 11 → 12",
      "A storm rose.",
      "It sank 12 boats.",
    ]);
    expect(await ask(written)).toBe("A storm rose. It sank 12 boats.");
  });

  it("says what is recorded for a question, from the next one on", async () => {
    const answers = join(temporaryFolder(), "answers.json");
    const { ask, server } = await open({ answers });
    const asked = request(["[1] A storm rose."]);
    expect(await ask(asked)).toBe(one(1));
    const [question] = server.questions;
    expect(question).toBeDefined();
    writeFileSync(answers, JSON.stringify({ [question ? hashOf(question) : ""]: "recorded" }));
    expect(await ask(asked)).toBe("recorded");
    expect(await ask(request(["[1] A storm left."]))).toBe(one(1));
  });

  it("says of a file of answers that it cannot be read", async () => {
    const answers = join(temporaryFolder(), "answers.json");
    writeFileSync(answers, "[5]");
    const failures: unknown[] = [];
    const { send } = await open({ answers, onFailure: (error) => failures.push(error) });
    await expect(send(request(["[1] A storm rose."]))).rejects.toThrow();
    expect(String(failures[0])).toMatch(/cannot read recorded answers from .*answers\.json/);
  });
});

describe("models that lie", () => {
  const LINES = ["[1] Mayor Ada Reed did not resign.", "[2] She met 3 members."];

  it.each([
    ["wrong-ids", /"id":999999/],
    ["cuts-negations", /"id":1,"cuts":\["not"," not","did not resign\."/],
    ["prose", /^Sure!/],
    ["long", /^\{.{80000,}\}$/],
    ["invented", /4,711/],
    ["injected", /attacker\.example/],
  ])("%s: does", async (mode, expected) => {
    const { ask } = await open();
    expect(await ask(request(LINES, { modelId: `local.${mode}` }))).toMatch(expected);
  });

  it("invent and obey in free text too", async () => {
    const { ask } = await open();
    const { outputConfig: _, ...written } = request(["Mayor Ada Reed did not resign."]);
    expect(await ask({ ...written, modelId: "local.invented" })).toContain("Mayor Ada Invented");
    expect(await ask({ ...written, modelId: "local.injected" })).toContain("https://attacker.example/");
  });

  it("end, or come to nothing, each in its own way", async () => {
    const { send } = await open({ slowMs: 1 });
    const ends = new Map<string, string>();
    for (const mode of [...MODES.keys()].filter((name) => name !== "hangs")) {
      const asked = send(request(LINES, { modelId: `local.${mode}` }));
      ends.set(mode, await asked.then(({ stopReason = "" }) => stopReason, nameOf));
    }
    expect(Object.fromEntries(ends)).toEqual({
      "wrong-ids": "end_turn",
      "cuts-negations": "end_turn",
      prose: "end_turn",
      long: "end_turn",
      invented: "end_turn",
      injected: "end_turn",
      empty: "end_turn",
      "no-schema": "400 ValidationException",
      "no-temperature": "400 ValidationException",
      "only-by-profile": "400 ValidationException",
      invalid: "400 ValidationException",
      refused: "guardrail_intervened",
      filtered: "content_filtered",
      "cut-off": "max_tokens",
      slow: "end_turn",
      closes: "TimeoutError",
      throttled: "429 ThrottlingException",
      "throttled-once": "429 ThrottlingException",
      failing: "500 InternalServerException",
      denied: "403 AccessDeniedException",
      "no-right": "403 AccessDeniedException",
      expired: "403 ExpiredTokenException",
      missing: "404 ResourceNotFoundException",
      "not-json": "SyntaxError",
    });
  });
});

function nameOf(error: unknown): string {
  if (error instanceof BedrockRuntimeServiceException) {
    return `${error.$metadata.httpStatusCode} ${error.name}`;
  }
  return error instanceof Error ? error.name : String(error);
}

describe("what is not served", () => {
  it.each([
    [{ modelId: "amazon.nova-micro-v1:0" }, "The provided model identifier is invalid."],
    [{ modelId: "local.unheard-of" }, "The provided model identifier is invalid."],
    [{ modelId: "locally" }, "The provided model identifier is invalid."],
    [{ toolConfig: { tools: [] } }, "toolConfig"],
    [{ inferenceConfig: { maxTokens: 400, topP: 0.5 } }, "inferenceConfig.topP"],
    [{ inferenceConfig: { maxTokens: 0 } }, "inferenceConfig.maxTokens"],
    [{ system: [{ text: "" }] }, "system.0.text: the text is empty"],
    [{ messages: [] }, "messages"],
    [
      {
        outputConfig: {
          textFormat: { type: "json_schema", structure: { jsonSchema: { name: "answer", schema: "[]" } } },
        },
      },
      "the schema is not a JSON object",
    ],
  ] as const)("%j is refused by name", async (overrides, message) => {
    const { send } = await open();
    const refused = send({ ...request(["[1] A storm rose."]), ...overrides } as ConverseCommandInput);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({ name: "ValidationException" });
  });

  it.each([
    ["GET", "/model/local/converse"],
    ["POST", "/model/local/converse-stream"],
    ["POST", "/model/local/invoke"],
  ])("%s %s is no operation of it", async (method, path) => {
    const { server } = await open();
    const answer = await fetch(`${server.url}${path}`, { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
  });

  it("is a body that a page of another site may send", async () => {
    const { server } = await open();
    const answer = await fetch(`${server.url}/model/local/converse`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(400);
  });
});
