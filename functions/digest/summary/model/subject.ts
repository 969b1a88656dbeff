import type { Revision } from "../../revision/types.ts";
import type { Story } from "../../story/types.ts";
import type { GradedSentence, IsUnfit } from "../choose.ts";
import { orphansIn } from "../orphans.ts";
import { repeatsIn } from "../repeats.ts";
import { gradedNews, newsOrphans } from "../revised.ts";
import { isQuestion } from "../sentence-form.ts";
import { gradedSentences, type PlacedSentence } from "../sentences.ts";
import { withoutSpeakers } from "../speakers.ts";
import { firstSection, followsList, isHeadline } from "../summarise.ts";

/** What is to be summarised: a new story, or what a revision made new in it. */
export type Subject =
  | { readonly kind: "story"; readonly story: Story }
  | { readonly kind: "revision"; readonly revision: Revision; readonly after: Story };

/** A sentence that may be chosen, under its number. */
export interface Offer {
  /** From 1 on, in the order of the story. */
  readonly id: number;
  /** Its place among {@link Material.lines}. */
  readonly index: number;
  /** Whether it can only be chosen together with the offer before it. */
  readonly isLed: boolean;
}

/** A sentence that a model reads, and the paragraph that it stands in. */
interface Line extends GradedSentence {
  readonly paragraph: number;
}

/** The sentences that a model reads, and those of them that it may choose. */
export interface Material {
  readonly story: Story;
  readonly lines: readonly Line[];
  readonly offers: readonly Offer[];
  /** Whether a line cannot stand in a summary with those taken, if the lines read as given. */
  readonly unfitAmong: (lines: readonly string[]) => IsUnfit;
  readonly isRepeat: IsUnfit;
}

/** Sentences and letters of a story that a model reads: what happened is in its lead part. */
const MAX_ASKED_LINES = 60;
const MAX_ASKED_LETTERS = 12_000;
/** A longer sentence is not offered. */
const MAX_OFFER_LETTERS = 700;

/** A paragraph of more sentences was made by no one: a text without paragraphs. In it, each sentence is one. */
const MAX_PARAGRAPH_SENTENCES = 6;

/** The story of a subject, as it is now. */
export function storyOf(subject: Subject): Story {
  return subject.kind === "story" ? subject.story : subject.after;
}

/**
 * What a model may choose from. A sentence is offered if the extract could have told it: it is a full one, no question, and alone, or with
 * the sentence before it, refers to nothing that is left out. Linear in the lead part of the story, and in the edits of a revision.
 */
export function materialOf(subject: Subject): Material {
  const material = KNOWN.get(subject) ?? readMaterial(subject);
  KNOWN.set(subject, material);
  return material;
}

/** Of one subject, the question and the answer are read by the same material. */
const KNOWN = new WeakMap<Subject, Material>();

function readMaterial(subject: Subject): Material {
  return subject.kind === "story"
    ? storyMaterial(subject.story)
    : newsMaterial(subject.revision, subject.after);
}

function storyMaterial(story: Story): Material {
  const graded = withoutSpeakers([...gradedSentences(story).take(MAX_ASKED_LINES)]);
  const section = firstSection(graded);
  const prose = inParagraphs(
    bounded(section.filter(({ grade }) => grade !== "heading" && grade !== "aside")),
  );
  const isLed = followsList(graded, prose[0]);
  const isRepeat = repeatsIn(prose, story.lang);
  const unfitAmong = (lines: readonly string[]) => {
    const read = prose.map((placed, at): PlacedSentence => ({ ...placed, sentence: lines[at] ?? "" }));
    return orphansIn(read, story, isLed, isRepeat);
  };
  return material(story, prose, unfitAmong, isRepeat);
}

function newsMaterial(revision: Revision, after: Story): Material {
  const news = gradedNews(revision, after);
  const near = news.filter((_, at) => news.slice(at, at + 2).some(({ grade }) => grade !== "aside"));
  const lines = bounded(near).map((line, paragraph) => ({ ...line, paragraph }));
  const unfitAmong = (read: readonly string[]) =>
    newsOrphans(
      lines.map((line, at) => ({ ...line, sentence: read[at] ?? "" })),
      after.lang,
    );
  return material(after, lines, unfitAmong, repeatsIn(lines, after.lang));
}

/** Sentences of a paragraph that is too long are paragraphs of their own, numbered from behind the last one. */
function inParagraphs(prose: readonly PlacedSentence[]): readonly PlacedSentence[] {
  const paragraphs = Map.groupBy(prose, ({ paragraph }) => paragraph);
  const next = Math.max(0, ...paragraphs.keys()) + 1;
  return prose.map((placed, at) => {
    const isLong = (paragraphs.get(placed.paragraph)?.length ?? 0) > MAX_PARAGRAPH_SENTENCES;
    return isLong ? { ...placed, paragraph: next + at } : placed;
  });
}

/** The first sentences, up to the bounds. */
function bounded<S extends GradedSentence>(all: readonly S[]): readonly S[] {
  let letters = 0;
  return all.slice(0, MAX_ASKED_LINES).filter(({ sentence }) => {
    letters += sentence.length;
    return letters <= MAX_ASKED_LETTERS;
  });
}

function material(
  story: Story,
  lines: readonly Line[],
  unfitAmong: Material["unfitAmong"],
  isRepeat: IsUnfit,
): Material {
  const isUnfit = unfitAmong(lines.map(({ sentence }) => sentence));
  const offers: Offer[] = [];
  for (const [index, line] of lines.entries()) {
    const last = offers.at(-1)?.index;
    const isAlone = !isUnfit(index, new Set());
    const isLed = last === index - 1 && !isUnfit(index, new Set([last]));
    if (isTellable(line, story) && (isAlone || isLed)) {
      offers.push({ id: offers.length + 1, index, isLed: !isAlone });
    }
  }
  return { story, lines, offers, unfitAmong, isRepeat };
}

function isTellable({ grade, sentence }: GradedSentence, story: Story): boolean {
  const isFull = (grade === "strong" || grade === "weak") && !isQuestion(sentence);
  return isFull && sentence.length <= MAX_OFFER_LETTERS && !isHeadline(story, sentence);
}
