import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBedrockClient, createBedrockModel } from "../../../../functions/digest/model/bedrock.ts";
import { MAX_ANSWER_BYTES } from "../../../../functions/digest/model/bounded-body.ts";
import { type ModelFailure, modelFailureOf } from "../../../../functions/digest/model/failure.ts";
import type { AskModel, ModelQuestion } from "../../../../functions/digest/summary/model/types.ts";
import { startBedrockServer } from "../../../../local/bedrock/bedrock-server.ts";

const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

const QUESTION: ModelQuestion = {
  system: "Choose one or two sentences.",
  text: "=====\nHeadline: Quay closed\n[1] The quay was closed.\n[2] Some 300 people (and a dog) left.\n[3+] They did not return.\n=====",
  schema: { type: "object", properties: { sentences: { type: "array" } } },
  maxTokens: 400,
};

/** How soon an aborted question is over. */
const SOON_MS = 100;

function modelAt(endpoint: string, model: string): AskModel {
  const client = createBedrockClient({ endpoint, region: "eu-central-1", credentials: CREDENTIALS });
  onTestFinished(() => client.destroy());
  return createBedrockModel({ model }, client);
}

async function open(model: string, slowMs?: number) {
  const server = await startBedrockServer(slowMs === undefined ? {} : { slowMs });
  onTestFinished(server.close);
  return { ask: modelAt(server.url, model), questions: server.questions };
}

/** A model at a server that answers as no HTTP framework would. */
async function openRaw(listener: RequestListener): Promise<AskModel> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return modelAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "local");
}

const forever = () => new AbortController().signal;

async function failureOf(asked: Promise<unknown>): Promise<ModelFailure> {
  const error = await asked.then(
    () => new Error("it was answered"),
    (reason: unknown) => reason,
  );
  const failure = modelFailureOf(error);
  if (failure === undefined) {
    throw new Error("not a failure of the model", { cause: error });
  }
  return failure;
}

it("asks as Converse wants it, and reads text and tokens of the answer", async () => {
  const { ask, questions } = await open("local");
  expect(await ask(QUESTION, forever())).toEqual({
    text: '{"sentences":[{"id":2,"cuts":["(and a dog)"]},{"id":3,"cuts":[]}]}',
    inputTokens: 28,
    outputTokens: 3,
  });
  expect(questions).toEqual([
    {
      model: "local",
      system: QUESTION.system,
      text: QUESTION.text,
      maxTokens: 400,
      temperature: 0,
      schema: JSON.stringify(QUESTION.schema),
    },
  ]);
});

it("asks for free text without a schema", async () => {
  const { ask, questions } = await open("local");
  const { schema: _, ...free } = { ...QUESTION, text: "It rained.\nThen 3 boats left." };
  expect(await ask(free, forever())).toMatchObject({ text: "It rained. Then 3 boats left." });
  expect(questions[0]).not.toHaveProperty("schema");
});

it("names the model by ARN too", async () => {
  const arn = "arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-micro-v1:0";
  const { ask, questions } = await open(arn);
  expect(await failureOf(ask(QUESTION, forever()))).toMatchObject({ kind: "unknown model" });
  expect(questions[0]?.model).toBe(arn);
});

