import type { AskModel } from "../summary/model/types.ts";
import type { ModelSettings } from "./bedrock.ts";

/**
 * Loads what asks Amazon Bedrock. In the bundle it is a file of its own, read here for the first time: a run that asks no model
 * neither reads nor compiles it (infra/bundling/chunk-of-its-own.ts).
 */
export async function loadModel(settings: ModelSettings): Promise<AskModel> {
  const { createBedrockModel } = await import("./bedrock.ts");
  return createBedrockModel(settings);
}
