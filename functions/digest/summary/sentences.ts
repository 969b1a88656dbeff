import { holdsWords } from "../facts/facts.ts";
import { withoutOwnNumber } from "../revision/running-numbers.ts";
import type { Story } from "../story/types.ts";
import { isAboutText, isBesideText, isBracketed, isCourtesy } from "../text/asides/about-text.ts";
import { isPointer } from "../text/asides/pointers.ts";
import { capitalised, isSalutation } from "../text/asides/salutation.ts";
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
  const unnumbered = withoutOwnNumber(story);
  let last = "";
  for (const [index, numbered] of story.paragraphs.entries()) {
    const paragraph = unnumbered(numbered);
    const isTitle = headings.has(index);
    const kind = story.kinds?.[index];
    const isItem = kind === "quotation" || (kind === "list item" && !isLong(paragraph));
    for (const sentence of splitSentences(paragraph)) {
      const own = blockGrade(isTitle, kind, sentence) ?? proseGrade(sentence, last);
      const grade = isItem ? asItem(own) : own;
      yield { sentence: asTold(sentence, last, grade), grade, paragraph: index, isTitle };
      last = sentence;
    }
  }
}

/** The number of a paragraph, or what says that a summary follows. */
const PARAGRAPH_MARK = /^(?:\d{1,2}[.)]\s+|tl;?dr:?\s+)/iu;

/** Without the mark of its paragraph, and with a capital where only a salutation stands before it. */
function asTold(sentence: string, last: string, grade: Grade): string {
  const opening = isSalutation(last) ? capitalised(sentence) : sentence;
  const rest = opening.replace(PARAGRAPH_MARK, "");
  return grade === "strong" && /^\p{Lu}/u.test(rest) ? rest : opening;
}

/** "Last updated at 2:18 PM on 30 December": a line longer than this says more. */
const MAX_STAMP_LETTERS = 100;

function proseGrade(sentence: string, last: string): Grade {
  if (isStamp(sentence) || isBesideText(sentence)) {
    return "aside";
  }
  const grade = gradeOf(sentence);
  return (goesOn(sentence, last) && !isSalutation(last)) ||
    [isAboutText, isPointer, isBracketed, isCourtesy, isSalutation].some((is) => is(sentence))
    ? asItem(grade)
    : grade;
}

function isStamp(sentence: string): boolean {
  return sentence.length <= MAX_STAMP_LETTERS && /\d/.test(sentence) && !holdsWords(sentence);
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