describe("a model that does not take the question as it is", () => {
  it.each([
    ["local.no-schema", "schema"],
    ["local.no-temperature", "temperature"],
  ])("%s is asked without, at once and from then on", async (model, missing) => {
    const { ask, questions } = await open(model);
    expect((await ask(QUESTION, forever())).text).toMatch(/^\{"sentences":\[\{"id":2/);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toHaveProperty(missing);
    await ask({ ...QUESTION, text: "[1] Another story." }, forever());
    expect(questions).toHaveLength(3);
    for (const again of questions.slice(1)) {
      expect(again).not.toHaveProperty(missing);
      expect(again).toHaveProperty(missing === "schema" ? "temperature" : "schema");
    }
  });

  it("is asked no more than three times", async () => {
    const { ask, questions } = await open("local.invalid");
    expect(await failureOf(ask(QUESTION, forever()))).toMatchObject({ kind: "invalid" });
    expect(questions).toHaveLength(2);
  });
});

describe("without an answer", () => {
  it.each([
    [
      "throttled",
      "throttled",
      "the account's quota of this model is used up for now: ask for a higher one in Service Quotas",
    ],
    [
      "denied",
      "denied",
      "the account has no access to it: ask for it in Bedrock's console, under Model access",
    ],
    [
      "no-right",
      "denied",
      "access denied: allow bedrock:InvokeModel on the model, and on the inference profile if it is one",
    ],
    ["expired", "denied", "the credentials are missing, wrong or expired: check them"],
    [
      "missing",
      "unknown model",
      "it does not exist here: check its id, and that it is offered in this region",
    ],
    ["no-such-mode", "unknown model", "no model has this id: check it in Bedrock's list of model ids"],
    [
      "only-by-profile",
      "unknown model",
      "it can be asked only through an inference profile: name the id of one",
    ],
    ["invalid", "invalid", "the model does not take this question (400 ValidationException)"],
    ["refused", "refused", "a guardrail of the account withheld the answer"],
    ["filtered", "refused", "the model's content filter withheld the answer"],
    [
      "cut-off",
      "cut off",
      "the answer reached its limit of tokens: a model that answers briefly fits better",
    ],
    ["empty", "unavailable", "the answer has no text"],
    ["not-json", "unavailable", "the answer is not JSON: check the endpoint"],
    [
      "failing",
      "unavailable",
      "Bedrock is failing (500 InternalServerException, 3 attempts): run again later",
    ],
    [
      "closes",
      "unavailable",
      "no complete answer (ECONNRESET): check the network, the region and the endpoint",
    ],
  ])("says of a model that is %s why, in one sentence", async (mode, kind, found) => {
    const { ask } = await open(`local.${mode}`);
    const failure = await failureOf(ask(QUESTION, forever()));
    expect([failure.kind, failure.message]).toEqual([kind, `cannot ask the model local.${mode}: ${found}`]);
    expect(failure.message).not.toMatch(/quay|people/i);
  });

  it("says that nobody listens", async () => {
    const { kind, message } = await failureOf(modelAt("http://127.0.0.1:1", "local")(QUESTION, forever()));
    expect([kind, message]).toEqual([
      "unavailable",
      "cannot ask the model local: no complete answer (ECONNREFUSED): check the network, the region and the endpoint",
    ]);
  });

  it("says that there are no credentials", async () => {
    const none = async () => {
      throw Object.assign(new Error("Could not load credentials"), { name: "CredentialsProviderError" });
    };
    const client = createBedrockClient({
      endpoint: "http://127.0.0.1:1",
      region: "eu-central-1",
      credentials: none,
    });
    const failure = await failureOf(createBedrockModel({ model: "local" }, client)(QUESTION, forever()));
    expect(failure).toMatchObject({ kind: "denied", message: expect.stringContaining("credentials") });
  });

  it("shows no control character of an id", async () => {
    const { ask } = await open("no\nsuch\u202emodel");
    expect((await failureOf(ask(QUESTION, forever()))).message).toContain(
      "cannot ask the model no?such?model: ",
    );
  });
});

it.each([
  [{ stopReason: "end_turn" }],
  [{ stopReason: "end_turn", output: { message: { content: "text" } } }],
  [{ stopReason: "end_turn", output: { message: { content: [{ text: 5 }, null, { image: {} }] } } }],
  [{ stopReason: "tool_use", output: { message: { content: [{ text: "text" }] } } }],
  [{ output: { message: { content: [{ text: "text" }] } } }],
  ["text"],
  [null],
  [[]],
])("takes %j for no answer", async (body) => {
  const ask = await openRaw((_, response) => response.end(JSON.stringify(body)));
  expect(await failureOf(ask(QUESTION, forever()))).toMatchObject({ kind: "unavailable" });
});

it("joins the texts of an answer, and counts what is no number of tokens as none", async () => {
  const content = [
    { reasoningContent: { reasoningText: { text: "hm" } } },
    { text: "one " },
    { text: "two" },
  ];
  const body = {
    stopReason: "stop_sequence",
    output: { message: { role: "assistant", content } },
    usage: { inputTokens: -1, outputTokens: "9" },
  };
  const ask = await openRaw((_, response) => response.end(JSON.stringify(body)));
  expect(await ask(QUESTION, forever())).toEqual({ text: "one two", inputTokens: 0, outputTokens: 0 });
});

it("asks again where the first answer was that there are too many questions", async () => {
  const { ask, questions } = await open("local.throttled-once");
  expect((await ask(QUESTION, forever())).text).toContain("sentences");
  expect(questions).toHaveLength(2);
});

it.each([200, 429, 500])("reads no more of an answer than its bound: status %i", async (status) => {
  let sent = 0;
  let asked = 0;
  const ask = await openRaw((_, response) => {
    asked += 1;
    response.writeHead(status, { "content-type": "application/json" });
    const chunk = Buffer.alloc(64 * 1024, " ");
    const pour = () => {
      while (!response.destroyed && sent < 100_000_000) {
        sent += chunk.length;
        if (!response.write(chunk)) {
          response.once("drain", pour);
          return;
        }
      }
    };
    pour();
  });
  const failure = await failureOf(ask(QUESTION, forever()));
  expect(failure).toMatchObject({ kind: "too long" });
  expect(failure.message).toBe(
    `cannot ask the model local: the answer has more than ${MAX_ANSWER_BYTES} bytes`,
  );
  expect(asked).toBe(status === 200 ? 1 : 3);
  // What the sockets of both sides hold comes on top.
  expect(sent).toBeLessThan(20_000_000);
});

it("reads an answer of 100 kB, for the verifier to refuse", async () => {
  const { ask } = await open("local.long");
  expect((await ask(QUESTION, forever())).text.length).toBeGreaterThan(80_000);
});

// Another process may have the processor for that long, so what is late once is tried again.
describe("the signal", { retry: 2 }, () => {
  const early = async (ask: AskModel, afterMs: number) => {
    const controller = new AbortController();
    let abortedAt = 0;
    setTimeout(() => {
      abortedAt = performance.now();
      controller.abort();
    }, afterMs);
    const failure = await failureOf(ask(QUESTION, controller.signal));
    return { ...failure, message: failure.message, lateMs: performance.now() - abortedAt };
  };

  it.each(["hangs", "slow", "throttled", "failing"])(
    "ends a question to a model that is %s within 100 ms",
    async (mode) => {
      const { ask } = await open(`local.${mode}`, 5_000);
      // Throttled: between two attempts, unless chance made all pauses shorter than this.
      const { kind, lateMs } = await early(ask, 30);
      expect(lateMs).toBeLessThan(SOON_MS);
      expect(["stopped", mode === "failing" ? "unavailable" : "stopped"]).toContain(kind);
    },
  );

  it("ends an answer that stops halfway within 100 ms", async () => {
    let asked = 0;
    const ask = await openRaw((_, response) => {
      asked += 1;
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"output":');
    });
    const { kind, lateMs } = await early(ask, 100);
    expect(kind).toBe("stopped");
    expect(lateMs).toBeLessThan(SOON_MS);
    expect(asked).toBe(1);
  });

  it("that has ended asks nothing", async () => {
    const { ask, questions } = await open("local");
    expect(await failureOf(ask(QUESTION, AbortSignal.abort()))).toMatchObject({
      kind: "stopped",
      message: "cannot ask the model local: the answer is no longer needed",
    });
    expect(questions).toEqual([]);
  });

  it("of a time limit makes the answer late", async () => {
    const { ask } = await open("local.hangs");
    const { kind, message } = await failureOf(ask(QUESTION, AbortSignal.timeout(50)));
    expect([kind, message]).toEqual(["late", "cannot ask the model local.hangs: no answer in time"]);
  });

  it("lets no attempt follow", async () => {
    const controller = new AbortController();
    let asked = 0;
    const ask = await openRaw((_, response) => {
      asked += 1;
      response.writeHead(429, {
        "content-type": "application/json",
        "x-amzn-errortype": "ThrottlingException",
      });
      response.end("{}", () => controller.abort());
    });
    expect(await failureOf(ask(QUESTION, controller.signal))).toMatchObject({ kind: "stopped" });
    // Longer than the SDK's pause before its second attempt.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(asked).toBe(1);
  });
});
