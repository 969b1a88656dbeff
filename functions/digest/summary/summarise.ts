import type { Story } from "../story/types.ts";
import { asAsked, type Row } from "../text/once.ts";
import { hasOpenQuotation } from "../text/sentences/quotation-marks.ts";
import { chooseSentences, type IsUnfit } from "./choose.ts";
import { orphansIn } from "./orphans.ts";
import { repeatsIn } from "./repeats.ts";
import { type Grade, isIntroduction, isQuestion } from "./sentence-form.ts";
import { gradedSentences, type PlacedSentence } from "./sentences.ts";
import { withoutSpeakers } from "./speakers.ts";

/** Sentences considered: the substance of a story comes within its first two hundred. */
const MAX_SENTENCES = 200;
/** Sentences from one of the lead to the next: what comes later is no lead. */
const REACH = 6;

/**
 * The lead of a story: its first full sentences, at most `sentences`, as they stand but for the number of their paragraph. Short ones
 * and questions come in only if there are too few others, list items only if there is no other sentence, and headings only if there is
 * nothing else; list items that only name something, captions, code and tables never. None refers to a sentence that is left out. Empty
 * for a story without any sentence.
 *
 * Models that rank sentences were measured against this and gave nothing (docs/figures.md).
 */
export function summarise(story: Story, sentences = 2): string[] {
  const all = withoutSpeakers([...gradedSentences(story).take(MAX_SENTENCES)]);
  const proseOf = (some: readonly PlacedSentence[]) =>
    asAsked(some.values().filter(({ grade }) => grade !== "heading" && grade !== "aside"));
  const [first, whole] = [proseOf(firstSection(all)), proseOf(all)];
  const choose = (prose: Row<PlacedSentence>, isLed: boolean) => {
    const isRepeat = repeatsIn(prose, story.lang);
    const isOrphan = orphansIn(prose, story, isLed, isRepeat);
    const isUnfit: IsUnfit = (index, taken) => isOrphan(index, taken) || isRepeat(index, taken);
    return withoutOpenEnd((left) => {
      const isLeft = (index: number) => left.has(prose.at(index)?.sentence ?? "");
      return chooseSentences(
        prose,
        sentences,
        (index, taken) => isLeft(index) || isUnfit(index, taken),
        REACH,
      );
    });
  };
  const ofGrade = (wanted: Grade) =>
    all.flatMap(({ grade, sentence }) => (grade === wanted && !isIntroduction(sentence) ? [sentence] : []));
  const isLed = followsList(all, first.at(0));
  const attempts = [
    ...(isLed ? [() => withClaim(choose(first, isLed))] : []),
    () => withClaim(choose(first, false)),
    () => withClaim(choose(whole, false)),
    () => choose(first, false),
    () => ofGrade("item"),
    () => withoutTitles(all, ofGrade("heading")),
  ];
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) {
      return found.slice(0, sentences);
    }
  }
  return [];
}

/** Lines without the headings of sections after them, which name what the lines below them say. */
function withoutTitles(all: readonly PlacedSentence[], lines: readonly string[]): string[] {
  const isTitle = (line = "") => all.some((placed) => placed.isTitle && placed.sentence === line);
  return isTitle(lines[0]) ? [...lines] : lines.filter((line) => !isTitle(line));
}

/** What stands below the headline of a story: its lead, without the sentence that the headline was made of, if it says all of it. */
export function summariseBelow(story: Story, sentences = 2): string[] {
  if (story.headlineSource !== "derived") {
    return summarise(story, sentences);
  }
  const [first = "", ...more] = summarise(story, sentences + 1);
  return (isHeadline(story, first) ? more : [first, ...more])
    .filter((sentence) => sentence !== "")
    .slice(0, sentences);
}

/** Whether a sentence is what a derived headline says, and no more. */
export function isHeadline({ headline, headlineSource }: Story, sentence: string): boolean {
  const isTold = headlineSource === "derived" && sentence.startsWith(headline);
  return isTold && !/[\p{L}\p{N}]/u.test(sentence.slice(headline.length));
}

/** Sentences that are left out, one after the other, as a quotation does not end in them. */
const MAX_OPEN_ENDS = 4;

/** The sentences that are chosen without those at whose end a quotation is open, as long as there are others. */
function withoutOpenEnd(choose: (left: ReadonlySet<string>) => string[]): string[] {
  const left = new Set<string>();
  const first = choose(left);
  let chosen = first;
  while (left.size < MAX_OPEN_ENDS && hasOpenQuotation(chosen.join("\n"))) {
    left.add(chosen.at(-1) ?? "");
    chosen = choose(left);
  }
  return chosen.length === 0 ? first : chosen;
}

/** The sentences, if not all of them are questions. */
function withClaim(chosen: string[]): string[] {
  return chosen.every(isQuestion) ? [] : chosen;
}

/** The sentences up to the heading after the first full one: a sentence further down speaks of what its heading names. */
export function firstSection(all: readonly PlacedSentence[]): readonly PlacedSentence[] {
  const first = all.findIndex(({ grade }) => grade === "strong");
  const end = all.findIndex(({ isTitle }, index) => index > first && (isTitle || isBeforeList(all, index)));
  return first < 0 || end < 0 ? all : all.slice(0, end);
}

/** Whether the first sentence of prose stands behind a list that was left out. */
export function followsList(all: readonly PlacedSentence[], first: PlacedSentence | undefined): boolean {
  const before = first === undefined ? [] : all.slice(0, all.indexOf(first));
  return before.some(({ sentence, grade }) => grade === "heading" && isIntroduction(sentence));
}

/** "… as follow:", "They were:": what comes after the list tells of its members. */
function isBeforeList(all: readonly PlacedSentence[], index: number): boolean {
  const [head, next] = [all[index], all[index + 1]];
  const isLed = head !== undefined && isIntroduction(head.written) && isIntroduction(head.sentence);
  return isLed && (next?.grade === "item" || MEMBER.test(next?.sentence ?? ""));
}

const MEMBER = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s/;
