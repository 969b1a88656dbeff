import { summarise } from "../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import { readSummaries } from "../data/data-folder.ts";
import { readStory } from "../data/read-story.ts";
import type { Measurement } from "../measures/figure.ts";
import { medianOf, rounded } from "../measures/mean.ts";

const STORY_BYTES = 4096;
const LARGE_BYTES = 1_000_000;
const SENTENCES_A_PARAGRAPH = 3;
const ROUNDS = 5;

/**
 * Milliseconds to parse and summarise a story of 4 kB and one of 1 MB: the fastest of five warm runs, so that a
 * busy machine matters little, and the median over many small stories. Also two ratios that hold on any
 * machine: against splitting the same text into words with the runtime's own segmenter, and the cost per byte
 * of the large story against the small one (1 is linear).
 */
export function measureSpeed(folder: string): Measurement[] {
  const text = readSummaries(folder)
    .map((story) => toParagraphs(story.text))
    .join("\n\n");
  const small = cutInto(fill(text, STORY_BYTES), STORY_BYTES);
  const large = fill(text, LARGE_BYTES).slice(0, LARGE_BYTES);
  small.forEach(parseAndSummarise);
  const smallMs = medianOf(small.map((text) => fastestMs(text, parseAndSummarise)));
  const wordsMs = medianOf(small.map((text) => fastestMs(text, cutWords)));
  const largeMs = fastestMs(large, parseAndSummarise);
  return [
    { figure: "ms per story of 4 kB, parse and summary", value: rounded(smallMs, 3), of: small.length },
    { figure: "ms per story of 1 MB, parse and summary", value: rounded(largeMs, 1), bytes: large.length },
    { figure: "parse and summary to the runtime's word segmenter", value: rounded(smallMs / wordsMs) },
    {
      figure: "cost per byte, 1 MB to 4 kB",
      value: rounded(largeMs / large.length / (smallMs / STORY_BYTES)),
    },
  ];
}

function parseAndSummarise(text: string): unknown {
  return summarise(readStory("story.txt", text));
}

const words = new Intl.Segmenter("en", { granularity: "word" });

function cutWords(text: string): unknown {
  return [...words.segment(text)].length;
}

function fastestMs(text: string, work: (text: string) => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

function toParagraphs(text: string): string {
  const sentences = splitSentences(text);
  return sentences
    .map((sentence, index) => sentence + ((index + 1) % SENTENCES_A_PARAGRAPH === 0 ? "\n\n" : " "))
    .join("");
}

/** A text, repeated to at least this length. */
function fill(text: string, length: number): string {
  return text.repeat(Math.ceil(length / Math.max(1, text.length)));
}

/** Whole pieces of a text, each with this many bytes if it is ASCII. */
function cutInto(text: string, bytes: number): string[] {
  const count = Math.floor(text.length / bytes);
  return Array.from({ length: count }, (_, index) => text.slice(index * bytes, (index + 1) * bytes));
}
