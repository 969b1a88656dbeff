import type { Story } from "../story/types.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import type { GradedSentence } from "./choose.ts";
import { type Grade, goesOn, gradeOf, isBareItem } from "./sentence-form.ts";

/** Blocks whose text is no sentence of the story. */
const NO_SENTENCES: ReadonlySet<string> = new Set(["caption", "code", "table row"]);

/** A sentence, and whether it is the heading of a section. */
export interface PlacedSentence extends GradedSentence {
  readonly isTitle: boolean;
}

/** The sentences of a story in order, graded by their block and form. */
export function* gradedSentences(story: Story): Generator<PlacedSentence> {
  const headings = new Set(story.headings);
  let last = "";
  for (const [index, paragraph] of story.paragraphs.entries()) {
    const kind = story.kinds?.[index];
    for (const sentence of splitSentences(paragraph)) {
      const own = blockGrade(headings.has(index), kind, sentence) ?? gradeOf(sentence);
      const isItem = kind === "list item" || goesOn(sentence, last);
      const grade = isItem && (own === "strong" || own === "weak") ? "item" : own;
      yield { sentence, grade, isTitle: headings.has(index) };
      last = sentence;
    }
  }
}

/** The grade that a block gives to its sentences, whatever their form. */
function blockGrade(isHeading: boolean, kind: string | undefined, sentence: string): Grade | undefined {
  if (kind !== undefined && (NO_SENTENCES.has(kind) || (kind === "list item" && isBareItem(sentence)))) {
    return "aside";
  }
  return isHeading ? "heading" : undefined;
}

/** What is no prose in a story, as its texts are compared. */
export function asideTexts(story: Story): ReadonlySet<string> {
  const headings = new Set(story.headings);
  const texts = story.paragraphs.flatMap((paragraph, index) =>
    [paragraph, ...splitSentences(paragraph)].filter(
      (text) => blockGrade(headings.has(index), story.kinds?.[index], text) !== undefined,
    ),
  );
  return new Set(texts);
}
