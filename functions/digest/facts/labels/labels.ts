import type { Fact, ReadSentence } from "../sentence.ts";
import { isInformative } from "./check.ts";
import { MAX_LABEL_WORDS, type Parsed } from "./clause.ts";
import { labelDate } from "./dates.ts";
import { partsOf } from "./grammar.ts";
import type { Choose } from "./label.ts";
import { labelName, labelNegation, labelQuotation } from "./names.ts";
import { labelNumber } from "./numbers.ts";

/**
 * Labels for the facts of a sentence: at most {@link MAX_LABEL_WORDS} of its words that say what a fact is about, as an
 * editor would put them before the values; never a time, a pronoun or "said" alone. The first rule that gives words
 * decides; `undefined` if none does. Linear in the sentence.
 *
 * | fact | label | example |
 * |---|---|---|
 * | number | what it counts, and what happened to it | 12 people died: "people died" |
 * | number | what it belongs to | put the damage to the ship at $4 million: "damage to the ship" |
 * | date | the event | the inquiry opens on Monday: "inquiry opens" |
 * | name | the role, or what is said about it | Judge Ada Holt: "Judge" |
 * | negation | the subject of the statement | the union has not accepted: "union" |
 * | quotation | the speaker | “No,” said Ada Holt: "Ada Holt" |
 */
export function labeller(sentence: ReadSentence): Label {
  let parsed: Parsed | undefined;
  return (fact) => {
    parsed ??= { tokens: sentence.tokens, parts: partsOf(sentence) };
    const words = CHOOSERS[fact.kind](parsed, fact, sentence);
    if (!isInformative(parsed, words, fact, sentence)) {
      return undefined;
    }
    return words
      .map((at) => wordAt(sentence, at))
      .join(" ")
      .replace(/['’]s?$/, "");
  };
}

/** The label of one fact of a sentence. */
export type Label = (fact: Fact) => string | undefined;

/** A word as written, but lower-case if only the start of the sentence explains its capital. */
function wordAt({ tokens, facts }: ReadSentence, at: number): string {
  const { text = "", form = "" } = tokens[at] ?? {};
  const isFirst = at === 0 || (at === 1 && tokens[0]?.type === "mark");
  const isName = facts.some((fact) => fact.kind === "name" && fact.from <= at && at < fact.to);
  const isPlain = /^\p{Lu}[^\p{Lu}]*$/u.test(text) && !isName;
  return isFirst && isPlain ? form : text;
}

const CHOOSERS: Readonly<Record<Fact["kind"], Choose>> = {
  number: labelNumber,
  date: labelDate,
  name: labelName,
  negation: labelNegation,
  quotation: labelQuotation,
};
