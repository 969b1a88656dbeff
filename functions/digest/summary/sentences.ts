import { holdsWords } from "../facts/facts.ts";
import { withoutOwnNumber } from "../revision/running-numbers.ts";
import { isMoment } from "../story/frame/date-line.ts";
import { withoutOpening } from "../story/frame/opening.ts";
import type { Story } from "../story/types.ts";
import { isBesideText, opensNote, saysNoNews } from "../text/asides/about-text.ts";
import { isPointer } from "../text/asides/pointers.ts";
import { capitalised, isSalutation } from "../text/asides/salutation.ts";
import { once } from "../text/once.ts";
import { hasOpenQuotation } from "../text/sentences/quotation-marks.ts";
import { splitSentences } from "../text/sentences/sentences.ts";
import type { GradedSentence } from "./choose.ts";
import { isDependent } from "./openers.ts";
import { type Grade, goesOn, gradeOf, isBareItem, isLong } from "./sentence-form.ts";

/** Blocks whose text is no sentence of the story. */
const NO_SENTENCES: ReadonlySet<string> = new Set(["caption", "code", "table row"]);

/** A sentence, its paragraph, and whether that is the heading of a section. How it is told and its grade are made when they are first asked for. */
export interface PlacedSentence extends GradedSentence {
  /** As it stands in its paragraph: what is told of it is its end, or all of it. */
  readonly written: string;
  readonly paragraph: number;
  readonly isTitle: boolean;
  /** Whether it begins within a quotation. */
  readonly isQuoted: boolean;
}

/** A stretch of text whose sentences are graded alike: the deck, or a paragraph. */
interface Passage {
  readonly text: string;
  readonly paragraph: number;
  readonly isTitle: boolean;
  readonly kind?: string | undefined;
}

/** The place of the deck, before the first paragraph. */
const DECK = -1;

/** The sentences of a story in order, those of its deck first, graded by their block and form. */
export function* gradedSentences(story: Story): Generator<PlacedSentence> {
  let last = "";
  for (const passage of passagesOf(story)) {
    const sentences = splitSentences(passage.text);
    const isAside = once(() => isSetOff(passage.text, passage.kind) || opensNote(sentences[0] ?? ""));
    let isQuoted = false;
    for (const sentence of sentences) {
      isQuoted &&= !OPENS_QUOTATION.test(sentence);
      yield placed(sentence, last, { passage, isAside, isQuoted });
      isQuoted = isQuoted !== hasOpenQuotation(sentence);
      last = sentence;
    }
  }
}

interface Place {
  readonly passage: Passage;
  readonly isAside: () => boolean;
  readonly isQuoted: boolean;
}

function placed(written: string, last: string, { passage, isAside, isQuoted }: Place): PlacedSentence {
  const { paragraph, isTitle, kind } = passage;
  const graded = once(() => {
    const own = blockGrade(isTitle, kind, written) ?? proseGrade(written, last);
    const grade = isAside() ? asItem(own) : own;
    return { grade, sentence: asTold(written, last, grade) };
  });
  return {
    written,
    paragraph,
    isTitle,
    isQuoted,
    get grade() {
      return graded().grade;
    },
    get sentence() {
      return graded().sentence;
    },
  };
}

function isSetOff(text: string, kind: string | undefined): boolean {
  return kind === "quotation" || (kind === "list item" && !isLong(text));
}

/** Within a quotation, a mark opens it anew: that of the paragraph before was not closed. */
const OPENS_QUOTATION = /^["“„«](?=\S)/u;

function* passagesOf(story: Story): Generator<Passage> {
  const headings = new Set(story.headings);
  const unnumbered = withoutOwnNumber(story);
  if (story.deck !== undefined) {
    yield { text: story.deck, paragraph: DECK, isTitle: false };
  }
  for (const [paragraph, numbered] of story.paragraphs.entries()) {
    const text = unnumbered(numbered);
    const kind = story.kinds?.[paragraph];
    const isTitle = headings.has(paragraph);
    yield isTitle && paragraph === 0 && isStandfirst(text)
      ? { text, paragraph, isTitle: false }
      : { text, paragraph, isTitle, kind };
  }
}

/** Fewer words are a heading, whatever mark ends it. */
const STANDFIRST_WORDS = 12;

/** Whether the line below the headline, though marked as a heading, is a sentence. */
function isStandfirst(text: string): boolean {
  const isLine = text.split(" ").length >= STANDFIRST_WORDS;
  return isLine && splitSentences(text).every((sentence) => gradeOf(sentence) === "strong");
}

/** The number of a paragraph, or what says that a summary follows. */
const PARAGRAPH_MARK = /^(?:\d{1,2}[.)]\s+|tl;?dr:?\s+)/iu;

/** Without the mark of its paragraph, and with a capital where only a salutation stands before it. */
function asTold(sentence: string, last: string, grade: Grade): string {
  const opening = isSalutation(last) ? capitalised(sentence) : sentence;
  const rest = opening.replace(PARAGRAPH_MARK, "");
  const bare = grade === "strong" && /^\p{Lu}/u.test(rest) ? rest : opening;
  return grade === "strong" || grade === "weak" ? withoutOpening(bare) : bare;
}

/** "Last updated at 2:18 PM on 30 December": a line longer than this says more. */
const MAX_STAMP_LETTERS = 100;

function proseGrade(sentence: string, last: string): Grade {
  if (isStamp(sentence) || isBesideText(sentence)) {
    return "aside";
  }
  const grade = gradeOf(sentence);
  return (goesOn(sentence, last) && !isSalutation(last)) ||
    [isHinge, saysNoNews, isPointer, isSalutation].some((is) => is(sentence))
    ? asItem(grade)
    : grade;
}

/** "But no longer.", "Mais plus maintenant.": a few words that only lead on from the sentence before. */
const HINGE = /^\S+(?: \S+){0,3}$/u;

function isHinge(sentence: string): boolean {
  return HINGE.test(sentence) && isDependent(sentence);
}

function isStamp(sentence: string): boolean {
  const isShort = sentence.length <= MAX_STAMP_LETTERS && /\d/.test(sentence);
  return isShort && (!holdsWords(sentence) || isMoment(sentence));
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
  const texts = story.paragraphs.flatMap((paragraph, index) => {
    const [isHeading, kind] = [headings.has(index), story.kinds?.[index]];
    return isHeading || kind !== undefined
      ? [paragraph, ...splitSentences(paragraph)].filter(
          (text) => blockGrade(isHeading, kind, text) !== undefined,
        )
      : [];
  });
  return new Set(texts);
}
