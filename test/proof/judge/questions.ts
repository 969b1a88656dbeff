import { hashOf } from "../../../local/bedrock/question.ts";
import type { World } from "../world/world.ts";

/** Nothing is asked again once an edition was stored that is made of its answer, unless an answer was lost on the way. */
export function judgeQuestions({ askedBefore, calls, questions }: World): readonly string[] {
  if (calls.some(({ call, fault }) => call.kind === "ask" && fault !== undefined)) {
    return [];
  }
  const hashes = questions.map(hashOf);
  const again = askedBefore.flatMap((stored) =>
    hashes.slice(stored).filter((hash) => hashes.slice(0, stored).includes(hash)),
  );
  return again.length === 0
    ? []
    : [`the model was asked again what it had answered: ${new Set(again).size} questions`];
}
