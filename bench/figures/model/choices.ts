import type { Story } from "../../../functions/digest/story/types.ts";
import { chooseQuestion } from "../../../functions/digest/summary/model/question.ts";
import { verifyChoice } from "../../../functions/digest/summary/model/verify-choice.ts";
import { type Choosable, type MadeAnswer, makeAnswer } from "../../data/choices.ts";
import { readSummaries } from "../../data/data-folder.ts";
import { type Random, seededRandom } from "../../data/random.ts";
import { readStory } from "../../data/read-story.ts";
import { TOLD_STORIES } from "../../data/told-stories.ts";
import type { Measurement } from "../../measures/figure.ts";
import { lossesOf } from "../../measures/lost-words.ts";
import { rounded } from "../../measures/mean.ts";

const ANSWERS = 10_000;
const SEED = 20_261_130;
/** An offered sentence in a question: `[3] …`, `[4+] …`. */
const OFFER = /^\[\d+(\+?)\] (.+)$/gmu;

/** A story, what answers about it are made of, and how losses are known. */
export interface ChosenStory extends Omit<Choosable, "sentences" | "free"> {
  readonly story: Story;
  readonly telling: string;
}

/** What became of some answers. */
export interface ChoiceCounts {
  answers: number;
  told: number;
  honest: number;
  honestTold: number;
  asides: number;
  asidesCut: number;
  cutWords: number;
  strange: number;
  lost: number;
  /** Up to some of the losses, to be read. */
  readonly seen: string[];
}

const MAX_SEEN = 20;
/** A text in a list of cuts. */
const CUT = /"[^"]+"(?=[,\]])/gu;

/** Gives a story some answers, and counts what the verifier lets through and what is lost in it. */
export function countChoices(
  chosen: ChosenStory,
  answers: number,
  random: Random,
  counts: ChoiceCounts,
): void {
  const text = chooseQuestion({ kind: "story", story: chosen.story })?.text ?? "";
  const offers = [...text.matchAll(OFFER)].map(([, mark, sentence = ""]) => ({
    sentence,
    isFree: mark === "",
  }));
  const sentences = offers.map(({ sentence }) => sentence);
  const free = offers.flatMap(({ isFree }, at) => (isFree ? [at + 1] : []));
  for (let n = 0; n < answers && free.length > 0; n++) {
    countAnswer(chosen, sentences, makeAnswer({ ...chosen, sentences, free }, random), counts);
  }
}

function countAnswer(
  chosen: ChosenStory,
  sentences: readonly string[],
  { kind, text, isHonest }: MadeAnswer,
  counts: ChoiceCounts,
): void {
  const verified = verifyChoice({ kind: "story", story: chosen.story }, text);
  const told = "sentences" in verified ? verified.sentences : [];
  const { strange, lost, deleted } = lossesOf(told, sentences, chosen);
  const isTold = told.length > 0;
  counts.answers += 1;
  counts.told += Number(isTold);
  counts.honest += Number(isHonest);
  counts.honestTold += Number(isHonest && isTold);
  counts.asides += kind === "plain asides" && isTold ? (text.match(CUT)?.length ?? 0) : 0;
  counts.asidesCut +=
    kind === "plain asides" ? told.filter((sentence) => !sentences.includes(sentence)).length : 0;
  counts.cutWords += deleted;
  counts.strange += strange;
  counts.lost += lost.length;
  if (strange + lost.length > 0 && counts.seen.length < MAX_SEEN) {
    counts.seen.push(`${kind}: ${lost.join(", ")}: ${told.join(" | ")}`);
  }
}

export function noChoices(): ChoiceCounts {
  return {
    answers: 0,
    told: 0,
    honest: 0,
    honestTold: 0,
    asides: 0,
    asidesCut: 0,
    cutWords: 0,
    strange: 0,
    lost: 0,
    seen: [],
  };
}

/** The made-up stories, as the job would read them. */
export function toldStories(): readonly ChosenStory[] {
  return TOLD_STORIES.map((told) => ({
    ...told,
    story: { ...readStory(`${told.lang}.txt`, ["Velm", ...told.paragraphs].join("\n\n")), lang: told.lang },
  }));
}

/** 10,000 answers at random, of which a third are honest, about made-up stories in nine languages and, as many, about those of the folder. */
export function measureChoices(folder: string): Measurement[] {
  const english = TOLD_STORIES.find(({ lang }) => lang === "en");
  const real = readSummaries(folder).map(({ id, text }): ChosenStory => {
    const story = readStory(id, text);
    return { story, plain: [], names: [], telling: english?.telling ?? "" };
  });
  return [...figures("made-up stories", toldStories()), ...figures("stories of the folder", real)];
}

function figures(of: string, stories: readonly ChosenStory[]): Measurement[] {
  const [random, counts] = [seededRandom(SEED), noChoices()];
  for (const story of stories) {
    countChoices(story, Math.ceil(ANSWERS / stories.length), random, counts);
  }
  const share = (part: number, whole: number) => rounded((100 * part) / Math.max(1, whole));
  return [
    {
      figure: `answers on ${of}: words not in the story`,
      value: counts.strange,
      lost: counts.lost,
      seen: counts.seen.join("\n"),
      told: counts.told,
      cutWords: counts.cutWords,
      of: counts.answers,
    },
    {
      figure: `honest answers on ${of} that are told %`,
      value: share(counts.honestTold, counts.honest),
      of: counts.honest,
    },
    {
      figure: `plain asides on ${of} that are cut %`,
      value: share(counts.asidesCut, counts.asides),
      of: counts.asides,
    },
  ];
}
