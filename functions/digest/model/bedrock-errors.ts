import { BedrockRuntimeServiceException } from "@aws-sdk/client-bedrock-runtime";
import { ModelFailure, type ModelFailureKind } from "./failure.ts";

type Finding = readonly [kind: ModelFailureKind, found: string];

/** Bedrock's errors by name: Converse API reference and "Troubleshooting API error codes" (2026). */
const BY_NAME: ReadonlyMap<string, Finding> = new Map([
  [
    "ThrottlingException",
    [
      "throttled",
      "the account's quota of this model is used up for now: ask for a higher one in Service Quotas",
    ],
  ],
  [
    "ServiceQuotaExceededException",
    ["throttled", "the account's quota is used up: ask for a higher one in Service Quotas"],
  ],
  ["ModelNotReadyException", ["throttled", "the model is not ready yet: run again later"]],
  [
    "ResourceNotFoundException",
    ["unknown model", "it does not exist here: check its id, and that it is offered in this region"],
  ],
  ["ModelTimeoutException", ["late", "the model took too long"]],
]);

const NO_MODEL_ACCESS: Finding = [
  "denied",
  "the account has no access to it: ask for it in Bedrock's console, under Model access",
];
const NO_RIGHT: Finding = [
  "denied",
  "access denied: allow bedrock:InvokeModel on the model, and on the inference profile if it is one",
];
const NO_CREDENTIALS: Finding = ["denied", "the credentials are missing, wrong or expired: check them"];
const WRONG_ID: Finding = ["unknown model", "no model has this id: check it in Bedrock's list of model ids"];
const NEEDS_PROFILE: Finding = [
  "unknown model",
  "it can be asked only through an inference profile: name the id of one",
];

/** Names of errors from before a request left this machine for want of credentials. */
const CREDENTIALS = new Set(["CredentialsProviderError", "TokenProviderError"]);

/** Whether Bedrock says that the model does not take the request as it is. */
export function isValidation(error: unknown): boolean {
  return (
    error instanceof BedrockRuntimeServiceException &&
    error.name === "ValidationException" &&
    wrongId(error.message) === undefined
  );
}

/** As newer models say it: "`temperature` is deprecated for this model." */
export function isRefusedTemperature(error: unknown): boolean {
  return error instanceof Error && /\btemperature\b/i.test(error.message);
}

/** `cannot ask the model X: what was found: what to do`, with the SDK's error as its cause. */
export function failureOf(model: string, cause: unknown, signal: AbortSignal): ModelFailure {
  const [kind, found] = findingOf(cause, signal);
  return new ModelFailure(kind, `cannot ask the model ${visible(model)}: ${found}`, { cause });
}

/** The id comes from a setting: it is shortened, and a character that would break the line is shown as `?`. */
function visible(model: string): string {
  return model.slice(0, 200).replaceAll(/\p{C}/gu, "?");
}

function findingOf(cause: unknown, signal: AbortSignal): Finding {
  if (cause instanceof ModelFailure) {
    return [cause.kind, cause.message.split("\n", 1).join("")];
  }
  if (signal.aborted) {
    return isTimeout(signal.reason)
      ? ["late", "no answer in time"]
      : ["stopped", "the answer is no longer needed"];
  }
  return cause instanceof BedrockRuntimeServiceException ? answered(cause) : unanswered(cause);
}

function answered(error: BedrockRuntimeServiceException): Finding {
  const status = error.$metadata.httpStatusCode ?? 0;
  const known = BY_NAME.get(error.name);
  if (known !== undefined) {
    return known;
  }
  if (status === 401 || status === 403) {
    return deniedBecause(error);
  }
  if (status === 429) {
    return ["throttled", "too many requests at once: run again later"];
  }
  if (status >= 400 && status < 500 && error.name !== "ModelErrorException") {
    return (
      wrongId(error.message) ?? [
        "invalid",
        `the model does not take this question (${status} ${codeOf(error)})`,
      ]
    );
  }
  return [
    "unavailable",
    `Bedrock is failing (${status} ${codeOf(error)}, ${error.$metadata.attempts ?? 1} attempts): run again later`,
  ];
}

function deniedBecause({ name, message }: Error): Finding {
  if (name !== "AccessDeniedException") {
    return NO_CREDENTIALS;
  }
  return /not authorized to perform/i.test(message) ? NO_RIGHT : NO_MODEL_ACCESS;
}

function wrongId(message: string): Finding | undefined {
  if (/on-demand throughput/i.test(message)) {
    return NEEDS_PROFILE;
  }
  return /model identifier is invalid|\bmodelId\b/i.test(message) ? WRONG_ID : undefined;
}

/** An endpoint may name its errors as it likes, even by a text that it was asked. */
function codeOf({ name }: Error): string {
  return /^\w{1,60}$/.test(name) ? name : "unnamed error";
}

function unanswered(cause: unknown): Finding {
  if (isTimeout(cause)) {
    return ["late", "no answer in time: check the network, the region and the endpoint"];
  }
  if (cause instanceof Error && CREDENTIALS.has(cause.name)) {
    return NO_CREDENTIALS;
  }
  if (cause instanceof SyntaxError) {
    return ["unavailable", "the answer is not JSON: check the endpoint"];
  }
  const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return ["unavailable", `no complete answer${code}: check the network, the region and the endpoint`];
}

/** Broken connections, which the SDK names like a timeout too. */
const BROKEN = new Set<unknown>(["ECONNRESET", "ECONNREFUSED", "EPIPE"]);

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error && error.name === "TimeoutError" && !("code" in error && BROKEN.has(error.code))
  );
}
