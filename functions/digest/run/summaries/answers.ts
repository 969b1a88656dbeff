import * as v from "valibot";
import { unlessCorrupt } from "../../errors.ts";
import { answerKey } from "../../keys.ts";
import type { ObjectStore } from "../../ports.ts";
import { sha256 } from "../../snapshot/format/frames.ts";
import { checkJson, toJson } from "../../store/json.ts";
import type { ModelAnswer, ModelQuestion } from "../../summary/model/types.ts";

const AnswerSchema = v.strictObject({
  version: v.literal(1),
  text: v.string(),
  inputTokens: v.number(),
  outputTokens: v.number(),
});

/** The key of what a model answered to a question: another model, prompt or text gives another. */
export function keyOfAnswer(model: string, { system, text, schema, maxTokens }: ModelQuestion): string {
  return answerKey(sha256(Buffer.from(JSON.stringify({ model, system, text, schema, maxTokens }))));
}

/** What a run before has stored; `undefined` if none did, or what it stored is damaged: then the model is asked again. One GET. */
export async function readAnswer(state: ObjectStore, key: string): Promise<ModelAnswer | undefined> {
  const stored = await state.read(key);
  if (stored === undefined) {
    return undefined;
  }
  return await unlessCorrupt(undefined, async () =>
    checkJson(stored.bytes, AnswerSchema, `answer s3://${state.bucket}/${key}`),
  );
}

/** Stores an answer before anything is made of it, so that the same edition is made again, and nothing is paid twice. One PUT. */
export async function storeAnswer(state: ObjectStore, key: string, answer: ModelAnswer): Promise<void> {
  await state.write(key, toJson({ version: 1, ...answer }));
}
