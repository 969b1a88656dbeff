import type { Story } from "../../../functions/digest/story/types.ts";
import { materialOf } from "../../../functions/digest/summary/model/subject.ts";
import { verifyChoice } from "../../../functions/digest/summary/model/verify-choice.ts";
import { summarise } from "../../../functions/digest/summary/summarise.ts";
import { readSummaries } from "../../data/data-folder.ts";
import { readStory, sentencesOf } from "../../data/read-story.ts";
import { pairedBootstrap } from "../../measures/bootstrap.ts";
import type { Measurement } from "../../measures/figure.ts";
import { meanOf, rounded } from "../../measures/mean.ts";
import { type Rouge, rouge } from "../../measures/rouge.ts";

/** Sentences of a story among which the best two are sought. */
const SEARCHED = 60;
const ASIDE = /\(([^()]+)\)|, ([^,]+)(?:,|\.$)| [–—] ([^–—]+) [–—]/gu;
const MEASURES = ["rouge1", "rouge2", "rougeL"] as const satisfies readonly (keyof Rouge)[];

type Pick = readonly string[];

/**
 * ROUGE F1 of two sentences: ours, the first two, and the best that any choice could reach, by the sum of the three measures against the reference:
 * of all sentences, of those that the verifier lets through, and of these with every aside cut that it lets be cut. What lies between ours and
 * the best is the head-room of a model that chooses; no model reaches the best, which has seen the reference.
 */
export function measureHeadroom(folder: string): Measurement[] {
  const scores = readSummaries(folder).map(({ id, text, reference }) => {
    const story = readStory(id, text);
    const against = reference.split("\n");
    const score = (summary: Pick) => rouge(summary, against);
    const ours = summarise(story, 2);
    return {
      ours: score(ours),
      "first two": score(sentencesOf(story).slice(0, 2)),
      "best two": bestOf(pairsOf(sentencesOf(story).slice(0, SEARCHED)), score),
      "best let through": bestOf([ours, ...letThrough(story, false)], score),
      "best let through, with cuts": bestOf(
        [ours, ...letThrough(story, false), ...letThrough(story, true)],
        score,
      ),
    };
  });
  const names = ["ours", "first two", "best two", "best let through", "best let through, with cuts"] as const;
  return names.map((name) => {
    const gain = pairedBootstrap(scores.map((score) => score[name].rouge1 - score.ours.rouge1));
    return {
      figure: `two sentences, ${name}: ROUGE-1`,
      value: mean(scores.map((score) => score[name].rouge1)),
      ...Object.fromEntries(
        MEASURES.map((measure) => [measure, mean(scores.map((score) => score[name][measure]))]),
      ),
      overOurs: rounded(100 * gain.mean),
      low: rounded(100 * gain.low),
      high: rounded(100 * gain.high),
      of: scores.length,
    };
  });
}

function mean(values: readonly number[]): number {
  return rounded(100 * meanOf(values));
}

function pairsOf(sentences: readonly string[]): readonly Pick[] {
  return sentences.flatMap((one, at) => [[one], ...sentences.slice(at + 1).map((other) => [one, other])]);
}

/** The summaries that the verifier lets through, of all choices of one or two. */
function letThrough(story: Story, isCut: boolean): readonly Pick[] {
  const subject = { kind: "story", story } as const;
  const { offers, lines } = materialOf(subject);
  const choice = ({ id, index }: (typeof offers)[number]) => ({
    id,
    cuts: isCut ? asidesIn(lines[index]?.sentence ?? "") : [],
  });
  return offers
    .flatMap((one, at) => [[one], ...offers.slice(at + 1).map((other) => [one, other])])
    .flatMap((chosen) => {
      const verified = verifyChoice(subject, JSON.stringify({ sentences: chosen.map(choice) }));
      return "sentences" in verified ? [verified.sentences] : [];
    });
}

function asidesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(ASIDE)].map(([whole, a, b, c]) => a ?? b ?? c ?? whole);
}

function bestOf(summaries: readonly Pick[], score: (summary: Pick) => Rouge): Rouge {
  const [best] = summaries.map(score).toSorted((a, b) => sumOf(b) - sumOf(a));
  return best ?? { rouge1: 0, rouge2: 0, rougeL: 0 };
}

function sumOf({ rouge1, rouge2, rougeL }: Rouge): number {
  return rouge1 + rouge2 + rougeL;
}
