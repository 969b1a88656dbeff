import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { vi } from "vitest";

/**
 * The cases read, compare and publish the same few stories thousands of times. With this import before all others, the pure functions below
 * answer from memory what they were asked before, told by the whole of what they were asked. Mutants ask the same ones, as they change none of them.
 */
vi.mock("../../../functions/digest/story/story.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/story/story.ts")>();
  return { ...all, parseStory: remembered(all.parseStory) };
});
vi.mock("../../../functions/digest/revision/compare.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/revision/compare.ts")>();
  return { ...all, compareStories: remembered(all.compareStories) };
});
vi.mock("../../../functions/digest/changes/news.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/changes/news.ts")>();
  return { ...all, toldOf: remembered(all.toldOf) };
});
vi.mock("../../../functions/digest/changes/record.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/changes/record.ts")>();
  return { ...all, recordAdded: remembered(all.recordAdded), recordRemoved: remembered(all.recordRemoved) };
});
vi.mock("../../../functions/digest/edition/compose.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/edition/compose.ts")>();
  return { ...all, composeEdition: remembered(all.composeEdition) };
});
vi.mock("../../../functions/digest/publish/mail/render.ts", async (load) => {
  const all = await load<typeof import("../../../functions/digest/publish/mail/render.ts")>();
  return { ...all, renderEdition: remembered(all.renderEdition) };
});

/** Whether each answer from memory is compared with a fresh one, and how many were. */
export const answers = { areChecked: false, checked: 0 };

function remembered<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Answer,
): (...question: Question) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (...question) => {
    const key = keyOf(question);
    const before = known.get(key);
    if (before === undefined) {
      const answer = frozen(ask(...question));
      known.set(key, { answer });
      return answer;
    }
    if (answers.areChecked) {
      answers.checked += 1;
      if (!isDeepStrictEqual(before.answer, ask(...question))) {
        throw new TypeError(`${ask.name} answers otherwise than before`);
      }
    }
    return before.answer;
  };
}

/** A hash of all that was asked; throws if a part of it does not show in JSON. */
function keyOf(question: readonly unknown[]): string {
  const json = JSON.stringify(question, (_, value) => {
    if (typeof value === "function" || value instanceof Map || value instanceof Set) {
      throw new TypeError("cannot remember an answer: JSON does not show all of the question");
    }
    return value === undefined ? "(undefined)" : value;
  });
  return createHash("sha256").update(json).digest("base64");
}

/** Whoever changed a remembered answer would change the next one. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    for (const part of Object.values(Object.freeze(value))) {
      frozen(part);
    }
  }
  return value;
}
