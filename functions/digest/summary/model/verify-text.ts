import { hasOpenQuotation } from "../../text/sentences/quotation-marks.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import { gradeOf } from "../sentence-form.ts";
import { checkSummary } from "./check-summary.ts";
import { type Subject, storyOf } from "./subject.ts";
import type { Verified } from "./verified.ts";
import { MAX_ANSWER_LETTERS } from "./verify-choice.ts";

/** Letters and sentences of a summary that a model wrote. */
const MAX_WRITTEN_LETTERS = 700;
const MAX_WRITTEN_SENTENCES = 3;
/** An address, with or without its scheme. */
const LINK = /:\/\/|www\.|@[\p{L}\p{N}]|[\p{L}\p{N}-]\.(?:[a-z]{2,6})(?:[/?#]|(?![\p{L}\p{N}.]))/iu;
/** Markup of HTML, Markdown and templates. */
const MARKUP = /[<>`{}|\\]|\*\*|__|\]\(|^\s*(?:[#>*+•-]|\d+[.)])\s|~~|&#?\w{1,10};/u;
/** Controls, other invisible characters, and those without a meaning of their own; joiners belong to words of some scripts. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;

/**
 * The sentences of a text that a model wrote, if it is one paragraph of up to three full sentences without markup, links or invisible characters, and
 * {@link checkSummary} finds nothing in it that the story does not say. That it is right is not shown: see there.
 */
export function verifyText(subject: Subject, answer: string): Verified {
  if (answer.length > MAX_ANSWER_LETTERS) {
    return { refused: "too long" };
  }
  const text = answer.trim();
  if (HIDDEN.test(text) || MARKUP.test(text) || LINK.test(text)) {
    return { refused: "markup, a link or control characters" };
  }
  const sentences = splitSentences(text);
  if (text.length > MAX_WRITTEN_LETTERS) {
    return { refused: "too long" };
  }
  if (sentences.length === 0 || sentences.length > MAX_WRITTEN_SENTENCES) {
    return { refused: "number of sentences" };
  }
  if (!sentences.every(isFull)) {
    return { refused: "not the form asked for" };
  }
  if (hasOpenQuotation(text)) {
    return { refused: "ends within a quotation" };
  }
  return checkSummary(storyOf(subject), text).length > 0
    ? { refused: "says what the story does not" }
    : { sentences };
}

function isFull(sentence: string): boolean {
  const grade = gradeOf(sentence);
  return grade === "strong" || grade === "weak";
}
