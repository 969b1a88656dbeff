import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
  ConverseCommand,
  type ConverseCommandInput,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AskModel, ModelAnswer, ModelQuestion } from "../summary/model/types.ts";
import { readAnswer } from "./answer.ts";
import { failureOf, isRefusedTemperature, isValidation } from "./bedrock-errors.ts";
import { collectBounded } from "./bounded-body.ts";

/** More than a run asks at once, so that no question waits for a socket. */
const MAX_CONNECTIONS = 64;
/** The caller's signal ends a question earlier; without one, a lost request ends here. */
const ANSWER_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 3_000;
/** Throttling and failing servers only, with the SDK's pauses of a second or two: what fits into the time for one question. */
const MAX_ASKING_ATTEMPTS = 3;

/** What the adapter needs to know. */
export interface ModelSettings {
  /** The id or ARN of a model or of an inference profile. */
  readonly model: string;
}

/**
 * The Bedrock client of the function: region, credentials and endpoint come from the environment unless `config` sets them.
 * It speaks HTTP/1.1, not HTTP/2 as the SDK would by itself: proxies and local endpoints understand it, and each answer has a
 * connection of its own, which ends with its question.
 */
export function createBedrockClient(config: BedrockRuntimeClientConfig = {}): BedrockRuntimeClient {
  const agent = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
  return new BedrockRuntimeClient({
    ...config,
    maxAttempts: MAX_ASKING_ATTEMPTS,
    streamCollector: collectBounded,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: ANSWER_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      socketTimeout: ANSWER_TIMEOUT_MS,
      httpAgent: agent,
      httpsAgent: agent,
    }),
  });
}

/** What the model turned out not to take: asked without from then on. */
interface Missing {
  schema: boolean;
  temperature: boolean;
}

/**
 * Asks one model of Amazon Bedrock by its Converse API. A question costs one request; the first ones cost up to two more if the
 * model refuses a schema or a temperature, as some do: then it is asked without, and only the text of the question says what form
 * the answer has. Throttled requests and failing servers are tried again, until the signal ends it. Rejects with a
 * {@link ModelFailure} only. Create it for each run: connections must not outlive an invocation.
 */
export function createBedrockModel(
  { model }: ModelSettings,
  client: BedrockRuntimeClient = createBedrockClient(),
): AskModel {
  const missing: Missing = { schema: false, temperature: false };
  return async (question, signal) => {
    try {
      return await ask(client, toRequest(model, question, missing), { signal, missing });
    } catch (error) {
      throw failureOf(model, error, signal);
    }
  };
}

interface Asking {
  readonly signal: AbortSignal;
  readonly missing: Missing;
}

async function ask(
  client: BedrockRuntimeClient,
  request: ConverseCommandInput,
  asking: Asking,
): Promise<ModelAnswer> {
  asking.signal.throwIfAborted();
  try {
    return readAnswer(await client.send(new ConverseCommand(request), { abortSignal: asking.signal }));
  } catch (error) {
    const lesser = isValidation(error) ? lesserRequest(request, error, asking.missing) : undefined;
    if (lesser === undefined) {
      throw error;
    }
    return await ask(client, lesser, asking);
  }
}

/** The request without what the model may have refused, remembered for the next; `undefined` if nothing is left to leave out. */
function lesserRequest(
  { outputConfig, inferenceConfig, ...request }: ConverseCommandInput,
  error: unknown,
  missing: Missing,
): ConverseCommandInput | undefined {
  const { temperature, ...limits } = inferenceConfig ?? {};
  if (isRefusedTemperature(error) && temperature !== undefined) {
    missing.temperature = true;
    return { ...request, inferenceConfig: limits, ...(outputConfig && { outputConfig }) };
  }
  if (outputConfig !== undefined) {
    missing.schema = true;
    return { ...request, ...(inferenceConfig && { inferenceConfig }) };
  }
  return undefined;
}

function toRequest(
  modelId: string,
  { system, text, schema, maxTokens }: ModelQuestion,
  missing: Missing,
): ConverseCommandInput {
  const jsonSchema = { name: "answer", schema: JSON.stringify(schema) };
  return {
    modelId,
    system: [{ text: system }],
    messages: [{ role: "user", content: [{ text }] }],
    inferenceConfig: { maxTokens, ...(!missing.temperature && { temperature: 0 }) },
    ...(schema !== undefined &&
      !missing.schema && {
        outputConfig: { textFormat: { type: "json_schema", structure: { jsonSchema } } },
      }),
  };
}
