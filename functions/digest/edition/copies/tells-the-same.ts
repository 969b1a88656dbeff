import type { NewsChange } from "../../changes/schema.ts";
import { fold } from "../../text/fold.ts";
import { termsOfWord } from "../../text/scripts.ts";
import { splitSentences } from "../../text/sentences/sentences.ts";
import { tokenise } from "../../text/tokens.ts";

/** Two sentences that share this part of the shorter one's words are two versions of one. */
const MIN_VERSION = 0.5;
/** Copies differ in fewer sentences than this. */
const MAX_OWN = 12;
const CUT = /…$/;

/**
 * Whether two stories with nearly the same text are copies: a line may have come or gone around one of them, but of no sentence
 * has each its own version, as of a toll that is 12 here and 19 there. Reads the summary and what the record has of the text.
 */
export function tellsTheSame(a: NewsChange, b: NewsChange): boolean {
  const [inA, inB] = [sentencesOf(a), sentencesOf(b)];
  const [onlyInA, onlyInB] = [[...inA.difference(inB)], [...inB.difference(inA)]];
  if (Math.max(onlyInA.length, onlyInB.length) > MAX_OWN) {
    return false;
  }
  const others = onlyInB.map(wordsOf);
  return !onlyInA.map(wordsOf).some((words) => others.some((other) => areVersions(words, other)));
}

/** Without the last sentence of a text that was cut. */
function sentencesOf(story: NewsChange): ReadonlySet<string> {
  const text = "text" in story ? story.text : "";
  const sentences = text.split("\n").flatMap(splitSentences);
  const whole = CUT.test(text) ? sentences.slice(0, -1) : sentences;
  return new Set([...story.summary, ...whole].map(fold));
}

function wordsOf(sentence: string): ReadonlySet<string> {
  const words = tokenise(sentence).filter(({ type }) => type === "number" || type === "word");
  return new Set(words.flatMap(({ text }) => termsOfWord(text)));
}

function areVersions(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = a.intersection(b).size;
  return shared > 0 && shared >= MIN_VERSION * Math.min(a.size, b.size);
}
