import { array, integer, number, optional, parseJson, pipe, safeParse, strictObject, string } from "valibot";
import { hasOpenQuotation } from "../../text/sentences/quotation-marks.ts";
import { withCuts } from "./cuts.ts";
import { MAX_CHOSEN } from "./question.ts";
import { type Material, materialOf, type Subject } from "./subject.ts";
import type { Refusal, Verified } from "./verified.ts";

/** UTF-16 units of an answer; a longer one is refused unread. */
export const MAX_ANSWER_LETTERS = 8_000;
/** Letters of what is told. */
const MAX_TOLD_LETTERS = 900;

const Choices = pipe(
  string(),
  parseJson(),
  strictObject({
    sentences: array(strictObject({ id: pipe(number(), integer()), cuts: optional(array(string()), []) })),
  }),
);
/** What models write around JSON that they were not made to write. */
const CODE_FENCE = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/u;

/** A sentence chosen, by its place among the lines. */
interface Chosen {
  readonly index: number;
  readonly cuts: readonly string[];
}

/**
 * The sentences that an answer chose, in the order of the story, if each can be told: the answer has the form asked for and names one or
 * two sentences that were offered, none needs one left out or repeats another, and no quotation is left open; of two that cannot stand together, the first
 * that can stand alone. A cut is only made where it
 * takes an aside and nothing of the claim ({@link withCuts}); else the sentence stays whole. So no word is told that the story does not have.
 * Pure, and linear in the lead of the story; an answer of over 8,000 letters is not read.
 */
export function verifyChoice(subject: Subject, answer: string): Verified {
  if (answer.length > MAX_ANSWER_LETTERS) {
    return { refused: "too long" };
  }
  const parsed = safeParse(Choices, CODE_FENCE.exec(answer)?.[1] ?? answer);
  if (!parsed.success) {
    return { refused: "not the form asked for" };
  }
  const material = materialOf(subject);
  const chosen = chosenFrom(material, parsed.output.sentences);
  if (typeof chosen === "string") {
    return { refused: chosen };
  }
  const together = told(
    material,
    chosen.toSorted((a, b) => a.index - b.index),
  );
  return "sentences" in together ? together : (firstAlone(material, chosen) ?? together);
}

/** Of sentences that cannot stand together, the first in the answer that can stand alone. */
function firstAlone(material: Material, chosen: readonly Chosen[]): Verified | undefined {
  return chosen.map((one) => told(material, [one])).find((verified) => "sentences" in verified);
}

/** What was chosen, in the order of the answer; or why it cannot be told. */
function chosenFrom(
  { offers }: Material,
  choices: readonly { readonly id: number; readonly cuts: readonly string[] }[],
): readonly Chosen[] | Refusal {
  if (offers.length === 0) {
    return "nothing to summarise";
  }
  if (choices.length === 0 || choices.length > MAX_CHOSEN) {
    return "number of sentences";
  }
  const chosen = choices.flatMap(({ id, cuts }) => {
    const offer = offers[id - 1];
    return offer === undefined ? [] : [{ index: offer.index, cuts }];
  });
  if (chosen.length < choices.length) {
    return "unknown sentence";
  }
  const isDoubled = new Set(chosen.map(({ index }) => index)).size < chosen.length;
  return isDoubled ? "a sentence twice" : chosen;
}

function told(material: Material, chosen: readonly Chosen[]): Verified {
  const whole = material.lines.map(({ sentence }) => sentence);
  const refused = faultOf(material, whole, chosen);
  if (refused !== undefined) {
    return { refused };
  }
  const cut = whole.slice();
  for (const { index, cuts } of chosen) {
    cut[index] = withCuts(whole[index] ?? "", cuts, material.story.lang);
  }
  const isCut = chosen.some(({ index }) => cut[index] !== whole[index]);
  const isSound = isCut && faultOf(material, cut, chosen) === undefined && !losesName(whole, cut, chosen);
  return { sentences: sentencesAt(isSound ? cut : whole, chosen) };
}

/** Why sentences cannot stand together, if the lines of the story read as given. */
function faultOf(
  { unfitAmong, isRepeat }: Material,
  lines: readonly string[],
  chosen: readonly Chosen[],
): Refusal | undefined {
  const isUnfit = unfitAmong(lines);
  const all = new Set(chosen.map(({ index }) => index));
  const some = (is: typeof isUnfit) => [...all].some((index) => is(index, all.difference(new Set([index]))));
  if (some(isUnfit)) {
    return "refers to what is left out";
  }
  if (some(isRepeat)) {
    return "says it twice";
  }
  const text = sentencesAt(lines, chosen).join("\n");
  if (hasOpenQuotation(text)) {
    return "ends within a quotation";
  }
  return text.length > MAX_TOLD_LETTERS ? "too long" : undefined;
}

const CAPITALISED = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

/** Whether a name was cut that is told elsewhere: "the Harbour Board (HB)" explains what "HB" is. */
function losesName(whole: readonly string[], cut: readonly string[], chosen: readonly Chosen[]): boolean {
  const [before, after] = [whole, cut].map((lines) => countCapitals(sentencesAt(lines, chosen).join("\n")));
  return [...(before ?? [])].some(([word, count]) => {
    const left = after?.get(word) ?? 0;
    return left > 0 && left < count;
  });
}

function countCapitals(text: string): ReadonlyMap<string, number> {
  const words = text.match(CAPITALISED) ?? [];
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}

function sentencesAt(lines: readonly string[], chosen: readonly Chosen[]): string[] {
  return chosen.map(({ index }) => lines[index] ?? "");
}
