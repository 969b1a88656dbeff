import { modelOf } from "../../functions/digest/config.ts";
import { modelFailureOf } from "../../functions/digest/model/failure.ts";
import type { Settings } from "../settings/settings.ts";
import { type Finding, notChecked, notOk, ok, reasonOf } from "./finding.ts";

const PATIENCE_MS = 15_000;
/** An answer that was cut short is one. */
const ANSWERED: readonly string[] = ["cut off", "refused"];

/** Asks the model that makes summaries for a word, with the caller's own rights; nothing if there is none. One request, for less than a thousandth of a dollar. */
export async function checkModel({ summaries = "" }: Settings): Promise<readonly Finding[]> {
  const { model } = modelOf(summaries) ?? {};
  return model === undefined ? [] : [await askModel(model)];
}

async function askModel(model: string): Promise<Finding> {
  const subject = `model ${model}`;
  try {
    const { createBedrockModel } = await import("../../functions/digest/model/bedrock.ts");
    const question = { system: "Answer with one word.", text: "Are you there?", maxTokens: 5 };
    await createBedrockModel({ model })(question, AbortSignal.timeout(PATIENCE_MS));
    return ok(subject, "it answers");
  } catch (error) {
    return found(subject, error);
  }
}

function found(subject: string, error: unknown): Finding {
  const kind = modelFailureOf(error)?.kind ?? "";
  if (ANSWERED.includes(kind)) {
    return ok(subject, "it answers");
  }
  const reason = reasonOf(error);
  switch (kind) {
    case "denied":
      return notOk(
        subject,
        `${reason}; have access to it granted in Bedrock's console, Model access, in this region, and see that you may call bedrock:InvokeModel`,
      );
    case "unknown model":
      return notOk(
        subject,
        `${reason}; aws bedrock list-foundation-models and list-inference-profiles name those here`,
      );
    default:
      return notChecked(subject, reason);
  }
}
