import { createHash } from "node:crypto";
import * as v from "valibot";
import { Problem } from "../aws-json.ts";

/** A question to a model, as far as the local Bedrock reads it. */
export interface Question {
  readonly model: string;
  readonly system: string;
  readonly text: string;
  readonly maxTokens: number;
  /** JSON; absent: free text. */
  readonly schema?: string;
  readonly temperature?: number;
}

/** Bedrock's error for a request that breaks one of its rules, of the API or of the model. */
export function invalid(message: string, options: { readonly cause?: unknown } = {}): Problem {
  return new Problem("ValidationException", message, options);
}

const Texts = v.pipe(
  v.array(v.strictObject({ text: v.pipe(v.string(), v.nonEmpty("the text is empty")) })),
  v.nonEmpty("no text"),
);
const Schema = v.pipe(v.string(), v.check(isJsonObject, "the schema is not a JSON object"));

/** The body of Converse: API reference, 2026. Other fields are refused by name. */
const ConverseRequest = v.strictObject({
  system: v.optional(Texts, [{ text: " " }]),
  messages: v.tuple([v.strictObject({ role: v.literal("user"), content: Texts })], "expected one message"),
  inferenceConfig: v.strictObject({
    maxTokens: v.pipe(v.number(), v.integer(), v.minValue(1)),
    temperature: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  outputConfig: v.optional(
    v.strictObject({
      textFormat: v.strictObject({
        type: v.literal("json_schema"),
        structure: v.strictObject({ jsonSchema: v.strictObject({ name: v.string(), schema: Schema }) }),
      }),
    }),
  ),
});

/** Reads the body of Converse; throws a {@link Problem} that names the field and the rule it breaks. */
export function parseQuestion(model: string, body: unknown): Question {
  const result = v.safeParse(ConverseRequest, body);
  if (!result.success) {
    const [issue] = result.issues;
    throw invalid(`${v.getDotPath(issue) ?? "the body"}: ${issue.message}`);
  }
  const { system, messages, inferenceConfig, outputConfig } = result.output;
  const schema = outputConfig?.textFormat.structure.jsonSchema.schema;
  const { maxTokens, temperature } = inferenceConfig;
  return {
    model,
    system: joined(system),
    text: joined(messages[0].content),
    maxTokens,
    ...(schema !== undefined && { schema }),
    ...(temperature !== undefined && { temperature }),
  };
}

/** SHA-256 in hex of what is asked, whichever model it is and however long its answer may be. */
export function hashOf({ system, text, schema = "" }: Question): string {
  return createHash("sha256")
    .update(JSON.stringify([system, text, schema]))
    .digest("hex");
}

function joined(blocks: readonly { readonly text: string }[]): string {
  return blocks.map(({ text }) => text).join("\n");
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
