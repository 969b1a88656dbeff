import { summarise } from "../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import { readSummaries } from "../data/data-folder.ts";
import { countOrphans } from "../data/orphans.ts";
import { readStory, sentencesOf } from "../data/read-story.ts";
import { type Interval, pairedBootstrap } from "../measures/bootstrap.ts";
import type { Measurement } from "../measures/figure.ts";
import { meanOf, rounded } from "../measures/mean.ts";
import { type Rouge, rouge } from "../measures/rouge.ts";

const SENTENCES = 3;
const FULL_WORDS = 8;
const MEASURES = ["rouge1", "rouge2", "rougeL"] as const satisfies readonly (keyof Rouge)[];

interface Scores {
  readonly ours: Rouge;
  /** The first three sentences of the body as the job reads it: without byline, dateline and boilerplate. */
  readonly lead: Rouge;
  /** The same, but only sentences of eight words or more: the strongest of the three, as no fragment weakens it. */
  readonly fullLead: Rouge;
  /** The first three sentences of the raw text. */
  readonly rawLead: Rouge;
}

/**
 * ROUGE F1 of three-sentence summaries, and its lead with a 95 % interval over the story's first three
 * sentences, its first three full sentences, and those of the raw text; and the share of orphaned sentences in
 * summaries of three sentences and of two, as a digest shows.
 */
export function measureSummaries(folder: string): Measurement[] {
  const stories = readSummaries(folder).map((story) => ({ ...story, read: readStory(story.id, story.text) }));
  const scores = stories.map(({ text, read, reference }): Scores => {
    const against = reference.split("\n");
    return {
      ours: rouge(summarise(read, SENTENCES), against),
      lead: rouge(sentencesOf(read).slice(0, SENTENCES), against),
      fullLead: rouge(sentencesOf(read).filter(isFull).slice(0, SENTENCES), against),
      rawLead: rouge(splitSentences(text).slice(0, SENTENCES), against),
    };
  });
  const reads = stories.map(({ read }) => read);
  return [
    ...MEASURES.flatMap((measure) => compare(measure, scores)),
    orphanShare(reads, SENTENCES),
    orphanShare(reads, 2),
  ];
}

function isFull(sentence: string): boolean {
  return sentence.split(" ").length >= FULL_WORDS;
}

function compare(measure: keyof Rouge, scores: readonly Scores[]): Measurement[] {
  const mean = (of: keyof Scores) => rounded(100 * meanOf(scores.map((score) => score[of][measure])));
  const over = (other: keyof Scores) =>
    points(pairedBootstrap(scores.map((score) => score.ours[measure] - score[other][measure])));
  return [
    {
      figure: measure,
      value: mean("ours"),
      lead: mean("lead"),
      fullLead: mean("fullLead"),
      rawLead: mean("rawLead"),
      of: scores.length,
    },
    { figure: `${measure} over the first three sentences`, ...over("lead") },
    { figure: `${measure} over the first three full sentences`, ...over("fullLead") },
    { figure: `${measure} over the first three sentences of the raw text`, ...over("rawLead") },
  ];
}

function points({ mean, low, high }: Interval) {
  return { value: rounded(100 * mean), low: rounded(100 * low), high: rounded(100 * high) };
}

function orphanShare(stories: readonly ReturnType<typeof readStory>[], count: number): Measurement {
  const summaries = stories.map((story) => ({ summary: summarise(story, count), all: sentencesOf(story) }));
  const orphans = summaries.reduce((sum, { summary, all }) => sum + countOrphans(summary, all), 0);
  const sentences = summaries.reduce((sum, { summary }) => sum + summary.length, 0);
  return {
    figure: `orphans at ${count} sentences %`,
    value: rounded((100 * orphans) / sentences),
    of: sentences,
  };
}
