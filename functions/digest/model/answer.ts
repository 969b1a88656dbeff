import type { ConverseCommandOutput } from "@aws-sdk/client-bedrock-runtime";
import type { ModelAnswer } from "../summary/model/types.ts";
import { ModelFailure, type ModelFailureKind } from "./failure.ts";

/** Why the model stopped, where it was not at the end of its answer: Converse API reference, `stopReason` (2026). */
const STOPS: ReadonlyMap<string, readonly [ModelFailureKind, string]> = new Map([
  [
    "max_tokens",
    ["cut off", "the answer reached its limit of tokens: a model that answers briefly fits better"],
  ],
  ["guardrail_intervened", ["refused", "a guardrail of the account withheld the answer"]],
  ["content_filtered", ["refused", "the model's content filter withheld the answer"]],
  ["model_context_window_exceeded", ["invalid", "the question is longer than the model can read"]],
]);

const ENDED = new Set(["end_turn", "stop_sequence"]);

/**
 * The text of an answer that the model finished. An endpoint may answer anything: what is not of Converse's form counts as
 * absent.
 *
 * @throws {ModelFailure} if the model stopped early or gave no text.
 */
export function readAnswer(
  output: Pick<ConverseCommandOutput, "output" | "stopReason" | "usage">,
): ModelAnswer {
  const stop = String(output.stopReason);
  if (!ENDED.has(stop)) {
    const [kind, reason] = STOPS.get(stop) ?? [
      "unavailable",
      "the model stopped for a reason that is not known here",
    ];
    throw new ModelFailure(kind, reason);
  }
  const text = textOf(output.output?.message?.content);
  if (text === "") {
    throw new ModelFailure("unavailable", "the answer has no text");
  }
  return {
    text,
    inputTokens: count(output.usage?.inputTokens),
    outputTokens: count(output.usage?.outputTokens),
  };
}

/** All text blocks together; a model that reasons has other blocks before them. */
function textOf(blocks: unknown): string {
  return Array.isArray(blocks) ? blocks.map(textOfBlock).join("") : "";
}

function textOfBlock(block: unknown): string {
  const isText = typeof block === "object" && block !== null && "text" in block;
  return isText && typeof block.text === "string" ? block.text : "";
}

function count(tokens: unknown): number {
  return typeof tokens === "number" && Number.isSafeInteger(tokens) && tokens >= 0 ? tokens : 0;
}
