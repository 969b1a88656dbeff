import type { PlacedSentence } from "./sentences.ts";

/** "STANDARD: Wie war es?", "Ada Holt: It was fine.": who speaks, before what is said. */
const LABEL = /^(\p{Lu}[\p{L}\p{M} .'’-]{0,30}): /u;
/** Times that a label stands in the text of an interview. */
const MIN_TURNS = 2;

/** The sentences of an interview graded as items, which a summary takes only if there is no other; all others as they are. */
export function withoutSpeakers(all: readonly PlacedSentence[]): readonly PlacedSentence[] {
  const labels = all.map((placed) =>
    placed.written.includes(": ") ? LABEL.exec(placed.sentence.slice(0, 40))?.[1] : undefined,
  );
  const turns = Map.groupBy(labels, (label) => label);
  const isSpoken = (label: string | undefined) =>
    label !== undefined && (turns.get(label)?.length ?? 0) >= MIN_TURNS;
  return all.map((graded, index) => {
    const isTurn = isSpoken(labels[index]) && (graded.grade === "strong" || graded.grade === "weak");
    return isTurn ? { ...graded, grade: "item" as const } : graded;
  });
}
