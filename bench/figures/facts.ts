import { compareStories } from "../../functions/digest/revision/compare.ts";
import type { Revision } from "../../functions/digest/revision/types.ts";
import { repairText } from "../../functions/digest/story/encoding/repair.ts";
import { isUnreadable, parseStory } from "../../functions/digest/story/story.ts";
import { splitSentences } from "../../functions/digest/text/sentences/sentences.ts";
import { readSummaries } from "../data/data-folder.ts";
import { type CosmeticMutation, type FactMutation, mutateCosmetics, mutateFacts } from "../data/mutations.ts";
import { seededRandom } from "../data/random.ts";
import type { Measurement } from "../measures/figure.ts";
import { rounded } from "../measures/mean.ts";

const SEED = 4;
/** Maximum mutations of one kind per text. */
const PER_TEXT = 2;
const SENTENCES_PER_PARAGRAPH = 3;

/**
 * Facts mutated one at a time in whole stories: how many are reported as a change of the right kind with the
 * right values before and after, and in how many of those nothing else is reported. Cosmetic mutations: how
 * many are called substantive or rewritten, and how many anything but cosmetic. Both stories are read from
 * their bytes.
 */
export function measureFacts(folder: string): Measurement[] {
  const texts = readSummaries(folder).map(({ text, reference }) => layOut(text, reference));
  const random = seededRandom(SEED);
  const facts = texts.flatMap((text) =>
    mutateFacts(text, PER_TEXT, random).map((mutation) => judgeFact(text, mutation)),
  );
  const cosmetics = texts.flatMap((text) => mutateCosmetics(text, random).map(judgeCosmetic));
  return [
    ...figures("fact found", facts, ({ isFound }) => isFound),
    total("fact reported alone", facts, ({ isAlone }) => isAlone),
    ...figures("cosmetic called substantive", cosmetics, ({ isSubstantive }) => isSubstantive),
    total("cosmetic called minor", cosmetics, ({ kind }) => kind === "minor"),
  ];
}

/** A one-line text as a story: the first highlight as headline, three sentences per paragraph. */
function layOut(text: string, reference: string): string {
  const sentences = splitSentences(repairText(text).replaceAll(/\s+/g, " ").trim());
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_PER_PARAGRAPH) {
    paragraphs.push(sentences.slice(at, at + SENTENCES_PER_PARAGRAPH).join(" "));
  }
  const headline = (reference.split("\n")[0] ?? "").replace(/ ?\.$/, "");
  return `${headline}\n\n${paragraphs.join("\n\n")}\n`;
}

/** A fact mutation, judged by the facts that the comparison reported. */
export function judgeFact(text: string, mutation: FactMutation) {
  const revision = compareBytes(Buffer.from(text, "utf8"), Buffer.from(mutation.text, "utf8"));
  const isFound = revision.facts.some(
    (fact) =>
      fact.kind === mutation.kind &&
      holds(fact.before, mutation.before) &&
      holds(fact.after, mutation.after) &&
      fact.before !== fact.after,
  );
  return {
    name: `${mutation.kind}: ${mutation.name}`,
    mutation,
    revision,
    isFound,
    isAlone: isFound && revision.facts.length === 1,
  };
}

function holds(surface: string | undefined, part: string | undefined): boolean {
  return part === undefined || (surface?.includes(part) ?? false);
}

/** A cosmetic mutation, judged by the kind of the revision. */
export function judgeCosmetic(mutation: CosmeticMutation) {
  const revision = compareBytes(mutation.before, mutation.after);
  const { kind } = revision;
  return {
    name: mutation.name,
    mutation,
    revision,
    kind,
    isSubstantive: kind === "substantive" || kind === "rewritten",
  };
}

function compareBytes(before: Uint8Array, after: Uint8Array): Revision {
  const [a, b] = [before, after].map((bytes) => parseStory("mutation.txt", bytes));
  if (a === undefined || b === undefined || isUnreadable(a) || isUnreadable(b)) {
    throw new Error("cannot compare a mutation: one of its stories is unreadable");
  }
  return compareStories(a, b);
}

interface Named {
  readonly name: string;
}

/** The overall share, then that of each kind. */
function figures<T extends Named>(
  figure: string,
  of: readonly T[],
  test: (one: T) => boolean,
): Measurement[] {
  const names = [...new Set(of.map(({ name }) => name))];
  return [
    total(figure, of, test),
    ...names.map((name) =>
      total(
        `${figure} (${name})`,
        of.filter((one) => one.name === name),
        test,
      ),
    ),
  ];
}

function total<T>(figure: string, of: readonly T[], test: (one: T) => boolean): Measurement {
  const count = of.filter(test).length;
  return { figure, value: rounded((100 * count) / Math.max(of.length, 1)), unit: "%", count, of: of.length };
}
