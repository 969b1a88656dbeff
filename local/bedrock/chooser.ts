import type { Question } from "./question.ts";

/** A sentence that may be chosen: `[4+] It agreed.` can only be chosen together with the one before. */
export interface Offer {
  readonly id: number;
  readonly isLed: boolean;
  readonly sentence: string;
}

const OFFER = /^\[(\d+)(\+?)\] (.*)$/;

/** The numbered sentences of a question; see functions/digest/summary/model/question.ts. */
export function offersOf({ text }: Question): readonly Offer[] {
  return text.split("\n").flatMap((line) => {
    const [, id = "", plus = "", sentence = ""] = OFFER.exec(line) ?? [];
    return id === "" ? [] : [{ id: Number(id), isLed: plus !== "", sentence }];
  });
}

/**
 * What the local model answers, always the same to the same question: the first sentence with a figure after the first two, and
 * the sentence before it, less what stands in brackets. No better than the extract, but not the same either, so that one sees who
 * chose. Free text says the same in full.
 */
export function answerLocally(question: Question): string {
  return isChoice(question) ? chosenFrom(offersOf(question)) : writtenFrom(question);
}

/** Whether a choice is asked for; a model that takes no schema knows it from the text alone. */
export function isChoice(question: Question): boolean {
  return offersOf(question).length > 0;
}

/** A choice as a model answers it. */
export function choice(
  sentences: readonly { readonly id: number; readonly cuts?: readonly string[] }[],
): string {
  return JSON.stringify({ sentences: sentences.map(({ id, cuts = [] }) => ({ id, cuts })) });
}

function chosenFrom(offers: readonly Offer[]): string {
  const told = withFigure(offers, ({ sentence }) => sentence);
  // The one before would need one more before it.
  const isTooLong = told[0]?.isLed === true;
  const chosen = isTooLong ? told.slice(1).filter(({ isLed }) => !isLed) : told;
  const sound = chosen.length > 0 ? chosen : offers.slice(0, 1);
  return choice(sound.map(({ id, sentence }) => ({ id, cuts: bracketsIn(sentence) })));
}

function writtenFrom({ text }: Question): string {
  const lines = text.split("\n").filter((line) => !/^(?:=|Headline: |Changed: )/.test(line));
  return withFigure(lines, (line) => line).join(" ");
}

/** Two that follow each other, or all if there are fewer. */
function withFigure<T>(all: readonly T[], textOf: (one: T) => string): readonly T[] {
  const found = all.findIndex((one, at) => at > 1 && /\d/.test(textOf(one)));
  const last = found < 0 ? all.length - 1 : found;
  return all.slice(Math.max(0, last - 1), last + 1);
}

function bracketsIn(sentence: string): readonly string[] {
  return sentence.match(/\([^()]+\)/g) ?? [];
}
