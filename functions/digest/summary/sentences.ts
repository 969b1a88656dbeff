import type { Story } from "../story/types.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import type { GradedSentence } from "./choose.ts";
import { type Grade, goesOn, gradeOf, isBareItem, isLong } from "./sentence-form.ts";

/** Blocks whose text is no sentence of the story. */
const NO_SENTENCES: ReadonlySet<string> = new Set(["caption", "code", "table row"]);

/** A sentence, its paragraph, and whether that is the heading of a section. */
export interface PlacedSentence extends GradedSentence {
  readonly paragraph: number;
  readonly isTitle: boolean;
}

/** The sentences of a story in order, graded by their block and form. */
export function* gradedSentences(story: Story): Generator<PlacedSentence> {
  const headings = new Set(story.headings);
  let last = "";
  for (const [index, paragraph] of story.paragraphs.entries()) {
    const isTitle = headings.has(index);
    const kind = story.kinds?.[index];
    const isItem = kind === "list item" && !isLong(paragraph);
    for (const sentence of splitSentences(paragraph)) {
      const grade = blockGrade(isTitle, kind, sentence) ?? gradeOf(sentence);
      yield {
        sentence,
        grade: isItem || goesOn(sentence, last) ? asItem(grade) : grade,
        paragraph: index,
        isTitle,
      };
      last = sentence;
    }
  }
}

function asItem(grade: Grade): Grade {
  return grade === "strong" || grade === "weak" ? "item" : grade;
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
